import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";

import { chooseMessages } from "#app/domain/notifications/choose-messages.server.ts";
import { readMessageChoices } from "#app/domain/notifications/queries.server.ts";
import type { Delivery, MessageTopic } from "#app/domain/notifications/vocabulary.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { impatient, rows, startJobs, write } from "#tests/support/outbox.ts";
import { addPartnership, addReadyDraft, addSession, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { freezeDraft } from "#tests/support/signing.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { startMailServer, type TestMailServer } from "#tests/support/smtp.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let mail: TestMailServer;
let count = 0;

beforeAll(async () => {
  database = await freshDatabase();
  await impatient(database);
  mail = await startMailServer();
});
afterAll(async () => {
  await mail.stop();
  await database.close();
});
beforeEach(async () => {
  await at("2026-10-05T05:00:00Z");
  count += 1;
  partnership = await addPartnership(database.sql, ["ashcombe", "bramwick", "cliffmere", "dunmoor", "eastlea", "fernholt"][count] ?? "garside");
  mail.accepted.length = 0;
});

/** Fixes the clock, and gives the people who act sessions of that time. */
async function at(time: string): Promise<void> {
  await database.setClock(time);
  if (!partnership) return;
  for (const person of [partnership.businessManager, partnership.chair]) Object.assign(person, await addSession(database.sql, person.personId));
}

async function choose(changes: Partial<Record<MessageTopic, Delivery>>, hour = 7): Promise<void> {
  const deliveries = Object.entries(changes).map(([topic, delivery]) => ({ topic: topic as MessageTopic, delivery }));
  expect(await chooseMessages(partnership.chair.actor, { hour, deliveries }, submission({ hour }))).toEqual({ ok: true, value: null });
}

/** Lets the background do everything that is due now, and nothing after. */
async function work(): Promise<void> {
  await database.sql`delete from pgboss.job where name = 'keep-up'`;
  const jobs = await startJobs({ smtpUrl: mail.url });
  const open = async () =>
    (await database.sql`select (select count(*) from pgboss.job where state < 'completed')::int + (select count(*) from portal.messages where status = 'waiting')::int as open,
      (select count(*)::int from pgboss.job where name = 'keep-up' and state = 'completed') as looked`)[0];
  await expect.poll(open).toEqual({ open: 0, looked: 1 });
  await jobs.stop(2_000);
}

async function stand(): Promise<string[]> {
  return (await rows(database, partnership.chair)).map((row) => row.status);
}

describe("the daily e-mail", () => {
  test("gathers what happened, once a day, from the reader's hour in London, each with its link", async () => {
    await choose({ offices: "digest" }, 7);
    await write(partnership, partnership.chair, { name: "First Leaver" });
    await write(partnership, partnership.chair, { name: "Second Leaver" });
    await work();
    expect(await stand(), "six in London: not yet").toEqual(["digest", "digest"]);
    expect(mail.accepted).toEqual([]);

    await at("2026-10-05T06:00:00Z");
    await work();
    await work();
    expect(mail.accepted).toHaveLength(1);
    const [one] = mail.accepted;
    expect(one?.subject).toBe("Your messages of 5 October 2026");
    expect(one?.text).toContain("First Leaver leaves an office");
    expect(one?.text).toContain("Second Leaver leaves an office");
    expect(one?.text.match(new RegExp(`/portal/${partnership.slug}/people`, "g"))).toHaveLength(2);
    expect(one?.header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect((await stand()).sort()).toEqual(["sent", "sent", "sent"]);

    await write(partnership, partnership.chair, { name: "Later That Day" });
    await at("2026-10-05T20:00:00Z");
    await work();
    expect(mail.accepted).toHaveLength(1);
    await at("2026-10-06T06:00:00Z");
    await work();
    expect(mail.accepted).toHaveLength(2);
    expect(mail.accepted[1]?.text).toContain("Later That Day");
    expect(mail.accepted[1]?.text).not.toContain("First Leaver");
  });

  test("goes by the hour in London on both sides of the change of the clocks", async () => {
    await choose({ offices: "digest" }, 7);
    await write(partnership, partnership.chair, { name: "In Summer Time" });
    await at("2026-10-24T06:00:00Z");
    await work();
    expect(mail.accepted).toHaveLength(1);
    await write(partnership, partnership.chair, { name: "In Winter Time" });
    await at("2026-10-25T06:30:00Z");
    await work();
    expect(mail.accepted).toHaveLength(1);
    await at("2026-10-25T07:00:00Z");
    await work();
    expect(mail.accepted).toHaveLength(2);
  });

  test("leaves out what is overtaken, and is not sent for nothing", async () => {
    await choose({ signing: "digest" });
    await addReadyDraft(database.sql, partnership.id, partnership.chair.personId);
    const { chair, businessManager } = partnership;
    await database.sql`update portal.documents set started_by = ${chair.personId}`;
    const { versionId } = await freezeDraft(database.sql, partnership);
    for (const seat of partnership.seats) {
      Object.assign(seat.lead, await addSession(database.sql, seat.lead.personId));
      await signVersion(seat.lead.actor, { partnershipId: partnership.id, versionId, seatId: seat.id }, submission());
    }
    await work();
    expect(await stand()).toEqual(["digest"]);
    await database.sql`update portal.documents set revision = revision + 1, change_note = 'Another.' where partnership_id = ${partnership.id}`;
    await database.sql`update portal.sections set body = 'Put otherwise.' where partnership_id = ${partnership.id} and position = 1`;
    Object.assign(businessManager, await addSession(database.sql, businessManager.personId));
    await freezeDraft(database.sql, partnership);
    mail.accepted.length = 0;
    await at("2026-10-06T08:00:00Z");
    await work();
    expect(mail.accepted.filter((each) => each.to === chair.email)).toEqual([]);
    expect((await stand()).sort()).toEqual(["dropped", "dropped"]);
  });
});

describe("what somebody chose", () => {
  test("is kept, and asked again for what waits already", async () => {
    expect((await readMessageChoices(partnership.chair.actor)).deliveries).toMatchObject({ offices: "at-once", "your-signature": "at-once" });
    await write(partnership, partnership.chair);
    await choose({ offices: "off" }, 18);
    expect(await readMessageChoices(partnership.chair.actor)).toMatchObject({ hour: 18, deliveries: { offices: "off", signing: "at-once" } });
    await work();
    expect(await stand()).toEqual(["dropped"]);
    expect(mail.accepted).toEqual([]);
  });

  test("never stops what cannot be stopped, whatever the table says", async () => {
    await database.sql`insert into portal.message_preferences (person_id, topic, delivery) values (${partnership.chair.personId}, 'declined', 'off'), (${partnership.chair.personId}, 'your-account', 'off')`;
    onTestFinished(async () => void (await database.sql`delete from portal.message_preferences`));
    await write(partnership, partnership.chair, { secretPath: "/reset/secret" });
    await work();
    expect(await stand()).toEqual(["sent"]);
  });

  test("is one's own: nobody reads or changes another's", async () => {
    await choose({ offices: "off" });
    expect((await readMessageChoices(partnership.businessManager.actor)).deliveries.offices).toBe("at-once");
  });
});
