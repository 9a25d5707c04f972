import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { keepWordImport } from "#app/domain/documents/word/keep-word-import.server.ts";
import { findWordReview, listOpenWordImports } from "#app/domain/documents/word/queries.server.ts";
import { readWordFile } from "#app/domain/documents/word/read-word-file.server.ts";
import { setAsideWordImport, takeInWordImport, type TakeInInput } from "#app/domain/documents/word/take-in-word-import.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, submission, type TestPartnership } from "#tests/support/partnership.ts";
import * as word from "#tests/support/word.ts";

import { draftRevision, ledgerOf, listSections, startedDraft } from "./support.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let fresh: TestPartnership;
let bytes: Buffer;
beforeAll(async () => {
  database = await freshDatabase();
  partnership = await startedDraft(database.sql, "alderwick");
  fresh = await addPartnership(database.sql, "millbrook");
  bytes = await word.wordFile([word.title("How we work"), word.heading(1, "Independent scrutiny"), word.words("By Sam."), word.heading(1, "Our history"), word.words("Long.")]);
});
afterAll(async () => {
  await database.close();
});

const kind = "arrangements" as const;

async function keep(into: TestPartnership): Promise<string> {
  const reading = await readWordFile(bytes);
  if (!reading.ok) throw new Error(reading.problem);
  const outcome = await keepWordImport(into.businessManager.actor, { partnershipId: into.id, kind, fileName: "Arrangements.docx", bytes, draft: reading.draft }, submission());
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.importId;
}

async function reviewed(into: TestPartnership, importId: string): Promise<TakeInInput> {
  const review = await findWordReview(into.businessManager.actor, into.id, kind, importId);
  if (!review) throw new Error("no review");
  return { partnershipId: into.id, kind, importId, revision: review.revision, title: review.title, choices: review.sections.map(({ title, item }) => ({ title, item })) };
}

const titles = async (of: TestPartnership): Promise<string[]> => (await listSections(database.sql, of.id)).filter((section) => !section.removed).map((section) => section.title);

describe("a Word file", () => {
  test("starts a draft, its headings matched to what the guidance asks", async () => {
    const input = await reviewed(fresh, await keep(fresh));
    expect(input).toMatchObject({ revision: 0, title: "How we work" });
    expect(input.choices.map((choice) => [choice?.title, choice?.item !== null])).toEqual([
      ["Independent scrutiny", true],
      ["Our history", false],
    ]);
    expect(await takeInWordImport(fresh.businessManager.actor, input, submission())).toEqual({ ok: true, value: { sections: 2, removed: 0 } });
    expect(await titles(fresh)).toEqual(["Independent scrutiny", "Our history"]);
    expect((await ledgerOf(database.sql, fresh.id)).counts).toMatchObject({ "document.word-taken-in": 1 });
    expect(await listOpenWordImports(fresh.businessManager.actor, fresh.id, kind)).toEqual([]);
  });

  test("replaces a draft, whose sections can be put back, once however often it is sent", async () => {
    const input = await reviewed(partnership, await keep(partnership));
    const before = (await titles(partnership)).length;
    const form = submission({ ...input });
    const all = await Promise.all([1, 2, 3].map(() => takeInWordImport(partnership.businessManager.actor, input, form)));
    expect(all).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: { sections: 2, removed: before } })));
    expect(await titles(partnership)).toEqual(["Independent scrutiny", "Our history"]);
    expect((await listSections(database.sql, partnership.id)).filter((section) => section.removed)).toHaveLength(before);
    expect(await takeInWordImport(partnership.businessManager.actor, input, submission())).toEqual({ ok: false, refusal: "nothing-to-change" });
  });

  test("takes in only what was chosen, by the titles given", async () => {
    const input = await reviewed(partnership, await keep(partnership));
    await takeInWordImport(partnership.businessManager.actor, { ...input, title: "Another title", choices: [null, { title: "Where we come from", item: null }] }, submission());
    expect(await titles(partnership)).toEqual(["Where we come from"]);
  });

  test("is refused when the draft changed meanwhile, and changes nothing", async () => {
    const input = await reviewed(partnership, await keep(partnership));
    await database.sql`update portal.documents set revision = revision + 1 where partnership_id = ${partnership.id}`;
    const before = await draftRevision(database.sql, partnership.id);
    expect(await takeInWordImport(partnership.businessManager.actor, input, submission())).toEqual({ ok: false, refusal: "stale" });
    expect(await draftRevision(database.sql, partnership.id)).toBe(before);
    expect(await titles(partnership)).toEqual(["Where we come from"]);
  });

  test("is refused with an item the edition does not know", async () => {
    const input = await reviewed(partnership, await keep(partnership));
    const choices = [{ title: "A", item: "no-such-item" }, null];
    expect(await takeInWordImport(partnership.businessManager.actor, { ...input, choices }, submission())).toEqual({ ok: false, refusal: "unknown-item" });
  });

  test("can be set aside; its text goes, the draft stays", async () => {
    const importId = await keep(partnership);
    const address = { partnershipId: partnership.id, kind, importId };
    const before = await draftRevision(database.sql, partnership.id);
    expect(await setAsideWordImport(partnership.chair.actor, address, submission())).toEqual({ ok: true, value: { fileName: "Arrangements.docx" } });
    expect(await setAsideWordImport(partnership.chair.actor, address, submission())).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await findWordReview(partnership.chair.actor, partnership.id, kind, importId)).toBeNull();
    expect(await database.sql`select reading from portal.word_imports where id = ${importId}`).toEqual([{ reading: null }]);
    expect(await draftRevision(database.sql, partnership.id)).toBe(before);
  });

  test("is nobody's but the partnership's, and not for those who only read", async () => {
    const importId = await keep(partnership);
    const input = await reviewed(partnership, importId);
    expect(await findWordReview(fresh.businessManager.actor, partnership.id, kind, importId)).toBeNull();
    expect(await takeInWordImport(fresh.businessManager.actor, { ...input, partnershipId: fresh.id }, submission())).toEqual({ ok: false, refusal: "not-found" });
    for (const reader of [partnership.seats[0]?.lead, partnership.scrutineer]) {
      if (!reader) continue;
      expect(await takeInWordImport(reader.actor, input, submission())).toMatchObject({ ok: false, refusal: "not-permitted" });
      expect(await setAsideWordImport(reader.actor, input, submission())).toMatchObject({ ok: false, refusal: "not-permitted" });
    }
    expect(await titles(partnership)).toEqual(["Where we come from"]);
  });

  test("that eats memory ends its thread, not the portal", async () => {
    const deep = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${"<w:sdt><w:sdtContent>".repeat(200_000)}${"</w:sdtContent></w:sdt>".repeat(200_000)}</w:body></w:document>`;
    expect(await readWordFile(await word.withParts(bytes, { "word/document.xml": deep }))).toMatchObject({ ok: false });
    expect(await readWordFile(bytes)).toMatchObject({ ok: true });
  }, 60_000);
});
