import { once } from "node:events";

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";

import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { startMailServer } from "#tests/support/smtp.ts";

import { runOwn } from "#tests/integration/server/own-process.ts";
import { impatient, mailFrom, origin, rows, write } from "#tests/support/outbox.ts";

let database: TestDatabase;
let partnership: TestPartnership;
beforeAll(async () => {
  database = await freshDatabase();
  partnership = await addPartnership(database.sql, "ashcombe");
  await impatient(database);
});
afterAll(async () => {
  await database.close();
});

function work(smtpUrl: string, dieAt: string) {
  const { DATABASE_URL = "", APP_SECRET = "" } = process.env;
  return runOwn("tests/faults/killed-jobs.ts", [dieAt], { DATABASE_URL, APP_SECRET, SMTP_URL: smtpUrl, MAIL_FROM: mailFrom, ORIGIN: origin });
}

const points = ["read", "composed", "connected", "signed in", "data begun", "handing over", "accepted", "settling", "settled", "done"];
const mayRepeat = new Set(["accepted", "settling"]);

describe("a process killed while it sends", { timeout: 60_000 }, () => {
  test.each(points)("at the point “%s”: the message arrives once, or twice where nobody could know, and is settled once", async (point) => {
    const mail = await startMailServer();
    onTestFinished(() => mail.stop());
    const name = `Somebody ${point}`;
    await write(partnership, partnership.chair, { name });
    const first = work(mail.url, point);
    await once(first.child, "close");
    expect(first.child.signalCode).toBe("SIGKILL");

    const second = work(mail.url, "never");
    onTestFinished(async () => void (await second.end("SIGKILL")));
    await expect.poll(async () => (await rows(database, partnership.chair)).map((row) => row.status), { timeout: 30_000 }).toEqual(["sent"]);
    await expect.poll(async () => (await database.sql`select count(*)::int as left from pgboss.job where name = 'send-message' and state < 'completed'`)[0]?.left, { timeout: 10_000 }).toBe(0);
    expect(mail.accepted.map((each) => each.subject.includes(name))).toEqual(mayRepeat.has(point) ? [true, true] : [true]);
    expect(new Set(mail.accepted.map((each) => each.messageId)).size).toBe(1);
    await database.sql`delete from portal.messages`;
    await database.sql`delete from pgboss.job`;
  });

  test("again and again just after the server took it: twice, then no more", async () => {
    const mail = await startMailServer();
    onTestFinished(() => mail.stop());
    await write(partnership, partnership.chair);
    for (let time = 0; time < 2; time += 1) await once(work(mail.url, "accepted").child, "close");
    const last = work(mail.url, "accepted");
    onTestFinished(async () => void (await last.end("SIGKILL")));
    await expect.poll(async () => (await rows(database, partnership.chair)).map((row) => row.status), { timeout: 30_000 }).toEqual(["unconfirmed"]);
    expect(mail.accepted).toHaveLength(2);
  });
});
