import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { addAgencies } from "#app/domain/agencies/assessments/add-agencies.server.ts";
import { extendReturn } from "#app/domain/agencies/assessments/extend-return.server.ts";
import { issueRound, type IssueRoundInput } from "#app/domain/agencies/assessments/issue-round.server.ts";
import { findReturn } from "#app/domain/agencies/assessments/return-queries.server.ts";
import { findRound, listAskable, listOwnReturns, listRounds } from "#app/domain/agencies/assessments/round-queries.server.ts";
import type { Answer } from "#app/domain/agencies/assessments/rules.ts";
import { saveAnswer } from "#app/domain/agencies/assessments/save-answer.server.ts";
import { listSets } from "#app/domain/agencies/assessments/set-queries.server.ts";
import { submitReturn } from "#app/domain/agencies/assessments/submit-return.server.ts";
import { withdrawAgency } from "#app/domain/agencies/withdraw-agency.server.ts";
import { nameOne, propose } from "#tests/support/agencies.ts";
import { addSchool, answer, fillAndSubmit, fillIn, issue, schoolSet, type TestSchool } from "#tests/support/assessments.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let heron: TestSchool;
let otter: TestSchool;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.setClock("2026-09-07T09:00:00Z");
  made += 1;
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
  heron = await addSchool(database.sql, ours, "Heron Hill School");
  otter = await addSchool(database.sql, ours, "Otter Brook School");
});

const send = (input: Partial<IssueRoundInput> = {}, who: TestPerson = ours.businessManager, sent = submission()) =>
  issueRound(who.actor, { partnershipId: ours.id, setId: schoolSet, title: "Schools 2026", periodFrom: "2026-04-01", periodTo: "2027-03-31", dueOn: "2026-10-31", membershipIds: [heron.membershipId], ...input }, sent);
