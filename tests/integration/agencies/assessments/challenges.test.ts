import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { acceptAnswer } from "#app/domain/agencies/assessments/accept-answer.server.ts";
import { answerChallenge } from "#app/domain/agencies/assessments/answer-challenge.server.ts";
import { askAgain } from "#app/domain/agencies/assessments/ask-again.server.ts";
import { askForMore } from "#app/domain/actions/ask-for-more.server.ts";
import { challengeStandard } from "#app/domain/agencies/assessments/challenge-standard.server.ts";
import { closeAction } from "#app/domain/actions/close-action.server.ts";
import { drawSample } from "#app/domain/agencies/assessments/draw-sample.server.ts";
import { listRatedAnswers } from "#app/domain/agencies/assessments/figures.server.ts";
import { moveDueDate } from "#app/domain/actions/move-due-date.server.ts";
import { noteProgress } from "#app/domain/actions/note-progress.server.ts";
import { proposeDone } from "#app/domain/actions/propose-done.server.ts";
import { recordAction } from "#app/domain/agencies/assessments/record-action.server.ts";
import { findChallenge, findReturn, listAssessmentActions } from "#app/domain/agencies/assessments/return-queries.server.ts";
import { sampleReturn } from "#app/domain/agencies/assessments/sample-return.server.ts";
import { findAction } from "#app/domain/actions/queries.server.ts";
import { listRepresentativeTasks } from "#app/domain/home/assessment-facts.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { tasksFor } from "#app/domain/home/rules.ts";
import { as } from "#db/client.server.ts";
import { nameOne } from "#tests/support/agencies.ts";
import { addSchool, fillAndSubmit, issue, type TestSchool } from "#tests/support/assessments.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let heron: TestSchool;
let otter: TestSchool;
let roundId: string;
let heronReturn: string;
let otterReturn: string;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-09-07T09:00:00Z");
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
  heron = await addSchool(database.sql, ours, "Heron Hill School");
  otter = await addSchool(database.sql, ours, "Otter Brook School");
  const issued = await issue(database.sql, ours, [heron.membershipId, otter.membershipId]);
  ({ roundId } = issued);
  [heronReturn = "", otterReturn = ""] = issued.returns;
  await fillAndSubmit(heron.head, ours.id, heronReturn);
});

