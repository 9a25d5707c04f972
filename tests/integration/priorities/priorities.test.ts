import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { findOrigin, getOwnerChoices, listActionsOf } from "#app/domain/actions/queries.server.ts";
import { recordAction } from "#app/domain/actions/record-action.server.ts";
import { achievePriority } from "#app/domain/priorities/achieve-priority.server.ts";
import { agreePriority } from "#app/domain/priorities/agree-priority.server.ts";
import { changePriority } from "#app/domain/priorities/change-priority.server.ts";
import { closePriority } from "#app/domain/priorities/close-priority.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { makeStatement } from "#app/domain/priorities/make-statement.server.ts";
import { movePriority } from "#app/domain/priorities/move-priority.server.ts";
import { findPriority, getPriorityChoices, listPriorities } from "#app/domain/priorities/queries.server.ts";
import { recordMeasure } from "#app/domain/priorities/record-measure.server.ts";
import { recordPriority } from "#app/domain/priorities/record-priority.server.ts";
import { as } from "#db/client.server.ts";
import { nameOne, propose } from "#tests/support/agencies.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { agreed, at, draft, figure, measure, measured, priority, seePriority } from "#tests/support/priorities.ts";

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

const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'priority.%' order by seq`).map((row) => row.type.replace("priority.", ""));
const said = "Waits fell after the second team began.";
const state = async (number: number, of: "on-track" | "off-track" = "on-track", who: TestPerson = ours.businessManager) => makeStatement(who.actor, { ...(await at(ours, number)), state: of, words: said }, submission());
const achieve = async (number: number, who: TestPerson) => achievePriority(who.actor, { ...(await at(ours, number)), words: said }, submission());
const close = async (number: number, who: TestPerson = ours.chair) => closePriority(who.actor, { ...(await at(ours, number)), words: "It goes on as daily work." }, submission());
const move = async (number: number, dueOn = "2027-09-30", reason = "The second team began late.") => movePriority(ours.businessManager.actor, { ...(await at(ours, number)), dueOn, reason, agreedBy: "The delegated partners" }, submission());

describe("a priority", () => {
  test("is a draft with the next number and an entry of the ledger; sent twice it is recorded once", async () => {
    const sent = submission();
    const agency = await nameOne(ours, { legalName: "Vale Probation" });
    const input = { partnershipId: ours.id, looked: [], ...priority(ours, { membershipIds: [agency] }) };
    const outcome = await recordPriority(ours.businessManager.actor, input, sent);
    expect(outcome).toEqual({ ok: true, value: { number: 1 } });
    expect(await recordPriority(ours.businessManager.actor, input, sent)).toEqual(outcome);
    expect(await draft(ours)).toBe(2);
    const { priority: found } = await seePriority(ours, 1);
    expect(found).toMatchObject({ number: 1, state: "not-started", agreedOn: null, originalDueOn: "2027-03-31", dueOn: "2027-03-31", lead: { name: ours.seats[1]?.organisation }, agencies: [{ membershipId: agency, name: "Vale Probation" }], revision: 1, office: "Business manager" });
    expect(await ledger()).toEqual(["recorded", "recorded"]);
    expect((await getPriorityChoices(ours.chair.actor, ours.id)).agencies.map((each) => each.name)).toEqual(["Vale Probation"]);
  });

  test("is refused with an identifier, impossible days, or a lead or agency that is not there; nothing is kept", async () => {
    const record = (values: Parameters<typeof priority>[1]) => recordPriority(ours.businessManager.actor, { partnershipId: ours.id, looked: [], ...priority(ours, values) }, submission());
    expect(await record({ why: "As the file of 943 476 5919 shows." })).toMatchObject({ ok: false, refusal: "identifier-in-words" });
    expect(await record({ why: "As the audit at SA1 2BD shows." })).toMatchObject({ ok: false, refusal: "words-not-looked-at" });
    expect(await record({ periodTo: "2026-03-31" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await record({ dueOn: "2026-03-31" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await record({ leadSeatId: theirs.seats[0]?.id ?? "" })).toEqual({ ok: false, refusal: "stale" });
    expect(await record({ membershipIds: [await propose(theirs)] })).toEqual({ ok: false, refusal: "stale" });
    expect([await ledger(), (await listPriorities(ours.chair.actor, ours.id)).priorities]).toEqual([[], []]);
  });

  test("is changed while it is a draft, agreed once, and then stays", async () => {
    const number = await draft(ours);
    const change = async (title: string, revision?: number) => changePriority(ours.delegate.actor, { ...(await at(ours, number)), ...(revision === undefined ? {} : { revision }), ...priority(ours, { title, dueOn: "2027-06-30" }) }, submission());
    need(await change("Children are seen sooner"));
    expect((await seePriority(ours, number)).priority).toMatchObject({ title: "Children are seen sooner", dueOn: "2027-06-30", originalDueOn: "2027-06-30", revision: 2 });
    expect(await change("Another", 1)).toEqual({ ok: false, refusal: "stale" });
    const agree = async (on = "2026-09-08", who: TestPerson = ours.chair) => agreePriority(who.actor, { ...(await at(ours, number)), on, where: "Meeting of the leads" }, submission());
    expect(await state(number)).toEqual({ ok: false, refusal: "priority-not-agreed" });
    expect(await move(number)).toEqual({ ok: false, refusal: "priority-not-agreed" });
    expect(await agree("2026-09-09")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await agree("2026-09-08", ours.businessManager)).toEqual({ ok: false, refusal: "not-permitted" });
    need(await agree());
    expect(await agree()).toEqual({ ok: false, refusal: "priority-agreed" });
    expect(await change("Another")).toEqual({ ok: false, refusal: "priority-agreed" });
    expect(await ledger()).toEqual(["recorded", "changed", "agreed"]);
  });

  test("keeps the first due date with every move, its reason and who agreed", async () => {
    const number = await agreed(ours);
    expect(await move(number, "2027-03-31")).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await move(number, "2026-09-07")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await move(number, "2027-09-30", " ")).toMatchObject({ ok: false, refusal: "reason-needed" });
    need(await move(number));
    need(await move(number, "2027-12-31"));
    const { priority: found, moves } = await seePriority(ours, number);
    expect(found).toMatchObject({ originalDueOn: "2027-03-31", dueOn: "2027-12-31" });
    expect(moves.map(({ from, to, agreedBy }) => [from, to, agreedBy])).toEqual([["2027-03-31", "2027-09-30", "The delegated partners"], ["2027-09-30", "2027-12-31", "The delegated partners"]]);
  });
});

describe("a measure", () => {
  test("is changed while it has no figures; afterwards only what was not known is said", async () => {
    const number = await agreed(ours);
    const id = await measured(ours, number, { baseline: null, baselineOn: null });
    const change = async (values: Parameters<typeof measure>[0], measureId = id) => recordMeasure(ours.delegate.actor, { ...(await at(ours, number)), measureId, measure: measure(values) }, submission());
    need(await change({ name: "Waits over four weeks", baseline: null, baselineOn: null }));
    expect(await change({ baselineOn: "2026-09-09" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    need(await figure(ours, number, id));
    expect(await change({ name: "Waits over two weeks" })).toEqual({ ok: false, refusal: "measure-has-figures" });
    need(await change({ name: "Waits over four weeks", baseline: "62.50" }));
    expect(await change({ name: "Waits over four weeks", baseline: "70" })).toEqual({ ok: false, refusal: "measure-has-figures" });
    expect((await seePriority(ours, number)).priority.measures[0]).toMatchObject({ name: "Waits over four weeks", baseline: { value: "62.50", on: "2026-03-31" }, number: 1 });
    expect(await change({}, theirs.id)).toEqual({ ok: false, refusal: "stale" });
    expect(await ledger()).toEqual(["recorded", "agreed", "measure-added", "measure-changed", "figure-recorded", "measure-changed"]);
  });

  test("is no part of its own part", async () => {
    const number = await agreed(ours);
    const counted = { countsChildren: true };
    const all = await measured(ours, number, counted);
    const part = await measured(ours, number, { ...counted, partOf: all });
    expect(await recordMeasure(ours.delegate.actor, { ...(await at(ours, number)), measureId: all, measure: measure({ ...counted, partOf: part }) }, submission())).toEqual({ ok: false, refusal: "stale" });
  });

  test("takes figures that are exact; one that looks wrong is asked about, one of the same day is kept beside the next", async () => {
    const number = await agreed(ours);
    const id = await measured(ours, number);
    need(await figure(ours, number, id, { value: "48.10" }));
    expect(await figure(ours, number, id, { on: "2026-09-09" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await figure(ours, number, id, { on: "2026-08-31", value: "0.45" })).toMatchObject({ ok: false, refusal: "point-questioned", detail: expect.stringContaining("times smaller") as string });
    expect(await figure(ours, number, id, { on: "2026-05-31", value: "50" })).toMatchObject({ ok: false, refusal: "point-questioned" });
    expect(await figure(ours, number, id, { value: "47", confirmed: ["duplicate-date"] })).toMatchObject({ ok: false, refusal: "point-questioned" });
    expect(await figure(ours, number, id, { value: "4800", confirmed: ["duplicate-date"], reason: "Typed wrongly." })).toMatchObject({ ok: false, refusal: "point-questioned" });
    need(await figure(ours, number, id, { value: "47", confirmed: ["duplicate-date"], reason: "The first was provisional." }));
    const found = (await seePriority(ours, number)).priority.measures[0];
    expect(found?.points).toMatchObject([{ value: "47", on: "2026-06-30", confirmedReason: "The first was provisional.", questions: ["duplicate-date"] }]);
    expect(found?.superseded).toMatchObject([{ value: "48.10", on: "2026-06-30" }]);
    expect(await figure(ours, number, theirs.id)).toEqual({ ok: false, refusal: "stale" });
    const payloads = await database.sql<{ body: Uint8Array }[]>`select p.body from ledger.payloads p join ledger.entries e on e.chain = p.chain and e.seq = p.seq where e.partnership_id = ${ours.id} and e.type = 'priority.figure-recorded' order by e.seq`;
    expect(payloads.map(({ body }) => JSON.parse(Buffer.from(body).toString()) as { value: string; questions: string[] })).toMatchObject([{ value: "48.10", questions: [] }, { value: "47", questions: ["duplicate-date"] }]);
  });
});

describe("how a priority stands", () => {
  test("is said with the measures as they were, and stays so when the figures move on", async () => {
    const number = await agreed(ours);
    const id = await measured(ours, number);
    need(await figure(ours, number, id));
    need(await state(number, "off-track"));
    need(await figure(ours, number, id, { on: "2026-08-31", value: "44" }));
    need(await state(number));
    const { priority: found, statements } = await seePriority(ours, number);
    expect(found.state).toBe("on-track");
    expect(statements.map((each) => [each.number, each.state, each.on, each.office, each.measures[0]?.latest?.value])).toEqual([[1, "off-track", "2026-09-08", "Business manager", "48"], [2, "on-track", "2026-09-08", "Business manager", "44"]]);
  });

  test("is achieved by the lead or the chair only, on evidence whose last figure somebody else recorded", async () => {
    const number = await agreed(ours);
    const other = await agreed(ours, { leadSeatId: ours.seats[0]?.id ?? "" });
    expect(await achieve(number, ours.businessManager)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await achieve(other, ours.delegate)).toEqual({ ok: false, refusal: "not-priority-lead" });
    expect(await achieve(number, ours.delegate)).toEqual({ ok: false, refusal: "no-evidence" });
    const id = await measured(ours, number);
    expect(await achieve(number, ours.delegate)).toEqual({ ok: false, refusal: "no-evidence" });
    need(await figure(ours, number, id, {}, ours.delegate));
    expect(await achieve(number, ours.delegate)).toEqual({ ok: false, refusal: "own-evidence" });
    need(await achieve(number, ours.chair));
    expect(await achieve(number, ours.chair)).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect((await seePriority(ours, number)).priority.state).toBe("achieved");
    expect(await close(other, ours.delegate)).toEqual({ ok: false, refusal: "not-priority-lead" });
    need(await close(number, ours.delegate));
    expect((await ledger()).slice(-2)).toEqual(["stated", "stated"]);
  });

  test("is closed for good, a draft too", async () => {
    const number = await agreed(ours);
    need(await close(number));
    const id = await measured(ours, await agreed(ours));
    for (const late of [await state(number), await move(number), await close(number), await figure(ours, number, id)]) expect(late).toEqual({ ok: false, refusal: "priority-closed" });
    const given = await draft(ours);
    need(await close(given));
    expect((await seePriority(ours, given)).priority).toMatchObject({ state: "closed", agreedOn: null });
  });

  test("is refused to who saw something older, and to those who may not", async () => {
    const number = await agreed(ours);
    expect(await makeStatement(ours.chair.actor, { ...(await at(ours, number)), revision: 1, state: "on-track", words: said }, submission())).toEqual({ ok: false, refusal: "stale" });
    for (const who of [ours.scrutineer, ours.seats[0]?.lead ?? ours.scrutineer]) expect(await state(number, "on-track", who)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await state(number, "on-track", theirs.chair)).toEqual({ ok: false, refusal: "not-found" });
    expect(await findPriority(theirs.chair.actor, ours.id, number)).toBeNull();
  });
});

describe("the database, whatever the application does", () => {
  const write = (statement: ReturnType<typeof raw>, who: TestPerson = ours.delegate) => as(who.actor, (tx) => tx.db.execute(statement));
  const broken = (constraint: string) => ({ cause: { constraint_name: constraint } });

  test("keeps words that were agreed, the first due date and figures", async () => {
    const number = await agreed(ours);
    const id = await measured(ours, number);
    need(await figure(ours, number, id));
    await expect(write(raw`update portal.priorities set original_due_on = '2029-01-01' where partnership_id = ${ours.id}`)).rejects.toMatchObject(broken("priorities_agreed_stay"));
    await expect(write(raw`update portal.priorities set state = 'achieved' where partnership_id = ${ours.id}`)).rejects.toThrow();
    await expect(write(raw`update portal.measure_points set value = 1 where partnership_id = ${ours.id}`)).rejects.toThrow();
    await expect(database.sql`delete from portal.measure_points where partnership_id = ${ours.id}`).rejects.toThrow("figures stay");
    await expect(database.sql`update portal.priority_measures set unit = 'days' where partnership_id = ${ours.id}`).rejects.toThrow("a measure with figures stays");
  });

  test("lets nobody achieve without evidence, or on their own", async () => {
    const number = await agreed(ours);
    const id = await measured(ours, number);
    const said = () => write(raw`insert into portal.priority_statements (priority_id, partnership_id, number, state, words, measures, office, recorded_by) select id, partnership_id, statements + 1, 'achieved', 'It is done.', '[]', 'Delegate', access.me() from portal.priorities where partnership_id = ${ours.id}`);
    await expect(said()).rejects.toMatchObject(broken("priority_statements_evidence"));
    need(await figure(ours, number, id, {}, ours.delegate));
    await expect(said()).rejects.toMatchObject(broken("priority_statements_evidence"));
    await expect(write(raw`insert into portal.measure_points (measure_id, partnership_id, on_day, value, source, office, recorded_by) values (${id}::uuid, ${ours.id}::uuid, access.today() + 1, 5, 'A return', 'Delegate', access.me())`)).rejects.toMatchObject(broken("measure_points_not_to_come"));
  });
});

test("what is undertaken for a priority comes from it, both ways", async () => {
  const number = await agreed(ours);
  const { id } = (await seePriority(ours, number)).priority;
  const { posts } = await getOwnerChoices(ours.chair.actor, ours.id);
  need(await recordAction(ours.chair.actor, { partnershipId: ours.id, origin: { kind: "priority", id }, what: "Begin the second team", owner: { postId: posts[0]?.id ?? "" }, dueOn: "2026-10-30", looked: [] }, submission()));
  expect((await listActionsOf(ours.chair.actor, ours.id, { kind: "priority", id })).actions).toMatchObject([{ what: "Begin the second team", originTitle: "Children are helped sooner" }]);
  expect((await findPriority(ours.chair.actor, ours.id, id))?.priority.number).toBe(number);
  expect(await findOrigin(theirs.chair.actor, theirs.id, "priority", id)).toBeNull();
});

test("the delegated partner who leads a priority is told what it needs", async () => {
  const number = await agreed(ours);
  await agreed(ours, { leadSeatId: ours.seats[0]?.id ?? "" });
  const waits = async (who: TestPerson) => (await getHomeFacts(who.actor, ours.id)).priorities;
  expect(await waits(ours.delegate)).toEqual([{ number, title: "Children are helped sooner", state: "not-started", dueOn: "2027-03-31", saidOn: "2026-04-15" }]);
  need(await state(number, "off-track"));
  expect(await waits(ours.delegate)).toMatchObject([{ state: "off-track", saidOn: "2026-09-08" }]);
  expect(await waits(ours.businessManager)).toEqual([]);
  need(await close(number));
  expect(await waits(ours.delegate)).toEqual([]);
});
