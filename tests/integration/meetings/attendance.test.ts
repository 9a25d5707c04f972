import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { type AttendanceEntry, recordAttendance } from "#app/domain/meetings/attendance/record-attendance.server.ts";
import { findSheet } from "#app/domain/meetings/attendance/find-sheet.server.ts";
import type { NewQuorumRule } from "#app/domain/meetings/forms.server.ts";
import { findWholeMeeting, listMeetings, listShareChoices } from "#app/domain/meetings/queries.server.ts";
import { listQuorumRules, recordQuorumRule } from "#app/domain/meetings/quorum/record-rule.server.ts";
import { answerShare } from "#app/domain/meetings/shares/answer-share.server.ts";
import { proposeShare, takeBackShare } from "#app/domain/meetings/shares/share-meeting.server.ts";
import { as } from "#db/client.server.ts";
import { propose } from "#tests/support/agencies.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addToAgenda, everySeat, hold, plan, shareWith } from "#tests/support/meetings.ts";
import { addPartnership, addRepresentative, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

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
  await database.sql`insert into publication.publications (partnership_id, slug, kind, number, facts) select id, slug, 'directory', 1, jsonb_build_object('partnership', jsonb_build_object('name', name)) from portal.partnerships where id in (${ours.id}, ${theirs.id})`;
});

const at = (meetingId: string) => ({ partnershipId: ours.id, meetingId });
const record = (meetingId: string, entries: AttendanceEntry[], revision = 0, who: TestPerson = ours.businessManager) => recordAttendance(who.actor, { ...at(meetingId), entries, revision, looked: [] }, submission());
const rule = (values: Partial<NewQuorumRule> = {}, partnership = ours) =>
  recordQuorumRule(partnership.chair.actor, { partnershipId: partnership.id, kind: "delegates", startsOn: "2026-01-01", eachKind: true, seatsLeast: 0, allLeast: 0, education: false, deputiesCount: true, revision: 0, ...values }, submission());