/** Lets the delegate speak for the school too. */
const alsoSpeaks = (person: TestPerson, school: TestSchool) => database.sql`
  with post as (insert into portal.posts (partnership_id, role, body, office, valid_from) values (${ours.id}, 'agency-contact', ${school.name}, 'Governor', '2019-09-29') returning id),
    held as (insert into portal.appointments (partnership_id, post_id, role, person_id, starts_on) select ${ours.id}, id, 'agency-contact', ${person.personId}, '2024-04-01' from post)
  update portal.agency_memberships set deputy_post_id = (select id from post) where id = ${school.membershipId}`;
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and (type like 'assessment.%' or type like 'action.%') order by seq`).map((row) => row.type);
const messages = async (kind: string) => (await database.sql<{ id: string }[]>`select person_id as id from portal.messages where partnership_id = ${ours.id} and kind = ${kind}`).map((row) => row.id);
const challenge = (who: TestPerson = ours.delegate, returnId = heronReturn, standardId = "policy", sent = submission()) => challengeStandard(who.actor, { partnershipId: ours.id, returnId, standardId, question: "When was it reviewed?" }, sent);
const refusalsFor = async (act: (who: TestPerson) => Promise<unknown>, people: readonly TestPerson[]) => Promise.all(people.map(act));
const texts = async (who: TestPerson) => tasksFor(await getHomeFacts(who.actor, ours.id)).map((each) => each.text);

describe("a sample", () => {
  test("is chosen by hand from what is submitted, once, by somebody who does not speak for the agency", async () => {
    const sample = (returnId: string, who: TestPerson = ours.scrutineer) => sampleReturn(who.actor, { partnershipId: ours.id, returnId }, submission());
    expect(await sample(otterReturn)).toEqual({ ok: false, refusal: "return-not-submitted" });
    for (const who of [ours.businessManager, heron.head]) expect(await sample(heronReturn, who)).toEqual({ ok: false, refusal: "not-permitted" });
    await alsoSpeaks(ours.delegate, heron);
    expect(await sample(heronReturn, ours.delegate)).toEqual({ ok: false, refusal: "own-agency" });
    need(await sample(heronReturn));
    expect(await sample(heronReturn)).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await findReturn(heron.head.actor, ours.id, heronReturn)).toMatchObject({ sample: { drawn: "by-hand", seed: null, office: "Independent scrutineer" } });
  });

  test("is drawn at random with a seed that is kept, and draws nothing twice", async () => {
    const draw = (count: number, who: TestPerson = ours.chair, sent = submission()) => drawSample(who.actor, { partnershipId: ours.id, roundId, count, seed: "spring" }, sent);
    await fillAndSubmit(otter.head, ours.id, otterReturn);
    expect(await draw(1, ours.businessManager)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await draw(1, theirs.chair)).toEqual({ ok: false, refusal: "not-found" });
    const sent = submission();
    const first = await draw(1, ours.chair, sent);
    expect(first).toEqual({ ok: true, value: { drawn: 1, from: 2 } });
    expect(await draw(1, ours.chair, sent)).toEqual(first);
    expect(await draw(9)).toEqual({ ok: true, value: { drawn: 1, from: 1 } });
    expect(await draw(1)).toMatchObject({ ok: false, refusal: "nothing-to-change" });
    const rows = await database.sql`select seed, drawn_from as "from" from portal.assessment_samples order by drawn_from desc`;
    expect(rows.slice(-2)).toMatchObject([{ seed: "spring" }, { seed: "spring" }]);
    expect((await ledger()).filter((type) => type === "assessment.sampled")).toHaveLength(2);
  });
});

describe("a challenge", () => {
  test("is asked, answered, asked again, answered and accepted, with a rating beside the agency's own", async () => {
    const sent = submission();
    const outcome = await challenge(ours.delegate, heronReturn, "policy", sent);
    expect(await challenge(ours.delegate, heronReturn, "policy", sent)).toEqual(outcome);
    const { challengeId } = need(outcome);
    expect(await challenge(ours.chair)).toEqual({ ok: false, refusal: "challenge-open" });
    expect(await messages("assessment-challenged")).toEqual([heron.head.personId]);
    expect((await listRepresentativeTasks(heron.head.actor, ours.id)).map((each) => each.text)).toEqual(["Answer a question about the self-assessment of Heron Hill School"]);
    const reply = (revision: number, who: TestPerson = heron.head) => answerChallenge(who.actor, { partnershipId: ours.id, challengeId, revision, text: "In May." }, submission());
    expect(await reply(1, otter.head)).toEqual({ ok: false, refusal: "not-found" });
    expect(await reply(1, ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await reply(1, ours.businessManager)).toEqual({ ok: false, refusal: "agency-answers-itself" });
    const again = (revision: number, who: TestPerson = ours.delegate) => askAgain(who.actor, { partnershipId: ours.id, challengeId, revision, text: "By whom?" }, submission());
    expect(await again(1)).toEqual({ ok: false, refusal: "challenge-moved-on" });
    need(await reply(1));
    expect(await reply(2)).toEqual({ ok: false, refusal: "challenge-moved-on" });
    expect(await messages("assessment-answered")).toEqual([ours.delegate.personId]);
    expect(await texts(ours.delegate)).toContain("Accept what Heron Hill School answered, or ask again");
    expect(await texts(ours.scrutineer)).not.toContain("Accept what Heron Hill School answered, or ask again");
    need(await again(2));
    need(await reply(3));
    const accept = (revision: number, who: TestPerson = ours.delegate, rating = "partly-met") => acceptAnswer(who.actor, { partnershipId: ours.id, challengeId, revision, rating, text: "The minutes show it." }, submission());
    expect(await accept(3)).toEqual({ ok: false, refusal: "challenge-moved-on" });
    expect(await refusalsFor((who) => accept(4, who), [heron.head, ours.businessManager, theirs.delegate])).toEqual(["not-permitted", "not-permitted", "not-found"].map((refusal) => ({ ok: false, refusal })));
    expect(await accept(4, ours.delegate, "nothing")).toEqual({ ok: false, refusal: "not-found" });
    need(await accept(4));
    const found = await findChallenge(heron.head.actor, ours.id, challengeId);
    expect(found?.challenge).toMatchObject({ status: "accepted", moderated: { rating: "partly-met" } });
    expect(found?.challenge.remarks.map(({ kind, office }) => [kind, office])).toEqual([["question", expect.stringContaining("Director of Children")], ["answer", "Headteacher, Heron Hill School"], ["question", expect.anything()], ["answer", expect.anything()], ["acceptance", expect.anything()]]);
    expect(found?.return.answers.find((each) => each.standardId === "policy")?.rating).toBe("met");
    expect((await listRatedAnswers(ours.chair.actor, ours.id, roundId)).find((each) => each.standardId === "policy")).toMatchObject({ rating: "met", moderated: "partly-met", sector: "education" });
    expect((await ledger()).slice(-5)).toEqual(["assessment.challenged", "assessment.challenge-answered", "assessment.challenge-repeated", "assessment.challenge-answered", "assessment.challenge-accepted"]);
    need(await challenge(ours.chair));
  });

  test("is for a delegate, the chair or the scrutineer, of a submitted return, and nobody's own agency", async () => {
    expect(await refusalsFor((who) => challenge(who), [ours.businessManager, heron.head, theirs.delegate])).toEqual(["not-permitted", "not-permitted", "not-found"].map((refusal) => ({ ok: false, refusal })));
    expect(await challenge(ours.delegate, otterReturn)).toEqual({ ok: false, refusal: "return-not-submitted" });
    expect(await challenge(ours.delegate, heronReturn, "nothing")).toEqual({ ok: false, refusal: "not-found" });
    await alsoSpeaks(ours.delegate, heron);
    expect(await challenge()).toEqual({ ok: false, refusal: "own-agency" });
    need(await challenge(ours.scrutineer));
    // The database says so, too.
    const insert = sql`insert into portal.assessment_challenges (partnership_id, return_id, membership_id, set_id, standard_id, asked_by) select partnership_id, id, membership_id, set_id, 'governance', ${ours.delegate.personId}::uuid from portal.assessment_returns where id = ${heronReturn}::uuid`;
    await expect(as(ours.delegate.actor, (tx) => tx.db.execute(insert))).rejects.toMatchObject({ cause: { message: expect.stringContaining("row-level security") as string } });
  });
});

describe("an action", () => {
  const record = (who: TestPerson = ours.delegate, dueOn = "2026-10-31") => recordAction(who.actor, { partnershipId: ours.id, returnId: heronReturn, standardId: "policy", what: "Review the policy.", owner: "Designated safeguarding lead", dueOn }, submission());
  const open = async () => need(await record()).actionId;
  const told = (actionId: string, revision: number) => ({ partnershipId: ours.id, actionId, revision, text: "The policy of October.", looked: [] });

  test("is recorded by a challenger, who tells the agency", async () => {
    expect(await refusalsFor((who) => record(who), [ours.businessManager, heron.head])).toEqual(["not-permitted", "not-permitted"].map((refusal) => ({ ok: false, refusal })));
    expect(await record(ours.chair, "2026-09-06")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    const actionId = await open();
    expect(await messages("assessment-action")).toEqual([heron.head.personId]);
    expect(await findAction(heron.head.actor, ours.id, actionId)).toMatchObject({ origin: "assessment", originId: heronReturn, state: "open", owner: "Designated safeguarding lead", story: [{ kind: "recorded" }] });
    expect(await findAction(otter.head.actor, ours.id, actionId)).toBeNull();
    expect(await listAssessmentActions(otter.head.actor, ours.id)).toEqual([]);
    expect(await listAssessmentActions(ours.chair.actor, ours.id)).toHaveLength(2);
  });

  test("is proposed as done by the agency and closed by another; what is not enough goes back", async () => {
    const id = await open();
    expect(await refusalsFor((who) => noteProgress(who.actor, told(id, 1), submission()), [otter.head, ours.delegate, ours.businessManager])).toEqual(["not-found", "not-the-owner", "agency-answers-itself"].map((refusal) => ({ ok: false, refusal })));
    need(await noteProgress(heron.head.actor, told(id, 1), submission()));
    expect(await proposeDone(heron.head.actor, told(id, 1), submission())).toEqual({ ok: false, refusal: "action-moved-on" });
    expect(await closeAction(ours.delegate.actor, told(id, 2), submission())).toEqual({ ok: false, refusal: "action-moved-on" });
    need(await proposeDone(heron.head.actor, told(id, 2), submission()));
    expect(await texts(ours.chair)).toContain("Close an action of Heron Hill School, or ask for more");
    expect(await refusalsFor((who) => closeAction(who.actor, told(id, 3), submission()), [heron.head, ours.businessManager, theirs.chair])).toEqual(["not-permitted", "not-permitted", "not-found"].map((refusal) => ({ ok: false, refusal })));
    need(await askForMore(ours.scrutineer.actor, told(id, 3), submission()));
    need(await proposeDone(heron.head.actor, told(id, 4), submission()));
    const sent = submission();
    need(await closeAction(ours.scrutineer.actor, told(id, 5), sent));
    need(await closeAction(ours.scrutineer.actor, told(id, 5), sent));
    expect(await moveDueDate(ours.chair.actor, { ...told(id, 6), dueOn: "2026-12-01" }, submission())).toEqual({ ok: false, refusal: "action-moved-on" });
    const found = await findAction(heron.head.actor, ours.id, id);
    expect(found).toMatchObject({ state: "closed", closedOn: "2026-09-07" });
    expect(found?.story.map((each) => each.kind)).toEqual(["recorded", "progress", "proposed", "more-asked", "proposed", "closed"]);
    expect((await ledger()).slice(-6)).toEqual(["action.recorded", "action.progressed", "action.proposed-done", "action.returned", "action.proposed-done", "action.closed"]);
  });

  test("is closed by nobody who speaks for the agency or proposed it, whatever else they are", async () => {
    const id = await open();
    await alsoSpeaks(ours.delegate, heron);
    need(await proposeDone(ours.delegate.actor, told(id, 1), submission()));
    for (const act of [closeAction, askForMore]) expect(await act(ours.delegate.actor, told(id, 2), submission())).toEqual({ ok: false, refusal: "own-action" });
    await database.sql`update portal.agency_memberships set deputy_post_id = null where id = ${heron.membershipId}`;
    expect(await closeAction(ours.delegate.actor, told(id, 2), submission())).toEqual({ ok: false, refusal: "own-action" });
    need(await closeAction(ours.chair.actor, told(id, 2), submission()));
  });

  test("keeps every day that it was due, with why it moved", async () => {
    const id = await open();
    const move = (dueOn: string, revision: number, who: TestPerson = ours.businessManager) => moveDueDate(who.actor, { ...told(id, revision), dueOn, text: "The supplier is late." }, submission());
    expect(await refusalsFor((who) => move("2026-11-30", 1, who), [heron.head, ours.scrutineer])).toEqual(["not-permitted", "not-permitted"].map((refusal) => ({ ok: false, refusal })));
    expect(await move("2026-10-31", 1)).toMatchObject({ refusal: "impossible-dates" });
    need(await move("2026-11-30", 1));
    expect(await move("2026-12-31", 1)).toEqual({ ok: false, refusal: "action-moved-on" });
    need(await move("2026-12-15", 2));
    const found = await findAction(ours.chair.actor, ours.id, id);
    expect(found).toMatchObject({ originalDueOn: "2026-10-31", dueOn: "2026-12-15" });
    expect(found?.story.slice(1).map(({ dueBefore, dueAfter, text }) => [dueBefore, dueAfter, text])).toEqual([["2026-10-31", "2026-11-30", "The supplier is late."], ["2026-11-30", "2026-12-15", "The supplier is late."]]);
  });

  test("of an agency without an account is worked on by the business manager, on its behalf", async () => {
    const nursery = await nameOne(ours, { legalName: "Little Acorns" });
    const { returns: [own = ""] } = await issue(database.sql, ours, [nursery], { title: "Nurseries" });
    await fillAndSubmit(ours.businessManager, ours.id, own);
    const action = (await listAssessmentActions(ours.businessManager.actor, ours.id)).find((each) => each.agency === "Little Acorns");
    need(await proposeDone(ours.businessManager.actor, told(action?.id ?? "", 1), submission()));
    expect((await findAction(ours.chair.actor, ours.id, action?.id ?? ""))?.story.at(-1)).toMatchObject({ kind: "proposed", onBehalf: true, office: "Business manager" });
  });
});
