import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { acceptSetUp, findSetUp } from "#app/auth/set-up.server.ts";
import { issueSetUpLink } from "#app/domain/people/issue-set-up-link.server.ts";
import { loader } from "#app/routes/account/set-up.tsx";
import { as } from "#db/client.server.ts";
import { addSetUpLink, testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPerson, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let administrator: TestPerson;
let person: TestPerson;
let token: string;
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
  administrator = await addPerson(database.sql, "Ada Warden", { administrator: true });
  person = await addPerson(database.sql, "Morwenna Tallis");
  token = await addSetUpLink(database.sql, person.personId);
});

const issue = async () => (await as(administrator.actor, (tx) => issueSetUpLink(tx, person.personId)))?.replace("/set-up/", "");

test("opening it fifty times uses nothing up", async () => {
  const open = () => loader({ request: new Request(`http://localhost/set-up/${token}`), params: { token }, context: { nonce: "", requestId: "", clientAddress: "" } });
  const [before] = await database.sql`select * from access.invitations where person_id = ${person.personId}`;
  for (let at = 0; at < 50; at += 1) expect(await open()).toMatchObject({ name: person.name, email: person.email });
  const [afterwards] = await database.sql`select * from access.invitations where person_id = ${person.personId}`;
  expect(afterwards).toEqual(before);
  expect(await acceptSetUp(token, testPassword)).toEqual({ personId: person.personId });
});

test("of twenty that accept at once, one does", async () => {
  const passwords = Array.from({ length: 20 }, (_, at) => `${testPassword} ${String(at)}`);
  const answers = await Promise.all(passwords.map((password) => acceptSetUp(token, password)));
  expect(answers.filter(Boolean)).toEqual([{ personId: person.personId }]);
  expect(await findSetUp(token)).toBeNull();
});

test("works for 72 hours", async () => {
  const hours = 72 * 3_600;
  await after(hours - 1);
  expect(await findSetUp(token)).toEqual({ name: person.name, email: person.email });
  await after(hours);
  expect(await findSetUp(token)).toBeNull();
  expect(await acceptSetUp(token, testPassword)).toBeNull();
});

test("a newer link ends the one before, and a password ends them all", async () => {
  const newer = await issue();
  expect(newer).toMatch(/^[\w-]{43}$/);
  expect(await findSetUp(token)).toBeNull();
  expect(await acceptSetUp(token, testPassword)).toBeNull();
  expect(await acceptSetUp(newer ?? "", testPassword)).toEqual({ personId: person.personId });
  expect(await issue()).toBeUndefined();
});

test("only the hash of a token is stored", async () => {
  const newer = await issue();
  const rows = await database.sql`select * from access.invitations where person_id = ${person.personId}`;
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain(newer);
});

test("is refused for an account that is suspended or has a password by now", async () => {
  await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${person.personId}`;
  expect(await acceptSetUp(token, testPassword)).toBeNull();
  await database.sql`update access.accounts set suspended_at = null, password_hash = 'kept' where person_id = ${person.personId}`;
  expect(await acceptSetUp(token, testPassword)).toBeNull();
  const [row] = await database.sql`select password_hash from access.accounts where person_id = ${person.personId}`;
  expect(row?.password_hash).toBe("kept");
});

test.each([undefined, "", "x", "a".repeat(43), "a".repeat(2_000)])("%j is no link", async (value) => {
  expect(await findSetUp(value)).toBeNull();
});

test("a link for another purpose sets nothing up", async () => {
  await database.sql`update access.invitations set purpose = 'reset' where person_id = ${person.personId}`;
  expect(await findSetUp(token)).toBeNull();
  expect(await acceptSetUp(token, testPassword)).toBeNull();
});
