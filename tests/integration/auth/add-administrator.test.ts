import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

import { afterAll, beforeAll, expect, test } from "vitest";

import { signInWithCode, signInWithPassword } from "#app/auth/sign-in.server.ts";
import { totpCode } from "#app/auth/totp.server.ts";
import { AccountExists, addAdministrator } from "#db/add-administrator.ts";
import { inherited } from "#app/env.server.ts";
import { testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
const appSecret = "a secret that only the tests of this project know";
const from = "203.0.113.1";

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});

async function signIn(email: string, secret: string): Promise<string> {
  const past = await signInWithPassword(new Request("http://localhost/"), { email, password: testPassword }, from);
  if (!("setCookies" in past)) return past.kind;
  const request = new Request("http://localhost/", { headers: { Cookie: past.setCookies.map((cookie) => cookie.split(";")[0]).join("; ") } });
  return (await signInWithCode(request, totpCode(secret, new Date()), from)).kind;
}

const secretIn = (address: string) => new URL(address).searchParams.get("secret") ?? "";

test("has a password, a second factor, the role, and an entry in the ledger", async () => {
  const address = await addAdministrator(database.adminUrl, { email: "ada@council.example", name: "Ada Warden", password: testPassword }, appSecret);
  expect(await signIn("ada@council.example", secretIn(address))).toBe("signed-in");
  const [row] = await database.sql`
    select convert_from(p.body, 'UTF8')::jsonb->>'personId' = ad.person_id::text as named, e.actor, ledger.first_break('installation') as broken
    from access.administrators ad join access.accounts a using (person_id), ledger.entries e join ledger.payloads p using (chain, seq)
    where a.email = 'ada@council.example' and e.type = 'administrator.granted' order by e.seq desc limit 1`;
  expect(row).toEqual({ named: true, actor: "migrator", broken: null });
});

test("an address that has an account is refused, and nothing is written", async () => {
  const add = () => addAdministrator(database.adminUrl, { email: "Twice@council.example", name: "Twice Over", password: testPassword }, appSecret);
  await add();
  await expect(add()).rejects.toThrow(AccountExists);
  const [row] = await database.sql`select count(*)::int as count from portal.people where name = 'Twice Over'`;
  expect(row?.count).toBe(1);
});

/** The command as a person would run it, with the password from a pipe. */
async function run(input: string, ...options: string[]): Promise<{ code: number | null; out: string; failure: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "db/create-administrator.ts", ...options], { env: inherited({ DATABASE_URL: database.adminUrl, APP_SECRET: appSecret }) });
  child.stdin.end(input);
  const [out, failure, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number | null>((resolve) => child.once("close", resolve))]);
  return { code, out, failure };
}

test("the command line adds one, and says what is wrong when it cannot", async () => {
  const email = ["--email", "cleo@council.example"];
  const name = ["--name", "Cleo Hearn"];
  const [unnamed, short] = await Promise.all([run(`${testPassword}\n`, ...email), run("short\n", ...email, ...name)]);
  expect(unnamed).toMatchObject({ code: 1, out: "", failure: expect.stringContaining("Use: npm run create-administrator") });
  expect(short).toMatchObject({ code: 1, out: "", failure: expect.stringContaining("Password must be 12 characters or more") });
  const added = await run(`${testPassword}\n`, ...email, ...name);
  expect(added).toMatchObject({ code: 0, failure: "" });
  expect(added.out).not.toContain(testPassword);
  expect(await signIn("cleo@council.example", secretIn(/otpauth:\S+/.exec(added.out)?.[0] ?? "otpauth:x"))).toBe("signed-in");
  expect(await run(`${testPassword}\n`, ...email, ...name)).toMatchObject({ code: 1, failure: expect.stringContaining("There is an account with this e-mail address already.") });
}, 90_000);
