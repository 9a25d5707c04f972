import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { enrolSecondFactor, findEnrolment } from "#app/auth/enrol-second-factor.server.ts";
import { beginAuthenticatorChange, readOwnSecurity, renewRecoveryCodes } from "#app/auth/own-account.server.ts";
import { replaceRecoveryCodes } from "#app/auth/recovery-codes.server.ts";
import { readSession } from "#app/auth/session.server.ts";
import { takeCodes } from "#app/auth/shown-once.server.ts";
import { signInWithRecoveryCode } from "#app/auth/sign-in.server.ts";
import { totpCode } from "#app/auth/totp.server.ts";
import { as } from "#db/client.server.ts";
import { addAccount, messagesTo, phoneCode, type TestAccount, testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";

import { from, pastPassword, withCookies } from "./support.ts";

let database: TestDatabase;
let account: TestAccount;
let codes: string[];
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
  codes = await as({ kind: "sign-in" }, (tx) => replaceRecoveryCodes(tx, account.personId));
});

const first = () => codes[0] ?? "";

test("signs in once, as typed from paper, confirms nothing, and tells the owner", async () => {
  const typed = first().toLowerCase().replaceAll("-", " ");
  const result = await signInWithRecoveryCode(await pastPassword(account.email), typed, from);
  if (result.kind !== "signed-in") throw new Error(result.kind);
  const actor = await readSession(withCookies(result.setCookies));
  const [row] = await database.sql`select strength, confirmed_at from access.sessions where id = ${actor?.sessionId ?? ""}`;
  expect(row).toEqual({ strength: "password+totp", confirmed_at: null });
  expect(await messagesTo(database.sql, account.personId)).toEqual(["recovery-code-used"]);
  const [message] = await database.sql`select content from portal.messages where person_id = ${account.personId}`;
  expect(message?.content).toMatchObject({ left: 9 });
  expect((await signInWithRecoveryCode(await pastPassword(account.email), first(), from)).kind).toBe("wrong");
});

test("of ten at once with the same code, one is let in", async () => {
  const steps = await Promise.all(Array.from({ length: 5 }, () => pastPassword(account.email)));
  const answers = await Promise.all(steps.map((step) => signInWithRecoveryCode(step, first(), from)));
  expect(answers.filter(({ kind }) => kind === "signed-in")).toHaveLength(1);
});

test("somebody else's, a wrong one and a phone's code are not taken; after five tries even a right one waits", async () => {
  const other = await addAccount(database.sql, "Linden Farr");
  const [theirs] = await as({ kind: "sign-in" }, (tx) => replaceRecoveryCodes(tx, other.personId));
  const step = await pastPassword(account.email);
  for (const typed of [theirs ?? "", "0000-0000-0000", await phoneCode(database.sql, account), "", "%"]) expect((await signInWithRecoveryCode(step, typed, from)).kind).toBe("wrong");
  expect((await signInWithRecoveryCode(step, first(), from)).kind).toBe("throttled");
  expect(await messagesTo(database.sql, account.personId)).toEqual([]);
});

test("are nowhere in the database in clear", async () => {
  const rows = await database.sql`select to_jsonb(c)::text as text from access.recovery_codes c where person_id = ${account.personId}`;
  expect(rows).toHaveLength(10);
  for (const code of codes) {
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll("-", ""));
  }
});

test("made again, end the ones before, are shown to their owner alone, and the owner is told", async () => {
  const cookie = await renewRecoveryCodes(account.actor);
  const taken = takeCodes(withCookies([cookie]), account.personId);
  expect(taken?.codes).toHaveLength(10);
  expect(takeCodes(withCookies([cookie]), (await addAccount(database.sql, "Linden Farr")).personId)).toBeNull();
  expect(takeCodes(withCookies([cookie.replace(/=v1\.\w/, "=v1.x")]), account.personId)).toBeNull();
  expect((await signInWithRecoveryCode(await pastPassword(account.email), first(), from)).kind).toBe("wrong");
  expect((await signInWithRecoveryCode(await pastPassword(account.email), taken?.codes[3] ?? "", from)).kind).toBe("signed-in");
  expect((await messagesTo(database.sql, account.personId)).sort()).toEqual(["recovery-code-used", "recovery-codes-made"]);
});

test("ten come with the first second factor", async () => {
  const fresh = await addAccount(database.sql, "Sorrel Vane", { secondFactor: false });
  const step = await pastPassword(fresh.email);
  const enrolment = await findEnrolment(step);
  const result = await enrolSecondFactor(step, totpCode(enrolment?.secret ?? "", start), from);
  if (result.kind !== "signed-in") throw new Error(result.kind);
  expect(takeCodes(withCookies(result.setCookies), fresh.personId)?.codes).toHaveLength(10);
});

test("with the password, one sets up another app: the old one works until then, and no session after", async () => {
  expect(await beginAuthenticatorChange(account.actor, { password: "not it at all", code: first() }, from)).toMatchObject({ ok: false, errors: { fields: { password: expect.any(String) } } });
  expect(await beginAuthenticatorChange(account.actor, { password: testPassword, code: "000000" }, from)).toMatchObject({ ok: false, errors: { fields: { code: expect.any(String) } } });
  const begun = await beginAuthenticatorChange(account.actor, { password: testPassword, code: first() }, from);
  if (!begun.ok) throw new Error(JSON.stringify(begun.errors));
  const step = withCookies([begun.setCookie]);
  const enrolment = await findEnrolment(step);
  const [before] = await database.sql`select totp_secret_sealed as sealed from access.accounts where person_id = ${account.personId}`;
  expect((await enrolSecondFactor(step, "000000", from)).kind).toBe("wrong");
  const [still] = await database.sql`select totp_secret_sealed as sealed from access.accounts where person_id = ${account.personId}`;
  expect(still).toEqual(before);
  expect((await readOwnSecurity(account.actor)).recoveryCodesLeft).toBe(9);
  const result = await enrolSecondFactor(step, totpCode(enrolment?.secret ?? "", start), from);
  if (result.kind !== "signed-in") throw new Error(result.kind);
  await expect(readOwnSecurity(account.actor)).rejects.toThrow();
  const actor = await readSession(withCookies(result.setCookies));
  if (!actor) throw new Error("no session");
  expect(await readOwnSecurity(actor)).toMatchObject({ secondFactor: true, recoveryCodesLeft: 10 });
  expect((await messagesTo(database.sql, account.personId)).sort()).toEqual(["authenticator-changed", "recovery-code-used"]);
});

test("a step of signing in alone never replaces a second factor", async () => {
  expect(await findEnrolment(await pastPassword(account.email))).toBeNull();
  const step = await pastPassword(account.email);
  expect((await enrolSecondFactor(step, await phoneCode(database.sql, account), from)).kind).toBe("expired");
});