const whole = async (meetingId: string, who: TestPerson = ours.businessManager, partnership = ours) => {
  const found = await findWholeMeeting(who.actor, partnership.id, meetingId);
  if (!found) throw new Error("no meeting");
  return found;
};
const types = async ({ id }: TestPartnership) => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${id} and (type like 'meeting%' or type like 'quorum%') order by seq`).map((row) => row.type);
const entry = (id: string, status: AttendanceEntry["status"], deputyPost: string | null = null): AttendanceEntry => ({ id, status, deputyPost });

describe("who came", () => {
  test("is recorded for every seat, for education and for agencies; the meeting then was held, with or without a quorum", async () => {
    await addRepresentative(database.sql, ours.id, "education-representative");
    const agency = await propose(ours, { legalName: "Vale Probation" });
    need(await rule());
    const id = await plan(ours);
    const { lines } = await findSheet(ours.businessManager.actor, ours.id, id);
    expect(lines.map(({ kind, body }) => [kind, body])).toEqual([...ours.seats.map((seat) => ["seat", seat.organisation]), ["education", "The schools of the vale"]]);
    const [council, health, police, school] = lines.map((line) => line.id);
    if (!council || !health || !police || !school) throw new Error("a line is missing");
    need(await record(id, [entry(council, "present"), entry(health, "deputy", "Head of Safeguarding"), entry(police, "apologies"), entry(school, "present"), entry(agency, "absent")]));
    const found = await whole(id, ours.scrutineer);
    expect(found.meeting).toMatchObject({ state: "held", attendanceRevision: 1 });
    expect(found.attendance.map(({ body, status, deputyPost }) => [body, status, deputyPost])).toEqual([[ours.seats[0]?.organisation, "present", null], [ours.seats[1]?.organisation, "deputy", "Head of Safeguarding"], [ours.seats[2]?.organisation, "apologies", null], ["The schools of the vale", "present", null], ["Vale Probation", "absent", null]]);
    expect(found.quorum).toMatchObject([{ partnershipId: ours.id, quorate: false, missing: ["nobody for the police"] }]);
    need(await record(id, [...everySeat(ours), entry(agency, "present")], 1));
    expect((await whole(id)).quorum).toMatchObject([{ quorate: true }]);
    expect((await listMeetings(ours.businessManager.actor, ours.id, { kind: "delegates", page: 1 })).coming).toMatchObject([{ id, quorate: true }]);
    expect(await types(ours)).toEqual(["quorum-rule.recorded", "meeting.planned", "meeting.attendance-recorded", "meeting.attendance-recorded"]);
  });

  test("is refused before the meeting begins, without a statutory partner, stale, of a stranger, with an identifier", async () => {
    const [first, ...rest] = everySeat(ours);
    if (!first) throw new Error("no seat");
    const coming = await plan(ours, { startsAt: new Date("2026-09-08T09:00:01Z") });
    expect(await record(coming, everySeat(ours))).toEqual({ ok: false, refusal: "meeting-not-begun" });
    const id = await plan(ours);
    expect(await record(id, rest)).toEqual({ ok: false, refusal: "attendance-incomplete", detail: ours.seats[0]?.organisation });
    expect(await record(id, everySeat(ours, theirs))).toEqual({ ok: false, refusal: "stale" });
    expect(await record(id, [...everySeat(ours), entry(await propose(theirs), "present")])).toEqual({ ok: false, refusal: "stale" });
    expect(await record(id, everySeat(ours), 1)).toEqual({ ok: false, refusal: "stale" });
    expect(await record(id, [{ ...first, status: "deputy", deputyPost: "943 476 5919" }, ...rest])).toMatchObject({ refusal: "identifier-in-words" });
    expect(await record(id, everySeat(ours), 0, ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect((await whole(id)).meeting.state).toBe("planned");
  });

  test("before the portal knew the partnership is by the seats with which it began", async () => {
    const id = await plan(ours, { startsAt: new Date("2018-03-01T09:00:00Z"), endsAt: new Date("2018-03-01T10:00:00Z") });
    expect((await findSheet(ours.businessManager.actor, ours.id, id)).lines).toHaveLength(3);
  });
});

describe("a quorum rule", () => {
  test("is dated and added to; a meeting is judged by the rule of its own day", async () => {
    need(await rule({ eachKind: false, seatsLeast: 1 }));
    need(await rule({ startsOn: "2026-09-09", seatsLeast: 3, revision: 1 }));
    expect(await rule({ revision: 1 })).toEqual({ ok: false, refusal: "stale" });
    expect(await recordQuorumRule(ours.scrutineer.actor, { partnershipId: ours.id, kind: "leads", startsOn: "2026-01-01", eachKind: true, seatsLeast: 0, allLeast: 0, education: false, deputiesCount: true, revision: 0 }, submission())).toEqual({ ok: false, refusal: "not-permitted" });
    expect((await listQuorumRules(ours.scrutineer.actor, ours.id)).rules.map((each) => each.revision)).toEqual([1, 2]);
    const id = await plan(ours);
    await hold(ours, id);
    expect((await whole(id)).quorum[0]?.rule?.revision).toBe(1);
    await expect(database.sql`update portal.quorum_rules set seats_least = 0 where partnership_id = ${ours.id}`).rejects.toThrow();
  });
});

describe("a meeting of several partnerships", () => {
  test("is proposed, accepted, and then seen with its agenda; each has a quorum by its own rule", async () => {
    need(await rule());
    need(await rule({ seatsLeast: 3, deputiesCount: false }, theirs));
    const id = await plan(ours);
    await addToAgenda(ours, id);
    expect((await listShareChoices(ours.businessManager.actor, ours.id, [])).map((choice) => choice.id)).toContain(theirs.id);
    need(await proposeShare(ours.businessManager.actor, { ...at(id), withId: theirs.id }, submission()));
    const proposed = await whole(id, theirs.delegate, theirs);
    expect(proposed).toMatchObject({ meeting: { share: "proposed", host: { id: ours.id, name: ours.name } }, items: [], attendance: [], quorum: [] });
    expect(await as(theirs.delegate.actor, (tx) => tx.db.execute(raw`select id from portal.meeting_items where meeting_id = ${id}`))).toHaveLength(0);
    expect(await answerShare(theirs.scrutineer.actor, { partnershipId: theirs.id, meetingId: id, reason: null, revision: 1, looked: [] }, submission())).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await answerShare(theirs.delegate.actor, { partnershipId: theirs.id, meetingId: id, reason: null, revision: 2, looked: [] }, submission())).toEqual({ ok: false, refusal: "stale" });
    need(await answerShare(theirs.delegate.actor, { partnershipId: theirs.id, meetingId: id, reason: null, revision: 1, looked: [] }, submission()));
    expect((await whole(id, theirs.scrutineer, theirs)).items).toHaveLength(1);
    expect((await findSheet(ours.businessManager.actor, ours.id, id)).lines).toHaveLength(6);

    const entries = everySeat(ours, theirs).map((each, nth) => (nth === 5 ? entry(each.id, "deputy", "Superintendent") : each));
    expect(await record(id, everySeat(ours))).toMatchObject({ refusal: "attendance-incomplete" });
    need(await record(id, entries));
    const both = (await whole(id, theirs.scrutineer, theirs)).quorum;
    expect(both.map(({ partnershipId, quorate }) => [partnershipId, quorate])).toEqual([[ours.id, true], [theirs.id, false]]);
    expect((await whole(id)).quorum).toEqual(both);
    expect((await listMeetings(theirs.scrutineer.actor, theirs.id, { kind: null, page: 1 })).coming).toMatchObject([{ id, share: "accepted", quorate: false }]);
    expect(await types(theirs)).toEqual(["quorum-rule.recorded", "meeting-share.accepted"]);
    expect((await types(ours)).filter((type) => type.startsWith("meeting-share"))).toEqual(["meeting-share.proposed"]);
  });

  test("is its host’s alone to change", async () => {
    const id = await plan(ours);
    await shareWith(ours, theirs, id);
    const theirChange = (statement: ReturnType<typeof raw>) => as(theirs.businessManager.actor, (tx) => tx.db.execute(statement));
    expect((await theirChange(raw`update portal.meetings set place = 'Taken over' where id = ${id}`)).count).toBe(0);
    expect((await theirChange(raw`delete from portal.meeting_shares where meeting_id = ${id}`)).count).toBe(0);
    expect(await recordAttendance(theirs.businessManager.actor, { partnershipId: theirs.id, meetingId: id, entries: everySeat(theirs), revision: 0, looked: [] }, submission())).toEqual({ ok: false, refusal: "not-found" });
    await expect(as(ours.businessManager.actor, (tx) => tx.db.execute(raw`delete from portal.meeting_shares where meeting_id = ${id}`))).rejects.toMatchObject({ cause: { message: "not to take back" } });
  });

  test("is declined with a reason and asked again, or taken back; never answered twice or for another", async () => {
    const id = await plan(ours);
    const share = (withId: string) => proposeShare(ours.businessManager.actor, { ...at(id), withId }, submission());
    const answer = (reason: string | null) => answerShare(theirs.businessManager.actor, { partnershipId: theirs.id, meetingId: id, reason, revision: 1, looked: [] }, submission());
    expect(await share(ours.id)).toEqual({ ok: false, refusal: "not-found" });
    expect(await share("00000000-0000-4000-8000-000000000000")).toEqual({ ok: false, refusal: "not-found" });
    need(await share(theirs.id));
    expect(await share(theirs.id)).toEqual({ ok: false, refusal: "share-answered" });
    await expect(as(ours.businessManager.actor, (tx) => tx.db.execute(raw`insert into portal.meeting_shares (meeting_id, host_id, partnership_id, state, proposed_by, answered_at, answered_by) values (${id}, ${ours.id}, gen_random_uuid(), 'accepted', access.me(), access.clock(), access.me())`))).rejects.toThrow();
    expect((await as(ours.businessManager.actor, (tx) => tx.db.execute(raw`update portal.meeting_shares set state = 'accepted', answered_at = access.clock(), answered_by = access.me() where meeting_id = ${id}`))).count).toBe(0);
    expect(await answer("See 943 476 5919")).toMatchObject({ refusal: "identifier-in-words" });
    need(await answer("We meet on that day ourselves."));
    expect(await answer(null)).toEqual({ ok: false, refusal: "share-answered" });
    expect(await findWholeMeeting(theirs.businessManager.actor, theirs.id, id)).toBeNull();
    expect((await whole(id)).shares).toMatchObject([{ partnershipId: theirs.id, state: "declined", reason: "We meet on that day ourselves." }]);
    need(await share(theirs.id));
    need(await takeBackShare(ours.businessManager.actor, { ...at(id), withId: theirs.id }, submission()));
    expect(await takeBackShare(ours.businessManager.actor, { ...at(id), withId: theirs.id }, submission())).toEqual({ ok: false, refusal: "not-found" });
    expect((await whole(id)).shares).toEqual([]);
    expect(await types(ours)).toEqual(["meeting.planned", "meeting-share.proposed", "meeting-share.proposed", "meeting-share.taken-back"]);
  });
});
