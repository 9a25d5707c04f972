import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { getAttendanceFigures } from "#app/domain/meetings/attendance/read-figures.server.ts";
import { findFeed, readFeed, renewFeed, stopFeed } from "#app/domain/meetings/calendar-feed.server.ts";
import { cancelMeeting } from "#app/domain/meetings/cancel-meeting.server.ts";
import { proposeShare } from "#app/domain/meetings/shares/share-meeting.server.ts";
import { as } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { everySeat, hold, plan, shareWith } from "#tests/support/meetings.ts";
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
  await database.sql`insert into publication.publications (partnership_id, slug, kind, number, facts) select id, slug, 'directory', 1, jsonb_build_object('partnership', jsonb_build_object('name', name)) from portal.partnerships where id in (${ours.id}, ${theirs.id})`;
});

const on = (startsAt: string, more: Parameters<typeof plan>[1] = {}) => plan(ours, { startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 3_600_000), ...more });

describe("attendance figures", () => {
  test("are of the meetings held in a period, days in London, one’s own and shared, for one’s own people", async () => {
    // At half past midnight in London on 1 July, and half an hour before it.
    const [inside, outside] = [await on("2026-06-30T23:30:00Z"), await on("2026-06-30T22:30:00Z")];
    const shared = await on("2026-07-31T12:00:00Z", { kind: "leads" });
    await on("2026-07-02T12:00:00Z");
    await shareWith(ours, theirs, shared);
    const [first] = ours.seats;
    await hold(ours, inside, everySeat(ours).map((entry) => (entry.id === first?.id ? { ...entry, status: "absent" } : entry)));
    await hold(ours, outside);
    await hold(ours, shared, everySeat(ours, theirs));
    const july = { from: "2026-07-01", to: "2026-07-31", kind: null };
    const figures = await getAttendanceFigures(ours.scrutineer.actor, ours.id, july);
    expect(figures.held).toBe(2);
    expect(figures.rows.map(({ body, asked, percent }) => [body, asked, percent])).toEqual(ours.seats.map((seat, nth) => [seat.organisation, 2, nth === 0 ? 50 : 100]));
    expect((await getAttendanceFigures(theirs.scrutineer.actor, theirs.id, july)).rows.map(({ body, asked }) => [body, asked])).toEqual(theirs.seats.map((seat) => [seat.organisation, 1]));
    expect((await getAttendanceFigures(ours.chair.actor, ours.id, { ...july, kind: "leads" })).held).toBe(1);
    expect((await getAttendanceFigures(theirs.chair.actor, ours.id, july)).rows.map((row) => row.body)).toEqual(ours.seats.map((seat) => seat.organisation));
  });
});

describe("a calendar of one’s own", () => {
  const token = async (who: TestPerson) => (await findFeed(who.actor))?.path.slice("/calendar/".length, -".ics".length);
  const renew = async (who: TestPerson) => {
    need(await renewFeed(who.actor, submission()));
    return token(who);
  };

  test("has what is hosted and what was accepted, with what was cancelled, and nothing of others", async () => {
    const own = await on("2026-10-01T08:00:00Z", { kind: "sub-group", groupName: "Quality group" });
    const [accepted, proposed, old] = [await on("2026-10-02T08:00:00Z"), await on("2026-10-03T08:00:00Z"), await on("2025-09-01T08:00:00Z")];
    await shareWith(ours, theirs, accepted);
    need(await proposeShare(ours.chair.actor, { partnershipId: ours.id, meetingId: proposed, withId: theirs.id }, submission()));
    need(await cancelMeeting(ours.chair.actor, { partnershipId: ours.id, meetingId: own, reason: "Too few", revision: 1, looked: [] }, submission()));
    const mine = await readFeed(await renew(ours.scrutineer));
    expect(mine?.map((meeting) => meeting.id)).toEqual([own, accepted, proposed]);
    expect(mine?.map((meeting) => meeting.id)).not.toContain(old);
    expect(mine?.[0]).toMatchObject({ title: `Quality group: ${ours.name}`, cancelled: true, revision: 2, startsAt: "2026-10-01T08:00:00Z", address: expect.stringMatching(new RegExp(`/portal/${ours.slug}/meetings/${own}$`)) as string });
    const shared = await readFeed(await renew(theirs.chair));
    expect(shared?.map(({ id, title }) => [id, title])).toEqual([[accepted, `Meeting of the delegated safeguarding partners: ${theirs.name}`]]);
  });

  test("is at an address that is renewed and stopped, of which the database holds a hash", async () => {
    expect(await findFeed(ours.chair.actor)).toBeNull();
    const first = await renew(ours.chair);
    expect(first).toMatch(/^[\w-]{43}$/);
    const [row] = await database.sql<{ kept: string }[]>`select to_jsonb(f)::text as kept from portal.calendar_feeds f where person_id = ${ours.chair.personId}`;
    expect(row?.kept).not.toContain(first);
    const second = await renew(ours.chair);
    expect(second).not.toBe(first);
    expect(await readFeed(first)).toBeNull();
    expect(await readFeed(second)).toEqual([]);
    for (const unknown of [undefined, "", "x", "A".repeat(43)]) expect(await readFeed(unknown)).toBeNull();
    expect(await as(theirs.chair.actor, (tx) => tx.db.execute(raw`select * from portal.calendar_feeds`))).toHaveLength(0);
    await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${ours.chair.personId}`;
    expect(await readFeed(second)).toBeNull();
    await database.sql`update access.accounts set suspended_at = null where person_id = ${ours.chair.personId}`;
    need(await stopFeed(ours.chair.actor, submission()));
    expect([await readFeed(second), await findFeed(ours.chair.actor)]).toEqual([null, null]);
  });

  test("shows nothing any more once the office ended", async () => {
    await on("2026-10-01T08:00:00Z");
    const address = await renew(ours.scrutineer);
    expect(await readFeed(address)).toHaveLength(1);
    await database.sql`update portal.appointments set ends_on = '2026-09-08' where person_id = ${ours.scrutineer.personId}`;
    expect(await readFeed(address)).toEqual([]);
  });
});
