import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { type Confirmed, confirmIdentity } from "#app/auth/confirm-identity.server.ts";
import { errorsOf, oneError } from "#app/http/field-errors.ts";
import { as, type SessionActor, SessionEnded } from "#db/client.server.ts";
import { addAccount, phoneCode, type TestAccount, testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addSession } from "#tests/support/partnership.ts";

let database: TestDatabase;
let account: TestAccount;
let actor: SessionActor;
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
  account = await addAccount(database.sql, "Rowan Tallis");
  ({ actor } = await addSession(database.sql, account.personId, { confirmed: false }));
});

const code = (stepsAhead = 0) => phoneCode(database.sql, account, stepsAhead);
const confirm = (who: SessionActor, entered: { password?: string; code?: string }) =>
  confirmIdentity(who, { password: entered.password ?? testPassword, code: entered.code ?? "" }, "203.0.113.1");
const confirmedAt = (who: SessionActor) => as(who, async (tx) => tx.me.confirmedAt?.toISOString() ?? null);

function done(result: Confirmed): SessionActor {
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.actor;
}

test("the session gets a new token; the old one answers for a minute, unconfirmed", async () => {
  await after(600);
  const now = done(await confirm(actor, { code: await code() }));
  expect(now.sessionId).not.toBe(actor.sessionId);
  expect(await confirmedAt(now)).toBe("2026-11-22T09:10:00.000Z");
  expect(await confirmedAt(actor)).toBeNull();
  await after(659);
  expect(await confirmedAt(actor)).toBeNull();
  await after(660);
  await expect(confirmedAt(actor)).rejects.toThrow(SessionEnded);
  expect(await confirmedAt(now)).toBe("2026-11-22T09:10:00.000Z");
});

test.each([
  ["nothing", { password: "" }, { password: "Enter your password", code: "Enter the code from your authenticator app" }],
  ["no code", {}, { code: "Enter the code from your authenticator app" }],
  ["a wrong password", { password: "not it at all, no", code: "123456" }, { password: "The password is not right" }],
  ["a wrong code", { code: "12345" }, { code: "The code is not right. Enter the six figures your authenticator app shows now" }],
] as const)("%s is refused, and nothing is confirmed", async (_what, entered, wrong) => {
  expect(await confirm(actor, entered)).toEqual({ ok: false, status: 422, errors: errorsOf(wrong) });
  expect(await confirmedAt(actor)).toBeNull();
});

test("a wrong password does not use the code up", async () => {
  await confirm(actor, { password: "not it at all, no", code: await code() });
  done(await confirm(actor, { code: await code() }));
});

test("the same form sent twice, one after the other or at once, is confirmed twice", async () => {
  const entered = { code: await code() };
  const both = await Promise.all([confirm(actor, entered), confirm(actor, entered)]);
  const third = await confirm(actor, entered);
  for (const result of [...both, third]) expect(await confirmedAt(done(result))).toBe("2026-11-22T09:00:00.000Z");
});

test("a code that was used is refused in another session, and in the new one", async () => {
  const used = await code();
  const now = done(await confirm(actor, { code: used }));
  const other = await addSession(database.sql, account.personId, { confirmed: false });
  const refused = { ok: false, errors: errorsOf({ code: "That code has been used already. Wait for the next one, up to 30 seconds" }) };
  expect(await confirm(now, { code: used })).toMatchObject(refused);
  expect(await confirm(other.actor, { code: used })).toMatchObject(refused);
  expect(await confirm(other.actor, { code: await code(-1) })).toMatchObject(refused);
  done(await confirm(other.actor, { code: await code(1) }));
});

test("the old token cannot be confirmed with a later code once its minute is over", async () => {
  done(await confirm(actor, { code: await code() }));
  await after(61);
  await expect(confirm(actor, { code: await code() })).rejects.toThrow(SessionEnded);
});

test("a session with a second factor is never confirmed by the password alone", async () => {
  await database.sql`update access.accounts set totp_secret_sealed = null where person_id = ${account.personId}`;
  expect(await confirm(actor, {})).toMatchObject({ ok: false, errors: { fields: { code: expect.any(String) } } });
  expect(await confirm(actor, { code: "123456" })).toMatchObject({ ok: false, errors: { fields: { code: expect.any(String) } } });
});

test("after ten wrong passwords even the right one waits, until 15 minutes are over", async () => {
  for (let at = 0; at < 10; at += 1) expect(await confirm(actor, { password: "not it at all, no", code: "123456" })).toMatchObject({ status: 422 });
  const right = { code: await code() };
  expect(await confirm(actor, right)).toEqual({ ok: false, status: 429, errors: oneError("There were too many tries. Try again after 9:15am") });
  await after(15 * 60);
  done(await confirm(actor, { code: await code() }));
});
