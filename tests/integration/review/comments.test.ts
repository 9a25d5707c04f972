import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { correctRemark } from "#app/domain/documents/comments/correct-remark.server.ts";
import { openComment } from "#app/domain/documents/comments/open-comment.server.ts";
import { findComment, findSectionComments, listComments } from "#app/domain/documents/comments/queries.server.ts";
import { replyToComment } from "#app/domain/documents/comments/reply-to-comment.server.ts";
import { resolveComment } from "#app/domain/documents/comments/resolve-comment.server.ts";
import { findOverview } from "#app/domain/documents/draft-queries.server.ts";
import { removeSection } from "#app/domain/documents/remove-section.server.ts";
import { saveSection } from "#app/domain/documents/save-section.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import { as } from "#db/client.server.ts";
import { comments as commentsTable, remarks } from "#db/schema/index.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

import { draftRevision, ledgerOf, sectionAt, startedDraft, type StoredSection } from "../drafting/support.ts";

const kind = "arrangements" as const;
let database: TestDatabase;
let partnership: TestPartnership;
let lead: TestPerson;
let section: StoredSection;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  made += 1;
  partnership = await startedDraft(database.sql, `ashcombe-${String(made)}`);
  const [seat] = partnership.seats;
  if (!seat) throw new Error("no seat");
  lead = seat.lead;
  section = await sectionAt(database.sql, partnership.id, 0);
  await database.sql`delete from portal.messages`;
});

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

const here = () => ({ partnershipId: partnership.id, kind });
const comment = async (by: TestPerson, text = "Say who leads.", to: TestPerson[] = [], sent = submission({ text })) =>
  openComment(by.actor, { ...here(), sectionId: section.id, revision: section.revision, text, addressedTo: to.map((person) => person.personId) }, sent);
const opened = async (by: TestPerson, text?: string, to: TestPerson[] = []) => value(await comment(by, text, to)).commentId;
const reply = (by: TestPerson, commentId: string, text: string, to: TestPerson[] = []) =>
  replyToComment(by.actor, { ...here(), commentId, text, addressedTo: to.map((person) => person.personId) }, submission({ text }));
const seen = async (by: TestPerson, commentId: string) => (await findComment(by.actor, { ...here(), commentId }))?.comment;
const written = () => database.sql<{ kind: string; to: string; content: Record<string, unknown> }[]>`
  select m.kind, p.name as to, m.content from portal.messages m join portal.people p on p.id = m.person_id order by p.name`;

