import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { answerDecision } from "#app/domain/decisions/answer-decision.server.ts";
import { readDecisionQuery } from "#app/domain/decisions/decision-query.ts";
import { noteDecisions } from "#app/domain/decisions/note-decisions.server.ts";
import { getNotingList } from "#app/domain/decisions/notings.server.ts";
import { findLists, getPowers } from "#app/domain/decisions/powers.server.ts";
import { findDecision, listAllDecisions, listDecisions } from "#app/domain/decisions/queries.server.ts";
import { type DecisionInput, recordDecision } from "#app/domain/decisions/record-decision.server.ts";
import { recordDelegated } from "#app/domain/decisions/record-delegated.server.ts";
import { withdrawDecision } from "#app/domain/decisions/withdraw-decision.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { as } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { decide, decision, delegateMatters, delegateSeat } from "#tests/support/decisions.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, addPerson, addRepresentative, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let seatId: string;
let made = 0;

const today = "2026-09-08";

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  await database.setClock("2026-09-08T09:00:00Z");
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
  seatId = await delegateMatters(database.sql, ours);
});

const record = (values: Partial<DecisionInput> = {}, who: TestPerson = ours.businessManager) => recordDecision(who.actor, decision(ours.id, values), submission());
const taken = (values: Partial<DecisionInput> = {}): Partial<DecisionInput> => ({ takenBy: "delegates", seatIds: [seatId], decidedOn: "2026-09-07", ...values });
const answer = (number: number, at: number, agreed = true, words: string | null = null) => {
  const seat = ours.seats[at];
  if (!seat) throw new Error("no seat");
  return answerDecision(seat.lead.actor, { partnershipId: ours.id, number, seatId: seat.id, agreed, words, looked: [] }, submission());
};
const one = async (number: number, who: TestPerson = ours.businessManager) => {
  const found = await findDecision(who.actor, ours.id, number);
  if (!found) throw new Error("no decision");
  return found.decision;
};
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'decision%' order by seq`).map((row) => row.type);
const told = async (kind: string) =>
  (await database.sql<{ name: string }[]>`select p.name from portal.messages m join portal.people p on p.id = m.person_id where m.partnership_id = ${ours.id} and m.kind = ${kind} order by p.name`).map((row) => row.name.split(" ")[0]);

describe("a decision of delegates", () => {
  test("within their delegation stands at once, with office, delegation and an entry of the ledger; sent twice it is recorded once", async () => {
    const sent = submission();
    const send = () => recordDecision(ours.chair.actor, decision(ours.id, taken({ amountPence: 50_000, dissent: "The police would have waited." })), sent);
    const outcome = await send();
    expect(outcome).toEqual({ ok: true, value: { number: 1 } });
    expect(await send()).toEqual(outcome);
    expect(await one(1)).toMatchObject({
      number: 1, state: "stands", takenBy: "delegates", decidedOn: "2026-09-07", amountPence: 50_000, dissent: "The police would have waited.", office: "Partnership chair",
      takers: [{ seatId, office: "Director of Children", name: expect.stringContaining("Delegate Rowan") as string, delegation: { scope: "The daily work of the partnership", since: "2026-04-01" }, answer: null }],
    });
    expect(await ledger()).toEqual(["decision.recorded", "decisions.published"]);
  });

  test("beyond it is not taken: the answer says what to do instead", async () => {
    const beyond = async (values: Partial<DecisionInput>) => {
      const outcome = await record(taken(values));
      return outcome.ok ? "taken" : [outcome.refusal, outcome.detail];
    };
    expect(await beyond({ matter: "reviews" })).toEqual(["beyond-delegation", expect.stringMatching(/may not decide about “Rapid reviews.*Choose “The lead safeguarding partners together”/)]);
    expect(await beyond({ matter: "budget" })).toEqual(["beyond-delegation", expect.stringContaining("is for the leads alone and cannot be delegated")]);
    expect(await beyond({ amountPence: 50_001 })).toEqual(["beyond-delegation", expect.stringContaining("may commit up to £500, and this commits £500.01")]);
    expect(await beyond({ decidedOn: "2026-03-31" })).toEqual(["beyond-delegation", expect.stringContaining("had delegated nothing that was in force on 31 March 2026")]);
    expect(await beyond({ decidedOn: "2024-03-31" })).toEqual(["beyond-delegation", expect.stringContaining("Nobody was the delegate")]);
    const vacant = ours.seats.find((seat) => seat.id !== seatId);
    expect(await beyond({ seatIds: [seatId, vacant?.id ?? ""] })).toEqual(["beyond-delegation", expect.stringContaining(`Nobody was the delegate of ${vacant?.organisation ?? ""}`)]);
    expect(await ledger()).toEqual([]);
  });

  test("is refused on a day to come, for a seat that is not there, and with words that identify somebody", async () => {
    expect(await record(taken({ decidedOn: "2026-09-09" }))).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await record(taken({ seatIds: [theirs.seats[0]?.id ?? ""] }))).toEqual({ ok: false, refusal: "stale" });
    expect(await record(taken({ seatIds: [] }))).toEqual({ ok: false, refusal: "stale" });
    for (const field of ["sentence", "options", "dissent", "leadsTo"] as const) expect(await record({ [field]: "The file of 943 476 5919 is closed." })).toMatchObject({ ok: false, refusal: "identifier-in-words" });
    expect(await record({ leadsTo: "A letter to SA1 2BD." })).toMatchObject({ ok: false, refusal: "words-not-looked-at" });
    const [kept] = await database.sql<{ count: number }[]>`select count(*)::int as count from portal.decisions where partnership_id = ${ours.id}`;
    expect(kept?.count).toBe(0);
  });

  test("whose list was changed since is decided under the list of its day", async () => {
    const lead = ours.seats.find((seat) => seat.id === seatId)?.lead;
    need(await recordDelegated((lead ?? ours.chair).actor, { partnershipId: ours.id, seatId, matters: [], limitPence: null, startsOn: today, revision: 1 }, submission()));
    need(await record(taken()));
    expect(await record(taken({ decidedOn: today }))).toMatchObject({ ok: false, refusal: "beyond-delegation" });
  });
});

describe("a decision that is put to the leads", () => {
  test("stands once every lead has agreed, on the day of the last", async () => {
    const number = await decide(ours, { matter: "budget", amountPence: 5_000_000 });
    expect(await told("decision-asked")).toEqual(["Lead", "Lead", "Lead"]);
    expect(await one(number)).toMatchObject({ state: "asked", decidedOn: null });
    expect(await answer(number, 0)).toEqual({ ok: true, value: { status: "asked" } });
    expect(await answer(number, 0)).toEqual({ ok: false, refusal: "already-agreed" });
    await database.setClock("2026-09-10T09:00:00Z");
    for (const seat of ours.seats) seat.lead = { ...seat.lead, ...(await addSession(database.sql, seat.lead.personId)) };
    ours.businessManager = { ...ours.businessManager, ...(await addSession(database.sql, ours.businessManager.personId)) };
    need(await answer(number, 1, true, "With thanks to the treasurers."));
    expect(await answer(number, 2)).toEqual({ ok: true, value: { status: "stands" } });
    const found = await one(number);
    expect([found.state, found.decidedOn, found.takers.map((each) => each.answer?.on)]).toEqual(["stands", "2026-09-10", ["2026-09-08", "2026-09-10", "2026-09-10"]]);
    expect(found.takers[0]?.office).toContain("Chief Executive, ");
    expect(await ledger()).toEqual(["decision.recorded", "decision.answered", "decision.answered", "decision.answered", "decision.taken", "decisions.published"]);
    expect(await told("decision-settled")).toEqual(["Chair", "Delegate", "Lead", "Lead", "Manager"]);
    expect(await answer(number, 1)).toEqual({ ok: false, refusal: "decision-closed" });
  });

  test("ends with one decline, which needs a reason", async () => {
    const number = await decide(ours);
    expect(await answer(number, 1, false)).toEqual({ ok: false, refusal: "answer-needs-reason" });
    expect(await answer(number, 1, false, "See 943 476 5919.")).toMatchObject({ ok: false, refusal: "identifier-in-words" });
    expect(await answer(number, 1, false, "It costs too much.")).toEqual({ ok: true, value: { status: "declined" } });
    expect(await one(number)).toMatchObject({ state: "declined", decidedOn: null });
    expect(await answer(number, 0)).toEqual({ ok: false, refusal: "decision-closed" });
  });

  test("is answered by the lead of the seat alone, who has just said who they are", async () => {
    const number = await decide(ours);
    const [first, second] = ours.seats;
    const by = (who: TestPerson, seat = first?.id ?? "") => answerDecision(who.actor, { partnershipId: ours.id, number, seatId: seat, agreed: true, words: null, looked: [] }, submission());
    expect(await by(second?.lead ?? ours.chair)).toEqual({ ok: false, refusal: "not-your-seat" });
    expect(await by(ours.chair)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await by(theirs.seats[0]?.lead ?? ours.chair)).toEqual({ ok: false, refusal: "not-found" });
    expect(await by(first?.lead ?? ours.chair, theirs.seats[0]?.id)).toEqual({ ok: false, refusal: "not-found" });
    const unconfirmed = await addSession(database.sql, first?.lead.personId ?? "", { confirmed: false });
    expect(await by({ ...ours.chair, ...unconfirmed })).toEqual({ ok: false, refusal: "identity-not-confirmed" });
    expect((await one(number, first?.lead)).mine).toEqual([{ seatId: first?.id, body: first?.organisation }]);
    expect((await one(number)).mine).toEqual([]);
    await expect(as(ours.chair.actor, (tx) => tx.db.execute(raw`
      insert into portal.decision_answers (decision_id, partnership_id, seat_id, agreed, appointment_id, office, recorded_by)
      select d.id, d.partnership_id, ${first?.id}::uuid, true, ${first?.leadAppointmentId}::uuid, 'Chief Executive', ${ours.chair.personId}::uuid from portal.decisions d where d.number = ${number}`))).rejects.toThrow();
  });

  test("two last answers at once let it stand once", async () => {
    const number = await decide(ours);
    need(await answer(number, 0));
    const both = await Promise.all([answer(number, 1), answer(number, 2)]);
    expect(both.map((each) => each.ok)).toEqual([true, true]);
    expect((await one(number)).state).toBe("stands");
    expect((await ledger()).filter((type) => type === "decision.taken")).toHaveLength(1);
  });

  test("may be taken back until then", async () => {
    const number = await decide(ours);
    const withdraw = (who: TestPerson) => withdrawDecision(who.actor, { partnershipId: ours.id, number, reason: "Asked too early.", looked: [] }, submission());
    expect(await withdraw(ours.seats[0]?.lead ?? theirs.chair)).toEqual({ ok: false, refusal: "not-permitted" });
    need(await withdraw(ours.chair));
    expect(await one(number)).toMatchObject({ state: "withdrawn", withdrawn: { reason: "Asked too early.", on: today, office: "Partnership chair" } });
    expect(await withdraw(ours.chair)).toEqual({ ok: false, refusal: "decision-closed" });
    expect(await answer(number, 0)).toEqual({ ok: false, refusal: "decision-closed" });
  });

  test("waits on the home page of each lead until they answered", async () => {
    const number = await decide(ours);
    const waits = async (at: number) => (await getHomeFacts((ours.seats[at]?.lead ?? ours.chair).actor, ours.id)).decisions;
    expect((await waits(0)).toAnswer).toEqual([{ number, sentence: "Schools are told of incidents within one school day.", seatId: ours.seats[0]?.id, body: ours.seats[0]?.organisation, on: today }]);
    need(await answer(number, 0));
    expect([(await waits(0)).toAnswer.length, (await waits(1)).toAnswer.length]).toEqual([0, 1]);
    expect((await getHomeFacts(ours.chair.actor, ours.id)).decisions).toEqual({ toAnswer: [], toNote: null });
  });
});

describe("a decision is never changed", () => {
  test("but corrected or superseded by another, and that only once it stands", async () => {
    const first = await decide(ours, taken());
    const second = await decide(ours, { replaces: { number: first, kind: "supersedes" }, replacesReason: "One day was too short." });
    expect((await one(first)).state).toBe("stands");
    expect(await record(taken({ replaces: { number: first, kind: "corrects" }, replacesReason: "The wrong day." }))).toEqual({ ok: false, refusal: "decision-replaced" });
    for (const at of [0, 1, 2]) need(await answer(second, at));
    expect(await one(first)).toMatchObject({ state: "replaced", replacedBy: { number: second, kind: "supersedes", reason: "One day was too short." } });
    expect((await one(second)).replaces).toMatchObject({ number: first, kind: "supersedes" });
    expect(await record(taken({ replaces: { number: first, kind: "corrects" }, replacesReason: "The wrong day." }))).toEqual({ ok: false, refusal: "decision-replaced" });
    expect(await record(taken({ replaces: { number: 99, kind: "corrects" }, replacesReason: "The wrong day." }))).toEqual({ ok: false, refusal: "not-found" });
    const third = await decide(ours, taken({ replaces: { number: second, kind: "corrects" }, replacesReason: "The wrong day." }));
    expect(await one(second)).toMatchObject({ state: "replaced", replacedBy: { number: third, kind: "corrects" } });
  });

  test("by nobody: not by the portal's role, nor past its policies", async () => {
    const number = await decide(ours, taken());
    await expect(as(ours.businessManager.actor, (tx) => tx.db.execute(raw`update portal.decisions set sentence = 'Something else entirely' where number = ${number}`))).rejects.toMatchObject({ cause: { message: expect.stringContaining("permission denied") as string } });
    await expect(database.sql`delete from portal.decisions where partnership_id = ${ours.id}`).rejects.toThrow();
    await expect(database.sql`update portal.decision_takers set office = 'Other' where partnership_id = ${ours.id}`).rejects.toThrow();
    // Nor is anybody added to those who took it, afterwards.
    await expect(database.sql`insert into portal.decision_takers (decision_id, partnership_id, seat_id, body) select id, partnership_id, ${ours.seats[0]?.id ?? ""}, 'A body' from portal.decisions where partnership_id = ${ours.id}`).rejects.toThrow();
  });
});

describe("what the delegates decided", () => {
  test("is noted by each lead, all that they saw at once, and waits on their home page until then", async () => {
    for (const sentence of ["The first thing is decided.", "The second thing is decided."]) await decide(ours, taken({ sentence }));
    const asked = await decide(ours);
    const [first, second] = ours.seats;
    if (!first || !second) throw new Error("no seats");
    const waits = async (who: TestPerson) => (await getHomeFacts(who.actor, ours.id)).decisions.toNote;
    expect(await waits(first.lead)).toEqual({ count: 2, since: today });
    expect((await getNotingList(first.lead.actor, ours.id)).decisions.map((each) => each.number)).toEqual([2, 1]);
    await decide(ours, taken({ sentence: "The third thing is decided." }));
    expect(await noteDecisions(first.lead.actor, { partnershipId: ours.id, upTo: 2 }, submission())).toEqual({ ok: true, value: { noted: 2 } });
    expect([await waits(first.lead), await waits(second.lead)]).toEqual([{ count: 1, since: today }, { count: 3, since: today }]);
    expect((await one(2)).noted.map((each) => each.on)).toEqual([today, null, null]);
    expect((await one(asked)).noted).toEqual([]);
    expect(await noteDecisions(first.lead.actor, { partnershipId: ours.id, upTo: 2 }, submission())).toMatchObject({ ok: false, refusal: "nothing-to-change" });
    expect(await noteDecisions(ours.chair.actor, { partnershipId: ours.id, upTo: 2 }, submission())).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await noteDecisions(theirs.chair.actor, { partnershipId: ours.id, upTo: 2 }, submission())).toEqual({ ok: false, refusal: "not-found" });
    expect((await ledger()).filter((type) => type === "decisions.noted")).toHaveLength(1);
    expect(await getNotingList(ours.scrutineer.actor, ours.id)).toMatchObject({ mine: [], decisions: [] });
  });
});

describe("what is delegated", () => {
  test("is listed by the lead of the seat, from a day on, and each list is kept", async () => {
    const mine = await delegateSeat(database.sql, theirs);
    const seat = theirs.seats.find((each) => each.id === mine);
    const another = theirs.seats.find((each) => each.id !== mine);
    if (!seat || !another) throw new Error("no seat");
    const list = (who: TestPerson, revision: number, startsOn = today) => recordDelegated(who.actor, { partnershipId: theirs.id, seatId: mine, matters: ["training"], limitPence: 100, startsOn, revision }, submission());
    expect(await list(seat.lead, 0, "2026-09-07")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await list(another.lead, 0)).toEqual({ ok: false, refusal: "not-your-seat" });
    expect(await list(theirs.chair, 0)).toEqual({ ok: false, refusal: "not-permitted" });
    need(await list(seat.lead, 0));
    expect(await list(seat.lead, 0)).toEqual({ ok: false, refusal: "stale" });
    need(await list(seat.lead, 1, "2026-10-01"));
    expect((await findLists(seat.lead.actor, theirs.id, mine))?.lists.map((each) => each.startsOn)).toEqual(["2026-10-01", today]);
    const powers = async (day: string) => (await getPowers(theirs.chair.actor, theirs.id, day)).powers.find((each) => each.seatId === mine)?.list?.number;
    expect([await powers("2026-09-07"), await powers(today), await powers("2026-10-01")]).toEqual([undefined, 1, 2]);
    expect((await database.sql`select from ledger.entries where partnership_id = ${theirs.id} and type = 'delegated-matters.recorded'`).length).toBe(2);
  });
});

describe("the register", () => {
  test("is narrowed by words and filters, and counted as a whole", async () => {
    await decide(ours, taken({ sentence: "New starters are trained within a month." , matter: "training" }));
    await decide(ours, { privateKind: "legal", privateReason: "Counsel was asked." });
    const list = async (search: string) => {
      const { found, counts, items } = await listDecisions(ours.scrutineer.actor, ours.id, readDecisionQuery(new URLSearchParams(search)), 1);
      return [found, counts.asked, counts.stands, items.map((each) => each.number)];
    };
    expect(await list("")).toEqual([2, 1, 1, [2, 1]]);
    expect(await list("q=train starters")).toEqual([1, 1, 1, [1]]);
    expect(await list("q=rained")).toEqual([0, 1, 1, []]);
    expect(await list("q=.*")).toEqual([2, 1, 1, [2, 1]]);
    expect(await list("state=asked")).toEqual([1, 1, 1, [2]]);
    expect(await list("matter=training&by=delegates")).toEqual([1, 1, 1, [1]]);
    expect(await list("shown=private")).toEqual([1, 1, 1, [2]]);
    expect(await listAllDecisions(ours.businessManager.actor, ours.id, readDecisionQuery(new URLSearchParams("state=stands")))).toHaveLength(1);
  });

  test("is of those in office: others record nothing in it and read nothing", async () => {
    const contact = await addRepresentative(database.sql, ours.id, "agency-contact");
    const administrator = await addPerson(database.sql, "Admin Aspen", { administrator: true });
    await decide(ours);
    const query = readDecisionQuery(new URLSearchParams());
    for (const person of [contact, administrator, theirs.chair]) expect(await listAllDecisions(person.actor, ours.id, query)).toEqual([]);
    for (const person of [ours.seats[0]?.lead, ours.scrutineer, contact, administrator]) expect(await record({}, person)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await record({}, theirs.chair)).toEqual({ ok: false, refusal: "not-found" });
    need(await record({}, ours.delegate));
  });
});
