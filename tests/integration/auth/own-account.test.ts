import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { changePassword, endEveryPlace, endPlace, readOwnSecurity } from "#app/auth/own-account.server.ts";
import { readSession, startSession } from "#app/auth/session.server.ts";
import { action as passwordAction } from "#app/routes/account/password.tsx";
import { addAccount, messagesTo, phoneCode, type TestAccount, testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addSession } from "#tests/support/partnership.ts";

import { from, pastPassword, withCookies } from "./support.ts";

let database: TestDatabase;
let account: TestAccount;
const start = new Date("2026-11-22T09:00:00Z");

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  await database.setClock(start.toISOString());
  await database.sql`delete from access.attempts`;
  account = await addAccount(database.sql, "Rowan Tallis");
  await database.sql`delete from access.sessions where person_id = ${account.personId}`;
});

const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
const signIn = async (agent = firefox) => startSession(new Request("http://localhost/", { headers: { "User-Agent": agent } }), account.personId, "password+totp", true);

test("lists where one is signed in, coarsely, the asking browser marked, and none that ended", async () => {
  const { actor } = await signIn();
  await database.setClock("2026-11-22T09:10:00Z");
  await signIn("curl/8");
  const old = await addSession(database.sql, account.personId);
  await database.sql`update access.sessions set last_seen_at = access.clock() - interval '30 minutes' where id = ${old.actor.sessionId}`;
  const { places } = await readOwnSecurity(actor);
  expect(places.map(({ browser, own, startedAt }) => ({ browser, own, startedAt: startedAt.toISOString() }))).toEqual([
    { browser: null, own: false, startedAt: "2026-11-22T09:10:00.000Z" },
    { browser: "Firefox on Windows", own: true, startedAt: "2026-11-22T09:00:00.000Z" },
  ]);
  const [row] = await database.sql`select last_signed_in_at from access.accounts where person_id = ${account.personId}`;
  expect(row?.last_signed_in_at).toEqual(new Date("2026-11-22T09:10:00Z"));
});

test("signs out one of one's own places, nobody else's, and then every one", async () => {
  const here = await signIn();
  const there = await signIn();
  const other = await addAccount(database.sql, "Linden Farr");
  const [theirs] = (await readOwnSecurity(other.actor)).places;
  expect(await endPlace(here.actor, theirs?.handle ?? "")).toBe(false);
  expect(await readOwnSecurity(other.actor)).toMatchObject({ places: [{ own: true }] });
  const place = (await readOwnSecurity(here.actor)).places.find(({ own }) => !own);
  expect(await endPlace(here.actor, place?.handle ?? "")).toBe(true);
  expect(await endPlace(here.actor, place?.handle ?? "")).toBe(false);
  expect(await readSession(withCookies([there.setCookie]))).toBeNull();
  expect(await readSession(withCookies([here.setCookie]))).not.toBeNull();
  const again = await signIn();
  await endEveryPlace(here.actor);
  for (const { setCookie } of [here, again]) expect(await readSession(withCookies([setCookie]))).toBeNull();
  expect((await readOwnSecurity(other.actor)).places).toHaveLength(1);
});

test("a changed password signs out everywhere else, tells the owner, and is the one that works", async () => {
  const here = await signIn();
  const there = await signIn();
  await changePassword(here.actor, "quarry lamp herring");
  expect(await readSession(withCookies([there.setCookie]))).toBeNull();
  expect(await readSession(withCookies([here.setCookie]))).not.toBeNull();
  expect(await messagesTo(database.sql, account.personId)).toEqual(["password-changed"]);
  await expect(pastPassword(account.email)).rejects.toThrow("wrong");
  await pastPassword(account.email, "quarry lamp herring");
});

test("the page asks for the present password and a code, and keeps the old password when anything is wrong", async () => {
  const { setCookie } = await signIn();
  const send = (fields: Record<string, string>) => {
    const request = new Request("http://localhost/account/password", { method: "POST", body: new URLSearchParams(fields), headers: withCookies([setCookie]).headers });
    return passwordAction({ request, params: {}, context: { nonce: "", requestId: "", clientAddress: from } });
  };
  const chosen = { newPassword: "quarry lamp herring", newPasswordAgain: "quarry lamp herring" };
  const code = await phoneCode(database.sql, account);
  for (const [fields, message] of [
    [{ ...chosen, newPasswordAgain: "another" }, "The two passwords are not the same"],
    [{ ...chosen, newPassword: "short", newPasswordAgain: "short" }, "Password must be 12 characters or more"],
    [{ ...chosen, password: "" }, "Enter your password"],
    [{ ...chosen, password: testPassword, code: "" }, "Enter the code"],
    [{ ...chosen, password: "not the password", code }, "The password is not right"],
    [{ ...chosen, password: testPassword, code: "000000" }, "The code is not right"],
  ] as const) {
    expect(JSON.stringify(await send(fields))).toContain(message);
  }
  expect(await messagesTo(database.sql, account.personId)).toEqual([]);
  const reply = await send({ ...chosen, password: testPassword, code });
  expect(reply instanceof Response ? [reply.status, reply.headers.get("Location")] : reply).toEqual([303, "/account"]);
  await pastPassword(account.email, "quarry lamp herring");
});
