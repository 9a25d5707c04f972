import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { publishScheduled, requeuePublications } from "#app/domain/documents/schedule/publish-scheduled.server.ts";
import { scheduleVersion } from "#app/domain/documents/schedule/schedule-version.server.ts";
import { unscheduleVersion } from "#app/domain/documents/schedule/unschedule-version.server.ts";
import { findVersion } from "#app/domain/documents/version-queries.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { tasksFor } from "#app/domain/home/rules.ts";
import { listRecentActivity } from "#app/domain/ledger/activity.server.ts";
import { as, type JobActor, JobEnded } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { addApproved, comesDue, dueAt, schedule, setAt, signedInAnew, underWay } from "#tests/support/schedule.ts";
import { changeDraft, freezeDraft, signEverySeat } from "#tests/support/signing.ts";

import { ledgerOf } from "../drafting/support.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let versionId: string;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  made += 1;
  await database.setClock(setAt);
  ({ partnership, versionId } = await addApproved(database.sql, `ashcombe-${String(made)}`));
  await database.sql`delete from portal.messages`;
});

const set = (by: TestPerson, at = dueAt, sent = submission({ at })) => scheduleVersion(by.actor, { partnershipId: partnership.id, versionId, dueAt: at }, sent);
const takeOff = (by: TestPerson) => unscheduleVersion(by.actor, { partnershipId: partnership.id, versionId }, submission());
const scheduled = () => schedule(database.sql, { partnership, versionId });
const stateOf = async (id = versionId) => {
  const [row] = await database.sql<{ status: string; published_at: Date | null; published_by: string | null }[]>`select status, published_at, published_by from portal.versions where id = ${id}`;
  return row;
};
const outcomes = async (id = versionId) => (await database.sql<{ outcome: string | null }[]>`select outcome from portal.publication_schedules where version_id = ${id} order by scheduled_at, due_at`).map((row) => row.outcome);
const written = async (kind: string) => (await database.sql<{ to: string; content: Record<string, unknown> }[]>`select p.name as to, m.content from portal.messages m join portal.people p on p.id = m.person_id where m.kind = ${kind} order by p.name`);
const publications = async () => (await database.sql<{ count: number }[]>`select count(*)::int as count from publication.publications where version_id = ${versionId}`)[0]?.count;

