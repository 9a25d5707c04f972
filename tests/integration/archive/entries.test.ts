import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { addArchiveEntry } from "#app/domain/archive/add-entry.server.ts";
import { correctArchiveEntry } from "#app/domain/archive/correct-entry.server.ts";
import { eraseArchiveEntry, listArchiveRemovals, proposeArchiveErasure } from "#app/domain/archive/erase-entry.server.ts";
import { removeArchiveEntry } from "#app/domain/archive/remove-entry.server.ts";
import type { ArchiveDetails } from "#app/domain/archive/vocabulary.ts";
import { readPdf } from "#app/domain/documents/file/read-pdf.server.ts";
import type { ReadFile } from "#app/domain/documents/file/vocabulary.ts";
import { findArchive } from "#app/domain/publication/archive.server.ts";
import { atomFeed } from "#app/domain/publication/atom-feed.server.ts";
import { partnershipData } from "#app/domain/publication/open-data.ts";
import { findDirectory, listPublished, readBodies } from "#app/domain/publication/queries.server.ts";
import { sitemap } from "#app/domain/publication/sitemap.server.ts";
import { findUpdates } from "#app/domain/publication/updates.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/documents.ts";
import { addPartnership, addPerson, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { pdfFile, words } from "#tests/support/pdf-files.ts";
import { addPublicPartnership, publishArrangements } from "#tests/support/publication.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let report: ReadFile;
let counter = 0;

beforeAll(async () => {
  database = await freshDatabase();
  report = await read("What we did in 2023 to 2024.");
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  partnership = await addPublicPartnership(database, `fernhill${String((counter += 1))}`);
});

async function read(text: string): Promise<ReadFile> {
  const reading = await readPdf(await pdfFile([words(text)]));
  if (!reading.ok) throw new Error("not readable");
  return reading.file;
}

const details: ArchiveDetails = { kind: "yearly-report", title: "Yearly report 2023 to 2024", periodFrom: "2023-04-01", periodTo: "2024-03-31", publishedOn: "2024-09-27", link: null };
interface Sent {
  file?: ReadFile | null;
  person?: TestPerson;
  looked?: boolean;
  sent?: ReturnType<typeof submission>;
}
const add = (change: Partial<ArchiveDetails> = {}, { file = report, person = partnership.businessManager, looked = false, sent = submission({ ...change }) }: Sent = {}) =>
  addArchiveEntry(person.actor, { partnershipId: partnership.id, details: { ...details, ...change }, file, looked }, sent);
const correct = (entryId: string, revision: number, change: Partial<ArchiveDetails> = {}, { file = null, person = partnership.businessManager, looked = false, sent = submission({ revision, ...change }) }: Sent = {}) =>
  correctArchiveEntry(person.actor, { partnershipId: partnership.id, entryId, revision, details: { ...details, ...change }, reason: "It was wrong.", file, looked }, sent);
const remove = (entryId: string, person: TestPerson = partnership.businessManager, sent = submission({ entryId })) => removeArchiveEntry(person.actor, { partnershipId: partnership.id, entryId, reason: "It was added twice." }, sent);
const entries = async () => (await findArchive(partnership.slug)).entries;
const fileOf = async (heldBy: string | undefined) => (heldBy ? ((await readBodies(heldBy, ["file"])).file ?? null) : null);
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${partnership.id} and type like 'archive.%' order by seq`).map((row) => row.type);
const updates = async () => ((await findUpdates(partnership.slug))?.updates ?? []).map(({ title, lines }) => [title, ...lines]);

describe("an earlier document", () => {
  test("is on the public list as soon as it is added, with its file and an entry of the ledger", async () => {
    const { entryId } = need(await add());
    const [entry] = await entries();
    expect(entry).toMatchObject({ ...details, entryId, revision: 1, corrections: [], file: { pages: 1, size: report.bytes.length } });
    expect((await fileOf(entry?.file?.heldBy))?.equals(report.bytes)).toBe(true);
    expect(await ledger()).toEqual(["archive.entry-added"]);
    const [recorded] = await database.sql<{ body: Buffer }[]>`select p.body from ledger.payloads p join ledger.entries e using (chain, seq) where e.partnership_id = ${partnership.id} and e.type = 'archive.entry-added'`;
    expect(JSON.parse(recorded?.body.toString("utf8") ?? "")).toMatchObject({ entryId, kind: "yearly-report", revision: 1, fileSha256: entry?.file?.sha256, outlineSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(recorded?.body.toString("utf8")).not.toContain("Yearly");
    const directory = await findDirectory(partnership.slug);
    if (!directory) throw new Error("no directory");
    expect(partnershipData("https://example.org", directory, [], await findArchive(partnership.slug))).toMatchObject({
      earlierDocuments: {
        entries: [{ entry: entryId, kind: "yearly-report", title: details.title, periodFrom: "2023-04-01", file: { sha256: entry?.file?.sha256, pdf: `https://example.org/partnerships/${partnership.slug}/earlier-documents/${entryId}.pdf` }, corrections: [] }],
        removed: [],
        links: { html: `https://example.org/partnerships/${partnership.slug}/earlier-documents` },
      },
    });
    expect((await updates())[0]).toEqual(["Earlier document listed: Yearly report 2023 to 2024"]);
    expect(await sitemap("https://example.org")).toContain(`<loc>https://example.org/partnerships/${partnership.slug}/earlier-documents</loc>`);
  });

  test("corrected, it shows the new words, what it said before and why, and keeps its file", async () => {
    const { entryId } = need(await add());
    need(await correct(entryId, 1, { title: "Yearly report 2024" }));
    const [entry] = await entries();
    expect(entry).toMatchObject({ title: "Yearly report 2024", revision: 2, file: { pages: 1 }, corrections: [{ office: "Business manager", reason: "It was wrong.", before: ["Title: it used to say “Yearly report 2023 to 2024”."] }] });
    expect((await fileOf(entry?.file?.heldBy))?.equals(report.bytes)).toBe(true);
    const other = await read("Another file.");
    need(await correct(entryId, 2, { title: "Yearly report 2024" }, { file: other }));
    const [now] = await entries();
    expect((await fileOf(now?.file?.heldBy))?.equals(other.bytes)).toBe(true);
    expect(now?.corrections.at(-1)?.before).toEqual([expect.stringMatching(/^PDF: there was another, 1 page, .*, fingerprint [0-9a-f]{64}\.$/)]);
    expect(await ledger()).toEqual(["archive.entry-added", "archive.entry-corrected", "archive.entry-corrected"]);
    expect((await updates())[1]).toEqual(["Earlier document corrected: Yearly report 2024", "Title: it used to say “Yearly report 2023 to 2024”.", "Reason: It was wrong.", "Corrected by: Business manager"]);
  });

  test("a correction that changes nothing, or leaves nothing to read, is refused and leaves no entry", async () => {
    const { entryId } = need(await add({ link: "https://www.example.org/" }, { file: null }));
    expect(await correct(entryId, 1, { link: "https://www.example.org/" })).toMatchObject({ refusal: "nothing-to-change" });
    expect(await correct(entryId, 1, { link: null })).toMatchObject({ refusal: "no-file-or-link" });
    expect(await correct(entryId, 1, { publishedOn: "2099-01-01", link: "https://www.example.org/" })).toMatchObject({ refusal: "impossible-dates" });
    expect(await correct(entryId, 1, {}, { file: await read("NHS number 943 476 5919") })).toMatchObject({ refusal: "identifier-in-file" });
    expect(await correct("00000000-0000-4000-8000-000000000000", 1)).toMatchObject({ refusal: "not-found" });
    expect(await ledger()).toEqual(["archive.entry-added"]);
  });

  test("of two corrections at once the second is stale, and leaves no entry", async () => {
    const { entryId } = need(await add());
    const outcomes = await Promise.all([correct(entryId, 1, { title: "First of two" }), correct(entryId, 1, { title: "Second of two" }, { person: partnership.chair })]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ refusal: "stale" });
    expect(await ledger()).toEqual(["archive.entry-added", "archive.entry-corrected"]);
  });

  test("taken off, nobody reads its words or its file in any of its states; that there was one stays", async () => {
    const { entryId } = need(await add({ title: "Report about Sam" }));
    const before = (await entries())[0]?.file?.heldBy;
    need(await correct(entryId, 1, { title: "Report on Sam" }, { file: await read("Another file.") }));
    const after = (await entries())[0]?.file?.heldBy;
    const sent = submission({ entryId });
    const removed = await remove(entryId, partnership.seats[0]?.lead, sent);
    expect(removed).toMatchObject({ ok: true });
    expect(await remove(entryId, partnership.seats[0]?.lead, sent)).toEqual(removed);
    expect(await findArchive(partnership.slug)).toMatchObject({ entries: [], removed: [{ entryId, reason: "It was added twice." }] });
    expect([await fileOf(before), await fileOf(after)]).toEqual([null, null]);
    expect(await remove(entryId)).toMatchObject({ refusal: "entry-removed" });
    expect(await correct(entryId, 2)).toMatchObject({ refusal: "entry-removed" });
    expect(await ledger()).toEqual(["archive.entry-added", "archive.entry-corrected", "archive.entry-removed"]);
    const told = await findUpdates(partnership.slug);
    if (!told) throw new Error("no updates");
    expect(told.updates.slice(0, 3).map(({ title, lines }) => [title, ...lines])).toEqual([["An earlier document was taken off the list", "Reason: It was added twice."], ["An earlier document was corrected"], ["An earlier document was listed"]]);
    expect(atomFeed("https://example.org", told.partnership, told.updates)).not.toContain("Sam");
    expect(new Set(told.updates.map((update) => update.id)).size).toBe(told.updates.length);
  });

  test("needs a file or an address, a day that has come, and a file that identifies nobody", async () => {
    expect(await add({}, { file: null })).toMatchObject({ refusal: "no-file-or-link" });
    expect(await add({ link: "https://www.example.org/report.pdf" }, { file: null })).toMatchObject({ ok: true });
    expect(await add({ publishedOn: "2099-01-01" })).toMatchObject({ refusal: "impossible-dates", detail: "The date it was published cannot be in the future" });
    expect(await add({}, { file: await read("NHS number 943 476 5919"), looked: true })).toMatchObject({ refusal: "identifier-in-file", detail: expect.stringMatching(/^Page 1 contains/) });
    const phone = await read("Call 020 7946 0000.");
    expect(await add({}, { file: phone })).toMatchObject({ refusal: "file-not-looked-at", detail: expect.stringMatching(/^Page 1 may contain a phone number/) });
    expect(await add({}, { file: phone, looked: true })).toMatchObject({ ok: true });
    expect(await entries()).toHaveLength(2);
  });

  test("is added and corrected by those who edit, in their own partnership; sent twice it is added once", async () => {
    for (const person of [partnership.scrutineer, partnership.seats[0]?.lead]) if (person) expect(await add({}, { person })).toMatchObject({ refusal: "not-permitted" });
    for (const person of [partnership.delegate, partnership.chair]) expect(await add({}, { person })).toMatchObject({ ok: true });
    const other = await addPartnership(database.sql, `otterbank${String(counter)}`);
    expect(await add({}, { person: other.businessManager })).toMatchObject({ refusal: "not-found" });
    const sent = submission({});
    const first = await add({}, { sent });
    expect(await add({}, { sent })).toEqual(first);
    expect(await add({}, { sent: { ...sent, fields: { other: true } } })).toMatchObject({ refusal: "form-already-used" });
    const { entryId } = need(first);
    expect(await correctArchiveEntry(other.businessManager.actor, { partnershipId: other.id, entryId, revision: 1, details, reason: "Not ours at all.", file: null, looked: false }, submission({}))).toMatchObject({ refusal: "not-found" });
    expect(await removeArchiveEntry(other.businessManager.actor, { partnershipId: partnership.id, entryId, reason: "Not ours at all." }, submission({}))).toMatchObject({ refusal: "not-found" });
    expect(await correct(entryId, 1, { title: "Another" }, { person: partnership.scrutineer })).toMatchObject({ refusal: "not-permitted" });
    const fixed = submission({ fixed: true });
    const corrected = await correct(entryId, 1, { title: "Another" }, { sent: fixed });
    expect(await correct(entryId, 1, { title: "Another" }, { sent: fixed })).toEqual(corrected);
    expect(await entries()).toHaveLength(3);
  });

  test("an administrator takes one off without belonging to the partnership, and adds none", async () => {
    const administrator = await addPerson(database.sql, `Admin Aspen ${String(counter)}`, { administrator: true });
    const { entryId } = need(await add());
    expect(await add({}, { person: administrator })).toMatchObject({ refusal: "not-permitted" });
    expect(await remove(entryId, administrator)).toMatchObject({ ok: true });
    expect(await entries()).toEqual([]);
  });

  test("is no version: what is published and signed goes on without it", async () => {
    await publishArrangements(partnership);
    need(await add({ kind: "arrangements" }));
    expect((await listPublished(partnership.slug)).versions.map((version) => version.kind)).toEqual(["arrangements"]);
  });
});

