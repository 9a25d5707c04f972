import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { acceptInvitation, findInvitation } from "#app/auth/invitation.server.ts";
import { action, loader } from "#app/routes/account/invitation.tsx";
import { addInvitation, testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let person: TestPerson;
let appointmentId: string;
let token: string;
let count = 0;
const start = new Date("2026-11-22T09:00:00Z");
const after = (seconds: number) => database.setClock(new Date(start.getTime() + seconds * 1_000).toISOString());

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  await after(0);
  partnership = await addPartnership(database.sql, `place-${["alder", "birch", "cedar", "elder", "fir", "gean", "hazel", "ivy", "juniper", "laurel", "maple", "oak", "pine", "quince", "rowan", "sloe", "teasel", "yew", "zelkova", "whin"][(count += 1)] ?? "x"}`);
  const seat = partnership.seats[0];
  if (!seat) throw new Error("no seat");
  person = seat.lead;
  appointmentId = seat.leadAppointmentId;
  token = await addInvitation(database.sql, appointmentId);
});

const context = { nonce: "", requestId: "", clientAddress: "203.0.113.1" };
const open = (of = token, cookie = "") => loader({ request: new Request(`http://localhost/invitations/${of}`, { headers: { Cookie: cookie } }), params: { token: of }, context });
const stateOf = async () => (await findInvitation(token))?.state;
const thrown = async (work: Promise<unknown>) => {
  const response: unknown = await work.then(() => null, (error: unknown) => error);
  if (!(response instanceof Response)) throw new Error("nothing was refused");
  return { status: response.status, text: await response.text() };
};

test("opening it fifty times says what it is and uses nothing up", async () => {
  const [before] = await database.sql`select * from access.invitations where person_id = ${person.personId}`;
  for (let at = 0; at < 50; at += 1) {
    expect(await open()).toEqual({ name: person.name, email: person.email, partnership: partnership.name, role: "lsp", office: "Chief Executive", organisation: partnership.seats[0]?.organisation, invitedBy: null, expiresAt: "2026-11-25T09:00:00Z" });
  }
  const [afterwards] = await database.sql`select * from access.invitations where person_id = ${person.personId}`;
  expect(afterwards).toEqual(before);
  expect(await acceptInvitation(token, testPassword)).toEqual({ personId: person.personId });
});

test("of twenty that accept at once, one does; the ledger says so once", async () => {
  const passwords = Array.from({ length: 20 }, (_, at) => `${testPassword} ${String(at)}`);
  const answers = await Promise.all(passwords.map((password) => acceptInvitation(token, password)));
  expect(answers.filter(Boolean)).toEqual([{ personId: person.personId }]);
  expect(await stateOf()).toBe("accepted");
  const entries = await database.sql`select actor, payload.body from ledger.entries e join ledger.payloads payload using (chain, seq) where e.partnership_id = ${partnership.id} and type = 'invitation.accepted'`;
  expect(entries).toHaveLength(1);
  expect(entries[0]?.actor).toBe(`person:${person.personId}`);
  expect(JSON.parse(Buffer.from(entries[0]?.body).toString())).toEqual({ type: "invitation.accepted", appointmentId, personId: person.personId });
  const [chain] = await database.sql`select ledger.first_break(${partnership.id}) as broken`;
  expect(chain?.broken).toBeNull();
});

test("accepting sets the password and goes on to the second factor, with no session yet", async () => {
  await database.sql`delete from access.sessions where person_id = ${person.personId}`;
  const body = new URLSearchParams({ newPassword: testPassword, newPasswordAgain: testPassword });
  const reply = await action({ request: new Request(`http://localhost/invitations/${token}`, { method: "POST", body }), params: { token }, context });
  if (!(reply instanceof Response)) throw new Error("no redirect");
  expect([reply.status, reply.headers.get("Location")]).toEqual([303, "/sign-in/second-factor"]);
  const [row] = await database.sql`select (select count(*)::int from access.sessions where person_id = ${person.personId}) as sessions, password_hash like '$argon2id$%' as hashed from access.accounts where person_id = ${person.personId}`;
  expect(row).toEqual({ sessions: 0, hashed: true });
});

test("works for 72 hours", async () => {
  await after(72 * 3_600 - 1);
  expect(await stateOf()).toBe("open");
  await after(72 * 3_600);
  expect(await stateOf()).toBe("expired");
  expect(await acceptInvitation(token, testPassword)).toBeNull();
  expect(await thrown(open())).toMatchObject({ status: 410, text: expect.stringContaining("until 25 November 2026 at 9:00am") });
});

describe("no longer holds", () => {
  const change = (statement: string) => database.sql.unsafe(statement.replace("$person", `'${person.personId}'`).replace("$appointment", `'${appointmentId}'`));
  test.each([
    ["when the e-mail address is another", "update access.accounts set email = 'another@council.example' where person_id = $person"],
    ["when the appointment ended", "update portal.appointments set ends_on = access.today(), ended_at = access.clock(), end_reason = 'Left' where id = $appointment"],
    ["when the account is suspended", "update access.accounts set suspended_at = access.clock() where person_id = $person"],
    ["when the role it names is not the appointment's", "update access.invitations set role = 'chair' where appointment_id = $appointment"],
  ])("%s", async (_why, statement) => {
    await change(statement);
    expect(await stateOf()).toBe("void");
    expect(await acceptInvitation(token, testPassword)).toBeNull();
    expect((await thrown(open())).status).toBe(410);
    const [row] = await database.sql`select password_hash from access.accounts where person_id = ${person.personId}`;
    expect(row?.password_hash).toBeNull();
    await database.sql`update access.accounts set email = ${`moved.${person.email}`} where email = 'another@council.example'`;
  });

  test("when it was withdrawn, replaced or used: each says so", async () => {
    for (const state of ["withdrawn", "replaced", "accepted"]) {
      await database.sql`update access.invitations set ended_at = access.clock(), ended_as = ${state} where appointment_id = ${appointmentId}`;
      expect(await stateOf()).toBe(state);
      expect((await thrown(open())).status).toBe(410);
      expect(await acceptInvitation(token, testPassword)).toBeNull();
    }
  });

  test("and never overwrites a password that is there", async () => {
    await database.sql`update access.accounts set password_hash = 'kept' where person_id = ${person.personId}`;
    expect(await acceptInvitation(token, testPassword)).toBeNull();
    const [row] = await database.sql`select password_hash from access.accounts where person_id = ${person.personId}`;
    expect(row?.password_hash).toBe("kept");
  });
});

test("somebody else who is signed in is told whose it is, and cannot use it", async () => {
  const cookie = `session=${partnership.chair.token}`;
  expect(await thrown(open(token, cookie))).toMatchObject({ status: 403, text: expect.stringContaining(person.name) });
  const body = new URLSearchParams({ newPassword: testPassword, newPasswordAgain: testPassword });
  const request = new Request(`http://localhost/invitations/${token}`, { method: "POST", body, headers: { Cookie: cookie } });
  expect((await thrown(action({ request, params: { token }, context }))).status).toBe(403);
  expect(await stateOf()).toBe("open");
});

test("only the hash of a token is stored", async () => {
  const rows = await database.sql`select * from access.invitations where person_id = ${person.personId}`;
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test.each([undefined, "", "x", "a".repeat(43), "a".repeat(2_000)])("%j is no invitation", async (value) => {
  expect(await findInvitation(value)).toBeNull();
  if (value !== undefined) expect((await thrown(open(value))).status).toBe(404);
});
