import { hash, verify } from "@node-rs/argon2";

import { env } from "#app/env.server.ts";
import { refused } from "#app/http/responses.ts";

import { takeTurns, TooBusy } from "./turns.server.ts";

/** argon2id as OWASP advises: 19 MiB, two passes, one lane. It runs off the event loop. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash of the same cost that no password matches: an unknown address takes the same work as a known one. */
const nobodys = "$argon2id$v=19$m=19456,t=2,p=1$TN1vuEXnDaoEqZp29cfsIQ$GZ8SV49pg45hb/iNEHKkv+jFYvBxtCO0c37pDiQF4cI";

/** Two at once on the whole machine as far as there are two to share out: more would only take turns of the pages' own. */
let turns: ReturnType<typeof takeTurns> | undefined;

/** The hash of a password, to keep. Throws a 503 response when too many are waiting. */
export function hashPassword(password: string): Promise<string> {
  return busyAs503(() => hash(password, cost));
}

/** Whether this is the password; false, after the same work, where there is none. Throws a 503 response when too many are waiting. */
export async function verifyPassword(password: string, kept: string | null): Promise<boolean> {
  const matches = await busyAs503(() => verify(kept ?? nobodys, password));
  return matches && kept !== null;
}

async function busyAs503<T>(work: () => Promise<T>): Promise<T> {
  try {
    turns ??= takeTurns(Math.max(1, Math.floor(2 / env().WORKERS)), 200);
    return await turns(work);
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    throw refused(503, { title: "Too many people are signing in", message: "Wait a minute, then try again.", next: { href: "/sign-in", text: "Sign in" } });
  }
}
