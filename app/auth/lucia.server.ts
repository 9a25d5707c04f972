import { eq, lt, lte, or, sql } from "drizzle-orm";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";

import { as, type Tx } from "#db/client.server.ts";
import { accounts, installation, sessions } from "#db/schema/index.ts";

import { cookiesAreSecure, hostCookieName } from "./cookies.server.ts";
import { isAlive, sessionLimits } from "./session-rules.ts";
import { newToken, sha256Hex } from "./tokens.server.ts";

/**
 * Sessions through lucia: the one file that knows it. lucia calls the token in the cookie a session's id; the adapter
 * stores its SHA-256 instead, keeps both time limits by the database's clock, and never extends the absolute one.
 */

export type Strength = "password+totp" | "password-demo";

interface SessionAttributes {
  strength: Strength;
  /** Whether opening it was itself a confirmation of identity: everything was entered just now. */
  confirmed: boolean;
  /** "Firefox on Windows", for the list of places where one is signed in. */
  browser: string | null;
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

const signIn = { kind: "sign-in" } as const;
const lifetime = new TimeSpan(sessionLimits.absoluteHours, "h");

/** lucia counts by this process's clock, the portal by the database's: what is left is the same on both. */
function toProcessClock(expiresAt: Date, now: Date): Date {
  return new Date(Date.now() + expiresAt.getTime() - now.getTime());
}

function toLucia(id: string, row: typeof sessions.$inferSelect, now: Date): DatabaseSession {
  const attributes = { strength: row.strength, confirmed: row.confirmedAt !== null, browser: row.browser };
  return { id, userId: row.personId, expiresAt: toProcessClock(row.expiresAt, now), attributes };
}

const adapter: Adapter = {
  getSessionAndUser: (token) =>
    as(signIn, async (tx) => {
      const row = await findLiveSession(tx, sha256Hex(token));
      if (!row) return [null, null];
      const unseen = tx.now.getTime() - row.lastSeenAt.getTime();
      if (unseen >= sessionLimits.touchSeconds * 1_000) {
        await tx.db.update(sessions).set({ lastSeenAt: tx.now }).where(eq(sessions.id, row.id));
      }
      return [toLucia(token, row, tx.now), { id: row.personId, attributes: {} }];
    }),
  getUserSessions: (personId) =>
    as(signIn, async (tx) => {
      const rows = await tx.db.select().from(sessions).where(eq(sessions.personId, personId));
      return rows.map((row) => toLucia(row.id, row, tx.now));
    }),
  setSession: ({ id, userId, attributes }) =>
    as(signIn, async (tx) => {
      await tx.db.insert(sessions).values({
        id: sha256Hex(id),
        personId: userId,
        createdAt: tx.now,
        lastSeenAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + lifetime.milliseconds()),
        strength: attributes.strength,
        confirmedAt: attributes.confirmed ? tx.now : null,
        browser: attributes.browser,
      });
      await tx.db.update(accounts).set({ lastSignedInAt: tx.now }).where(eq(accounts.personId, userId));
    }),
  // lucia would slide the limit forward after half of it; eight hours are eight hours.
  updateSessionExpiration: () => Promise.resolve(),
  deleteSession: (token) =>
    as(signIn, async (tx) => {
      await tx.db.delete(sessions).where(eq(sessions.id, sha256Hex(token)));
    }),
  deleteUserSessions: (personId) =>
    as(signIn, async (tx) => {
      await tx.db.delete(sessions).where(eq(sessions.personId, personId));
    }),
  deleteExpiredSessions: () =>
    as(signIn, async (tx) => {
      const idleSince = new Date(tx.now.getTime() - sessionLimits.idleMinutes * 60_000);
      await tx.db.delete(sessions).where(or(lte(sessions.expiresAt, tx.now), lt(sessions.lastSeenAt, idleSince)));
    }),
};

/** The session of this id (a hash) if it still lets anybody in, whoever holds it. */
export async function findLiveSession(tx: Tx, id: string): Promise<typeof sessions.$inferSelect | null> {
  const [row] = await tx.db
    .select({ session: sessions, suspendedAt: accounts.suspendedAt, demo: installation.demo })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.personId, sessions.personId))
    .innerJoin(installation, sql`true`)
    .where(eq(sessions.id, id));
  return row && isAlive({ ...row.session, suspendedAt: row.suspendedAt, demo: row.demo }, tx.now) ? row.session : null;
}

/** What the browser's cookie is called. */
export function sessionCookieName(): string {
  return hostCookieName("session");
}

let made: Lucia | undefined;

function lucia(): Lucia {
  if (made?.sessionCookieName === sessionCookieName()) return made;
  made = new Lucia(adapter, { sessionExpiresIn: lifetime, sessionCookie: { name: sessionCookieName(), attributes: { secure: cookiesAreSecure(), sameSite: "lax", path: "/" } } });
  return made;
}

/** Whether the token opens a session now. Being asked counts as being used. */
export async function validateToken(token: string): Promise<boolean> {
  const { session } = await lucia().validateSession(token);
  return session !== null;
}

/** Opens a session and answers its token, which exists nowhere else. Sessions that ended are cleared away. */
export async function createSession(personId: string, attributes: SessionAttributes): Promise<string> {
  await lucia().deleteExpiredSessions();
  const { id } = await lucia().createSession(personId, attributes, { sessionId: newToken() });
  return id;
}

export async function deleteSession(token: string): Promise<void> {
  await lucia().invalidateSession(token);
}

/** The Set-Cookie header that hands a token to the browser, until `expires`; without it, one that takes the cookie away. */
export function sessionCookie(token: string | null, expires = new Date(Date.now() + lifetime.milliseconds())): string {
  if (token === null) return lucia().createBlankSessionCookie().serialize();
  const cookie = lucia().createSessionCookie(token);
  const maxAge = Math.max(0, Math.floor((expires.getTime() - Date.now()) / 1_000));
  cookie.attributes = { ...cookie.attributes, maxAge, expires };
  return cookie.serialize();
}
