import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { listWorkload } from "#app/domain/home/workload.server.ts";
import { chooseMessages } from "#app/domain/notifications/choose-messages.server.ts";
import { as } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { impatient, startJobs } from "#tests/support/outbox.ts";
import { addPartnership, addPerson, addReadyDraft, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { freezeDraft } from "#tests/support/signing.ts";
import { startMailServer, type TestMailServer } from "#tests/support/smtp.ts";

const monday = "2026-10-05T06:00:00Z";
let database: TestDatabase;
let mail: TestMailServer;
let places: TestPartnership[];
/** Leads the police's seat of every one of four partnerships. */
let chief: TestPerson;

beforeAll(async () => {
  database = await freshDatabase();
  await impatient(database);
  await database.setClock("2026-10-02T09:00:00Z");
  mail = await startMailServer();
  places = [];
  for (const slug of ["alder", "birch", "cedar", "elm"]) places.push(await addPartnership(database.sql, slug));
  chief = await addPerson(database.sql, "Chief Constable Yew");
  await database.sql`update access.accounts set password_hash = 'set up' where person_id = ${chief.personId}`;
  for (const { seats } of places) await database.sql`update portal.appointments set person_id = ${chief.personId} where id = ${seats[2]?.leadAppointmentId ?? ""}`;
  for (const place of places.slice(0, 2)) {
    await addReadyDraft(database.sql, place.id, place.businessManager.personId);
    await freezeDraft(database.sql, place);
  }
});
afterAll(async () => {
  await mail.stop();
  await database.close();
});
beforeEach(() => {
  mail.accepted.length = 0;
});

async function workAt(time: string): Promise<void> {
  await database.setClock(time);
  await database.sql`delete from pgboss.job where name = 'keep-up'`;
  const jobs = await startJobs({ smtpUrl: mail.url });
  await expect.poll(async () => (await database.sql`select (select count(*)::int from portal.messages where status = 'waiting') as open, (select count(*)::int from pgboss.job where name = 'keep-up' and state = 'completed') as looked`)[0], { timeout: 20_000 }).toEqual({ open: 0, looked: 1 });
  await jobs.stop(2_000);
  expect(jobs.problems).toEqual([]);
}

const weekly = () => mail.accepted.filter(({ subject }) => subject.startsWith("What needs you this week"));

test("a lead of four partnerships sees what waits in each, and nothing of a fifth", async () => {
  await addPartnership(database.sql, "fern");
  const loads = await listWorkload(chief.actor);
  expect(loads.map(({ slug }) => slug)).toEqual(["alder", "birch", "cedar", "elm"]);
  expect(loads.map(({ tasks }) => tasks.filter(({ text }) => text === "Sign the arrangements, version 1").length)).toEqual([1, 1, 0, 0]);
});

test("on Monday from seven in London one e-mail says the same as the home page, and none on other days or twice", async () => {
  await workAt("2026-10-04T09:00:00Z");
  await workAt("2026-10-05T05:59:00Z");
  expect(weekly()).toEqual([]);
  await workAt(monday);
  await workAt("2026-10-05T12:00:00Z");
  await workAt("2026-10-06T06:00:00Z");
  const [one, ...others] = weekly();
  expect(others).toEqual([]);
  expect(one?.subject).toBe("What needs you this week: 6 tasks");
  expect(one?.text).toContain("1 other task waits besides");
  expect(one?.text.match(/Sign the arrangements, version 1/g)).toHaveLength(2);
  expect(one?.text).toContain("/portal/birch/arrangements/versions/1");
  expect(one?.header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  await database.setClock("2026-10-06T06:00:00Z");
  const home = await listWorkload((await addSession(database.sql, chief.personId)).actor);
  expect(home.flatMap(({ tasks }) => tasks)).toHaveLength(6);
});

test("whoever needs not be told is not, nor whoever does not want to be", async () => {
  const scrutineer = places[2]?.scrutineer;
  await database.sql`update access.accounts set password_hash = 'set up' where person_id = ${scrutineer?.personId ?? ""}`;
  Object.assign(chief, await addSession(database.sql, chief.personId));
  await chooseMessages(chief.actor, { hour: 7, deliveries: [{ topic: "your-work", delivery: "off" }] }, submission({}));
  await workAt("2026-10-12T06:00:00Z");
  expect(weekly()).toEqual([]);
  expect(await database.sql`select status from portal.messages where kind = 'weekly-tasks' and content->>'week' = '2026-10-12'`).toEqual([{ status: "dropped" }]);
});

test("a reading shows what its person may see where nothing can be written, for a minute, and nothing else", async () => {
  await database.setClock("2026-10-12T06:00:00Z");
  const [message] = await database.sql<{ id: string }[]>`select id from portal.messages where person_id = ${chief.personId} and kind = 'weekly-tasks' limit 1`;
  const id = "ab".repeat(32);
  await database.sql`insert into access.readings values (${id}, ${chief.personId}, ${message?.id ?? ""}, access.clock() + interval '1 minute')`;
  const reading = { kind: "session", sessionId: id, readsOnly: true } as const;
  expect(await as(reading, async (tx) => tx.me.personId)).toBe(chief.personId);
  await expect(as(reading, (tx) => tx.db.execute(raw`insert into portal.digest_hours values (${chief.personId}, 9)`))).rejects.toMatchObject({ cause: { code: "25006" } });
  await expect(as({ kind: "session", sessionId: id }, async (tx) => tx.me.personId)).rejects.toThrow();
  await database.setClock("2026-10-12T06:01:00Z");
  await expect(as(reading, async (tx) => tx.me.personId)).rejects.toThrow();
  await database.setClock("2026-10-12T06:00:30Z");
  await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${chief.personId}`;
  await expect(as(reading, async (tx) => tx.me.personId)).rejects.toThrow();
  await database.sql`update access.accounts set suspended_at = null where person_id = ${chief.personId}`;
  await expect(as({ kind: "sign-in" }, (tx) => tx.db.execute(raw`select portal.open_reading()`))).rejects.toThrow();
  await expect(as(chief.actor, (tx) => tx.db.execute(raw`select portal.open_reading()`))).rejects.toThrow();
});