describe("commenting on a section", () => {
  test("is for everybody who may read the draft, and leaves the draft as it was", async () => {
    const before = await draftRevision(database.sql, partnership.id);
    const everybody = [lead, partnership.delegate, partnership.chair, partnership.businessManager, partnership.scrutineer];
    for (const person of everybody) await opened(person, `From ${person.name}`);
    const { comments, readers } = await findSectionComments(lead.actor, here(), section.id);
    expect(comments.map((each) => each.remarks.map((remark) => remark.text))).toEqual(everybody.map((person) => [`From ${person.name}`]));
    expect(readers.map((reader) => reader.name)).toEqual(expect.arrayContaining(everybody.filter((person) => person !== lead).map((person) => person.name)));
    expect(readers.map((reader) => reader.name)).not.toContain(lead.name);
    expect(await draftRevision(database.sql, partnership.id)).toBe(before);
    const overview = await findOverview(lead.actor, partnership.id, kind);
    expect(overview?.started && overview.sections[0]?.openComments).toBe(5);

    const { counts, broken } = await ledgerOf(database.sql, partnership.id);
    expect(counts["comment.opened"]).toBe(5);
    expect(broken).toBeNull();
    const said = await database.sql<{ body: string }[]>`select convert_from(body, 'UTF8') as body from ledger.payloads where partnership_id = ${partnership.id}`;
    expect(said.map((row) => row.body).join("\n")).not.toContain("From ");
  });

  test("is not for a relevant agency's contact, nor for anybody of another partnership", async () => {
    const commentId = await opened(lead);
    const contact = await addPerson(database.sql, "Contact Sedge");
    const [post] = await database.sql<{ id: string }[]>`insert into portal.posts (partnership_id, role, office, body, valid_from) values (${partnership.id}, 'agency-contact', 'Contact', 'Sedge Youth Club', '2024-04-01') returning id`;
    await database.sql`insert into portal.appointments (partnership_id, post_id, role, person_id, starts_on) values (${partnership.id}, ${post?.id ?? null}, 'agency-contact', ${contact.personId}, '2024-04-01')`;
    const other = await addPartnership(database.sql, `elsewhere-${String(made)}`);
    expect(await comment(contact)).toMatchObject({ ok: false, refusal: "not-permitted" });
    expect(await comment(other.chair)).toMatchObject({ ok: false, refusal: "not-found" });
    for (const person of [contact, other.chair]) {
      expect(await seen(person, commentId)).toBeUndefined();
      expect(await listComments(person.actor, here())).toEqual([]);
      expect(await reply(person, commentId, "Hello")).toMatchObject({ ok: false });
    }
  });

  test("tells whom it is for, and a reply tells those who spoke before; nobody twice, nobody of their own", async () => {
    const commentId = await opened(lead, "Is this right?", [partnership.chair, partnership.chair, lead]);
    expect(await written()).toEqual([{ kind: "comment-mention", to: partnership.chair.name, content: expect.objectContaining({ commentId, by: lead.name }) }]);
    expect(JSON.stringify(await written())).not.toContain("Is this right?");
    await database.sql`delete from portal.messages`;
    value(await reply(partnership.chair, commentId, "It is.", [partnership.delegate]));
    expect((await written()).map(({ kind: of, to }) => [of, to]).sort()).toEqual([["comment-mention", partnership.delegate.name], ["comment-reply", lead.name]]);
    expect((await seen(lead, commentId))?.remarks.map(({ text, addressedTo }) => [text, addressedTo])).toEqual([
      ["Is this right?", [partnership.chair.name, lead.name].sort()],
      ["It is.", [partnership.delegate.name]],
    ]);
  });

  test("refuses to name somebody who may not read the draft, and writes nothing then", async () => {
    const stranger = await addPerson(database.sql, "Stranger Teal");
    expect(await comment(lead, "Look", [stranger])).toMatchObject({ ok: false, refusal: "unknown-person" });
    expect(await listComments(lead.actor, here(), { resolvedToo: true })).toEqual([]);
    expect((await ledgerOf(database.sql, partnership.id)).counts["comment.opened"]).toBeUndefined();
  });

  test("sent twice is one comment", async () => {
    const sent = submission({ text: "Once" });
    const first = await comment(lead, "Once", [], sent);
    expect(await comment(lead, "Once", [], sent)).toEqual(first);
    expect(await listComments(lead.actor, here())).toHaveLength(1);
  });

  test("remembers which text it was about, and says when that changed", async () => {
    const commentId = await opened(lead);
    expect((await seen(lead, commentId))?.changedSince).toBeNull();
    const save = (body: string, revision: number) => saveSection(partnership.businessManager.actor, { ...here(), sectionId: section.id, revision, title: section.title, body, items: section.items }, submission({ body }));
    const { revision } = value(await save("Otherwise.", section.revision));
    expect((await seen(lead, commentId))?.changedSince).toMatchObject({ by: partnership.businessManager.name });
    value(await save(section.body, revision));
    expect((await seen(lead, commentId))?.changedSince).toBeNull();
  });

  test("of a section that is removed is refused; comments made before stay", async () => {
    const commentId = await opened(lead);
    value(await removeSection(partnership.chair.actor, { ...here(), sectionId: section.id, revision: section.revision }, submission()));
    expect(await comment(lead)).toMatchObject({ ok: false, refusal: "section-removed" });
    expect((await seen(lead, commentId))?.section.removed).toBe(true);
  });
});

