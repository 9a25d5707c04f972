import { and, eq, isNotNull } from "drizzle-orm";

import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { sessions } from "#db/schema/index.ts";

import { browserFamily } from "./browser-family.ts";
import { readCookie } from "./cookies.server.ts";
import { createSession, deleteSession, sessionCookie, sessionCookieName, type Strength, validateToken } from "./lucia.server.ts";
import { sessionLimits } from "./session-rules.ts";
import { isToken, newToken, sha256Hex } from "./tokens.server.ts";

export { sessionCookieName } from "./lucia.server.ts";

/** A session just opened or replaced: who acts from here on, and the cookie that the reply must set. */
export interface OpenedSession {
  actor: SessionActor;
  setCookie: string;
}

function readSessionToken(request: Request): string | null {
  const token = readCookie(request, sessionCookieName());
  return isToken(token) ? token : null;
}

/**
 * The actor the browser's cookie stands for, or null when its session has ended. Being asked counts as being used.
 * The database asks again in every transaction, so nothing rests on this answer alone.
 */
export async function readSession(request: Request): Promise<SessionActor | null> {
  const token = readSessionToken(request);
  return token && (await validateToken(token)) ? { kind: "session", sessionId: sha256Hex(token) } : null;
}

/**
 * Opens a session under a new token; one that the browser brought along ends.
 * @param confirmed whether everything was entered just now, so that nothing need be entered again for five minutes
 */
export async function startSession(request: Request, personId: string, strength: Strength, confirmed: boolean): Promise<OpenedSession> {
  const before = readSessionToken(request);
  if (before) await deleteSession(before);
  const token = await createSession(personId, { strength, confirmed, browser: browserFamily(request.headers.get("User-Agent")) });
  return { actor: { kind: "session", sessionId: sha256Hex(token) }, setCookie: sessionCookie(token) };
}

/** Ends the browser's session, and those it replaced. Answers the Set-Cookie header that takes the cookie away. */
export async function endSession(request: Request): Promise<string> {
  const token = readSessionToken(request);
  if (token) {
    await as({ kind: "sign-in" }, async (tx) => {
      const [ended] = await tx.db.delete(sessions).where(eq(sessions.id, sha256Hex(token))).returning();
      if (ended) await tx.db.delete(sessions).where(and(eq(sessions.personId, ended.personId), isNotNull(sessions.replacedAt)));
    });
  }
  return sessionCookie(null);
}

/**
 * Gives a session a new token now that its holder has confirmed who they are. It does not live longer for it. The old
 * token answers for one minute more, unconfirmed: forms are sent twice, and replies get lost.
 */
export async function replaceSession(tx: Tx, session: typeof sessions.$inferSelect): Promise<OpenedSession> {
  const token = newToken();
  const endOfLife = new Date(session.createdAt.getTime() + sessionLimits.absoluteHours * 3_600_000);
  const endOfGrace = new Date(tx.now.getTime() + sessionLimits.graceSeconds * 1_000);
  const { personId, createdAt, strength, browser } = session;
  const id = sha256Hex(token);
  await tx.db.insert(sessions).values({ id, personId, createdAt, lastSeenAt: tx.now, expiresAt: endOfLife, strength, confirmedAt: tx.now, browser });
  if (session.replacedAt === null) {
    const expiresAt = endOfGrace < session.expiresAt ? endOfGrace : session.expiresAt;
    await tx.db.update(sessions).set({ replacedAt: tx.now, expiresAt, confirmedAt: null }).where(eq(sessions.id, session.id));
  }
  const left = endOfLife.getTime() - tx.now.getTime();
  return { actor: { kind: "session", sessionId: id }, setCookie: sessionCookie(token, new Date(Date.now() + left)) };
}
