import { createHash } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { correctVersion, type CorrectVersionInput, listCorrectedNotes, listCorrections } from "#app/domain/documents/correct-version.server.ts";
import { eraseVersion, proposeErasure } from "#app/domain/documents/erase-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import { findDocument, getFacts, listChanges, readBodies, readDocumentState } from "#app/domain/publication/queries.server.ts";
import { stateOfDocument } from "#app/domain/publication/rules.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { addPublicPartnership, publishArrangements } from "#tests/support/publication.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let versionId: string;
let made = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  partnership = await addPublicPartnership(database, `place-${String.fromCharCode(96 + made)}`);
  versionId = (await publishArrangements(partnership)).versionId;
});

const about = () => ({ partnershipId: partnership.id, versionId });
const correct = (person: TestPerson = partnership.businessManager, changes: Partial<CorrectVersionInput> = {}, sent = submission()) =>
  correctVersion(person.actor, { ...about(), field: "change-note", after: "The first version.", reason: "A word was missing.", known: 0, ...changes }, sent);
const document = () => findDocument(partnership.slug, "arrangements");
const current = async () => {
  const version = (await document()).versions.find((each) => each.versionId === versionId);
  if (!version) throw new Error("no version");
  return version;
};
const entries = () => database.sql<{ body: string }[]>`
  select convert_from(p.body, 'UTF8') as body from ledger.entries e join ledger.payloads p using (chain, seq) where e.chain = ${partnership.id} and e.type = 'version.note-corrected' order by e.seq`;

describe("correcting a note", () => {
  test("is public, with what it read, by which office and why; the signed bytes stay", async () => {
    const { publicationId } = await current();
    const before = await readBodies(publicationId, ["content", "html", "pdf", "outline", "record"]);
    expect(await correct()).toEqual({ ok: true, value: { number: 1 } });
    expect((await current()).corrections).toEqual([{ field: "change-note", at: expect.any(String), office: "Business manager", before: "First version.", after: "The first version.", reason: "A word was missing." }]);
    expect((await getFacts(publicationId)).changeNote).toBe("The first version.");
    expect((await listChanges(partnership.slug, "arrangements"))[0]?.changeNote).toBe("The first version.");
    expect(await readBodies(publicationId, ["content", "html", "pdf", "outline", "record"])).toEqual(before);
    expect(await listCorrectedNotes(partnership.scrutineer.actor, partnership.id, "arrangements")).toEqual({ 1: "The first version." });
    expect(await listCorrections(partnership.scrutineer.actor, partnership.id, versionId)).toEqual((await current()).corrections);
  });

  test("leaves an entry whose fingerprint covers the words", async () => {
    await correct();
    const [entry] = await entries();
    const [row] = await database.sql<{ salt: string }[]>`select salt from publication.corrections where partnership_id = ${partnership.id}`;
    const covered = JSON.stringify({ after: "The first version.", before: "First version.", reason: "A word was missing.", salt: row?.salt });
    expect(JSON.parse(entry?.body ?? "")).toEqual({ type: "version.note-corrected", versionId, field: "change-note", number: 1, fingerprint: createHash("sha256").update(covered).digest("hex") });
  });

  test("may be done again, each on what it read then; a form sent twice corrects once", async () => {
    const sent = submission({ after: "x" });
    await correct(partnership.delegate, {}, sent);
    expect(await correct(partnership.delegate, {}, sent)).toEqual({ ok: true, value: { number: 1 } });
    expect(await correct(partnership.chair, { after: "Our first version.", known: 1 })).toEqual({ ok: true, value: { number: 2 } });
    expect((await current()).corrections.map(({ before, after, office }) => [before, after, office])).toEqual([
      ["First version.", "The first version.", `Director of Children, ${partnership.seats.find((seat) => seat.kind === "icb")?.organisation ?? ""}`],
      ["The first version.", "Our first version.", "Partnership chair"],
    ]);
  });

  test("changes what the page depends on", async () => {
    const before = stateOfDocument(await document());
    expect(await readDocumentState(partnership.slug, "arrangements")).toBe(before);
    await correct();
    const after = stateOfDocument(await document());
    expect(after).not.toBe(before);
    expect(await readDocumentState(partnership.slug, "arrangements")).toBe(after);
  });

  test("the reason for a withdrawal reads as corrected everywhere", async () => {
    expect(await correct(undefined, { field: "withdrawal-reason" })).toMatchObject({ refusal: "version-not-in-that-state" });
    await withdrawVersion(partnership.chair.actor, { ...about(), reason: "The lore changed." }, submission());
    expect(await correct(undefined, { field: "withdrawal-reason", after: "The law changed." })).toMatchObject({ ok: true });
    const version = await current();
    expect(version.notices.find((notice) => notice.state === "withdrawn")?.reason).toBe("The law changed.");
    expect(version.corrections).toMatchObject([{ before: "The lore changed.", after: "The law changed." }]);
  });
});

