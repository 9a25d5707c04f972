import { afterAll, beforeAll, expect, test } from "vitest";

import { cancelMeeting } from "#app/domain/meetings/cancel-meeting.server.ts";
import { saveMinutes } from "#app/domain/meetings/minutes/save-minutes.server.ts";
import { proposeShare } from "#app/domain/meetings/shares/share-meeting.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addToAgenda, hold, plan } from "#tests/support/meetings.ts";
import { addPartnership, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-09-08T09:00:00Z");
  ours = await addPartnership(database.sql, "alderwick");
  theirs = await addPartnership(database.sql, "birchmere");
  await database.sql`insert into publication.publications (partnership_id, slug, kind, number, facts) select id, slug, 'directory', 1, jsonb_build_object('partnership', jsonb_build_object('name', name)) from portal.partnerships`;
});
afterAll(() => database.close());

const on = (day: string, kind: "leads" | "delegates" = "delegates") => plan(ours, { kind, startsAt: new Date(`${day}T07:00:00Z`), endsAt: new Date(`${day}T08:00:00Z`) });
const waiting = async (who: TestPerson, partnership = ours) => {
  const { meetings } = await getHomeFacts(who.actor, partnership.id);
  return Object.fromEntries(Object.entries(meetings).map(([task, found]) => [task, (found as { meetingId: string }[]).map((each) => each.meetingId)]));
};
const nothing = { toAnswer: [], toPrepare: [], toRecord: [], toMinute: [], toApprove: [] };

test("what of meetings waits for the business manager, and what for whoever answers a share", async () => {
  const minute = (meetingId: string, itemId: string) => saveMinutes(ours.chair.actor, { partnershipId: ours.id, meetingId, itemId, body: "Noted.", beganFrom: 0, seen: 0, looked: [] }, submission());
  expect(await waiting(ours.businessManager)).toEqual(nothing);
  const [approvable, silent, fresh] = [await on("2026-07-01"), await on("2026-08-01"), await on("2026-09-07", "leads")];
  need(await minute(approvable, await addToAgenda(ours, approvable)));
  for (const meetingId of [silent, fresh]) await addToAgenda(ours, meetingId);
  for (const meetingId of [approvable, silent, fresh]) await hold(ours, meetingId);
  const over = await on("2026-09-02");
  const [soon, prepared, far, cancelled] = [await on("2026-09-20"), await on("2026-09-21"), await on("2026-10-20"), await on("2026-09-22")];
  await addToAgenda(ours, prepared);
  need(await cancelMeeting(ours.chair.actor, { partnershipId: ours.id, meetingId: cancelled, reason: "Too few", revision: 1, looked: [] }, submission()));
  need(await proposeShare(ours.chair.actor, { partnershipId: ours.id, meetingId: far, withId: theirs.id }, submission()));

  expect(await waiting(ours.businessManager)).toEqual({ ...nothing, toPrepare: [soon], toRecord: [over], toMinute: [silent], toApprove: [approvable] });
  expect(await waiting(ours.chair)).toEqual(nothing);
  expect(await waiting(ours.scrutineer)).toEqual(nothing);
  expect(await waiting(theirs.delegate, theirs)).toEqual({ ...nothing, toAnswer: [far] });
  expect(await waiting(theirs.scrutineer, theirs)).toEqual(nothing);
});