describe("setting a time", () => {
  test("is for those who may publish, of what every seat has signed, with a fresh confirmation, in the future", async () => {
    expect(await set(partnership.delegate)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await set(partnership.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    const other = await addPartnership(database.sql, `elsewhere-${String(made)}`);
    expect(await set(other.chair)).toEqual({ ok: false, refusal: "not-found" });
    const unsure = { ...partnership.chair, ...(await addSession(database.sql, partnership.chair.personId, { confirmed: false })) };
    expect(await set(unsure)).toEqual({ ok: false, refusal: "identity-not-confirmed" });
    expect(await set(partnership.chair, new Date(setAt))).toEqual({ ok: false, refusal: "time-has-passed" });
    expect(await set(partnership.chair)).toEqual({ ok: true, value: { number: 1, moved: false } });
    expect((await stateOf())?.status).toBe("scheduled");
    expect((await ledgerOf(database.sql, partnership.id)).counts["version.scheduled"]).toBe(1);
    expect((await written("version-scheduled")).map((row) => row.to)).toEqual([partnership.businessManager, partnership.delegate, ...partnership.seats.map((seat) => seat.lead)].map((person) => person.name).sort());
  });

  test("of a version that still awaits a signature names the seats", async () => {
    await changeDraft(database.sql, partnership.id, { position: 0, body: "Otherwise.", note: "Put otherwise." });
    const { versionId: next } = await freezeDraft(database.sql, partnership);
    const outcome = await scheduleVersion(partnership.chair.actor, { partnershipId: partnership.id, versionId: next, dueAt }, submission());
    expect(outcome).toEqual({ ok: false, refusal: "not-every-seat-signed", detail: `Still to sign: ${partnership.seats.map((seat) => seat.organisation).join(", ")}.` });
    expect(await set(partnership.chair)).toEqual({ ok: false, refusal: "version-not-in-that-state" });
  });

  test("again moves it; to the same time changes nothing; sent twice sets it once", async () => {
    const sent = submission({ at: dueAt });
    expect(await set(partnership.chair, dueAt, sent)).toEqual(await set(partnership.chair, dueAt, sent));
    expect(await outcomes()).toEqual([null]);
    expect(await set(partnership.businessManager)).toEqual({ ok: false, refusal: "nothing-to-change" });
    const later = new Date("2026-10-06T08:00:00Z");
    expect(await set(partnership.businessManager, later)).toEqual({ ok: true, value: { number: 1, moved: true } });
    expect(await outcomes()).toEqual(["moved", null]);
    expect((await written("version-scheduled")).map((row) => row.content)).toContainEqual(expect.objectContaining({ by: partnership.businessManager.name, dueAt: later.toISOString(), movedFrom: dueAt.toISOString() }));
  });

  test("is taken back: the version stays approved, and can be scheduled or published", async () => {
    expect(await takeOff(partnership.chair)).toEqual({ ok: false, refusal: "version-not-in-that-state" });
    await scheduled();
    expect(await takeOff(partnership.delegate)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await takeOff(partnership.chair)).toEqual({ ok: true, value: { number: 1 } });
    expect((await stateOf())?.status).toBe("approved");
    expect(await outcomes()).toEqual(["taken-off"]);
    expect((await written("version-unscheduled")).map((row) => row.to)).toContain(partnership.businessManager.name);
    await scheduled();
    expect(await publishVersion(partnership.chair.actor, { partnershipId: partnership.id, versionId }, submission())).toMatchObject({ ok: true });
    expect(await outcomes()).toEqual(["taken-off", "published-by-hand"]);
    expect(await stateOf()).toMatchObject({ status: "published", published_by: partnership.chair.personId });
  });

  test("ends with the freezing of the next version, and those who planned with it are told", async () => {
    const id = await scheduled();
    await database.sql`delete from portal.messages`;
    await changeDraft(database.sql, partnership.id, { position: 0, body: "Otherwise.", note: "Put otherwise." });
    await freezeDraft(database.sql, partnership);
    expect((await stateOf())?.status).toBe("superseded");
    expect(await outcomes()).toEqual(["superseded"]);
    const told = await written("version-unscheduled");
    expect(told.map((row) => row.to)).toContain(partnership.chair.name);
    expect(told[0]?.content).toMatchObject({ number: 1, replacedBy: 2 });
    await comesDue(database);
    expect(await publishScheduled(await underWay(database.sql, id))).toBe("over");
    expect((await stateOf())?.status).toBe("superseded");
  });
});

describe("when the time comes", () => {
  test("the version is published by the portal, in the name of whoever set the time", async () => {
    const id = await scheduled();
    await comesDue(database);
    expect(await publishScheduled(await underWay(database.sql, id))).toBe("published");
    expect(await stateOf()).toEqual({ status: "published", published_at: dueAt, published_by: null });
    expect(await outcomes()).toEqual(["published"]);
    expect(await publications()).toBe(1);
    const [entry] = await database.sql<{ actor: string; body: string }[]>`
      select e.actor, convert_from(p.body, 'UTF8') as body from ledger.entries e join ledger.payloads p using (chain, seq) where e.chain = ${partnership.id} and e.type = 'version.published'`;
    expect(entry?.actor).toBe("job");
    expect(JSON.parse(entry?.body ?? "{}")).toMatchObject({ versionId, scheduledBy: partnership.businessManager.personId, dueAt: dueAt.toISOString() });
    expect((await ledgerOf(database.sql, partnership.id)).broken).toBeNull();
    const told = await written("version-published");
    expect(told).toHaveLength(7);
    expect(told[0]?.content).toMatchObject({ due: { at: dueAt.toISOString(), late: false } });
    const chair = await signedInAnew(database.sql, partnership.chair);
    expect(await findVersion(chair.actor, partnership.id, "arrangements", 1)).toMatchObject({ schedule: null, publishedOnSchedule: { by: partnership.businessManager.name, late: false } });
    const { lines } = await listRecentActivity(chair.actor, partnership.id, { days: 2, limit: 1 });
    expect(lines.map(({ author, text }) => `${author} ${text}`)).toEqual([`The portal published version 1, which ${partnership.businessManager.name} had scheduled for 5 October 2026 at 9:00am`]);
  });

  test("the version before is superseded, as when a person publishes", async () => {
    await publishVersion(partnership.chair.actor, { partnershipId: partnership.id, versionId }, submission());
    await changeDraft(database.sql, partnership.id, { position: 0, body: "Otherwise.", note: "Put otherwise." });
    const { versionId: next } = await freezeDraft(database.sql, partnership);
    await signEverySeat(partnership, next);
    const id = await schedule(database.sql, { partnership, versionId: next });
    await comesDue(database);
    await publishScheduled(await underWay(database.sql, id));
    expect([(await stateOf())?.status, (await stateOf(next))?.status]).toEqual(["superseded", "published"]);
    const notices = await database.sql`select n.state from publication.notices n join publication.publications p on p.id = n.publication_id where p.version_id = ${versionId}`;
    expect(notices).toEqual([{ state: "superseded" }]);
  });

  test("twenty at once publish it once, and again changes nothing", async () => {
    const id = await scheduled();
    await comesDue(database);
    const job = await underWay(database.sql, id);
    const all = await Promise.all(Array.from({ length: 20 }, () => publishScheduled(job)));
    expect(all.filter((each) => each === "published")).toHaveLength(1);
    expect(all.filter((each) => each === "over")).toHaveLength(19);
    expect(await publications()).toBe(1);
    expect((await ledgerOf(database.sql, partnership.id)).counts["version.published"]).toBe(1);
  });

  test("against somebody who publishes, takes it off or freezes the next at that very moment, one of them wins", async () => {
    const id = await scheduled();
    await comesDue(database);
    const job = await underWay(database.sql, id);
    const chair = await signedInAnew(database.sql, partnership.chair);
    const [byJob, byHand, off] = await Promise.all([
      publishScheduled(job),
      publishVersion(chair.actor, { partnershipId: partnership.id, versionId }, submission()),
      unscheduleVersion(chair.actor, { partnershipId: partnership.id, versionId }, submission()),
    ]);
    const published = (byJob === "published" ? 1 : 0) + (byHand.ok ? 1 : 0);
    expect(await publications()).toBe(published);
    expect(published).toBeLessThanOrEqual(1);
    expect((await stateOf())?.status).toBe(published === 1 ? "published" : "approved");
    expect(off.ok || published === 1).toBe(true);
    expect((await outcomes()).every((outcome) => outcome !== null)).toBe(true);
  });

  test("before it, nothing happens; a job that is over does nothing", async () => {
    const id = await scheduled();
    const job = await underWay(database.sql, id);
    expect(await publishScheduled(job)).toBe("early");
    expect((await stateOf())?.status).toBe("scheduled");
    await database.sql`update pgboss.job set state = 'completed' where id = ${job.jobId}`;
    await expect(publishScheduled(job)).rejects.toThrow(JobEnded);
  });

  test("a job that was lost is asked for again, once", async () => {
    const id = await scheduled();
    await database.sql`delete from pgboss.job`;
    const keeper: JobActor = { kind: "job", queue: "keep-up", jobId: await keepUpJob() };
    await requeuePublications(keeper);
    expect(await jobsOf(id)).toBe(0);
    await comesDue(database);
    await requeuePublications(keeper);
    await requeuePublications(keeper);
    expect(await jobsOf(id)).toBe(1);
    expect(await publishScheduled(await underWay(database.sql, id))).toBe("published");
  });
});

describe("when it fails", () => {
  beforeEach(() => database.sql.unsafe("alter table publication.publications add constraint broken_for_the_test check (kind = 'directory') not valid"));

  test("that is told once, shown, and tried again until it is done, which is then late", async () => {
    const id = await scheduled();
    await database.sql`delete from portal.messages`;
    await comesDue(database);
    const job = await underWay(database.sql, id);
    await expect(publishScheduled(job)).rejects.toThrow();
    await expect(publishScheduled(job)).rejects.toThrow();
    expect((await stateOf())?.status).toBe("scheduled");
    expect(await publications()).toBe(0);
    expect((await written("publication-failed")).map((row) => row.to)).toEqual([partnership.businessManager.name]);
    expect((await ledgerOf(database.sql, partnership.id)).counts).toMatchObject({ "version.publication-failed": 1 });
    const chair = await signedInAnew(database.sql, partnership.chair);
    expect(await findVersion(chair.actor, partnership.id, "arrangements", 1)).toMatchObject({ schedule: { overdue: true, failedAt: dueAt } });
    const tasks = tasksFor(await getHomeFacts(chair.actor, partnership.id));
    expect(tasks.find((task) => task.due.tone === "red")?.text).toBe("See why version 1 of the arrangements is not published");

    await database.sql.unsafe("alter table publication.publications drop constraint broken_for_the_test");
    await database.setClock("2026-10-05T08:30:00Z");
    expect(await publishScheduled(job)).toBe("published");
    expect((await written("version-published"))[0]?.content).toMatchObject({ due: { late: true } });
    const later = await signedInAnew(database.sql, partnership.chair);
    expect(await findVersion(later.actor, partnership.id, "arrangements", 1)).toMatchObject({ schedule: null, publishedOnSchedule: { late: true } });
  });
});

test("a job sees and changes nothing of another partnership, and publishes nothing before its time", async () => {
  const id = await scheduled();
  const other = await addApproved(database.sql, `elsewhere-${String(made)}`);
  const job = await underWay(database.sql, id);
  const seen = await as(job, (tx) => tx.db.execute<{ partnership_id: string }>("select distinct partnership_id from portal.versions"));
  expect(seen.map((row) => row.partnership_id)).toEqual([partnership.id]);
  const touched = await as(job, (tx) => tx.db.execute(`update portal.versions set status = 'published' where partnership_id = '${other.partnership.id}'`));
  expect(touched.count).toBe(0);
  await expect(as(job, (tx) => tx.db.execute(`select ledger.append('${other.partnership.id}', 'version.published', 'x')`))).rejects.toThrow();
  await expect(as(job, (tx) => tx.db.execute(`update portal.versions set status = 'published', published_at = access.clock() where id = '${versionId}'`))).rejects.toThrow();
});

test("the database keeps times: none in the past, none changed, a scheduled version has one", async () => {
  await scheduled();
  const { sql } = database;
  await expect(sql`update portal.publication_schedules set due_at = due_at + interval '1 day' where version_id = ${versionId}`).rejects.toThrow(/kept/);
  await expect(sql`delete from portal.publication_schedules`).rejects.toThrow(/kept/);
  await expect(sql`insert into portal.publication_schedules (partnership_id, version_id, due_at, scheduled_by) values (${partnership.id}, ${versionId}, access.clock(), ${partnership.chair.personId})`).rejects.toThrow(/passed/);
  const { versionId: bare } = await addApproved(sql, `bare-${String(made)}`);
  await expect(sql`update portal.versions set status = 'scheduled' where id = ${bare}`).rejects.toThrow(/has its time/);
});

async function keepUpJob(): Promise<string> {
  const [row] = await database.sql<{ id: string }[]>`insert into pgboss.job (name, data, state) values ('keep-up', '{}', 'active') returning id`;
  return row?.id ?? "";
}

async function jobsOf(scheduleId: string): Promise<number | undefined> {
  return (await database.sql<{ count: number }[]>`select count(*)::int as count from pgboss.job where name = 'publish-scheduled' and data->>'schedule' = ${scheduleId}`)[0]?.count;
}
