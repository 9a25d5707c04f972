import { afterAll, beforeAll, expect, test } from "vitest";

import { isDemonstration, listDemoSignIns, signInForDemonstration } from "#app/auth/demo.server.ts";
import { confirmIdentity } from "#app/auth/confirm-identity.server.ts";
import { readSession } from "#app/auth/session.server.ts";
import { signInWithPassword } from "#app/auth/sign-in.server.ts";
import { loader as page } from "#app/routes/account/demo.tsx";
import { action, loader as address } from "#app/routes/account/demo-sign-in.tsx";
import { as } from "#db/client.server.ts";
import { addAccount, setPassword, testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";

let database: TestDatabase;
let partnership: TestPartnership;
const plain = () => new Request("http://localhost/demo");

beforeAll(async () => {
  database = await freshDatabase({ demo: true });
  partnership = await addPartnership(database.sql, "alderwick");
  for (const { lead } of partnership.seats) await setPassword(database.sql, lead, { secondFactor: false });
  await setPassword(database.sql, partnership.chair, { secondFactor: false });
  await setPassword(database.sql, partnership.scrutineer);
  await addAccount(database.sql, "Ada Warden", { secondFactor: false, administrator: true });
});
afterAll(async () => {
  await database.close();
});

async function withDemo(demo: boolean, work: () => Promise<void>): Promise<void> {
  await database.sql`update access.installation set demo = ${demo}`;
  try {
    await work();
  } finally {
    await database.sql`update access.installation set demo = true`;
  }
}

test("lists who can sign in, by partnership and role; nobody with a second factor of their own", async () => {
  const listed = await listDemoSignIns();
  expect(listed.map(({ role, name }) => [role, name])).toEqual([
    ["chair", "Chair Hazel alderwick"],
    ["lsp", "Lead Ash alderwick"],
    ["lsp", "Lead Birch alderwick"],
    ["lsp", "Lead Cedar alderwick"],
    [null, "Ada Warden"],
  ]);
  expect(listed[1]).toMatchObject({ partnership: { name: partnership.name, slug: "alderwick" }, office: "Chief Executive", organisation: "Alderwick Council 1", acting: false });
  expect(listed[4]).toMatchObject({ administrator: true, partnership: null });
});

test("signs straight in, with nothing confirmed until the password is entered", async () => {
  const lead = partnership.seats[0]?.lead;
  const opened = await signInForDemonstration(plain(), lead?.personId ?? "");
  if (!opened) throw new Error("not signed in");
  const me = await as(opened.actor, async (tx) => tx.me);
  expect(me).toMatchObject({ name: "Lead Ash alderwick", strength: "password-demo", confirmedAt: null });
  expect(await confirmIdentity(opened.actor, { password: "not it at all, no", code: "" }, "::1")).toMatchObject({ ok: false, errors: { fields: { password: expect.any(String) } } });
  const confirmed = await confirmIdentity(opened.actor, { password: testPassword, code: "" }, "::1");
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.errors));
  expect((await as(confirmed.actor, async (tx) => tx.me.confirmedAt)) !== null).toBe(true);
});

test("lets nobody in who is not listed", async () => {
  expect(await signInForDemonstration(plain(), partnership.scrutineer.personId)).toBeNull();
  expect(await signInForDemonstration(plain(), "no such person")).toBeNull();
});

test("a password is enough, and the session it opens ends with the demonstration", async () => {
  const { email } = partnership.chair;
  const result = await signInWithPassword(plain(), { email, password: testPassword }, "::1");
  if (result.kind !== "signed-in") throw new Error(result.kind);
  const request = new Request("http://localhost/", { headers: { Cookie: result.setCookies.map((cookie) => cookie.split(";")[0]).join("; ") } });
  expect(await readSession(request)).not.toBeNull();
  await withDemo(false, async () => {
    expect(await readSession(request)).toBeNull();
    expect((await signInWithPassword(plain(), { email, password: testPassword }, "::1")).kind).toBe("enrol");
  });
});

test("a second factor that is there is asked for in a demonstration too", async () => {
  const { email } = partnership.scrutineer;
  expect((await signInWithPassword(plain(), { email, password: testPassword }, "::1")).kind).toBe("code");
});

test("none of it exists anywhere else", async () => {
  const context = { nonce: "", requestId: "", clientAddress: "::1" };
  const body = new URLSearchParams({ person: partnership.chair.personId });
  const press = () => action({ request: new Request("http://localhost/demo/sign-in", { method: "POST", body }), params: {}, context });
  const status = (work: Promise<unknown>) => work.then(() => 200, (error: unknown) => (error instanceof Response ? error.status : 500));
  await withDemo(false, async () => {
    expect(await isDemonstration()).toBe(false);
    expect(await listDemoSignIns()).toEqual([]);
    expect([await status(page()), await status(address()), await status(press())]).toEqual([404, 404, 404]);
  });
  expect((await press()).status).toBe(303);
});
