import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { findOverview } from "#app/domain/documents/draft-queries.server.ts";
import { findFreeze } from "#app/domain/documents/freeze-queries.server.ts";
import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { findReview } from "#app/domain/documents/review/queries.server.ts";
import { requestReview } from "#app/domain/documents/review/request-review.server.ts";
import { reviewDraft } from "#app/domain/documents/review/review-draft.server.ts";
import type { ReviewOutcome } from "#app/domain/documents/review/rules.ts";
import { saveSection } from "#app/domain/documents/save-section.server.ts";
import { findVersion, findVersionBytes } from "#app/domain/documents/version-queries.server.ts";
import { as } from "#db/client.server.ts";
import { reviews } from "#db/schema/index.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addReadyDraft, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

import { draftRevision, ledgerOf, roles, sectionAt } from "../drafting/support.ts";

const kind = "arrangements" as const;
let database: TestDatabase;
let partnership: TestPartnership;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  made += 1;
  partnership = await addPartnership(database.sql, `ashcombe-${String(made)}`);
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
});

const revisionNow = () => draftRevision(database.sql, partnership.id);
const review = async (by: TestPerson, outcome: ReviewOutcome = "ready", words: string | null = outcome === "ready" ? null : "Say who leads.", revision?: number) =>
  reviewDraft(by.actor, { partnershipId: partnership.id, kind, revision: revision ?? (await revisionNow()), outcome, words }, submission({ outcome, words }));
const freeze = async (reasons: Record<string, string> = {}) => freezeVersion(partnership.businessManager.actor, { partnershipId: partnership.id, kind, revision: await revisionNow(), reasons }, submission({ reasons }));
const standing = async () => (await findReview(partnership.scrutineer.actor, partnership.id, kind))?.state;
const change = async (by: TestPerson, body: string) => {
  const section = await sectionAt(database.sql, partnership.id, 0);
  const outcome = await saveSection(by.actor, { partnershipId: partnership.id, kind, sectionId: section.id, revision: section.revision, title: section.title, body, items: section.items }, submission({ body }));
  if (!outcome.ok) throw new Error(outcome.refusal);
};
const written = async () => {
  const rows = await database.sql<{ kind: string; to: string }[]>`select m.kind, p.name as to from portal.messages m join portal.people p on p.id = m.person_id where m.partnership_id = ${partnership.id} order by p.name`;
  await database.sql`delete from portal.messages`;
  return rows.map((row) => [row.kind, row.to]);
};

