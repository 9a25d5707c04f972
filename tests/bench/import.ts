import { createHash } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";

import { applyImport } from "#app/domain/funding/import/apply-import.server.ts";
import { keepImport } from "#app/domain/funding/import/keep-import.server.ts";
import { findFundingImport } from "#app/domain/funding/import/queries.server.ts";
import { readImportFile } from "#app/domain/funding/import/read-import-file.server.ts";
import { undoImport } from "#app/domain/funding/import/undo-import.server.ts";
import { exportList } from "#app/domain/funding/lists/export-list.server.ts";
import { openYear } from "#app/domain/funding/open-year.server.ts";
import type { FundingList } from "#app/domain/funding/vocabulary.ts";
import type { SessionActor } from "#db/client.server.ts";
import { need } from "#tests/support/funding.ts";
import { firstPages, listFile } from "#tests/support/funding-files.ts";
import { addPartnership, submission } from "#tests/support/partnership.ts";

import { withBenchDatabase } from "./bench-database.ts";

const ROWS = 10_000;
const TARGET_MS = 10_000;
const year = "2026-27";

/**
 * A file of 10,000 lines from its bytes to the database: read in a thread and kept, shown, taken in; then another that
 * changes every line; then undone. How late this process's event loop was at worst meanwhile, and when idle.
 */
export async function benchImport(): Promise<void> {
  await withBenchDatabase(async (sql) => {
    const { id: partnershipId, businessManager } = await addPartnership(sql, "desk");
    const { actor } = businessManager;
    need(await openYear(actor, { partnershipId, year, copy: false }, submission()));
    // The first thread and the first statements of a process cost more than those that follow.
    await takeIn(actor, { partnershipId, year, list: "spending" }, Buffer.from(listFile("spending", [{ category: "legal", description: "Advice" }])));
    const idle = await lateness(() => new Promise((resolve) => setTimeout(resolve, 4_000)));
    console.log(`import: ${ROWS.toLocaleString("en-GB")} rows; the event loop when idle ${idle.late.toFixed(0)} ms late at worst`);
    const added = contributionsFile();
    await report("new contributions", () => takeIn(actor, { partnershipId, year, list: "contributions" }, added));
    const changed = Buffer.from(((await exportList(actor, partnershipId, year, "contributions")) ?? "").replaceAll("Not provided,100,", "0.00,100,"));
    await report("changed contributions", () => takeIn(actor, { partnershipId, year, list: "contributions" }, changed));
    const [last] = await sql<{ id: string }[]>`select id from portal.funding_imports where list = 'contributions' order by uploaded_at desc limit 1`;
    const undone = await lateness(async () => need(await undoImport(actor, { partnershipId, year, list: "contributions", importId: last?.id ?? "" }, submission())));
    console.log(`  undone: ${undone.ms.toFixed(0)} ms; event loop ${undone.late.toFixed(0)} ms late at worst`);
  });
}

async function report(what: string, act: () => Promise<string>): Promise<void> {
  let steps = "";
  const { ms, late } = await lateness(async () => {
    steps = await act();
  });
  console.log(`  ${what}: ${ms.toFixed(0)} ms in all (target under ${String(TARGET_MS)} ms): ${ms < TARGET_MS ? "met" : "MISSED"}; ${steps}; event loop ${late.toFixed(0)} ms late at worst`);
}

/** Every step as the pages take it; answers how long each took. */
async function takeIn(actor: SessionActor, at: { partnershipId: string; year: typeof year; list: FundingList }, bytes: Uint8Array): Promise<string> {
  const times: string[] = [];
  let from = performance.now();
  const took = (step: string) => {
    times.push(`${step} ${(performance.now() - from).toFixed(0)} ms`);
    from = performance.now();
  };
  const read = await readImportFile(at.list, bytes);
  if (!read.ok) throw new Error(read.problems.join("; "));
  took("read");
  const fileSha256 = createHash("sha256").update(bytes).digest("hex");
  const { importId } = need(await keepImport(actor, { ...at, fileName: "lines.csv", fileSha256, removesMissing: true, chunks: read.chunks }, submission()));
  took("kept");
  const preview = (await findFundingImport(actor, { ...at, importId }, firstPages))?.preview;
  if (!preview || preview.errors.count + preview.questions.count > 0) throw new Error(`the file has errors or questions: ${JSON.stringify(preview?.errors.items[0] ?? preview?.questions.items[0])}`);
  took("shown");
  need(await applyImport(actor, { ...at, importId, planSha256: preview.planSha256, repeated: [] }, submission()));
  took("taken in");
  return times.join(", ");
}

function contributionsFile(): Uint8Array {
  const text = listFile("contributions", Array.from({ length: ROWS }, (_, at) => ({
    contributor: `School number ${String(at)} of the area`,
    sector: "Schools and other education",
    form: "Cash",
    amount: `£1,${String(at % 1_000).padStart(3, "0")}.50`,
    children_percent: "100",
    purpose: "Its part of the core budget, as the forum agreed",
    ring_fenced: "no",
    note: at % 3 === 0 ? "Paid in two parts,\nin May and in October" : "",
  })));
  return Buffer.from(text);
}

/** Runs something and says how long it took, and how late the event loop was at worst meanwhile. */
async function lateness(act: () => Promise<unknown>): Promise<{ ms: number; late: number }> {
  const resolution = 5;
  const histogram = monitorEventLoopDelay({ resolution });
  histogram.enable();
  const from = performance.now();
  await act();
  const ms = performance.now() - from;
  histogram.disable();
  return { ms, late: histogram.max / 1e6 - resolution };
}
