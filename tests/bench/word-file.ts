import { keepWordImport } from "#app/domain/documents/word/keep-word-import.server.ts";
import { findWordReview } from "#app/domain/documents/word/queries.server.ts";
import { readWordFile } from "#app/domain/documents/word/read-word-file.server.ts";
import { takeInWordImport } from "#app/domain/documents/word/take-in-word-import.server.ts";
import { addPartnership, submission, type TestPartnership } from "#tests/support/partnership.ts";
import * as word from "#tests/support/word.ts";

import { withBenchDatabase } from "./bench-database.ts";

const RUNS = 5;
const TARGET_MS = 3_000;
const kind = "arrangements" as const;
const sentence = "Partners agree that every child is seen, heard and helped in time, and that what is learned is used across the whole area. ";

/** Times a Word file of 60 pages (about 24,000 words with lists and tables) from its bytes to a draft in the database. */
export async function benchWordFile(): Promise<void> {
  const bytes = await sixtyPages();
  const times: { read: number; whole: number; words: number }[] = [];
  await withBenchDatabase(async (sql) => {
    for (let run = 0; run < RUNS; run += 1) times.push(await takeIn(bytes, await addPartnership(sql, `bench-${"abcdefgh"[run] ?? "z"}`)));
  });
  const median = (of: "read" | "whole") => times.map((time) => time[of]).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  const worst = Math.max(...times.map((time) => time.whole));
  console.log(`Word file of ${(times[0]?.words ?? 0).toLocaleString("en-GB")} words, ${String(Math.round(bytes.length / 1024))} kB`);
  console.log(`  to a draft: median ${median("whole").toFixed(0)} ms, worst ${worst.toFixed(0)} ms (target under ${String(TARGET_MS)} ms): ${worst < TARGET_MS ? "met" : "MISSED"}; of it reading in a thread ${median("read").toFixed(0)} ms`);
}

async function takeIn(bytes: Buffer, partnership: TestPartnership): Promise<{ read: number; whole: number; words: number }> {
  const { id: partnershipId, businessManager } = partnership;
  const { actor } = businessManager;
  const started = performance.now();
  const reading = await readWordFile(bytes);
  if (!reading.ok) throw new Error(reading.problem);
  const read = performance.now() - started;
  const kept = await keepWordImport(actor, { partnershipId, kind, fileName: "Sixty pages.docx", bytes, draft: reading.draft }, submission());
  if (!kept.ok) throw new Error(kept.refusal);
  const review = await findWordReview(actor, partnershipId, kind, kept.value.importId);
  if (!review) throw new Error("no review");
  const choices = review.sections.map(({ title, item }) => ({ title, item }));
  const taken = await takeInWordImport(actor, { partnershipId, kind, importId: review.id, revision: review.revision, title: review.title, choices }, submission());
  if (!taken.ok) throw new Error(taken.refusal);
  return { read, whole: performance.now() - started, words: review.sections.reduce((sum, section) => sum + section.words, 0) };
}

function sixtyPages(): Promise<Buffer> {
  const sections = Array.from({ length: 30 }, (_, index) => [
    word.heading(1, `${String(index + 1)}. Part of the work number ${String(index + 1)}`),
    ...Array.from({ length: 4 }, (_none, part) => [
      word.heading(2, `How part ${String(part + 1)} is done`),
      ...Array.from({ length: 3 }, () => word.words(sentence.repeat(2), word.bold("Together. "), sentence)),
      word.bullet(0, sentence),
      word.bullet(1, sentence),
    ]).flat(),
    word.table(Array.from({ length: 6 }, () => ["Partner", "What it does", "By when"])),
  ]);
  return word.wordFile(sections.flat());
}
