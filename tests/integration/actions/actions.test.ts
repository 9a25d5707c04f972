import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { ActionQuery } from "#app/domain/actions/action-query.ts";
import { askForMore } from "#app/domain/actions/ask-for-more.server.ts";
import { changeOwner } from "#app/domain/actions/change-owner.server.ts";
import { closeAction } from "#app/domain/actions/close-action.server.ts";
import { moveDueDate } from "#app/domain/actions/move-due-date.server.ts";
import { noteProgress } from "#app/domain/actions/note-progress.server.ts";
import type { OwnerInput } from "#app/domain/actions/owners.server.ts";
import { proposeDone } from "#app/domain/actions/propose-done.server.ts";
import { findAction, findOrigin, getOwnerChoices, listActions, listActionsOf } from "#app/domain/actions/queries.server.ts";
import { recordAction } from "#app/domain/actions/record-action.server.ts";
import { listRepresentativeTasks } from "#app/domain/home/assessment-facts.server.ts";
import { listWorkload } from "#app/domain/home/workload.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { tasksFor } from "#app/domain/home/rules.ts";
import { as } from "#db/client.server.ts";
import { addSchool, type TestSchool } from "#tests/support/assessments.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { decide } from "#tests/support/decisions.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let heron: TestSchool;
let delegatePost: string;
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
  const [post] = await database.sql<{ id: string }[]>`select post_id as id from portal.appointments where person_id = ${ours.delegate.personId} and role = 'dsp'`;
  delegatePost = post?.id ?? "";
});

const record = (who: TestPerson = ours.businessManager, owner: OwnerInput = { postId: delegatePost }, of: { dueOn?: string; what?: string; looked?: string[] } = {}, sent = submission()) =>
  recordAction(who.actor, { partnershipId: ours.id, origin: { kind: "own" }, what: "Review the threshold document.", owner, dueOn: "2026-09-30", looked: [], ...of }, sent);
