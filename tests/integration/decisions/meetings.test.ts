import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { findDecision, listDecisionsAt } from "#app/domain/decisions/queries.server.ts";
import { recordDecision } from "#app/domain/decisions/record-decision.server.ts";
import { cancelMeeting } from "#app/domain/meetings/cancel-meeting.server.ts";
import { proposeShare } from "#app/domain/meetings/shares/share-meeting.server.ts";
import { as } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { decide, decision } from "#tests/support/decisions.ts";
import { need } from "#tests/support/funding.ts";
import { plan, shareWith } from "#tests/support/meetings.ts";
import { addPartnership, submission, type TestPartnership } from "#tests/support/partnership.ts";

let database: TestDatabase;
let host: TestPartnership;
let other: TestPartnership;
let made = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  await database.setClock("2026-09-08T09:00:00Z");
  host = await addPartnership(database.sql, `alderwick-${String(made)}`);
  other = await addPartnership(database.sql, `birchmere-${String(made)}`);
  await database.sql`insert into publication.publications (partnership_id, slug, kind, number, facts) select id, slug, 'directory', 1, jsonb_build_object('partnership', jsonb_build_object('name', name)) from portal.partnerships where id in (${host.id}, ${other.id})`;
});

const at = async ({ businessManager, id }: TestPartnership, meetingId: string) => (await listDecisionsAt(businessManager.actor, id, meetingId)).map(({ number, sentence }) => [number, sentence]);
const record = ({ id, businessManager }: TestPartnership, meetingId: string) => recordDecision(businessManager.actor, decision(id, { meetingId }), submission());

test("each partnership of a shared meeting records its own decisions, and reads nobody else's", async () => {
  const meetingId = await plan(host);
  await shareWith(host, other, meetingId);
  await decide(host, { meetingId, sentence: "The host pays for the room." });
  await decide(other, { meetingId, sentence: "The guest brings the figures." });
  expect(await at(host, meetingId)).toEqual([[1, "The host pays for the room."]]);
  expect(await at(other, meetingId)).toEqual([[1, "The guest brings the figures."]]);
  expect((await findDecision(other.chair.actor, other.id, 1))?.decision.meeting).toEqual({ id: meetingId, title: "Meeting of the delegated safeguarding partners, 8 September 2026" });
});

test("not at a meeting that is not theirs, not yet shared, or cancelled", async () => {
  const meetingId = await plan(host);
  expect(await record(other, meetingId)).toEqual({ ok: false, refusal: "not-found" });
  need(await proposeShare(host.businessManager.actor, { partnershipId: host.id, meetingId, withId: other.id }, submission()));
  expect(await record(other, meetingId)).toEqual({ ok: false, refusal: "not-found" });
  expect(await record(host, "nothing")).toEqual({ ok: false, refusal: "not-found" });
  const later = await plan(host, { startsAt: new Date("2026-09-09T08:00:00Z"), endsAt: new Date("2026-09-09T09:00:00Z") });
  need(await cancelMeeting(host.businessManager.actor, { partnershipId: host.id, meetingId: later, reason: "Too few can come.", revision: 1, looked: [] }, submission()));
  expect(await record(host, later)).toEqual({ ok: false, refusal: "meeting-closed" });
});

test("the database itself refuses a meeting that is not shared", async () => {
  const meetingId = await plan(host);
  const forged = as(other.businessManager.actor, (tx) => tx.db.execute(raw`
    insert into portal.decisions (partnership_id, number, sentence, matter, options, taken_by, status, is_public, office, recorded_by, meeting_id, meeting_host_id)
    values (${other.id}, 1, 'The guest decides it alone.', 'procedures', 'No other was weighed.', 'leads', 'asked', true, 'Business manager', ${other.businessManager.personId}, ${meetingId}, ${host.id})`));
  await expect(forged).rejects.toMatchObject({ cause: { constraint_name: "decisions_own_meeting" } });
});