describe("a comment's thread", () => {
  test("is resolved by its author or an editor, takes no reply then, and is opened again", async () => {
    const commentId = await opened(lead);
    const resolve = (by: TestPerson, resolved: boolean) => resolveComment(by.actor, { ...here(), commentId, resolved }, submission({ resolved }));
    expect(await resolve(partnership.scrutineer, true)).toMatchObject({ ok: false, refusal: "not-permitted" });
    expect(await resolve(lead, false)).toMatchObject({ ok: false, refusal: "nothing-to-change" });
    value(await resolve(partnership.businessManager, true));
    expect((await seen(lead, commentId))?.resolved?.by).toBe(partnership.businessManager.name);
    expect(await listComments(lead.actor, here())).toEqual([]);
    expect(await listComments(lead.actor, here(), { resolvedToo: true })).toHaveLength(1);
    expect(await reply(lead, commentId, "But")).toMatchObject({ ok: false, refusal: "comment-resolved" });
    value(await resolve(lead, false));
    value(await reply(lead, commentId, "But"));
    expect((await ledgerOf(database.sql, partnership.id)).counts).toMatchObject({ "comment.resolved": 1, "comment.reopened": 1, "comment.replied": 1 });
  });

  test("one's own words are put right or taken back, and then they are gone", async () => {
    const commentId = await opened(lead, "Jean leads this.");
    const remarkId = (await seen(lead, commentId))?.remarks[0]?.id ?? "";
    const correct = (by: TestPerson, text: string | null) => correctRemark(by.actor, { ...here(), commentId, remarkId, text }, submission({ text }));
    expect(await correct(partnership.businessManager, "Mine")).toMatchObject({ ok: false, refusal: "not-your-words" });
    value(await correct(lead, "The chair leads this."));
    expect((await seen(lead, commentId))?.remarks[0]).toMatchObject({ text: "The chair leads this.", correctedAt: expect.any(Date) });
    expect(await correct(lead, "The chair leads this.")).toMatchObject({ ok: false, refusal: "nothing-to-change" });
    value(await correct(lead, null));
    expect((await seen(partnership.chair, commentId))?.remarks[0]).toMatchObject({ text: null, withdrawnAt: expect.any(Date), by: lead.name });
    expect(await correct(lead, "Again")).toMatchObject({ ok: false, refusal: "nothing-to-change" });
    expect((await ledgerOf(database.sql, partnership.id)).counts).toMatchObject({ "comment.corrected": 1, "comment.withdrawn": 1 });
    const kept = await database.sql<{ text: string | null }[]>`select text from portal.remarks where id = ${remarkId}`;
    expect(kept).toEqual([{ text: null }]);
  });

  test("says when it may hold something personal", async () => {
    const commentId = await opened(lead, "Ring 01632 960123.");
    expect((await seen(lead, commentId))?.remarks[0]?.found).toEqual([expect.stringMatching(/^phone number \(.+\)$/)]);
  });
});

test("the database alone refuses words in another's name", async () => {
  const commentId = await opened(lead);
  const { personId } = partnership.chair;
  await expect(as(lead.actor, (tx) => tx.db.insert(commentsTable).values({ partnershipId: partnership.id, documentId: section.id, sectionId: section.id, sectionRevision: 1, openedBy: personId }))).rejects.toThrow();
  await expect(as(lead.actor, (tx) => tx.db.insert(remarks).values({ partnershipId: partnership.id, commentId, number: 2, text: "Put in a mouth", saidBy: personId }))).rejects.toThrow();
  const changed = await as(partnership.chair.actor, (tx) => tx.db.update(remarks).set({ text: "Twisted" }).returning({ id: remarks.id }));
  expect(changed).toEqual([]);
});