const save = (returnId: string, who: TestPerson, said: Partial<Answer> = {}, revision = 0, standardId = "governance", sent = submission()) =>
  saveAnswer(who.actor, { partnershipId: ours.id, returnId, standardId, revision, answer: answer(said) }, sent);
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type ~ '^(assessment|action)\\.' order by seq`).map((row) => row.type);
const messages = async (kind: string) => (await database.sql<{ id: string }[]>`select person_id as id from portal.messages where partnership_id = ${ours.id} and kind = ${kind}`).map((row) => row.id);
const view = async (who: TestPerson, returnId: string) => {
  const found = await findReturn(who.actor, ours.id, returnId);
  if (!found) throw new Error("no return");
  return found;
};

describe("the question sets", () => {
  test("are three, each with standards that say what good looks like and ratings that say what they mean", async () => {
    const sets = await listSets(ours.businessManager.actor);
    expect(sets.map(({ series, standards, ratings }) => [series, standards.length, ratings.length])).toEqual([["section-11", 12, 5], ["section-175-157", 12, 5], ["multi-agency-working", 15, 5]]);
    expect(sets.every((set) => set.standards.every((each) => each.goodLooksLike.length > 0) && set.ratings.every((each) => each.meaning !== "") && !set.wordingChecked)).toBe(true);
  });
});

describe("issuing a round", () => {
  test("asks each agency, tells those who speak for it, and is one entry; sent twice it is issued once", async () => {
    const sent = submission();
    const input = { membershipIds: [heron.membershipId, otter.membershipId, heron.membershipId] };
    const outcome = await send(input, ours.delegate, sent);
    expect(await send(input, ours.delegate, sent)).toEqual(outcome);
    expect(need(outcome).asked).toBe(2);
    expect(await ledger()).toEqual(["assessment.round-issued"]);
    expect((await messages("assessment-issued")).sort()).toEqual([heron.head.personId, otter.head.personId].sort());
    const [round] = await listRounds(ours.scrutineer.actor, ours.id);
    expect(round?.returns.map(({ agency, status, dueOn, firstDueOn }) => [agency, status, dueOn, firstDueOn])).toEqual([["Heron Hill School", "issued", "2026-10-31", "2026-10-31"], ["Otter Brook School", "issued", "2026-10-31", "2026-10-31"]]);
  });

  test("is all or none: one that is not named, closed, or another partnership's stops it", async () => {
    const proposed = await propose(ours, { legalName: "Only proposed" });
    const closed = await nameOne(ours, { legalName: "Closed School" });
    await database.sql`update portal.agencies set closed_on = '2026-08-31' where id = (select agency_id from portal.agency_memberships where id = ${closed})`;
    expect(await send({ membershipIds: [heron.membershipId, proposed] })).toEqual({ ok: false, refusal: "stale", detail: "Only proposed" });
    expect(await send({ membershipIds: [heron.membershipId, closed] })).toEqual({ ok: false, refusal: "agency-closed", detail: "Closed School" });
    expect(await send({ membershipIds: [heron.membershipId, await nameOne(theirs)] })).toEqual({ ok: false, refusal: "stale" });
    expect(await send({ membershipIds: [] })).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await send({ dueOn: "2026-09-06" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await send({ setId: "nothing" })).toEqual({ ok: false, refusal: "not-found" });
    expect(await listRounds(ours.chair.actor, ours.id)).toEqual([]);
    expect((await listAskable(ours.chair.actor, ours.id)).agencies.map((each) => each.legalName)).toEqual(["Heron Hill School", "Otter Brook School"]);
    need(await send());
    expect(await send()).toEqual({ ok: false, refusal: "round-repeated" });
    expect(await ledger()).toEqual(["assessment.round-issued"]);
  });

  test("is for the business manager, the chair and the delegates", async () => {
    for (const person of [ours.scrutineer, heron.head]) expect(await send({}, person)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await send({}, theirs.businessManager)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("hundreds at once, and more later with a day of their own", async () => {
    const ids = await database.sql<{ id: string }[]>`
      with bodies as (insert into portal.agencies (kept_by, legal_name) select ${ours.id}, 'School ' || n from generate_series(1, 1200) n returning id)
      insert into portal.agency_memberships (partnership_id, agency_id, category_list, category, inclusion, status, named_on, reason)
      select ${ours.id}, id, (select id from portal.agency_category_lists), 'maintained-school', 'statutory', 'named', '2026-09-01', 'Every school' from bodies returning id`;
    const { roundId, asked } = need(await send({ membershipIds: ids.map((each) => each.id) }));
    expect(asked).toBe(1200);
    const add = (membershipIds: string[], dueOn = "2026-11-30", who: TestPerson = ours.chair) => addAgencies(who.actor, { partnershipId: ours.id, roundId, dueOn, membershipIds }, submission());
    expect(need(await add([heron.membershipId])).asked).toBe(1);
    expect(await add([heron.membershipId])).toEqual({ ok: false, refusal: "stale" });
    expect(await add([otter.membershipId], "2026-09-01")).toMatchObject({ refusal: "impossible-dates" });
    expect(await add([otter.membershipId], "2026-11-30", ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect((await findRound(ours.chair.actor, ours.id, roundId))?.returns.find((each) => each.agency === "Heron Hill School")).toMatchObject({ addedLater: true, dueOn: "2026-11-30", firstDueOn: "2026-11-30" });
    expect(await ledger()).toEqual(["assessment.round-issued", "assessment.agencies-added"]);
  });
});

describe("more time", () => {
  test("moves the day with a reason, and the first day stays", async () => {
    const { returns: [id = ""] } = await issue(database.sql, ours, [heron.membershipId]);
    const extend = (dueOn: string, dueBefore = "2026-10-31", who: TestPerson = ours.businessManager) => extendReturn(who.actor, { partnershipId: ours.id, returnId: id, dueBefore, dueOn, reason: "The head is new." }, submission());
    expect(await extend("2026-10-31")).toMatchObject({ refusal: "impossible-dates" });
    need(await extend("2026-11-14"));
    expect(await extend("2026-11-30")).toEqual({ ok: false, refusal: "stale" });
    for (const person of [heron.head, ours.scrutineer]) expect(await extend("2026-11-30", "2026-11-14", person)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await view(heron.head, id)).toMatchObject({ firstDueOn: "2026-10-31", dueOn: "2026-11-14", extensions: [{ from: "2026-10-31", to: "2026-11-14", reason: "The head is new.", office: "Business manager" }] });
    expect(await ledger()).toEqual(["assessment.round-issued", "assessment.due-moved"]);
  });
});

describe("a return", () => {
  let id: string;
  beforeEach(async () => {
    [id = ""] = (await issue(database.sql, ours, [heron.membershipId])).returns;
  });

  test("is kept answer by answer; two at once are told, and nothing is lost", async () => {
    const sent = submission();
    const first = await save(id, heron.head, { rating: null }, 0, "governance", sent);
    expect(await save(id, heron.head, { rating: null }, 0, "governance", sent)).toEqual(first);
    expect(await save(id, heron.head, { evidence: "Something else" })).toEqual({ ok: false, refusal: "stale" });
    // The same again is no change, and an answer of another standard is nobody's conflict.
    expect(need(await save(id, heron.head, { rating: null }, 1)).revision).toBe(1);
    need(await save(id, heron.head, {}, 0, "policy"));
    expect(await save(id, heron.head, {}, 0, "nothing")).toEqual({ ok: false, refusal: "not-found" });
    expect(await view(heron.head, id)).toMatchObject({ status: "begun", standing: "own", answers: [{ standardId: "governance", rating: null, revision: 1, savedOffice: "Headteacher, Heron Hill School", onBehalf: false }, { standardId: "policy" }] });
    expect(await ledger()).toEqual(["assessment.round-issued", "assessment.answer-saved", "assessment.answer-saved"]);
  });

  test("is seen and filled in by those who speak for that agency only", async () => {
    expect(await findReturn(otter.head.actor, ours.id, id)).toBeNull();
    expect(await listOwnReturns(otter.head.actor, ours.id)).toEqual([]);
    expect(await save(id, otter.head)).toEqual({ ok: false, refusal: "not-found" });
    expect(await save(id, theirs.businessManager)).toEqual({ ok: false, refusal: "not-found" });
    expect(await save(id, ours.delegate)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await save(id, ours.businessManager)).toEqual({ ok: false, refusal: "agency-answers-itself" });
    expect(await view(ours.businessManager, id)).toMatchObject({ standing: "blocked" });
    expect((await listOwnReturns(heron.head.actor, ours.id)).map((each) => each.returns.length)).toEqual([1]);
  });

  test("of an agency without an account is filled in by the business manager, which is said everywhere", async () => {
    const nursery = await nameOne(ours, { legalName: "Little Acorns" });
    const { returns: [own = ""] } = await issue(database.sql, ours, [nursery], { title: "Nurseries" });
    await fillAndSubmit(ours.businessManager, ours.id, own);
    const found = await view(ours.chair, own);
    expect(found).toMatchObject({ submitted: { office: "Business manager", onBehalf: true }, actions: [{ owner: "Chair of governors" }] });
    expect(found.submitted?.declaration).toContain("on behalf of Little Acorns");
    expect(found.answers.every((each) => each.onBehalf)).toBe(true);
  });

  test("is submitted when nothing is missing, once, as it was read; then it is read only and its actions stand", async () => {
    const submit = (revision: number, who: TestPerson = heron.head, sent = submission()) => submitReturn(who.actor, { partnershipId: ours.id, returnId: id, revision }, sent);
    need(await save(id, heron.head, { rating: "not-met" }));
    expect(await submit(2)).toMatchObject({ refusal: "return-incomplete", detail: expect.stringContaining("Governors and proprietors: an action, who does it, by when") as string });
    await fillIn(heron.head, ours.id, id);
    const { revision } = await view(heron.head, id);
    expect(await submit(revision - 1)).toEqual({ ok: false, refusal: "stale" });
    expect(await submit(revision, otter.head)).toEqual({ ok: false, refusal: "not-found" });
    const sent = submission();
    const outcome = await submit(revision, heron.head, sent);
    expect(outcome).toEqual({ ok: true, value: { actions: 1 } });
    expect(await submit(revision, heron.head, sent)).toEqual(outcome);
    expect(await submit(revision + 1)).toEqual({ ok: false, refusal: "return-submitted" });
    expect(await save(id, heron.head, { evidence: "Later" }, 2)).toEqual({ ok: false, refusal: "return-submitted" });
    const found = await view(ours.scrutineer, id);
    expect(found).toMatchObject({ status: "submitted", submitted: { on: "2026-09-07", office: "Headteacher, Heron Hill School", onBehalf: false }, actions: [{ origin: "assessment", what: "Train every governor.", owner: "Chair of governors", dueOn: "2026-12-31", state: "open" }] });
    expect((await ledger()).slice(-2)).toEqual(["action.recorded", "assessment.submitted"]);
    await expect(database.sql`update portal.assessment_answers set evidence = 'Changed' where return_id = ${id}`).rejects.toThrow("submitted");
    await expect(database.sql`update portal.assessment_returns set status = 'begun' where id = ${id}`).rejects.toThrow("submitted");
  });

  test("of the next year shows what was said before, and takes none of it by itself", async () => {
    await fillAndSubmit(heron.head, ours.id, id);
    await database.setClock("2027-09-01T09:00:00Z");
    for (const person of [heron.head, ours.businessManager]) Object.assign(person, await addSession(database.sql, person.personId));
    const { returns: [next = ""] } = await issue(database.sql, ours, [heron.membershipId], { title: "Next year", dueOn: "2027-10-31" });
    const found = await view(heron.head, next);
    expect(found.before).toMatchObject({ title: "Section 175 return 2026 to 2027" });
    expect(found.before?.answers).toHaveLength(12);
    expect(found.answers).toEqual([]);
    expect(await submitReturn(heron.head.actor, { partnershipId: ours.id, returnId: next, revision: 1 }, submission())).toMatchObject({ refusal: "return-incomplete" });
    // Another series carries nothing over.
    const { returns: [other = ""] } = await issue(database.sql, ours, [heron.membershipId], { title: "Working together", setId: "multi-agency-working-2025", dueOn: "2027-10-31" });
    expect((await view(heron.head, other)).before).toBeNull();
  });

  test("that is due soon is said once to those who speak for the agency", async () => {
    const remind = () => database.sql`select portal.remind_assessments()`;
    await remind();
    await database.setClock("2026-10-20T09:00:00Z");
    await remind();
    await remind();
    expect(await messages("assessment-due")).toEqual([heron.head.personId]);
  });

  test("stays when its agency is withdrawn", async () => {
    await fillAndSubmit(heron.head, ours.id, id);
    const [row] = await database.sql<{ revision: number }[]>`select revision from portal.agency_memberships where id = ${heron.membershipId}`;
    need(await withdrawAgency(ours.chair.actor, { partnershipId: ours.id, membershipId: heron.membershipId, revision: row?.revision ?? 0, on: "2026-09-07", reason: "It closed." }, submission()));
    expect((await view(ours.chair, id)).status).toBe("submitted");
  });
});
