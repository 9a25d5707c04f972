import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { removeItem } from "#app/domain/meetings/agenda/items.server.ts";
import { approveMinutes, listApproving } from "#app/domain/meetings/minutes/approve-minutes.server.ts";
import { saveMinutes } from "#app/domain/meetings/minutes/save-minutes.server.ts";
import { findWholeMeeting, listMinutesTexts } from "#app/domain/meetings/queries.server.ts";
import { as } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addToAgenda, everySeat, hold, plan, shareWith } from "#tests/support/meetings.ts";
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

interface Saved {
  beganFrom?: number;
  seen?: number;
}
const save = (meetingId: string, itemId: string, body: string, { beganFrom = 0, seen = 0 }: Saved = {}, who: TestPerson = ours.businessManager, host = ours) =>
  saveMinutes(who.actor, { partnershipId: host.id, meetingId, itemId, body, beganFrom, seen, looked: [] }, submission());
const whole = async (meetingId: string, who: TestPerson = ours.businessManager, partnership = ours) => {
  const found = await findWholeMeeting(who.actor, partnership.id, meetingId);
  if (!found) throw new Error("no meeting");
  return found;
};
const minutesOf = async (meetingId: string) => (await whole(meetingId)).items[0]?.minutes;
const approve = (meetingId: string, approvedIn: string, revision = 1, who: TestPerson = ours.businessManager) => approveMinutes(who.actor, { partnershipId: ours.id, meetingId, approvedIn, revision }, submission());
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'meeting.minutes%' order by seq`).map((row) => row.type);

describe("minutes", () => {
  test("are saved by item as safe HTML, each text kept, with an entry of the ledger", async () => {
    const id = await plan(ours);
    const itemId = await addToAgenda(ours, id);
    expect(await save(id, itemId, "**Noted.** <b>x</b>")).toEqual({ ok: true, value: { stands: true } });
    expect(await save(id, itemId, "**Noted.** <b>x</b>", { beganFrom: 1, seen: 1 })).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await save(id, itemId, "Noted, and agreed.", { beganFrom: 1, seen: 1 }, ours.chair)).toEqual({ ok: true, value: { stands: true } });
    expect(await minutesOf(id)).toMatchObject({ standing: { number: 2, body: "Noted, and agreed.", office: "Partnership chair", mine: false }, beside: [], texts: 2 });
    expect((await listMinutesTexts(ours.scrutineer.actor, itemId)).map(({ number, body }) => [number, body])).toEqual([[2, "Noted, and agreed."], [1, "**Noted.** <b>x</b>"]]);
    expect(await ledger()).toEqual(["meeting.minutes-saved", "meeting.minutes-saved"]);
  });

  test("of two people at once lose nothing: the second is kept beside, until somebody who sees both saves one", async () => {
    const id = await plan(ours);
    const itemId = await addToAgenda(ours, id);
    need(await save(id, itemId, "The first text."));
    const both = await Promise.all([save(id, itemId, "The manager’s.", { beganFrom: 1, seen: 1 }), save(id, itemId, "The chair’s.", { beganFrom: 1, seen: 1 }, ours.chair)]);
    expect(both.map((outcome) => need(outcome).stands).sort()).toEqual([false, true]);
    const found = await minutesOf(id);
    expect([found?.standing?.body, ...(found?.beside ?? []).map((text) => text.body)].sort()).toEqual(["The chair’s.", "The manager’s."]);
    expect(await save(id, itemId, "The manager’s and the chair’s.", { beganFrom: 2, seen: 3 }, ours.chair)).toEqual({ ok: true, value: { stands: true } });
    expect(await minutesOf(id)).toMatchObject({ standing: { number: 4 }, beside: [], texts: 4 });
    expect(await listMinutesTexts(ours.chair.actor, itemId)).toHaveLength(4);
  });

  test("are left as they are in sight of the other text", async () => {
    const id = await plan(ours);
    const itemId = await addToAgenda(ours, id);
    need(await save(id, itemId, "The first text."));
    need(await save(id, itemId, "Begun before it.", {}, ours.chair));
    expect((await minutesOf(id))?.beside).toHaveLength(1);
    expect(await save(id, itemId, "The first text.", { beganFrom: 1, seen: 2 })).toEqual({ ok: true, value: { stands: true } });
    expect(await minutesOf(id)).toMatchObject({ standing: { body: "The first text.", number: 3 }, beside: [] });
  });

  test("are refused before the meeting, of another’s item, with an identifier, unseen, and by whoever may not", async () => {
    const id = await plan(ours);
    const [itemId, other] = [await addToAgenda(ours, id), await addToAgenda(ours, await plan(ours))];
    const coming = await plan(ours, { startsAt: new Date("2026-09-08T09:00:01Z") });
    expect(await save(coming, await addToAgenda(ours, coming), "Too early.")).toEqual({ ok: false, refusal: "meeting-not-begun" });
    expect(await save(id, other, "Elsewhere.")).toEqual({ ok: false, refusal: "not-found" });
    expect(await save(id, itemId, "About 943 476 5919.")).toMatchObject({ refusal: "identifier-in-words" });
    expect(await save(id, itemId, "The school at SA1 2BD.")).toMatchObject({ refusal: "words-not-looked-at" });
    expect(await save(id, itemId, "Noted.", { beganFrom: 1, seen: 1 })).toEqual({ ok: false, refusal: "stale" });
    expect(await save(id, itemId, "Noted.", {}, ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await save(id, itemId, "Noted.", {}, theirs.chair)).toEqual({ ok: false, refusal: "not-found" });
    need(await save(id, itemId, "Noted."));
    await expect(database.sql`update portal.meeting_minutes set body = 'Another' where item_id = ${itemId}`).rejects.toThrow();
    expect(await ledger()).toHaveLength(1);
  });

  test("of a shared meeting are read in both partnerships and written by the host", async () => {
    const id = await plan(ours);
    const itemId = await addToAgenda(ours, id);
    await shareWith(ours, theirs, id);
    need(await save(id, itemId, "Agreed by both."));
    expect((await whole(id, theirs.scrutineer, theirs)).items[0]?.minutes.standing?.body).toBe("Agreed by both.");
    expect(await save(id, itemId, "Mine.", {}, theirs.chair, theirs)).toEqual({ ok: false, refusal: "not-found" });
    await expect(as(theirs.chair.actor, (tx) => tx.db.execute(raw`insert into portal.meeting_minutes (item_id, meeting_id, partnership_id, number, began_from, seen, stands, body, office, saved_by) values (${itemId}, ${id}, ${ours.id}, 2, 1, 1, true, 'Mine', 'Chair', access.me())`))).rejects.toMatchObject({ cause: { message: expect.stringContaining("row-level security") as string } });
  });
});

describe("approval", () => {
  /** A meeting of the delegates a month ago, minuted, and one of today. */
  async function two(): Promise<{ before: string; itemId: string; today: string }> {
    const before = await plan(ours, { startsAt: new Date("2026-08-04T08:00:00Z"), endsAt: new Date("2026-08-04T10:00:00Z") });
    const itemId = await addToAgenda(ours, before);
    await hold(ours, before);
    need(await save(before, itemId, "Noted."));
    return { before, itemId, today: await plan(ours) };
  }

  test("is at a later meeting of the same kind that was held; then nothing changes", async () => {
    const { before, itemId, today } = await two();
    expect(await listApproving(ours.chair.actor, (await whole(before)).meeting)).toEqual([]);
    expect(await approve(before, today)).toEqual({ ok: false, refusal: "not-an-approving-meeting" });
    await hold(ours, today);
    const leads = await plan(ours, { kind: "leads" });
    await hold(ours, leads);
    expect((await listApproving(ours.chair.actor, (await whole(before)).meeting)).map((each) => each.id)).toEqual([today]);
    expect(await approve(before, leads)).toEqual({ ok: false, refusal: "not-an-approving-meeting" });
    expect(await approve(before, today, 2)).toEqual({ ok: false, refusal: "stale" });
    expect(await approve(before, today, 1, ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    need(await approve(before, today));
    expect(await whole(before)).toMatchObject({ meeting: { state: "approved", approvedIn: today }, approving: { id: today, startsAt: "2026-09-08T08:00:00.000Z" } });
    for (const late of [await save(before, itemId, "Otherwise.", { beganFrom: 1, seen: 1 }), await approve(before, today, 2), await removeItem(ours.chair.actor, { partnershipId: ours.id, meetingId: before, itemId, revision: 1 }, submission())]) {
      expect(late).toEqual({ ok: false, refusal: "meeting-closed" });
    }
    await expect(database.sql`delete from portal.meeting_attendance where meeting_id = ${before}`).rejects.toThrow("the meeting is closed");
    expect((await ledger()).at(-1)).toBe("meeting.minutes-approved");
  });

  test("is refused where an item has no text, or two, and of a meeting that was not held", async () => {
    const { before, itemId, today } = await two();
    expect(await approve(today, before)).toEqual({ ok: false, refusal: "meeting-not-begun" });
    await hold(ours, today);
    need(await save(before, itemId, "Begun before it.", {}, ours.chair));
    expect(await approve(before, today)).toEqual({ ok: false, refusal: "minutes-two-texts", detail: "Missing from school" });
    need(await save(before, itemId, "Both.", { beganFrom: 1, seen: 2 }));
    await addToAgenda(ours, before, "The budget");
    expect(await approve(before, today)).toEqual({ ok: false, refusal: "minutes-incomplete", detail: "The budget" });
    await expect(database.sql`update portal.meetings set state = 'approved', approved_in = ${before}, approved_at = access.clock(), approved_by = ${ours.chair.personId} where id = ${before}`).rejects.toThrow("not approved by such a meeting");
    await hold(ours, today, everySeat(ours), 1);
  });
});