const open = async (owner?: OwnerInput) => need(await record(ours.businessManager, owner)).actionId;
const told = (actionId: string, revision: number, text = "The minutes of September.") => ({ partnershipId: ours.id, actionId, revision, text, looked: [] });
const refusalsFor = async (act: (who: TestPerson) => Promise<unknown>, people: readonly TestPerson[]) => Promise.all(people.map(act));
const refusals = (...names: string[]) => names.map((refusal) => ({ ok: false, refusal }));
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'action.%' order by seq`).map((row) => row.type);
const messages = async () => (await database.sql<{ id: string; news: string }[]>`select person_id as id, content->>'news' as news from portal.messages where partnership_id = ${ours.id} and kind = 'action-yours'`).map((row) => [row.id, row.news]);
const texts = async (who: TestPerson) => tasksFor(await getHomeFacts(who.actor, ours.id)).map((each) => each.text);
const asked = (query: Partial<ActionQuery> = {}): ActionQuery => ({ q: "", state: null, origin: null, owner: null, mine: false, ...query });
const listed = async (who: TestPerson, query: Partial<ActionQuery> = {}) => (await listActions(who.actor, ours.id, asked(query))).items.map((each) => each.id);

describe("an action", () => {
  test("is recorded with its owner, who is told; sent twice it is one", async () => {
    const sent = submission();
    const outcome = await record(ours.businessManager, { postId: delegatePost }, {}, sent);
    expect(await record(ours.businessManager, { postId: delegatePost }, {}, sent)).toEqual(outcome);
    const { actionId } = need(outcome);
    expect(await findAction(ours.chair.actor, ours.id, actionId)).toMatchObject({ origin: "own", state: "open", revision: 1, ownerPostId: delegatePost, owner: expect.stringContaining("Director of Children") as string, dueOn: "2026-09-30", originalDueOn: "2026-09-30", story: [{ kind: "recorded", office: "Business manager" }] });
    expect(await messages()).toEqual([[ours.delegate.personId, "recorded"]]);
    expect(await ledger()).toEqual(["action.recorded"]);
    expect(await texts(ours.delegate)).toContain("Finish an action of yours");
    expect(await findAction(theirs.chair.actor, ours.id, actionId)).toBeNull();
    expect((await listActions(theirs.chair.actor, ours.id, asked())).items).toEqual([]);
  });

  test("is recorded by those who may, for an owner who is there, due on a day to come, and identifies nobody", async () => {
    const lead = ours.seats[0]?.lead ?? ours.chair;
    expect(await refusalsFor((who) => record(who), [lead, ours.scrutineer, heron.head, theirs.businessManager])).toEqual(refusals("not-permitted", "not-permitted", "not-permitted", "not-found"));
    expect(await record(ours.chair, { postId: heron.membershipId })).toEqual({ ok: false, refusal: "stale" });
    expect(await record(ours.chair, { membershipId: delegatePost, words: "Head" })).toEqual({ ok: false, refusal: "stale" });
    expect(await record(ours.chair, undefined, { dueOn: "2026-09-06" })).toMatchObject({ refusal: "impossible-dates" });
    expect(await record(ours.chair, undefined, { what: "See 943 476 5919." })).toMatchObject({ refusal: "identifier-in-words" });
    expect(await recordAction(ours.chair.actor, { partnershipId: ours.id, origin: { kind: "assessment", id: heron.membershipId }, what: "Do it", owner: { postId: delegatePost }, dueOn: "2026-09-30", looked: [] }, submission())).toEqual({ ok: false, refusal: "not-found" });
    expect(await ledger()).toEqual([]);
    expect(await findOrigin(ours.chair.actor, ours.id, "moon", null)).toBeNull();
    expect(await findOrigin(ours.chair.actor, ours.id, "assessment", heron.membershipId)).toBeNull();
    expect(await findOrigin(ours.chair.actor, ours.id, null, null)).toEqual({ origin: { kind: "own" }, title: null, at: null });
    expect((await getOwnerChoices(ours.chair.actor, ours.id)).agencies).toEqual([{ id: heron.membershipId, name: "Heron Hill School" }]);
  });

  test("goes from progress to evidence, back for more, and is closed by another", async () => {
    const id = await open();
    expect(await refusalsFor((who) => noteProgress(who.actor, told(id, 1), submission()), [ours.chair, ours.scrutineer, heron.head, theirs.delegate])).toEqual(refusals("not-the-owner", "not-the-owner", "not-found", "not-found"));
    need(await noteProgress(ours.delegate.actor, told(id, 1), submission()));
    expect(await proposeDone(ours.delegate.actor, told(id, 1), submission())).toEqual({ ok: false, refusal: "action-moved-on" });
    expect(await closeAction(ours.chair.actor, told(id, 2), submission())).toEqual({ ok: false, refusal: "action-moved-on" });
    expect(await proposeDone(ours.delegate.actor, told(id, 2, "It is 943 476 5919."), submission())).toMatchObject({ refusal: "identifier-in-words" });
    need(await proposeDone(ours.delegate.actor, told(id, 2), submission()));
    expect((await texts(ours.chair)).filter((each) => each.startsWith("Close an action of Director of Children"))).toHaveLength(1);
    expect((await texts(ours.delegate)).filter((each) => each.startsWith("Close an action"))).toEqual([]);
    expect(await refusalsFor((who) => closeAction(who.actor, told(id, 3), submission()), [ours.delegate, ours.businessManager, ours.scrutineer, theirs.chair])).toEqual(refusals("own-action", "not-permitted", "not-permitted", "not-found"));
    need(await askForMore(ours.chair.actor, told(id, 3), submission()));
    expect(await messages()).toContainEqual([ours.delegate.personId, "more-asked"]);
    need(await proposeDone(ours.delegate.actor, told(id, 4), submission()));
    const sent = submission();
    for (const again of [sent, sent]) need(await closeAction(ours.chair.actor, told(id, 5), again));
    const found = await findAction(ours.delegate.actor, ours.id, id);
    expect(found).toMatchObject({ state: "closed", closedOn: "2026-09-07", revision: 6 });
    expect(found?.story.map((each) => each.kind)).toEqual(["recorded", "progress", "proposed", "more-asked", "proposed", "closed"]);
    expect(await ledger()).toEqual(["action.recorded", "action.progressed", "action.proposed-done", "action.returned", "action.proposed-done", "action.closed"]);
    for (const act of [noteProgress, proposeDone]) expect(await act(ours.delegate.actor, told(id, 6), submission())).toEqual({ ok: false, refusal: "action-moved-on" });
  });

  test("proposed for its owner by the business manager is closed neither by the owner nor by the manager", async () => {
    const id = await open();
    need(await proposeDone(ours.businessManager.actor, told(id, 1), submission()));
    expect((await findAction(ours.chair.actor, ours.id, id))?.story.at(-1)).toMatchObject({ office: "Business manager", onBehalf: true });
    for (const act of [closeAction, askForMore]) expect(await act(ours.delegate.actor, told(id, 2), submission())).toEqual({ ok: false, refusal: "own-action" });
    need(await closeAction(ours.chair.actor, told(id, 2), submission()));
  });

  test("of somebody who is no office is worked on by whoever records actions, and closed by another", async () => {
    const id = await open({ words: "Manager of the youth service" });
    expect(await noteProgress(ours.scrutineer.actor, told(id, 1), submission())).toEqual({ ok: false, refusal: "not-the-owner" });
    need(await proposeDone(ours.chair.actor, told(id, 1), submission()));
    expect(await closeAction(ours.chair.actor, told(id, 2), submission())).toEqual({ ok: false, refusal: "own-action" });
    need(await closeAction(ours.delegate.actor, told(id, 2), submission()));
  });

  test("of an agency is seen and worked on by those who speak for it, and by nobody else outside", async () => {
    const otter = await addSchool(database.sql, ours, "Otter Brook School");
    const id = await open({ membershipId: heron.membershipId, words: "Designated safeguarding lead" });
    expect(await findAction(heron.head.actor, ours.id, id)).toMatchObject({ agency: "Heron Hill School", may: { work: true, close: false, change: false } });
    expect(await findAction(otter.head.actor, ours.id, id)).toBeNull();
    expect([await listed(heron.head), await listed(otter.head)]).toEqual([[id], []]);
    expect(await noteProgress(ours.businessManager.actor, told(id, 1), submission())).toEqual({ ok: false, refusal: "agency-answers-itself" });
    expect((await listRepresentativeTasks(heron.head.actor, ours.id)).map((each) => each.text)).toEqual(["Do what Heron Hill School undertook"]);
    need(await proposeDone(heron.head.actor, told(id, 1), submission()));
    need(await closeAction(ours.delegate.actor, told(id, 2), submission()));
  });

  test("keeps every day that it was due, with why it moved", async () => {
    const id = await open();
    const move = (dueOn: string, revision: number, who: TestPerson = ours.businessManager) => moveDueDate(who.actor, { ...told(id, revision, "The data comes later."), dueOn }, submission());
    expect(await refusalsFor((who) => move("2026-10-31", 1, who), [ours.scrutineer, heron.head])).toEqual(refusals("not-permitted", "not-permitted"));
    for (const day of ["2026-09-30", "2026-09-06"]) expect(await move(day, 1)).toMatchObject({ refusal: "impossible-dates" });
    need(await move("2026-10-31", 1));
    expect(await move("2026-11-30", 1)).toEqual({ ok: false, refusal: "action-moved-on" });
    need(await move("2026-11-30", 2, ours.chair));
    const found = await findAction(ours.chair.actor, ours.id, id);
    expect(found).toMatchObject({ originalDueOn: "2026-09-30", dueOn: "2026-11-30" });
    expect(found?.story.slice(1).map(({ dueBefore, dueAfter, text }) => [dueBefore, dueAfter, text])).toEqual([["2026-09-30", "2026-10-31", "The data comes later."], ["2026-10-31", "2026-11-30", "The data comes later."]]);
  });

  test("is given to another owner, who is told; the story says whose it was", async () => {
    const id = await open();
    const give = (owner: OwnerInput, revision: number, who: TestPerson = ours.chair) => changeOwner(who.actor, { ...told(id, revision, "The school takes it on."), owner }, submission());
    expect(await give({ words: "Somebody" }, 1, ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await give({ postId: delegatePost }, 1)).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await give({ postId: heron.membershipId }, 1)).toEqual({ ok: false, refusal: "stale" });
    need(await give({ membershipId: heron.membershipId, words: "Headteacher" }, 1));
    expect(await findAction(heron.head.actor, ours.id, id)).toMatchObject({ owner: "Headteacher", agency: "Heron Hill School", ownerPostId: null, story: [{}, { kind: "owner-changed", ownerAfter: "Headteacher", ownerBefore: expect.stringContaining("Director") as string }] });
    expect(await messages()).toContainEqual([heron.head.personId, "recorded"]);
    expect((await ledger()).at(-1)).toBe("action.owner-changed");
    expect(await noteProgress(ours.delegate.actor, told(id, 2), submission())).toEqual({ ok: false, refusal: "not-the-owner" });
  });
});

describe("an action of a decision", () => {
  const decided = async ({ id, number }: { id: string; number: number }) => (await database.sql<{ id: string }[]>`select id from portal.decisions where partnership_id = ${id} and number = ${number}`)[0]?.id ?? "";

  test("is recorded from it, told there and leads back to it; another partnership’s is not there", async () => {
    const number = await decide(ours);
    const [mine, other] = [await decided({ id: ours.id, number }), await decided({ id: theirs.id, number: await decide(theirs) })];
    const from = (id: string) => recordAction(ours.chair.actor, { partnershipId: ours.id, origin: { kind: "decision", id }, what: "Write the protocol.", owner: { postId: delegatePost }, dueOn: "2026-09-30", looked: [] }, submission());
    expect(await from(other)).toEqual({ ok: false, refusal: "not-found" });
    const { actionId } = need(await from(mine));
    expect((await listActionsOf(ours.chair.actor, ours.id, { kind: "decision", id: mine })).actions).toMatchObject([{ id: actionId, origin: "decision", originId: mine, originAt: String(number) }]);
    expect((await listActionsOf(ours.chair.actor, ours.id, { kind: "own" })).actions).toEqual([]);
    expect(await findOrigin(ours.chair.actor, ours.id, "decision", mine)).toMatchObject({ origin: { kind: "decision", id: mine }, at: String(number) });
    expect(await findOrigin(ours.chair.actor, ours.id, "decision", other)).toBeNull();
    expect(await listed(ours.chair, { origin: "decision" })).toEqual([actionId]);
    const insert = database.sql`insert into portal.actions (partnership_id, origin, decision_id, return_id, what, owner, original_due_on, due_on) values (${ours.id}, 'decision', ${mine}, ${mine}, 'Do it', 'Head', '2026-09-30', '2026-09-30')`;
    await expect(insert).rejects.toMatchObject({ constraint_name: "actions_of_assessment" });
  });
});

describe("the home page", () => {
  test("asks the chair and the business manager after what is overdue, and a lead after that of their delegate; the week’s e-mail says the same", async () => {
    await database.sql`update portal.actions set due_on = '2026-09-06' where id = ${await open()}`;
    const [dsp] = await database.sql<{ seat: string }[]>`select seat_id as seat from portal.appointments where person_id = ${ours.delegate.personId} and role = 'dsp'`;
    const lead = ours.seats.find((seat) => seat.id === dsp?.seat)?.lead ?? ours.chair;
    const other = ours.seats.find((seat) => seat.id !== dsp?.seat)?.lead ?? ours.chair;
    const about = async (who: TestPerson) => (await listWorkload(who.actor)).flatMap(({ tasks }) => tasks).filter(({ path }) => path.startsWith("/actions")).map(({ text, path }) => [text, path]);
    for (const who of [ours.chair, ours.businessManager]) expect(await about(who)).toEqual([["Ask after 1 overdue action", "/actions?state=overdue"]]);
    expect(await about(lead)).toEqual([["Ask your delegate after 1 overdue action", `/actions?state=overdue&owner=${delegatePost}`]]);
    expect((await about(ours.delegate)).map(([text]) => text)).toEqual(["Finish an action of yours"]);
    for (const who of [other, ours.scrutineer]) expect(await about(who)).toEqual([]);
  });
});

describe("the list", () => {
  test("is narrowed by words, state, owner, origin and to one's own", async () => {
    const late = await open();
    const other = need(await record(ours.chair, { membershipId: heron.membershipId, words: "Head" }, { what: "Check the filters.", dueOn: "2027-03-31" })).actionId;
    await database.sql`update portal.actions set due_on = '2026-09-06' where id = ${late}`;
    expect(await listActions(ours.chair.actor, ours.id, asked())).toMatchObject({ counts: { all: 2, open: 2, overdue: 1, proposed: 0 }, found: 2, page: 1, pages: 1, owners: [{ name: expect.stringContaining("Director") as string }, { name: "Heron Hill School" }] });
    expect(await listed(ours.chair, { q: "FILTER heron" })).toEqual([other]);
    expect(await listed(ours.chair, { state: "overdue" })).toEqual([late]);
    expect(await listed(ours.chair, { state: "due-soon" })).toEqual([]);
    expect(await listed(ours.chair, { owner: heron.membershipId })).toEqual([other]);
    expect(await listed(ours.chair, { origin: "assessment" })).toEqual([]);
    expect([await listed(ours.delegate, { mine: true }), await listed(heron.head, { mine: true }), await listed(ours.chair, { mine: true })]).toEqual([[late], [other], []]);
    expect((await listActionsOf(ours.chair.actor, ours.id, { kind: "own" })).actions.map((each) => each.id)).toEqual([late, other]);
    expect((await listActions(ours.chair.actor, ours.id, asked(), 9)).page).toBe(1);
  });
});

describe("the database", () => {
  const entry = (actionId: string, number: number, kind: string, by: TestPerson) => sql`insert into portal.action_entries (action_id, partnership_id, number, kind, text, office, said_by) values (${actionId}::uuid, ${ours.id}::uuid, ${number}, ${kind}, 'It says so', 'Chair', ${by.personId}::uuid)`;
  const refusedWith = (constraint: string) => ({ cause: { constraint_name: constraint } });

  test("moves an action by its story alone, in order, in one's own name, and changes no story", async () => {
    const id = await open();
    const says = (who: TestPerson, number: number, kind: string, by = who) => as(who.actor, (tx) => tx.db.execute(entry(id, number, kind, by)));
    await expect(as(ours.chair.actor, (tx) => tx.db.execute(sql`update portal.actions set state = 'closed'`))).rejects.toMatchObject({ cause: { message: expect.stringContaining("permission denied") as string } });
    await expect(says(ours.chair, 2, "closed")).rejects.toMatchObject(refusedWith("action_entries_in_order"));
    await expect(says(ours.chair, 3, "progress")).rejects.toMatchObject(refusedWith("action_entries_number_key"));
    await expect(says(ours.chair, 2, "progress", ours.delegate)).rejects.toMatchObject(refusedWith("action_entries_own_name"));
    await says(ours.chair, 2, "proposed");
    for (const who of [ours.chair, ours.delegate]) await expect(says(who, 3, "closed")).rejects.toMatchObject(refusedWith("actions_closed_by_another"));
    await expect(database.sql`update portal.action_entries set text = 'Other' where action_id = ${id}`).rejects.toThrow();
    await expect(database.sql`delete from portal.actions where id = ${id}`).rejects.toThrow();
  });

  test("lets somebody who speaks for an agency neither move, close nor record anything but what they may", async () => {
    const id = await open({ membershipId: heron.membershipId, words: "Head" });
    const says = (kind: string) => as(heron.head.actor, (tx) => tx.db.execute(entry(id, 2, kind, heron.head)));
    for (const kind of ["more-asked", "closed", "owner-changed"]) await expect(says(kind)).rejects.toBeDefined();
    await expect(as(heron.head.actor, (tx) => tx.db.execute(sql`insert into portal.actions (partnership_id, what, owner, membership_id, original_due_on, due_on, recorded_by) values (${ours.id}::uuid, 'Do it', 'Head', ${heron.membershipId}::uuid, '2026-09-30', '2026-09-30', access.me())`))).rejects.toMatchObject({ cause: { message: expect.stringContaining("row-level security") as string } });
    await says("progress");
  });

  test("keeps one origin of an action, and the column that names it", async () => {
    const insert = (origin: string) => database.sql`insert into portal.actions (partnership_id, origin, what, owner, original_due_on, due_on) values (${ours.id}, ${origin}, 'Do it', 'Head', '2026-09-30', '2026-09-30')`;
    await expect(insert("assessment")).rejects.toMatchObject({ constraint_name: "actions_of_assessment" });
  });
});
