import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { answerRequest, type AnswerInput } from "#app/domain/agencies/requests/answer-request.server.ts";
import { closeRequest } from "#app/domain/agencies/requests/close-request.server.ts";
import { decideEscalation } from "#app/domain/agencies/requests/decide-escalation.server.ts";
import { escalateRequest } from "#app/domain/agencies/requests/escalate-request.server.ts";
import { moveDueDate } from "#app/domain/agencies/requests/move-due-date.server.ts";
import { findRequest, getRequestChoices, listRequests } from "#app/domain/agencies/requests/queries.server.ts";
import { recordRequest } from "#app/domain/agencies/requests/record-request.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { as } from "#db/client.server.ts";
import { propose } from "#tests/support/agencies.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { ask, request, speakFor } from "#tests/support/information-requests.ts";
import { addPartnership, addPerson, addRepresentative, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

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

const at = (number: number, revision: number, looked: string[] = []) => ({ partnershipId: ours.id, number, revision, looked });
const today = "2026-09-08";
const answer = (number: number, revision: number, more: Partial<AnswerInput> = {}, who: TestPerson = ours.businessManager) => answerRequest(who.actor, { ...at(number, revision), answer: "in-full", on: today, words: null, ...more }, submission());
const move = (number: number, revision: number, dueOn = "2026-09-30", who: TestPerson = ours.businessManager) => moveDueDate(who.actor, { ...at(number, revision), dueOn, words: "The office is closed." }, submission());
const escalate = (number: number, revision: number, who: TestPerson = ours.businessManager) => escalateRequest(who.actor, { ...at(number, revision), on: today, words: "Nothing came." }, submission());
const decide = (number: number, revision: number, advice: string | null = null) => decideEscalation(ours.businessManager.actor, { ...at(number, revision), on: today, words: "Ask once more.", advice, minorityView: null }, submission());
const close = (number: number, revision: number, who: TestPerson = ours.businessManager) => closeRequest(who.actor, { ...at(number, revision), outcome: "supplied", on: today, words: "It came." }, submission());
const one = async (number: number, who: TestPerson = ours.businessManager) => {
  const found = await findRequest(who.actor, ours.id, number);
  if (!found) throw new Error("no request");
  return found;
};
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'information-%' order by seq`).map((row) => row.type);
const told = async (kind: string) =>
  (await database.sql<{ name: string }[]>`select p.name from portal.messages m join portal.people p on p.id = m.person_id where m.partnership_id = ${ours.id} and m.kind = ${kind} order by p.name`).map((row) => row.name.split(" ")[0]);

describe("recording a request", () => {
  test("is a row with the next number and an entry of the ledger; sent twice it is recorded once", async () => {
    const sent = submission();
    const [seat] = ours.seats;
    const input = { partnershipId: ours.id, ...request({ seatId: seat?.id ?? null }) };
    const outcome = await recordRequest(ours.businessManager.actor, input, sent);
    expect(outcome).toEqual({ ok: true, value: { number: 1 } });
    expect(await recordRequest(ours.businessManager.actor, input, sent)).toEqual(outcome);
    expect(await ask(ours)).toBe(2);
    expect((await one(1)).request).toMatchObject({ number: 1, requester: { seatId: seat?.id, name: seat?.organisation }, recipient: "Vale Swimming Club", firstDueOn: "2026-09-04", dueOn: "2026-09-04", state: "overdue", daysOverdue: 2, office: "Business manager", steps: 0 });
    expect((await one(2)).request.requester).toBeNull();
    expect(await ledger()).toEqual(["information-request.recorded", "information-request.recorded"]);
    expect(await told("information-asked")).toEqual([]);
  });

  test("tells whoever speaks for the agency of the register, whose name it takes", async () => {
    const contact = await addRepresentative(database.sql, ours.id, "agency-contact");
    const membershipId = await propose(ours, { legalName: "Vale Probation" });
    await speakFor(database.sql, membershipId, contact);
    const number = await ask(ours, { membershipId, recipient: "Vale probbation" });
    expect((await one(number)).request).toMatchObject({ recipient: "Vale Probation", membershipId });
    expect(await told("information-asked")).toEqual(["Contact"]);
  });

  test("is refused with an identifier, an impossible day, or a partner or agency that is not there", async () => {
    const record = (values: Parameters<typeof request>[0]) => recordRequest(ours.businessManager.actor, { partnershipId: ours.id, ...request(values) }, submission());
    expect(await record({ askedFor: "The file of 943 476 5919." })).toMatchObject({ ok: false, refusal: "identifier-in-words" });
    expect(await record({ purpose: "About the club at SA1 2BD." })).toMatchObject({ ok: false, refusal: "words-not-looked-at" });
    expect(await record({ askedOn: "2026-09-09", dueOn: "2026-09-10" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await record({ dueOn: "2026-08-31" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await record({ seatId: theirs.seats[0]?.id ?? null })).toEqual({ ok: false, refusal: "stale" });
    expect(await record({ membershipId: await propose(theirs) })).toEqual({ ok: false, refusal: "stale" });
    expect(await ledger()).toEqual([]);
    const [kept] = await database.sql<{ count: number }[]>`select count(*)::int as count from portal.information_requests where partnership_id = ${ours.id}`;
    expect(kept?.count).toBe(0);
  });

  test("offers the partners of today and the agencies that are not withdrawn", async () => {
    await propose(ours, { legalName: "Otter Brook School" });
    const choices = await getRequestChoices(ours.businessManager.actor, ours.id);
    expect([choices.seats.length, choices.agencies.map((each) => each.name), choices.today]).toEqual([3, ["Otter Brook School"], today]);
  });
});

describe("a request that is not met", () => {
  test("is taken up stage by stage, each dated and decided, until it is answered and closed", async () => {
    const number = await ask(ours);
    expect(await answer(number, 0, { answer: "refused", words: "It is not ours to give." })).toEqual({ ok: true, value: null });
    expect(await escalate(number, 1)).toEqual({ ok: true, value: null });
    expect((await one(number)).request).toMatchObject({ state: "escalated", stage: "delegates", answer: "refused", answeredOn: today, steps: 2 });
    expect(await decide(number, 2)).toEqual({ ok: true, value: null });
    expect(await decide(number, 3)).toEqual({ ok: false, refusal: "nothing-to-change" });
    need(await escalate(number, 3));
    expect(await decide(number, 4)).toEqual({ ok: false, refusal: "reason-needed" });
    need(await decide(number, 4, "Ask the lead of the club."));
    need(await escalate(number, 5));
    expect(await escalate(number, 6)).toEqual({ ok: false, refusal: "not-to-escalate" });
    need(await answer(number, 6));
    expect((await one(number)).request).toMatchObject({ state: "answered", stage: null, decidedOn: null, answer: "in-full" });
    need(await close(number, 7));
    const { request: closed, steps } = await one(number);
    expect(closed).toMatchObject({ state: "closed", outcome: "supplied", closedOn: today });
    expect(steps.map(({ kind, stage }) => [kind, stage])).toEqual([["answered", null], ["escalated", "delegates"], ["decided", "delegates"], ["escalated", "chair"], ["decided", "chair"], ["escalated", "leads"], ["answered", null], ["closed", null]]);
    expect(await ledger()).toEqual(["recorded", "answered", "escalated", "decided", "escalated", "decided", "escalated", "answered", "closed"].map((each) => `information-request.${each}`));
    expect(await told("information-escalated")).toEqual(["Chair", "Chair", "Chair", "Delegate", "Lead", "Lead", "Lead", "Scrutineer"]);
    for (const late of [await answer(number, 8), await move(number, 8), await escalate(number, 8), await close(number, 8)]) expect(late).toEqual({ ok: false, refusal: "request-closed" });
  });

  test("waits on the home page of those to whom it was taken, until they decided", async () => {
    const number = await ask(ours);
    const waits = async (person?: TestPerson) => (person ? (await getHomeFacts(person.actor, ours.id)).requests.toDecide.length : -1);
    const all = async () => [await waits(ours.delegate), await waits(ours.chair), await waits(ours.seats[0]?.lead), await waits(ours.businessManager)];
    need(await escalate(number, 0));
    expect(await all()).toEqual([1, 0, 0, 0]);
    expect((await getHomeFacts(ours.delegate.actor, ours.id)).requests).toMatchObject({ overdue: [], toDecide: [{ number, stage: "delegates", on: today }] });
    need(await escalate(number, 1));
    expect(await all()).toEqual([0, 1, 0, 0]);
    need(await decide(number, 2, "None was asked for."));
    expect(await all()).toEqual([0, 0, 0, 0]);
    need(await escalate(number, 3));
    expect(await all()).toEqual([0, 0, 1, 0]);
  });

  test("cannot be taken further while it is open or met", async () => {
    const number = await ask(ours, { dueOn: "2026-09-30" });
    expect(await escalate(number, 0)).toEqual({ ok: false, refusal: "not-to-escalate" });
    need(await answer(number, 0));
    expect(await escalate(number, 1)).toEqual({ ok: false, refusal: "not-to-escalate" });
    expect(await move(number, 1)).toEqual({ ok: false, refusal: "nothing-to-change" });
  });

  test("may get another day; the first one stays, and it is late no more", async () => {
    const number = await ask(ours);
    expect(await move(number, 0, "2026-09-07")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await move(number, 0, "2026-09-04")).toEqual({ ok: false, refusal: "nothing-to-change" });
    need(await move(number, 0));
    expect((await one(number)).request).toMatchObject({ firstDueOn: "2026-09-04", dueOn: "2026-09-30", state: "open", daysOverdue: 0, daysLeft: 16 });
  });

  test("counts England's working days", async () => {
    const number = await ask(ours, { dueOn: "2026-12-24" });
    await database.setClock("2026-12-29T12:00:00Z");
    const { actor } = await addSession(database.sql, ours.chair.personId);
    expect((await one(number, { ...ours.chair, actor })).request).toMatchObject({ state: "overdue", daysOverdue: 1 });
  });

  test("waits on the home page of those who record it, once it is late", async () => {
    await ask(ours);
    await ask(ours, { dueOn: "2026-09-30" });
    const answered = await ask(ours);
    need(await answer(answered, 0));
    const facts = await getHomeFacts(ours.businessManager.actor, ours.id);
    expect(facts.requests).toEqual({ overdue: [{ number: 1, recipient: "Vale Swimming Club", dueOn: "2026-09-04", daysOverdue: 2 }], toDecide: [] });
    expect([facts.may.requests, (await getHomeFacts(ours.scrutineer.actor, ours.id)).may.requests]).toEqual([true, false]);
  });
});

describe("every step", () => {
  test("goes on from what the person saw, on a day that can be, in words that identify nobody", async () => {
    const number = await ask(ours);
    expect(await answer(number, 1)).toEqual({ ok: false, refusal: "stale" });
    expect(await answer(number, 0, { on: "2026-09-09" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await answer(number, 0, { on: "2026-08-31" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await answer(number, 0, { answer: "in-part" })).toEqual({ ok: false, refusal: "reason-needed" });
    expect(await answer(number, 0, { words: "It is 943 476 5919." })).toMatchObject({ ok: false, refusal: "identifier-in-words" });
    expect(await answer(99, 0)).toEqual({ ok: false, refusal: "not-found" });
    const [first, second] = await Promise.all([answer(number, 0, { answer: "refused", words: "No." }), answer(number, 0)]);
    expect([first, second].filter((outcome) => outcome.ok)).toHaveLength(1);
    expect([first, second].filter((outcome) => !outcome.ok)).toEqual([{ ok: false, refusal: "stale" }]);
    expect((await one(number)).steps).toHaveLength(1);
  });

  test("sent twice is taken once", async () => {
    const number = await ask(ours);
    const sent = submission();
    const send = () => closeRequest(ours.chair.actor, { ...at(number, 0), outcome: "withdrawn", on: today, words: "Recorded by mistake." }, sent);
    expect([await send(), await send()]).toEqual([{ ok: true, value: null }, { ok: true, value: null }]);
    expect((await one(number)).steps).toHaveLength(1);
  });

  test("is never changed, and a request only by its steps", async () => {
    const number = await ask(ours);
    need(await answer(number, 0));
    await expect(database.sql`update portal.information_request_steps set words = 'Other' where partnership_id = ${ours.id}`).rejects.toThrow();
    await expect(database.sql`delete from portal.information_requests where partnership_id = ${ours.id}`).rejects.toThrow();
    await expect(as(ours.businessManager.actor, (tx) => tx.db.execute(raw`update portal.information_requests set due_on = '2027-01-01'`))).rejects.toMatchObject({ cause: { message: expect.stringContaining("permission denied") as string } });
  });
});

describe("who", () => {
  test("records and goes on: the business manager, the chair and the delegates; the leads and the scrutineer read", async () => {
    const number = await ask(ours);
    const administrator = await addPerson(database.sql, "Admin Aspen", { administrator: true });
    for (const person of [ours.seats[0]?.lead, ours.scrutineer, administrator]) {
      if (!person) throw new Error("nobody");
      const tried = [await recordRequest(person.actor, { partnershipId: ours.id, ...request() }, submission()), await answer(number, 0, {}, person), await move(number, 0, undefined, person), await escalate(number, 0, person), await close(number, 0, person)];
      expect(tried).toEqual(Array.from({ length: 5 }, () => ({ ok: false, refusal: "not-permitted" })));
      expect((await listRequests(person.actor, ours.id)).requests).toHaveLength(person === administrator ? 0 : 1);
    }
    expect(await answer(number, 0, {}, theirs.businessManager)).toEqual({ ok: false, refusal: "not-found" });
    expect((await listRequests(theirs.businessManager.actor, ours.id)).requests).toEqual([]);
    for (const person of [ours.delegate, ours.chair]) need(await recordRequest(person.actor, { partnershipId: ours.id, ...request() }, submission()));
  });

  test("speaks for the agency reads what is asked of it, not how the partners decided, and can only answer", async () => {
    const contact = await addRepresentative(database.sql, ours.id, "agency-contact");
    const teacher = await addRepresentative(database.sql, ours.id, "education-representative");
    const membershipId = await propose(ours, { legalName: "Vale Probation" });
    await speakFor(database.sql, membershipId, contact, teacher);
    const mine = await ask(ours, { membershipId });
    const other = await ask(ours);
    need(await escalate(mine, 0));
    need(await decide(mine, 1));
    const seen = await findRequest(contact.actor, ours.id, mine);
    expect([seen?.own, seen?.steps.map(({ kind }) => kind)]).toEqual([true, ["escalated"]]);
    expect(await findRequest(contact.actor, ours.id, other)).toBeNull();
    expect((await listRequests(teacher.actor, ours.id)).requests.map((each) => each.number)).toEqual([mine]);
    expect(await answer(other, 0, {}, contact)).toEqual({ ok: false, refusal: "not-found" });
    for (const tried of [await move(mine, 2, undefined, contact), await escalate(mine, 2, contact), await close(mine, 2, contact), await recordRequest(contact.actor, { partnershipId: ours.id, ...request() }, submission())]) expect(tried).toEqual({ ok: false, refusal: "not-permitted" });
    need(await answer(mine, 2, { answer: "in-part", words: "The rest follows." }, contact));
    expect((await one(mine)).steps[2]).toMatchObject({ kind: "answered", byRecipient: true, office: "Head of Service, Vale Probation", words: "The rest follows." });
    expect(await told("information-answered")).toEqual(["Chair", "Manager"]);
    // Without the application: the database lets a representative answer for their own agency, and nothing else.
    const step = (kind: string, requestNumber: number, byRecipient: boolean) => as(contact.actor, (tx) =>
      tx.db.execute(raw`insert into portal.information_request_steps (request_id, partnership_id, number, kind, on_day, answer, outcome, words, office, by_recipient, recorded_by)
        select id, partnership_id, 4, ${kind}, access.today(), ${kind === "answered" ? "refused" : null}, ${kind === "closed" ? "supplied" : null}, 'Forged', 'Nobody', ${byRecipient}, ${contact.personId}
        from (select coalesce((select id from portal.information_requests where number = ${requestNumber}), gen_random_uuid()) as id, ${ours.id}::uuid as partnership_id) r`));
    for (const [kind, number, byRecipient] of [["closed", mine, true], ["answered", mine, false], ["answered", other, true]] as const) await expect(step(kind, number, byRecipient)).rejects.toThrow();
    expect((await one(mine)).steps).toHaveLength(3);
  });

  test("spoke for the agency and left sees it no more", async () => {
    const contact = await addRepresentative(database.sql, ours.id, "agency-contact");
    const membershipId = await propose(ours);
    await speakFor(database.sql, membershipId, contact);
    await ask(ours, { membershipId });
    await database.sql`update portal.agency_memberships set representative_post_id = null where id = ${membershipId}`;
    expect((await listRequests(contact.actor, ours.id)).requests).toEqual([]);
  });
});