describe("refused", () => {
  test.each(["lead", "scrutineer"] as const)("for a %s, who does not edit", async (who) => {
    expect(await correct(who === "lead" ? partnership.seats[0]?.lead : partnership.scrutineer)).toMatchObject({ ok: false, refusal: "not-permitted" });
    expect(await entries()).toEqual([]);
  });

  test("in another partnership, as if it were not there", async () => {
    const other = await addPublicPartnership(database, `other-${String.fromCharCode(96 + made)}`);
    expect(await correct(other.businessManager)).toMatchObject({ ok: false });
    expect(await correct(other.businessManager, { partnershipId: other.id })).toMatchObject({ refusal: "not-found" });
    expect(await listCorrections(other.businessManager.actor, partnership.id, versionId)).toEqual([]);
  });

  test("when somebody corrected it first, also at the same moment", async () => {
    await correct();
    expect(await correct(partnership.chair, { after: "Mine." })).toMatchObject({ refusal: "stale" });
    const both = await Promise.all([partnership.chair, partnership.delegate].map((person) => correct(person, { after: `By ${person.name}`, known: 1 })));
    expect(both.map((outcome) => (outcome.ok ? "done" : outcome.refusal)).sort()).toEqual(["done", "stale"]);
  });

  test("when nothing changes", async () => {
    expect(await correct(undefined, { after: "First version." })).toMatchObject({ refusal: "nothing-to-change" });
  });

  test("when the version was taken down", async () => {
    await takeDownVersion(partnership.businessManager.actor, { ...about(), reason: "Somebody could be identified." }, submission());
    expect(await correct()).toMatchObject({ refusal: "version-not-in-that-state" });
  });
});

describe("when the version is taken down", () => {
  test("its corrections are hidden from the public, and erased with its words", async () => {
    await correct();
    await takeDownVersion(partnership.businessManager.actor, { ...about(), reason: "Somebody could be identified." }, submission());
    expect((await current()).corrections).toEqual([]);
    expect(await listChanges(partnership.slug, "arrangements")).toEqual([]);
    expect(stateOfDocument(await document())).toBe(await readDocumentState(partnership.slug, "arrangements"));
    await proposeErasure(partnership.businessManager.actor, about(), submission());
    await eraseVersion(partnership.chair.actor, about(), submission());
    const rows = await database.sql`select before, after, reason, salt, office, erased_at is not null as erased from publication.corrections where partnership_id = ${partnership.id}`;
    expect([...rows]).toEqual([{ before: null, after: null, reason: null, salt: null, office: "Business manager", erased: true }]);
    expect(await listCorrections(partnership.businessManager.actor, partnership.id, versionId)).toEqual([]);
  });
});

test("the database keeps every correction as it was made", async () => {
  await correct();
  const change = (statement: string) => database.sql.unsafe(statement).then(() => "done", (error: unknown) => (error as { constraint_name?: string }).constraint_name);
  expect(await change("update publication.corrections set after = 'x'")).toBe("corrections_immutable");
  expect(await change("update publication.corrections set before = null, after = null, reason = null, salt = null, erased_at = now()")).toBe("corrections_immutable");
  expect(await change("delete from publication.corrections")).toBe("corrections_immutable");
  expect(await change("truncate publication.corrections")).toBe("corrections_append_only");
  const again = `insert into publication.corrections (publication_id, partnership_id, field, number, before, after, reason, salt, office)
    select publication_id, partnership_id, field, 3, 'a', 'b', 'a reason', salt, office from publication.corrections where partnership_id = '${partnership.id}'`;
  expect(await change(again)).toBe("corrections_in_order");
});
