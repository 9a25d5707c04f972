import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { confirmIdentity } from "#app/auth/confirm-identity.server.ts";
import { requireMember, requirePerson } from "#app/auth/require-actor.server.ts";
import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { readSession, startSession } from "#app/auth/session.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { as, SessionEnded } from "#db/client.server.ts";
import { addAccount, phoneCode, type TestAccount, testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addSession } from "#tests/support/partnership.ts";

let database: TestDatabase;
let account: TestAccount;
const start = new Date("2026-11-22T09:00:00Z");
const after = (seconds: number) => database.setClock(new Date(start.getTime() + seconds * 1_000).toISOString());

beforeAll(async () => {
  database = await freshDatabase();
  await after(0);
  account = await addAccount(database.sql, "Rowan Tallis");
});
afterAll(async () => {
  await database.close();
});

function request(token: string, path = "/portal"): Request {
  return new Request(`http://localhost${path}`, { headers: { Cookie: `other=1; session=${token}` } });
}

const tokenOf = (setCookie: string) => setCookie.split(";")[0]?.split("=")[1] ?? "";

/** Signs in at the start of the clock. Answers the cookie's token and the actor. */
async function signedIn() {
  await after(0);
  const { actor, setCookie } = await startSession(new Request("http://localhost/"), account.personId, "password+totp", true);
  return { actor, token: tokenOf(setCookie), setCookie };
}

/** Whether the database itself, asked without the cookie's own check, still knows who it is. */
async function databaseKnows(actor: { kind: "session"; sessionId: string }): Promise<boolean> {
  try {
    return (await as(actor, async (tx) => tx.me.personId)) === account.personId;
  } catch (error) {
    if (error instanceof SessionEnded) return false;
    throw error;
  }
}

async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Response)) throw new Error("no response was thrown");
  return thrown;
}

