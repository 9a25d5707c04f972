import { createHash } from "node:crypto";

import { env } from "#app/env.server.ts";
import type { SessionActor } from "#db/client.server.ts";

/** `__Host-` needs https; a demonstration on plain http uses a plain name. */
export function sessionCookieName(): string {
  return env().ORIGIN.startsWith("https:") ? "__Host-session" : "session";
}

/** The actor the browser's cookie stands for, or null. Whether the session is alive is the database's to say. */
export async function readSession(request: Request): Promise<SessionActor | null> {
  const cookies = (request.headers.get("Cookie") ?? "").split(";").map((cookie) => cookie.trim());
  const token = cookies.find((cookie) => cookie.startsWith(`${sessionCookieName()}=`))?.split("=")[1];
  return token ? { kind: "session", sessionId: createHash("sha256").update(token).digest("hex") } : null;
}