describe("reviewing a draft", () => {
  test("is for delegated partners and the chair alone", async () => {
    for (const { role, person } of roles(partnership)) {
      const outcome = await review(person);
      if (role === "dsp" || role === "chair") expect(outcome, role).toMatchObject({ ok: true });
      else expect(outcome, role).toEqual({ ok: false, refusal: "not-permitted" });
    }
    const other = await addPartnership(database.sql, `elsewhere-${String(made)}`);
    expect(await review(other.chair)).toEqual({ ok: false, refusal: "not-found" });
    expect(await findReview(other.chair.actor, partnership.id, kind)).toBeNull();
    const { counts, broken } = await ledgerOf(database.sql, partnership.id);
    expect([counts["review.recorded"], broken]).toEqual([2, null]);
  });

  test("leaves the draft as it was, and is of one revision: a later change makes it stale", async () => {
    const before = await revisionNow();
    expect(await standing()).toBe("none");
    expect(await review(partnership.chair)).toMatchObject({ ok: true });
    expect(await revisionNow()).toBe(before);
    expect(await standing()).toBe("ready");
    await change(partnership.businessManager, "Otherwise.");
    expect(await standing()).toBe("stale");
    expect(await review(partnership.chair, "ready", null, before)).toEqual({ ok: false, refusal: "stale" });
    expect(await findReview(partnership.chair.actor, partnership.id, kind)).toMatchObject({ lastAuthor: { name: partnership.businessManager.name }, reviews: [{ by: partnership.chair.name, current: false }] });
  });

  test("sent twice is one review", async () => {
    const sent = submission({ outcome: "ready" });
    const input = { partnershipId: partnership.id, kind, revision: await revisionNow(), outcome: "ready" as const, words: null };
    const first = await reviewDraft(partnership.chair.actor, input, sent);
    expect(await reviewDraft(partnership.chair.actor, input, sent)).toEqual(first);
    expect((await findReview(partnership.chair.actor, partnership.id, kind))?.reviews).toHaveLength(1);
  });

  test("is asked for once for each revision, and those who may review are told; the answer goes to who asked and the manager", async () => {
    const ask = async (by: TestPerson) => requestReview(by.actor, { partnershipId: partnership.id, kind, revision: await revisionNow() }, submission());
    expect(await ask(partnership.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await requestReview(partnership.chair.actor, { partnershipId: partnership.id, kind, revision: 99 }, submission())).toEqual({ ok: false, refusal: "stale" });
    expect(await ask(partnership.delegate)).toEqual({ ok: true, value: { asked: 1 } });
    expect(await written()).toEqual([["review-requested", partnership.chair.name]]);
    expect(await ask(partnership.businessManager)).toEqual({ ok: false, refusal: "nothing-to-change" });
    await review(partnership.chair, "changes-wanted");
    expect(await written()).toEqual([["review-recorded", partnership.delegate.name], ["review-recorded", partnership.businessManager.name]].sort());
    expect((await ledgerOf(database.sql, partnership.id)).counts).toMatchObject({ "review.requested": 1, "review.recorded": 1 });
  });
});

describe("freezing", () => {
  test("needs a review of these very words, or a reason that the version keeps", async () => {
    expect(await freeze()).toEqual({ ok: false, refusal: "not-ready", detail: "Nobody has reviewed this draft." });
    expect(await freeze({ "review:none": "Short" })).toMatchObject({ ok: true });
    const version = await findVersion(partnership.chair.actor, partnership.id, kind, 1);
    expect(version).toMatchObject({ review: null, warnings: [{ code: "review:none", text: "Nobody has reviewed this draft.", reason: "Short" }] });
    const bytes = await findVersionBytes(partnership.chair.actor, partnership.id, kind, 1, "content");
    expect(Buffer.from(bytes?.body ?? new Uint8Array()).toString("utf8")).not.toMatch(/reviewed|Short/);
  });

  test("on a review names it in the version and in the ledger, and asks for no reason", async () => {
    await review(partnership.chair, "ready", "Read it twice.");
    const view = await findFreeze(partnership.businessManager.actor, partnership.id, kind);
    expect(view?.readiness.warnings).toEqual([]);
    expect(await freeze()).toMatchObject({ ok: true });
    expect(await findVersion(partnership.seats[0]?.lead.actor ?? partnership.chair.actor, partnership.id, kind, 1)).toMatchObject({ review: { by: partnership.chair.name, words: "Read it twice." }, warnings: [] });
    const [row] = await database.sql<{ review_id: string; body: string }[]>`
      select v.review_id, convert_from(p.body, 'UTF8') as body from portal.versions v join ledger.payloads p on p.partnership_id = v.partnership_id and p.seq = v.frozen_seq where v.partnership_id = ${partnership.id}`;
    expect(JSON.parse(row?.body ?? "{}")).toMatchObject({ reviewId: row?.review_id });
  });

  test("is not helped by the last author's own review", async () => {
    await change(partnership.chair, "Otherwise.");
    await review(partnership.chair);
    expect(await standing()).toBe("own");
    expect(await freeze()).toMatchObject({ ok: false, detail: "Only the person who changed the draft last has reviewed it." });
    await review(partnership.delegate);
    expect(await freeze()).toMatchObject({ ok: true });
  });

  test("against a reviewer who wants changes needs a reason, until they think again", async () => {
    await review(partnership.delegate);
    await review(partnership.chair, "changes-wanted");
    expect(await freeze()).toMatchObject({ ok: false, detail: "A reviewer wants changes to this draft." });
    const overview = await findOverview(partnership.chair.actor, partnership.id, kind);
    expect(overview?.started && overview.readiness.warnings).toEqual([{ severity: "warning", code: "review:changes-wanted", text: "A reviewer wants changes to this draft.", place: { kind: "review" } }]);
    await review(partnership.chair);
    expect(await freeze()).toMatchObject({ ok: true });
  });

  test("a reason for another warning about the review does not do", async () => {
    await review(partnership.chair);
    await change(partnership.businessManager, "Otherwise.");
    expect(await freeze({ "review:none": "Nobody was there." })).toMatchObject({ ok: false, detail: "The draft was changed after it was reviewed." });
  });
});

test("the database alone refuses a review in another's name, and changes none", async () => {
  await review(partnership.chair);
  const [document] = await database.sql<{ id: string }[]>`select id from portal.documents where partnership_id = ${partnership.id}`;
  const forged = { partnershipId: partnership.id, documentId: document?.id ?? "", revision: 1, outcome: "ready" as const, reviewedBy: partnership.chair.personId };
  await expect(as(partnership.businessManager.actor, (tx) => tx.db.insert(reviews).values(forged))).rejects.toThrow();
  await expect(database.sql`update portal.reviews set outcome = 'ready'`).rejects.toThrow(/append-only/);
  await expect(database.sql`insert into portal.reviews (partnership_id, document_id, revision, outcome, reviewed_by) values (${partnership.id}, ${document?.id ?? ""}, 1, 'changes-wanted', ${partnership.chair.personId})`).rejects.toThrow(/reviews_changes_named/);
});
