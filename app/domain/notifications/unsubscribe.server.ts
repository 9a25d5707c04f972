import { createHmac, hkdfSync } from "node:crypto";

import { sql } from "drizzle-orm";

import { isToken, sha256Hex } from "#app/auth/tokens.server.ts";
import { env } from "#app/env.server.ts";
import { as } from "#db/client.server.ts";

import { type MessageTopic, messageTopics } from "./vocabulary.ts";

/** What an unsubscribe address stops: one topic, or the daily e-mail with everything in it. */
export type Stoppable = MessageTopic | "daily-digest";

/** The token of the address that stops this topic for this person: the same each time, and nobody else can make it. */
export function unsubscribeToken(personId: string, topic: Stoppable, secret = env().APP_SECRET): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "safeguarding-unsubscribe/v1", 32));
  return createHmac("sha256", key).update(`${personId}\0${topic}`).digest("base64url");
}

/**
 * What the token would stop, or null when it is not one of ours. With `really`, stops it: sent again, nothing changes.
 * The token alone is enough and nothing else can be done with it.
 */
export async function unsubscribe(token: string | undefined, really: boolean): Promise<Stoppable | null> {
  if (!isToken(token)) return null;
  const [row] = await as({ kind: "sign-in" }, (tx) =>
    tx.db.execute<{ topic: string | null }>(sql`select access.unsubscribe(${sha256Hex(token)}, ${really}) as topic`),
  );
  if (row?.topic === "daily-digest") return "daily-digest";
  return messageTopics.find((topic) => topic === row?.topic) ?? null;
}
