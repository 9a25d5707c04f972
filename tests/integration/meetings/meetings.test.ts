import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { listActionsOf } from "#app/domain/actions/queries.server.ts";
import { recordAction } from "#app/domain/actions/record-action.server.ts";
import { addItem, changeItem, moveItemUp, removeItem } from "#app/domain/meetings/agenda/items.server.ts";
import { cancelMeeting } from "#app/domain/meetings/cancel-meeting.server.ts";
import { changeMeeting } from "#app/domain/meetings/change-meeting.server.ts";
import { moveMeeting } from "#app/domain/meetings/move-meeting.server.ts";
import { planMeeting } from "#app/domain/meetings/plan-meeting.server.ts";
import { findWholeMeeting, listMeetings } from "#app/domain/meetings/queries.server.ts";
import { as } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addToAgenda, hold, meeting, plan } from "#tests/support/meetings.ts";
import { addPartnership, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

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

const one = async (meetingId: string, who: TestPerson = ours.businessManager) => {
  const found = await findWholeMeeting(who.actor, ours.id, meetingId);
  if (!found) throw new Error("no meeting");
  return found;
};
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'meeting%' order by seq`).map((row) => row.type);
const at = (meetingId: string) => ({ partnershipId: ours.id, meetingId });
const times = { startsAt: new Date("2026-10-01T08:00:00Z"), endsAt: new Date("2026-10-01T10:00:00Z") };
const move = (meetingId: string, more: Record<string, unknown> = {}, who = ours.businessManager) => moveMeeting(who.actor, { ...at(meetingId), ...times, reason: "The room is taken.", revision: 1, looked: [], ...more }, submission());
const cancel = (meetingId: string, revision = 1, who = ours.businessManager) => cancelMeeting(who.actor, { ...at(meetingId), reason: "Too few could come.", revision, looked: [] }, submission());
const change = (meetingId: string, more: Record<string, unknown> = {}) => changeMeeting(ours.chair.actor, { ...at(meetingId), kind: "delegates", groupName: null, place: "Online", revision: 1, looked: [], ...more }, submission());

describe("a meeting", () => {
  test("is planned once, with an entry of the ledger", async () => {
    const sent = submission();
    const input = { partnershipId: ours.id, ...meeting({ kind: "sub-group", groupName: "Quality group", ...times }) };
    const outcome = await planMeeting(ours.delegate.actor, input, sent);
    expect(await planMeeting(ours.delegate.actor, input, sent)).toEqual(outcome);
    const { coming, past } = await listMeetings(ours.scrutineer.actor, ours.id, { kind: null, page: 1 });
    expect(coming).toMatchObject([{ kind: "sub-group", groupName: "Quality group", state: "planned", startsAt: "2026-10-01T08:00:00.000Z", host: { id: ours.id }, share: null, items: 0, quorate: null }]);
    expect(past).toEqual([]);
    expect(await ledger()).toEqual(["meeting.planned"]);
  });

  test("is refused with an identifier, an end before its beginning, and by whoever may not", async () => {
    const refusedBy = (who: TestPerson, values: Parameters<typeof meeting>[0] = {}) => planMeeting(who.actor, { partnershipId: ours.id, ...meeting(values) }, submission());
    expect(await refusedBy(ours.businessManager, { place: "Room of 943 476 5919" })).toMatchObject({ refusal: "identifier-in-words" });
    expect(await refusedBy(ours.businessManager, { place: "SA1 2BD" })).toMatchObject({ refusal: "words-not-looked-at" });
    expect(await refusedBy(ours.businessManager, { endsAt: new Date("2026-09-08T08:00:00Z") })).toMatchObject({ refusal: "impossible-dates" });
    expect(await refusedBy(ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await refusedBy(theirs.businessManager)).toEqual({ ok: false, refusal: "not-found" });
    expect(await ledger()).toEqual([]);
  });

  test("is moved with its reason; the first time and every move stay on record", async () => {
    const id = await plan(ours);
    need(await move(id));
    need(await move(id, { startsAt: new Date("2026-10-02T08:00:00Z"), endsAt: new Date("2026-10-02T09:00:00Z"), revision: 2 }));
    const { meeting: moved, moves } = await one(id);
    expect(moved).toMatchObject({ firstStartsAt: "2026-09-08T08:00:00.000Z", startsAt: "2026-10-02T08:00:00.000Z", revision: 3 });
    expect(moves).toMatchObject([{ from: "2026-09-08T08:00:00.000Z", to: "2026-10-01T08:00:00.000Z", reason: "The room is taken.", office: "Business manager" }, { from: "2026-10-01T08:00:00.000Z" }]);
    expect(await move(id)).toEqual({ ok: false, refusal: "stale" });
    expect(await move(id, { startsAt: new Date("2026-10-02T08:00:00Z"), endsAt: new Date("2026-10-02T09:00:00Z"), revision: 3 })).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await move(id, { revision: 3, reason: "See 943 476 5919" })).toMatchObject({ refusal: "identifier-in-words" });
    expect(await ledger()).toEqual(["meeting.planned", "meeting.moved", "meeting.moved"]);
  });

  test("is cancelled with its reason, stays in the list, and changes no more", async () => {
    const id = await plan(ours);
    expect(await cancel(id, 2)).toEqual({ ok: false, refusal: "stale" });
    expect(await cancel(id, 1, ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    need(await cancel(id));
    expect((await one(id)).meeting).toMatchObject({ state: "cancelled", cancelledReason: "Too few could come." });
    for (const late of [await cancel(id, 2), await move(id, { revision: 2 }), await change(id, { revision: 2 })]) expect(late).toEqual({ ok: false, refusal: "meeting-closed" });
    await expect(database.sql`update portal.meetings set place = 'Elsewhere' where id = ${id}`).rejects.toThrow("the meeting is closed");
    await expect(database.sql`delete from portal.meetings where id = ${id}`).rejects.toThrow();
    expect(await ledger()).toEqual(["meeting.planned", "meeting.cancelled"]);
  });

  test("keeps its time and whose it was once it was held; its place can be put right", async () => {
    const id = await plan(ours);
    await hold(ours, id);
    expect(await move(id)).toEqual({ ok: false, refusal: "meeting-held" });
    expect(await cancel(id)).toEqual({ ok: false, refusal: "meeting-held" });
    expect(await change(id, { kind: "leads" })).toEqual({ ok: false, refusal: "meeting-held" });
    need(await change(id));
    expect(await change(id, { revision: 2 })).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect((await one(id)).meeting).toMatchObject({ place: "Online", state: "held", revision: 2 });
  });

  test("is nowhere for another partnership", async () => {
    const id = await plan(ours);
    expect(await findWholeMeeting(theirs.businessManager.actor, theirs.id, id)).toBeNull();
    expect(await findWholeMeeting(theirs.businessManager.actor, ours.id, id)).toBeNull();
    expect(await findWholeMeeting(ours.businessManager.actor, theirs.id, id)).toBeNull();
    expect(await cancelMeeting(theirs.businessManager.actor, { partnershipId: theirs.id, meetingId: id, reason: "Mine now", revision: 1, looked: [] }, submission())).toEqual({ ok: false, refusal: "not-found" });
  });
});

describe("an agenda", () => {
  test("is added to, put in order, changed and shortened", async () => {
    const id = await plan(ours);
    const [first, second] = [await addToAgenda(ours, id, "The budget"), await addToAgenda(ours, id, "The training plan")];
    need(await moveItemUp(ours.chair.actor, { ...at(id), itemId: second }, submission()));
    expect(await moveItemUp(ours.chair.actor, { ...at(id), itemId: second }, submission())).toEqual({ ok: false, refusal: "nothing-to-change" });
    const changed = { ...at(id), itemId: first, revision: 1, title: "The budget", purpose: "decision" as const, papers: "[The paper](https://example.org/budget)", looked: [] };
    need(await changeItem(ours.chair.actor, changed, submission()));
    expect(await changeItem(ours.chair.actor, changed, submission())).toEqual({ ok: false, refusal: "stale" });
    expect(await changeItem(ours.chair.actor, { ...changed, revision: 2 }, submission())).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await changeItem(ours.scrutineer.actor, changed, submission())).toEqual({ ok: false, refusal: "not-permitted" });
    expect((await one(id)).items).toMatchObject([{ id: second }, { id: first, purpose: "decision", papersHtml: expect.stringContaining('href="https://example.org/budget"') as string, revision: 2 }]);
    expect(await removeItem(ours.chair.actor, { ...at(id), itemId: first, revision: 1 }, submission())).toEqual({ ok: false, refusal: "stale" });
    need(await removeItem(ours.chair.actor, { ...at(id), itemId: first, revision: 2 }, submission()));
    expect(await removeItem(ours.chair.actor, { ...at(id), itemId: first, revision: 3 }, submission())).toEqual({ ok: false, refusal: "not-found" });
    expect((await one(id)).items.map((item) => item.id)).toEqual([second]);
    expect((await ledger()).filter((type) => type === "meeting.agenda-changed")).toHaveLength(5);
  });

  test("has no identifier and at most 40 items", async () => {
    const id = await plan(ours);
    const add = (values: Record<string, unknown> = {}) => addItem(ours.businessManager.actor, { ...at(id), title: "The budget", purpose: "information", papers: "", looked: [], ...values }, submission());
    expect(await add({ papers: "See 943 476 5919" })).toMatchObject({ refusal: "identifier-in-words" });
    expect(await add({ title: "Visit to SA1 2BD" })).toMatchObject({ refusal: "words-not-looked-at" });
    await database.sql`insert into portal.meeting_items (meeting_id, partnership_id, position, title, purpose, recorded_by) select ${id}, ${ours.id}, n, 'An item', 'information', ${ours.businessManager.personId}::uuid from generate_series(1, 40) n`;
    expect(await add()).toEqual({ ok: false, refusal: "too-many-items" });
  });

  test("of a cancelled meeting stays as it is, in the database too", async () => {
    const id = await plan(ours);
    const itemId = await addToAgenda(ours, id);
    need(await cancel(id));
    expect(await removeItem(ours.businessManager.actor, { ...at(id), itemId, revision: 1 }, submission())).toEqual({ ok: false, refusal: "meeting-closed" });
    await expect(as(ours.businessManager.actor, (tx) => tx.db.execute(raw`update portal.meeting_items set title = 'Another' where id = ${itemId}`))).rejects.toMatchObject({ cause: { message: "the meeting is closed" } });
  });
});

describe("an action of a meeting", () => {
  const record = (host: TestPartnership, meetingId: string) => recordAction(host.chair.actor, { partnershipId: host.id, origin: { kind: "meeting", id: meetingId }, what: "Ask schools each week.", owner: { words: "Head of Education" }, dueOn: "2026-10-30", looked: [] }, submission());

  test("is found from it, says where it comes from, and is of a meeting of one’s own", async () => {
    const id = await plan(ours);
    need(await record(ours, id));
    expect((await listActionsOf(ours.scrutineer.actor, ours.id, { kind: "meeting", id })).actions).toMatchObject([{ what: "Ask schools each week.", state: "open", originTitle: "Meeting of the delegated safeguarding partners, 8 September 2026" }]);
    expect(await record(theirs, id)).toEqual({ ok: false, refusal: "not-found" });
    await expect(database.sql`insert into portal.actions (partnership_id, origin, what, owner, original_due_on, due_on) values (${ours.id}, 'meeting', 'Do it', 'Head', '2026-09-30', '2026-09-30')`).rejects.toMatchObject({ constraint_name: "actions_of_meeting" });
  });
});
