import { afterAll, beforeAll, beforeEach, describe, expect, test, onTestFinished } from "vitest";

import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startMailServer, type Manners, type TestMailServer } from "#tests/support/smtp.ts";

import { impatient, rows, startJobs, write } from "#tests/support/outbox.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let count = 0;
let reader: TestPerson;

beforeAll(async () => {
  database = await freshDatabase();
  partnership = await addPartnership(database.sql, "ashcombe");
  await impatient(database);
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  count += 1;
  reader = await addMember(`Reader ${"abcdefghijklmnop"[count] ?? "z"}`);
});

/** Somebody with an office in the partnership, so that its messages concern them. */
async function addMember(name: string): Promise<TestPerson> {
  const person = await addPerson(database.sql, name);
  const [post] = await database.sql<{ id: string }[]>`
    insert into portal.posts (partnership_id, role, office, valid_from) values (${partnership.id}, 'business-manager', 'Second manager', '2019-09-29') returning id`;
  await database.sql`
    insert into portal.appointments (partnership_id, post_id, role, person_id, starts_on) values (${partnership.id}, ${post?.id ?? ""}, 'business-manager', ${person.personId}, '2024-04-01')`;
  return person;
}

async function running(manners: Manners = {}): Promise<TestMailServer> {
  const mail = await startMailServer(manners);
  const jobs = await startJobs({ smtpUrl: mail.url });
  onTestFinished(async () => {
    await jobs.stop(2_000);
    await mail.stop();
  });
  return mail;
}

async function settled(status: string): Promise<void> {
  await expect.poll(async () => (await rows(database, reader)).map((row) => row.status)).toEqual([status]);
}

describe("a message that is sent", () => {
  test("arrives once, in plain text and HTML, with one link, and says why it came", async () => {
    const mail = await running();
    await write(partnership, reader, { name: "Delegate <b>Rowan</b> & son" });
    await settled("sent");
    expect(mail.accepted).toHaveLength(1);
    const [one] = mail.accepted;
    expect(one).toMatchObject({ to: reader.email, from: "portal@example.test" });
    expect(one?.subject).toBe("Delegate <b>Rowan</b> & son leaves an office, Ashcombe Safeguarding Children Partnership");
    expect(one?.text).toContain("https://safeguarding.example.test/portal/ashcombe/people");
    expect(one?.text).toContain("If you did not expect this message");
    expect(one?.text).toContain("because of your office in Ashcombe");
    expect(one?.html).toContain("Delegate &lt;b&gt;Rowan&lt;/b&gt; &amp; son");
    expect(one?.header("Auto-Submitted")).toBe("auto-generated");
    expect(one?.header("List-Unsubscribe")).toMatch(/^<https:\/\/safeguarding\.example\.test\/unsubscribe\/[\w-]{43}>$/);
    expect(one?.header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    const [row] = await database.sql`select id from portal.messages where person_id = ${reader.personId}`;
    expect(one?.messageId).toBe(`<${String(row?.id)}@safeguarding.example.test>`);
  });

  test("carries its secret link, which is wiped when it is sent", async () => {
    const mail = await running();
    await write(partnership, reader, { secretPath: "/set-up/only-in-the-mail" });
    await settled("sent");
    expect(mail.accepted[0]?.text).toContain("https://safeguarding.example.test/set-up/only-in-the-mail");
    expect((await rows(database, reader))[0]?.secret_sealed).toBeNull();
  });

  test("is dropped when its reader has left the partnership meanwhile", async () => {
    await write(partnership, reader);
    await database.sql`update portal.appointments set ends_on = access.today() where person_id = ${reader.personId}`;
    const mail = await running();
    await settled("dropped");
    expect(mail.received).toEqual([]);
  });
});

describe("a mail server that does not take it", () => {
  test("now, at the reader or after the message: tried again until it does, once", async () => {
    const mail = await running({ recipient: (_address, time) => (time === 1 ? 451 : null), data: (time) => (time === 1 ? 452 : null) });
    await write(partnership, reader);
    await settled("sent");
    expect(mail.received).toHaveLength(2);
    expect(mail.accepted).toHaveLength(1);
    expect((await rows(database, reader))[0]?.handovers).toBe(1);
  });

  test("ever: it came back, is not tried again, and says the code and no address", async () => {
    const mail = await running({ recipient: () => 550 });
    await write(partnership, reader);
    await settled("bounced");
    expect(mail.received).toEqual([]);
    expect((await rows(database, reader))[0]?.problem).toBe("RCPT TO 550 5.1.1");
    const states = () => database.sql`select state from pgboss.job where name = 'send-message' and data->>'message' = (select id::text from portal.messages where person_id = ${reader.personId})`;
    await expect.poll(async () => (await states()).map((row) => row.state)).toEqual(["completed"]);
  });

  test("because it refuses the sender: that is ours to put right, so it waits", async () => {
    const mail = await running({ sender: (time) => (time <= 2 ? 550 : null) });
    await write(partnership, reader);
    await settled("sent");
    expect(mail.accepted).toHaveLength(1);
  });

  test("because it is down: nothing is lost, and it is sent when it is back", async () => {
    const mail = await running();
    await mail.stop();
    await write(partnership, reader);
    await expect.poll(async () => (await database.sql`select count(*)::int as failures from pgboss.job where state = 'retry'`)[0]?.failures, { timeout: 10_000 }).toBe(1);
    expect((await rows(database, reader))[0]).toMatchObject({ status: "waiting", handovers: 0 });
    await mail.start();
    await settled("sent");
    expect(mail.accepted).toHaveLength(1);
  });

  test("because it is slow to greet: given up in time, tried again", async () => {
    const mail = await running({ slowGreeting: 2_000 });
    await write(partnership, reader);
    await expect.poll(async () => (await database.sql`select count(*)::int as failures from pgboss.job where state = 'retry'`)[0]?.failures, { timeout: 10_000 }).toBe(1);
    mail.manners.slowGreeting = 0;
    await settled("sent");
    expect(mail.accepted).toHaveLength(1);
  });

  test("but takes each and answers too late: repeated once at most, and said to be unconfirmed", async () => {
    const mail = await running({ slowAfterData: 1_500 });
    await write(partnership, reader);
    await settled("unconfirmed");
    expect(mail.received).toHaveLength(2);
    expect(new Set(mail.received.map((each) => each.messageId)).size).toBe(1);
  });
});

describe("without a mail server", () => {
  test("messages wait; in a demonstration they are kept, with their link", async () => {
    await write(partnership, reader, { secretPath: "/set-up/for-the-demonstration" });
    const waiting = await startJobs({ smtpUrl: null });
    await expect.poll(async () => (await database.sql`select count(*)::int as done from pgboss.job where name = 'keep-up' and state = 'completed'`)[0]?.done, { timeout: 10_000 }).toBeGreaterThan(0);
    await waiting.stop(1_000);
    expect((await rows(database, reader))[0]).toMatchObject({ status: "waiting" });

    const demo = await startJobs({ smtpUrl: null, demo: true });
    onTestFinished(() => demo.stop(1_000));
    await settled("kept");
    expect((await rows(database, reader))[0]?.secret_sealed).not.toBeNull();
  });
});
