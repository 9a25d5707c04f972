import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";

import { acknowledge } from "#app/domain/agencies/notices/acknowledge.server.ts";
import { listDemoNotices } from "#app/domain/agencies/notices/demo-notices.server.ts";
import { findNotices, getAgencyNotices } from "#app/domain/agencies/notices/queries.server.ts";
import { tellAgencies } from "#app/domain/agencies/notices/tell-agencies.server.ts";
import { findAgency } from "#app/domain/agencies/queries.server.ts";
import { withdrawAgency } from "#app/domain/agencies/withdraw-agency.server.ts";
import { readOutboxState } from "#app/domain/notifications/queries.server.ts";
import { nameOne } from "#tests/support/agencies.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { tokenOf } from "#tests/support/notices.ts";
import { impatient, startJobs } from "#tests/support/outbox.ts";
import { addPartnership, addPerson, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { type Manners, startMailServer, type TestMailServer } from "#tests/support/smtp.ts";

let database: TestDatabase;
let ours: TestPartnership;
let made = 0;

const office = "office@heronhill.example";

beforeAll(async () => {
  database = await freshDatabase();
  await impatient(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.setClock("2026-09-07T09:00:00Z");
  await database.sql`update portal.notice_pace set next_at = '-infinity'`;
  await database.sql`update portal.agency_notices set status = 'dropped', secret_sealed = null where status = 'waiting'`;
  made += 1;
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
});

const named = (contactEmail: string | null = office, inclusion: "statutory" | "voluntary" = "statutory") => nameOne(ours, {}, { contactEmail, inclusion });
const letters = async (id: string) => (await database.sql<{ status: string }[]>`select status from portal.agency_notices where membership_id = ${id} order by number`).map((row) => row.status);
const settled = async (id: string, statuses: string[]) => {
  await expect.poll(() => letters(id)).toEqual(statuses);
};
const register = (id: string) => database.sql<{ told_on: string | null; revision: number }[]>`select told_on::text, revision from portal.agency_memberships where id = ${id}`;
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and actor = 'job' order by seq`).map((row) => row.type);

async function running(manners: Manners = {}, perMinute = "6000"): Promise<TestMailServer> {
  const mail = await startMailServer(manners);
  const jobs = await startJobs({ smtpUrl: mail.url, perMinute });
  onTestFinished(async () => {
    await jobs.stop(2_000);
    await mail.stop();
  });
  return mail;
}

describe("a letter", () => {
  test("arrives once, says who names whom as what and why, and carries the link that works", async () => {
    const id = await named();
    const token = await tokenOf(database, id);
    const mail = await running();
    await settled(id, ["sent"]);
    const [one] = mail.accepted;
    expect(mail.accepted).toHaveLength(1);
    expect(one?.to).toBe(office);
    expect(one?.subject).toBe(`Please acknowledge that Heron Hill Primary School is named as a relevant agency, ${ours.name}`);
    expect(one?.text).toContain("on 7 September 2026, in the category “Maintained school (governing body)”. Why: It teaches children who live here.");
    expect(one?.text).toContain("must act in accordance with the published arrangements for safeguarding children (Children Act 2004, section 16G)");
    expect(one?.text).toContain(`https://safeguarding.example.test/acknowledge/${token}`);
    expect(one?.text).not.toContain("/account/messages");
    expect(one?.header("List-Unsubscribe")).toBe("");
    expect(await register(id)).toEqual([{ told_on: "2026-09-07", revision: 3 }]);
    expect(await ledger()).toEqual(["agency.told"]);
    const [row] = await database.sql`select secret_sealed from portal.agency_notices where membership_id = ${id}`;
    expect(row?.secret_sealed).toBeNull();
    expect(await acknowledge(token, { name: "Jo Finch", post: "Headteacher" })).toMatchObject({ ok: true });
  });

  test("to a body by agreement says that it has no duty", async () => {
    const mail = await running();
    await settled(await named(office, "voluntary"), ["sent"]);
    expect(mail.accepted[0]?.text).toContain("You are included by agreement");
  });

  test("is not sent when the agency was withdrawn, or had acknowledged, in the meantime", async () => {
    const [gone, done] = [await named(), await named("two@otter.example")];
    need(await withdrawAgency(ours.businessManager.actor, { partnershipId: ours.id, membershipId: gone, revision: 2, on: "2026-09-07", reason: "It closed." }, submission()));
    await database.sql`update portal.agency_memberships set acknowledged_on = '2026-09-07' where id = ${done}`;
    const mail = await running();
    await settled(gone, ["dropped"]);
    await settled(done, ["dropped"]);
    expect(mail.received).toEqual([]);
  });

  test("that comes back is shown with what the server said, tells nobody, and is sent again to another address", async () => {
    const id = await named("gone@heronhill.example");
    const mail = await running({ recipient: (address) => (address.startsWith("gone") ? 550 : null) });
    await settled(id, ["bounced"]);
    expect((await register(id))[0]?.told_on).toBeNull();
    expect(await ledger()).toEqual(["agency.not-reached"]);
    expect(await getAgencyNotices(ours.businessManager.actor, ours.id, id)).toMatchObject({ state: "came-back", letters: [{ status: "bounced", problem: "RCPT TO 550 5.1.1", sentTo: "gone@heronhill.example" }] });
    const administrator = await addPerson(database.sql, "Admin Aspen", { administrator: true });
    expect((await readOutboxState(administrator.actor)).map(({ status, messages }) => [status, messages])).toEqual([["bounced", 1]]);
    await database.sql`update portal.agency_memberships set contact_email = ${office} where id = ${id}`;
    need(await tellAgencies(ours.businessManager.actor, { partnershipId: ours.id, which: { membershipIds: [id] } }, submission()));
    await settled(id, ["bounced", "sent"]);
    expect(mail.accepted.map((each) => each.to)).toEqual([office]);
    expect((await findNotices(ours.businessManager.actor, ours.id, { q: "", state: "told" }, 1)).agencies.map((each) => each.id)).toEqual([id]);
  });

  test("without an answer is handed over twice at most, and then counts as not arrived for certain", async () => {
    const id = await named();
    const mail = await running({ slowAfterData: 1_500 });
    await settled(id, ["unconfirmed"]);
    expect(mail.received.length).toBeLessThanOrEqual(2);
    expect((await getAgencyNotices(ours.businessManager.actor, ours.id, id)).state).toBe("came-back");
  });

  test("that nobody takes for five days is given up", async () => {
    const id = await named();
    await database.setClock("2026-09-12T09:00:01Z");
    await running();
    await settled(id, ["given-up"]);
  });
});

