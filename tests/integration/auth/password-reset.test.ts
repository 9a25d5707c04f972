import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { findPasswordReset, resetPassword } from "#app/auth/password-reset.server.ts";
import { readSession } from "#app/auth/session.server.ts";
import { signInWithCode, signInWithPassword } from "#app/auth/sign-in.server.ts";
import { action as helpAction } from "#app/routes/account/sign-in-help.tsx";
import { loader } from "#app/routes/account/password-reset.tsx";
import { addAccount, messagesTo, phoneCode, secretPathSent, type TestAccount, testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPerson, addSession } from "#tests/support/partnership.ts";

import { from, pastPassword } from "./support.ts";

let database: TestDatabase;
let account: TestAccount;
const start = new Date("2026-11-22T09:00:00Z");
const after = (seconds: number) => database.setClock(new Date(start.getTime() + seconds * 1_000).toISOString());
const newPassword = "quarry lamp herring";
const context = { nonce: "", requestId: "", clientAddress: from };

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  await after(0);
  await database.sql`delete from access.attempts`;
  account = await addAccount(database.sql, "Rowan Tallis");
});

/** What the page answers, whole. */
async function ask(email: string): Promise<string> {
  const request = new Request("http://localhost/sign-in/help", { method: "POST", body: new URLSearchParams({ email }) });
  return JSON.stringify(await helpAction({ request, params: {}, context })).replaceAll(email, "typed");
}

async function askedToken(): Promise<string> {
  await ask(account.email);
  return (await secretPathSent(database.sql, account.personId, "password-reset"))?.replace("/reset/", "") ?? "";
}

test("known, unknown, suspended and never set up are one answer; only the first is written to", async () => {
  const suspended = await addAccount(database.sql, "Suspended Person");
  await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${suspended.personId}`;
  const invited = await addPerson(database.sql, "Invited Person");
  const known = await ask(account.email.toUpperCase());
  expect(known).toContain('"asked":true');
  for (const email of ["nobody@nowhere.example", suspended.email, invited.email]) expect(await ask(email)).toBe(known);
  const written = await database.sql`select person_id, secret_sealed is not null as sealed from portal.messages where kind = 'password-reset'`;
  expect(written).toEqual([{ person_id: account.personId, sealed: true }]);
});

test("three times an hour for one address, known or not", async () => {
  const answers = [];
  for (const email of [account.email, "nobody@nowhere.example"]) {
    for (let at = 0; at < 3; at += 1) expect(await ask(email)).toContain('"asked":true');
    answers.push(await ask(email));
  }
  expect(answers[0]).toContain("There were too many tries. Try again after 10:00am");
  expect(answers[1]).toBe(answers[0]);
});

test("sets the password once, ends every session, tells the owner and leaves the second factor alone", async () => {
  const { actor, token: session } = await addSession(database.sql, account.personId);
  const half = await pastPassword(account.email);
  const [before] = await database.sql`select totp_secret_sealed, totp_last_step from access.accounts where person_id = ${account.personId}`;
  const token = await askedToken();
  expect(await resetPassword(token, newPassword)).toBe(true);
  const [afterwards] = await database.sql`select totp_secret_sealed, totp_last_step from access.accounts where person_id = ${account.personId}`;
  expect(afterwards).toEqual(before);
  expect(await readSession(new Request("http://localhost/", { headers: { Cookie: `session=${session}` } }))).toBeNull();
  expect(actor.sessionId).toHaveLength(64);
  expect((await signInWithCode(half, await phoneCode(database.sql, account), from)).kind).toBe("expired");
  expect((await messagesTo(database.sql, account.personId)).sort()).toEqual(["password-changed", "password-reset"]);
  const enter = (password: string) => signInWithPassword(new Request("http://localhost/sign-in"), { email: account.email, password }, from);
  expect((await enter(testPassword)).kind).toBe("wrong");
  expect((await enter(newPassword)).kind).toBe("code");
  expect(await resetPassword(token, "another one again")).toBe(false);
});

test("of twenty at once one sets it, and fifty openings use nothing up", async () => {
  const token = await askedToken();
  for (let at = 0; at < 50; at += 1) expect(await loader({ request: new Request("http://localhost/"), params: { token }, context })).toEqual({ email: account.email });
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => resetPassword(token, `${newPassword} ${String(at)}`)));
  expect(answers.filter(Boolean)).toHaveLength(1);
});

test("works for an hour", async () => {
  const token = await askedToken();
  await after(3_599);
  expect(await findPasswordReset(token)).toEqual({ name: account.name, email: account.email });
  await after(3_600);
  expect(await findPasswordReset(token)).toBeNull();
  expect(await resetPassword(token, newPassword)).toBe(false);
});

test("a newer link, another address or a suspension ends it; only its hash is kept", async () => {
  const first = await askedToken();
  const rows = await database.sql`select to_jsonb(r)::text as text from access.password_resets r union all select to_jsonb(m)::text from portal.messages m`;
  expect(JSON.stringify(rows)).not.toContain(first);
  await after(1);
  const second = await askedToken();
  expect(second).not.toBe(first);
  expect(await findPasswordReset(first)).toBeNull();
  await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${account.personId}`;
  expect(await resetPassword(second, newPassword)).toBe(false);
  await database.sql`update access.accounts set suspended_at = null, email = 'moved@council.example' where person_id = ${account.personId}`;
  expect(await resetPassword(second, newPassword)).toBe(false);
});

test.each([undefined, "", "x", "a".repeat(43)])("%j opens nothing", async (token) => {
  expect(await findPasswordReset(token)).toBeNull();
  await expect(loader({ request: new Request("http://localhost/"), params: { token }, context })).rejects.toMatchObject({ status: 410 });
});
