import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { enrolSecondFactor, findEnrolment } from "#app/auth/enrol-second-factor.server.ts";
import { readSession } from "#app/auth/session.server.ts";
import { signInWithCode, signInWithPassword } from "#app/auth/sign-in.server.ts";
import { tryPassword } from "#app/auth/throttle.server.ts";
import { totpCode } from "#app/auth/totp.server.ts";
import { action } from "#app/routes/account/sign-in.tsx";
import { addAccount, phoneCode, type TestAccount, testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let account: TestAccount;
const start = new Date("2026-11-22T09:00:00Z");
const after = (seconds: number) => database.setClock(new Date(start.getTime() + seconds * 1_000).toISOString());
const from = "203.0.113.1";

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

const plain = () => new Request("http://localhost/sign-in");
const withCookies = (setCookies: string[]) => new Request("http://localhost/", { headers: { Cookie: setCookies.map((cookie) => cookie.split(";")[0]).join("; ") } });
const enter = (email: string, password = testPassword) => signInWithPassword(plain(), { email, password }, from);
const sessionCount = async (personId: string) => {
  const [row] = await database.sql<{ count: number }[]>`select count(*)::int as count from access.sessions where person_id = ${personId}`;
  return row?.count;
};

/** Past the password: the browser as it then stands. */
async function pastPassword(email = account.email, kind = "code"): Promise<Request> {
  const result = await enter(email);
  expect(result.kind).toBe(kind);
  return "setCookies" in result ? withCookies(result.setCookies) : plain();
}

/** What the page answers to the form, with the address that was typed blotted out. */
async function pageAnswer(email: string, password = "not the password at all") {
  const body = new URLSearchParams({ email, password });
  const request = new Request("http://localhost/sign-in", { method: "POST", body });
  const answer = await action({ request, params: {}, context: { nonce: "", requestId: "", clientAddress: from } });
  return JSON.stringify(answer).replaceAll(email, "typed");
}

describe("the password", () => {
  test("goes on to the code, in whichever case the address is written, and opens no session", async () => {
    await database.sql`delete from access.sessions`;
    await pastPassword(account.email.toUpperCase());
    expect(await sessionCount(account.personId)).toBe(0);
  });

  test("wrong, unknown, suspended and never set up are one answer", async () => {
    const suspended = await addAccount(database.sql, "Suspended Person");
    await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${suspended.personId}`;
    const invited = await addPerson(database.sql, "Invited Person");
    const wrong = await pageAnswer(account.email);
    expect(wrong).toContain("The e-mail address or password is not right");
    expect(wrong).toContain("422");
    expect(await pageAnswer("nobody@nowhere.example")).toBe(wrong);
    expect(await pageAnswer(invited.email)).toBe(wrong);
    expect(await pageAnswer(suspended.email, testPassword)).toBe(wrong);
  });

  test("after ten wrong ones even the right one waits, whether or not there is such an account", async () => {
    const answers = [];
    for (const email of [account.email, "nobody@nowhere.example"]) {
      for (let at = 0; at < 10; at += 1) expect((await enter(email, "not the password at all")).kind).toBe("wrong");
      answers.push(await pageAnswer(email, testPassword));
    }
    expect(answers[0]).toContain("There were too many tries. Try again after 9:15am");
    expect(answers[0]).toContain("429");
    expect(answers[1]).toBe(answers[0]);
    await after(15 * 60 - 1);
    expect((await enter(account.email)).kind).toBe("throttled");
    await after(15 * 60);
    expect((await enter(account.email)).kind).toBe("code");
  });

  test("of thirty wrong ones at once ten are tried", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => enter(account.email, "not the password at all")));
    expect(answers.filter(({ kind }) => kind === "wrong")).toHaveLength(10);
    expect(answers.filter(({ kind }) => kind === "throttled")).toHaveLength(20);
  });

  test("right ones are not counted", async () => {
    for (let at = 0; at < 12; at += 1) expect((await enter(account.email)).kind).toBe("code");
  });

  test("one address tries a hundred times, and then uses up nobody's tries", async () => {
    const victim = "somebody@council.example";
    for (let at = 0; at < 100; at += 1) expect((await tryPassword(`guess${String(at)}@council.example`, "2001:db8::1")).waitUntil).toBeNull();
    for (let at = 0; at < 20; at += 1) expect((await tryPassword(victim, "2001:db8::2")).waitUntil).not.toBeNull();
    expect((await tryPassword(victim, "198.51.100.7")).waitUntil).toBeNull();
  });

  test("everybody together tries six hundred times a minute", async () => {
    await database.sql`insert into access.attempts values (encode(sha256('overall'), 'hex'), 600, access.clock() + interval '40 seconds')`;
    expect((await tryPassword("a@b.example", from)).waitUntil).toEqual(new Date(start.getTime() + 40_000));
    await after(40);
    expect((await tryPassword("a@b.example", from)).waitUntil).toBeNull();
  });

  test("tries are kept under hashes, and cleared when they no longer count", async () => {
    await enter(account.email, "not the password at all");
    const before = await database.sql<{ key: string }[]>`select key from access.attempts`;
    expect(before).toHaveLength(3);
    expect(JSON.stringify(before)).not.toContain(account.email);
    expect(JSON.stringify(before)).not.toContain(from);
    await after(16 * 60);
    await tryPassword("other@council.example", "198.51.100.8");
    const left = await database.sql<{ key: string }[]>`select key from access.attempts`;
    expect(left).toHaveLength(3);
    expect(before.filter(({ key }) => left.some((each) => each.key === key))).toHaveLength(1);
  });
});

describe("the code", () => {
  test("opens a session with both factors, confirmed; the step is then over", async () => {
    const step = await pastPassword();
    const code = await phoneCode(database.sql, account);
    const result = await signInWithCode(step, code, from);
    if (result.kind !== "signed-in") throw new Error(result.kind);
    const actor = await readSession(withCookies(result.setCookies));
    const [row] = await database.sql`select strength, confirmed_at = access.clock() as confirmed from access.sessions where id = ${actor?.sessionId ?? ""}`;
    expect(row).toEqual({ strength: "password+totp", confirmed: true });
    expect((await signInWithCode(step, code, from)).kind).toBe("expired");
  });

  test("is good once: not again, and no older one after it", async () => {
    const code = await phoneCode(database.sql, account);
    expect((await signInWithCode(await pastPassword(), code, from)).kind).toBe("signed-in");
    expect((await signInWithCode(await pastPassword(), code, from)).kind).toBe("used");
    expect((await signInWithCode(await pastPassword(), await phoneCode(database.sql, account, -1), from)).kind).toBe("used");
    expect((await signInWithCode(await pastPassword(), await phoneCode(database.sql, account, 1), from)).kind).toBe("signed-in");
  });

  test("sent five times at once, signs one in", async () => {
    const steps = await Promise.all(Array.from({ length: 5 }, () => pastPassword()));
    const code = await phoneCode(database.sql, account);
    const answers = await Promise.all(steps.map((step) => signInWithCode(step, code, from)));
    expect(answers.filter(({ kind }) => kind === "signed-in")).toHaveLength(1);
    expect(answers.filter(({ kind }) => kind === "used")).toHaveLength(4);
  });

  test("is waited for five minutes", async () => {
    const step = await pastPassword();
    await after(5 * 60 - 1);
    expect((await signInWithCode(step, "000000", from)).kind).toBe("wrong");
    await after(5 * 60);
    expect((await signInWithCode(step, await phoneCode(database.sql, account), from)).kind).toBe("expired");
  });

  test("after five wrong ones even the right one waits, also past a new password", async () => {
    const step = await pastPassword();
    for (let at = 0; at < 5; at += 1) expect((await signInWithCode(step, "12345", from)).kind).toBe("wrong");
    expect((await signInWithCode(await pastPassword(), await phoneCode(database.sql, account), from)).kind).toBe("throttled");
  });

  test("of an account suspended meanwhile lets nobody in", async () => {
    const step = await pastPassword();
    await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${account.personId}`;
    expect((await signInWithCode(step, await phoneCode(database.sql, account), from)).kind).toBe("expired");
  });
});

describe("an account without a second factor", () => {
  beforeEach(async () => {
    account = await addAccount(database.sql, "Linden Farr", { secondFactor: false });
    await database.sql`delete from access.sessions where person_id = ${account.personId}`;
  });

  test("sets one up before there is any session", async () => {
    const step = await pastPassword(account.email, "enrol");
    const enrolment = await findEnrolment(step);
    expect(await findEnrolment(step)).toEqual(enrolment);
    expect(await sessionCount(account.personId)).toBe(0);
    expect((await enrolSecondFactor(step, "12345", from)).kind).toBe("wrong");
    const code = totpCode(enrolment?.secret ?? "", start);
    const answers = await Promise.all([1, 2, 3].map(() => enrolSecondFactor(step, code, from)));
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["expired", "expired", "signed-in"]);
    expect(await sessionCount(account.personId)).toBe(1);
    const [row] = await database.sql<{ totp_secret_sealed: string }[]>`select totp_secret_sealed from access.accounts where person_id = ${account.personId}`;
    expect(row?.totp_secret_sealed).toMatch(/^v1\./);
    expect(row?.totp_secret_sealed).not.toContain(enrolment?.secret);
    await after(30);
    const next = await pastPassword(account.email, "code");
    expect((await signInWithCode(next, code, from)).kind).toBe("used");
    expect((await signInWithCode(next, totpCode(enrolment?.secret ?? "", new Date(start.getTime() + 30_000)), from)).kind).toBe("signed-in");
  });

  test("cannot slip past it with the page that asks for a code", async () => {
    const step = await pastPassword(account.email, "enrol");
    expect((await signInWithCode(step, "123456", from)).kind).toBe("wrong");
    expect(await sessionCount(account.personId)).toBe(0);
  });
});