describe("an earlier document that was taken off", () => {
  const propose = (entryId: string, person: TestPerson = partnership.businessManager, sent = submission({ entryId })) => proposeArchiveErasure(person.actor, { partnershipId: partnership.id, entryId }, sent);
  const erase = (entryId: string, person: TestPerson = partnership.chair, sent = submission({ entryId })) => eraseArchiveEntry(person.actor, { partnershipId: partnership.id, entryId }, sent);
  const stored = async () => database.sql<{ format: string; body: Buffer | null }[]>`select b.format, b.body from publication.bodies b join publication.publications p on p.id = b.publication_id where p.partnership_id = ${partnership.id} and p.kind = 'archive'`;

  test("is erased by two people in all its states, and only then is nothing of it stored", async () => {
    const { entryId } = need(await add());
    const kept = need(await add({ title: "Another report" }));
    need(await correct(entryId, 1, { title: "Yearly report 2024" }, { file: await read("Another file.") }));
    expect(await propose(entryId)).toMatchObject({ refusal: "not-found" });
    need(await remove(entryId));
    expect(await erase(entryId)).toMatchObject({ refusal: "second-person-needed" });
    need(await propose(entryId));
    expect(await propose(entryId, partnership.chair)).toMatchObject({ refusal: "nothing-to-change" });
    expect(await erase(entryId, partnership.businessManager)).toMatchObject({ refusal: "second-person-needed" });
    expect((await stored()).filter((body) => body.body === null)).toHaveLength(0);
    const sent = submission({ entryId });
    const erased = await erase(entryId, partnership.chair, sent);
    expect(erased).toMatchObject({ ok: true });
    expect(await erase(entryId, partnership.chair, sent)).toEqual(erased);
    expect(await erase(entryId)).toMatchObject({ refusal: "nothing-to-change" });
    // Two states with outline and file each are gone; the other entry's two bodies stand.
    expect((await stored()).map((body) => body.body === null).sort()).toEqual([false, false, true, true, true, true]);
    expect(await findArchive(partnership.slug)).toMatchObject({ entries: [{ entryId: kept.entryId }], removed: [{ entryId, erasedAt: expect.any(String) }] });
    expect(await listArchiveRemovals(partnership.chair.actor, partnership.id)).toMatchObject([{ entryId, erased: true, proposedBy: { personId: partnership.businessManager.personId } }]);
    expect(await ledger()).toEqual(["archive.entry-added", "archive.entry-added", "archive.entry-corrected", "archive.entry-removed", "archive.erasure-proposed", "archive.erased"]);
  });

  test("is proposed and erased by those of the partnership and an administrator, who confirmed who they are", async () => {
    const { entryId } = need(await add());
    need(await remove(entryId));
    const other = await addPartnership(database.sql, `fallowfield${String(counter)}`);
    expect(await propose(entryId, other.businessManager)).toMatchObject({ refusal: "not-found" });
    expect(await proposeArchiveErasure(other.businessManager.actor, { partnershipId: other.id, entryId }, submission())).toMatchObject({ refusal: "not-found" });
    expect(await listArchiveRemovals(other.businessManager.actor, partnership.id)).toEqual([]);
    await database.sql`update access.sessions set confirmed_at = null where person_id = ${partnership.scrutineer.personId}`;
    expect(await propose(entryId, partnership.scrutineer)).toMatchObject({ refusal: "identity-not-confirmed" });
    need(await propose(entryId, partnership.seats[0]?.lead));
    const administrator = await addPerson(database.sql, `Admin Elm ${String(counter)}`, { administrator: true });
    expect(await erase(entryId, administrator)).toMatchObject({ ok: true });
    expect((await stored()).map((body) => body.body)).toEqual([null, null]);
  });

  test("whatever the application does, the database keeps what is on the list, and removals as they were made", async () => {
    const { entryId } = need(await add());
    const { sql } = database;
    await expect(sql`update publication.bodies set body = null, erased_at = access.clock() where partnership_id = ${partnership.id} and format = 'file'`).rejects.toMatchObject({ constraint_name: "publications_immutable" });
    await expect(sql`insert into portal.archive_removals (entry_id, partnership_id, reason, removed_by) values (gen_random_uuid(), ${partnership.id}, 'Not there', ${partnership.chair.personId})`).rejects.toMatchObject({ constraint_name: "archive_removals_of_entries" });
    need(await remove(entryId));
    const { personId } = partnership.chair;
    await expect(sql`update portal.archive_removals set erasure_proposed_at = access.clock(), erasure_proposed_by = ${personId}, erased_at = access.clock(), erased_by = ${personId} where entry_id = ${entryId}`).rejects.toMatchObject({ constraint_name: "archive_removals_erased_by_two" });
    await expect(sql`update portal.archive_removals set reason = 'Another' where entry_id = ${entryId}`).rejects.toMatchObject({ constraint_name: "takedowns_immutable" });
    await expect(sql`delete from portal.archive_removals where entry_id = ${entryId}`).rejects.toMatchObject({ code: "23001" });
  });
});