test("no more letters go out in a minute than are allowed: the others have their turn after that", async () => {
  const ids = [await named("one@otter.example"), await named("two@otter.example"), await named("three@otter.example")];
  const mail = await running({}, "1");
  const waiting = () => database.sql<{ seconds: number }[]>`select extract(epoch from start_after - now())::int as seconds from pgboss.job where name = 'send-notice' and state = 'created' and data ? 'turn' order by start_after`;
  await expect.poll(async () => (await waiting()).length).toBe(2);
  await expect.poll(() => mail.accepted.length).toBe(1);
  const turns = (await waiting()).map((row) => row.seconds);
  expect((turns[1] ?? 0) - (turns[0] ?? 0)).toBe(60);
  expect((await Promise.all(ids.map(letters))).flat().sort()).toEqual(["sent", "waiting", "waiting"]);
  await database.sql`delete from pgboss.job where name = 'send-notice' and state = 'created'`;
});

describe("reminders", () => {
  const on = async (day: string, hour = 9) => {
    await database.setClock(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
    await database.sql`insert into pgboss.job (name, data) values ('keep-up', '{}')`;
    await expect.poll(async () => (await database.sql`select 1 from pgboss.job where name = 'keep-up' and state in ('created', 'active', 'retry')`).length).toBe(0);
  };

  test("come after 14 and 28 days, by day, with a new link each, and no third", async () => {
    const id = await named("reminded@otter.example");
    const mail = await running();
    await settled(id, ["sent"]);
    for (const [day, hour, expected] of [["2026-09-20", 9, 1], ["2026-09-21", 5, 1], ["2026-09-21", 9, 2], ["2026-10-04", 9, 2], ["2026-10-05", 9, 3], ["2026-11-20", 9, 3]] as const) {
      await on(day, hour);
      await settled(id, Array.from({ length: expected }, () => "sent"));
    }
    const own = mail.accepted.filter((each) => each.to === "reminded@otter.example");
    expect(own.map((each) => each.subject.startsWith("Reminder"))).toEqual([false, true, true]);
    expect(new Set(own.map((each) => /acknowledge\/([\w-]{43})/.exec(each.text)?.[1])).size).toBe(3);
    expect(await ledger()).toEqual(["agency.told", "agency.reminded", "agency.reminded"]);
  });

  test.each<[string, string, (id: string) => Promise<unknown>]>([
    ["acknowledged", "sent", (id) => database.sql`update portal.agency_memberships set acknowledged_on = '2026-09-08' where id = ${id}`],
    ["withdrawn", "sent", (id) => database.sql`update portal.agency_memberships set status = 'withdrawn', withdrawn_on = '2026-09-08', withdrawn_reason = 'It closed' where id = ${id}`],
    ["not reached", "bounced", (id) => database.sql`update portal.agency_notices set status = 'bounced' where membership_id = ${id}`],
  ])("do not come to one that is %s", async (_what, status, end) => {
    const id = await named();
    await running();
    await settled(id, ["sent"]);
    await end(id);
    await on("2026-09-30");
    expect(await letters(id)).toEqual([status]);
  });
});

test("in a demonstration letters are kept and can be read with links that work; outside one nobody can", async () => {
  await database.sql`update access.installation set demo = true`;
  const id = await named();
  const token = await tokenOf(database, id);
  const jobs = await startJobs({ smtpUrl: null, demo: true });
  onTestFinished(async () => {
    await jobs.stop(2_000);
    await database.sql`update access.installation set demo = false`;
  });
  await settled(id, ["kept"]);
  expect((await findAgency(ours.businessManager.actor, ours.id, id))?.toldOn).toBe("2026-09-07");
  const [first] = await listDemoNotices("https://demo.example");
  expect(first).toMatchObject({ to: { name: "Heron Hill Primary School", email: office }, status: "kept", letter: { pieces: [{ link: { url: `https://demo.example/acknowledge/${token}` } }] } });
  await database.sql`update access.installation set demo = false`;
  expect(await listDemoNotices("https://demo.example")).toEqual([]);
});