describe("a session", () => {
  test("ends after 30 minutes without use, and is not revived by being asked", async () => {
    const { actor, token } = await signedIn();
    await after(30 * 60 - 1);
    expect(await databaseKnows(actor)).toBe(true);
    await after(30 * 60);
    expect(await databaseKnows(actor)).toBe(false);
    expect(await readSession(request(token))).toBeNull();
    await after(30 * 60 + 1);
    expect(await readSession(request(token))).toBeNull();
    const sent = await thrownBy(requirePerson(request(token, "/portal/x?tab=1")));
    expect([sent.status, sent.headers.get("Location")]).toEqual([302, "/sign-in?next=%2Fportal%2Fx%3Ftab%3D1"]);
  });

  test("lives on when used a second before", async () => {
    const { token } = await signedIn();
    await after(30 * 60 - 1);
    expect(await readSession(request(token))).not.toBeNull();
    await after(60 * 60 - 2);
    expect(await readSession(request(token))).not.toBeNull();
  });

  test("ends after 8 hours, however much it is used", async () => {
    const { actor, token } = await signedIn();
    for (let minute = 25; minute < 8 * 60; minute += 25) {
      await after(minute * 60);
      expect(await readSession(request(token)), `after ${String(minute)} minutes`).not.toBeNull();
    }
    await after(8 * 3_600 - 1);
    expect(await readSession(request(token))).not.toBeNull();
    expect(await databaseKnows(actor)).toBe(true);
    await after(8 * 3_600);
    expect(await databaseKnows(actor)).toBe(false);
    expect(await readSession(request(token))).toBeNull();
  });

  test("writes down that it was seen once a minute at most", async () => {
    const { actor, token } = await signedIn();
    const seenAfter = async (seconds: number) => {
      await after(seconds);
      await readSession(request(token));
      const [row] = await database.sql<{ seen: Date }[]>`select last_seen_at as seen from access.sessions where id = ${actor.sessionId}`;
      return ((row?.seen.getTime() ?? 0) - start.getTime()) / 1_000;
    };
    expect([await seenAfter(59), await seenAfter(60), await seenAfter(119), await seenAfter(120)]).toEqual([0, 60, 60, 120]);
  });

  test("is kept by the hash of its token alone, behind a cookie that scripts and other sites cannot use", async () => {
    const { actor, token, setCookie } = await signedIn();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(setCookie).toMatch(/^session=[\w-]{43}; Expires=[^;]+ GMT; HttpOnly; Max-Age=28(800|799); Path=\/; SameSite=Lax$/);
    const rows = await database.sql`select * from access.sessions where id = ${actor.sessionId}`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("signing in again in the same browser ends the one before; those that ended are cleared away", async () => {
    const first = await signedIn();
    await startSession(request(first.token), account.personId, "password+totp", true);
    expect(await readSession(request(first.token))).toBeNull();
    await after(9 * 3_600);
    await startSession(new Request("http://localhost/"), account.personId, "password+totp", true);
    const [left] = await database.sql`select count(*)::int as count from access.sessions where person_id = ${account.personId}`;
    expect(left?.count).toBe(1);
  });

  test.each(["", "x", "%E0%A4%A", `${"a".repeat(43)}`, "a".repeat(5_000)])("a cookie of %j is nobody", async (value) => {
    expect(await readSession(request(value))).toBeNull();
  });
});

describe("taken away in the middle of a session", () => {
  test("a suspended account: the very next request is sent to sign in", async () => {
    await after(0);
    const person = await addAccount(database.sql, "Suspended Soon");
    const { token } = await addSession(database.sql, person.personId);
    await requirePerson(request(token));
    await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${person.personId}`;
    expect((await thrownBy(requirePerson(request(token)))).status).toBe(302);
  });

  test("an ended appointment: the partnership is not found", async () => {
    await after(0);
    const partnership = await addPartnership(database.sql, "alderwick");
    const { businessManager: manager, slug } = partnership;
    await requireMember(request(manager.token), slug, "edit-drafts");
    await database.sql`update portal.appointments set ends_on = access.today(), ended_at = access.clock(), end_reason = 'Left.' where person_id = ${manager.personId}`;
    expect((await thrownBy(requireMember(request(manager.token), slug, "edit-drafts"))).status).toBe(404);
  });
});

describe("a confirmed identity", () => {
  test("counts for five minutes", async () => {
    const { actor, token } = await signedIn();
    const me = (await requirePerson(request(token))).me;
    await after(5 * 60 - 1);
    await requireConfirmed(request(token, "/portal/x/publish?v=2"), me);
    expect(await as(actor, async (tx) => isConfirmed(tx.me.confirmedAt, tx.now))).toBe(true);
    await after(5 * 60);
    const sent = await thrownBy(requireConfirmed(request(token, "/portal/x/publish?v=2"), me));
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, "/account/confirm?next=%2Fportal%2Fx%2Fpublish%3Fv%3D2"]);
    expect(await as(actor, async (tx) => isConfirmed(tx.me.confirmedAt, tx.now))).toBe(false);
  });

  test("does not make a session last longer than 8 hours", async () => {
    let { token, actor } = await signedIn();
    for (let minute = 25; minute <= 7 * 60; minute += 25) {
      await after(minute * 60);
      expect(await readSession(request(token))).not.toBeNull();
    }
    const confirmed = await confirmIdentity(actor, { password: testPassword, code: await phoneCode(database.sql, account) }, "203.0.113.1");
    if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.errors));
    ({ actor } = confirmed);
    token = tokenOf(confirmed.setCookie);
    expect(Number(/Max-Age=(\d+)/.exec(confirmed.setCookie)?.[1])).toBeLessThanOrEqual(8 * 3_600 - 400 * 60);
    for (const minute of [7 * 60, 7 * 60 + 25, 7 * 60 + 50]) {
      await after(minute * 60);
      expect(await readSession(request(token))).not.toBeNull();
    }
    await after(8 * 3_600 - 1);
    expect(await databaseKnows(actor)).toBe(true);
    await after(8 * 3_600);
    expect(await databaseKnows(actor)).toBe(false);
    expect(await readSession(request(token))).toBeNull();
  });
});
