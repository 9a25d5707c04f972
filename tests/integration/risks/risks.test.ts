import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { findRisk, listRisks } from "#app/domain/risks/queries.server.ts";
import { recordRisk } from "#app/domain/risks/record-risk.server.ts";
import { type ReviewInput, reviewRisk } from "#app/domain/risks/review-risk.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addRisk, risk } from "#tests/support/escalations.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, addRepresentative, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  await database.setClock("2026-09-08T09:00:00Z");
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
});

const review = async (number: number, more: Partial<ReviewInput> = {}, who: TestPerson = ours.chair) => {
  const { ownerPostId } = await risk(ours);
  return reviewRisk(who.actor, { partnershipId: ours.id, number, likelihood: 2, impact: 4, mitigation: "Two people know the work.", ownerPostId, reviewOn: "2026-12-01", words: "A second analyst has begun.", looked: [], revision: 1, ...more }, submission());
};
const one = async (number: number) => {
  const found = await findRisk(ours.scrutineer.actor, ours.id, number);
  if (!found) throw new Error("no risk");
  return found;
};

test("a risk is judged anew, and every score it had stays", async () => {
  const sent = submission();
  const input = { partnershipId: ours.id, ...(await risk(ours)) };
  const send = () => recordRisk(ours.businessManager.actor, input, sent);
  expect([await send(), await send()]).toEqual(Array.from({ length: 2 }, () => ({ ok: true, value: { number: 1 } })));
  need(await review(1));
  expect(await review(1)).toEqual({ ok: false, refusal: "stale" });
  const { risk: now, reviews } = await one(1);
  expect(now).toMatchObject({ likelihood: 2, impact: 4, mitigation: "Two people know the work.", reviewOn: "2026-12-01", closedOn: null, reviews: 2, owner: expect.stringContaining("Business manager (Manager Oak") as string });
  expect(reviews.map(({ likelihood, impact, reviewOn, office }) => [likelihood * impact, reviewOn, office])).toEqual([[12, "2026-10-01", "Business manager"], [8, "2026-12-01", "Partnership chair"]]);
  need(await review(1, { reviewOn: null, revision: 2, words: "It has passed." }));
  expect((await one(1)).risk).toMatchObject({ closedOn: "2026-09-08" });
  expect(await review(1, { revision: 3 })).toEqual({ ok: false, refusal: "risk-closed" });
  expect((await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'risk.%' order by seq`).map((row) => row.type)).toEqual(["risk.recorded", "risk.reviewed", "risk.reviewed"]);
  await expect(database.sql`update portal.risk_reviews set words = 'Other' where partnership_id = ${ours.id}`).rejects.toThrow();
});

test("the highest score comes first, the closed ones last", async () => {
  const [low, high, closed] = [await addRisk(ours, { impact: 1 }), await addRisk(ours, { impact: 5 }), await addRisk(ours, { likelihood: 5, impact: 5 })];
  need(await review(closed, { reviewOn: null }));
  expect((await listRisks(ours.chair.actor, ours.id)).risks.map((each) => each.number)).toEqual([high, low, closed]);
});

test("is refused with words that identify somebody, a day that has passed, or an office of others", async () => {
  const tried = async (values: Parameters<typeof risk>[1]) => recordRisk(ours.chair.actor, { partnershipId: ours.id, ...(await risk(ours, values)) }, submission());
  for (const field of ["title", "description", "mitigation"] as const) expect(await tried({ [field]: "About 943 476 5919 and more" })).toMatchObject({ ok: false, refusal: "identifier-in-words" });
  expect(await tried({ reviewOn: "2026-09-08" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
  expect(await tried({ ownerPostId: (await risk(theirs)).ownerPostId })).toEqual({ ok: false, refusal: "stale" });
  const number = await addRisk(ours);
  expect(await review(number, { words: "About SA1 2BD" })).toMatchObject({ ok: false, refusal: "words-not-looked-at" });
  expect(await review(number, { reviewOn: "2026-09-01" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
  expect(await review(number, { ownerPostId: (await risk(theirs)).ownerPostId })).toEqual({ ok: false, refusal: "stale" });
  expect(await review(99)).toEqual({ ok: false, refusal: "not-found" });
});

test("whose review is overdue waits for its owner and the business manager", async () => {
  const choices = await findRisk(ours.chair.actor, ours.id, await addRisk(ours));
  const chairs = choices?.owners.find((owner) => owner.text.startsWith("Partnership chair"))?.postId ?? "";
  await addRisk(ours, { title: "The site is old", ownerPostId: chairs, reviewOn: "2026-09-20" });
  await database.setClock("2026-09-21T09:00:00Z");
  const waits = async ({ personId }: TestPerson) => (await getHomeFacts((await addSession(database.sql, personId)).actor, ours.id)).risks.overdue.map((each) => each.number);
  expect([await waits(ours.chair), await waits(ours.businessManager), await waits(ours.delegate)]).toEqual([[2], [2], []]);
  await database.setClock("2026-10-02T09:00:00Z");
  expect([await waits(ours.chair), await waits(ours.businessManager)]).toEqual([[2], [2, 1]]);
});

test("those in office read the register; leads review and do not add", async () => {
  const number = await addRisk(ours);
  const contact = await addRepresentative(database.sql, ours.id, "agency-contact");
  const lead = ours.seats[0]?.lead ?? ours.chair;
  for (const person of [ours.scrutineer, contact, lead]) expect(await recordRisk(person.actor, { partnershipId: ours.id, ...(await risk(ours)) }, submission())).toEqual({ ok: false, refusal: "not-permitted" });
  for (const person of [ours.scrutineer, contact]) expect(await review(number, {}, person)).toEqual({ ok: false, refusal: "not-permitted" });
  expect(await review(number, {}, theirs.chair)).toEqual({ ok: false, refusal: "not-found" });
  need(await review(number, {}, lead));
  expect([(await listRisks(contact.actor, ours.id)).risks, (await listRisks(theirs.chair.actor, ours.id)).risks]).toEqual([[], []]);
});
