import { as, type SessionActor } from "#db/client.server.ts";

/** What time it is by the one clock. */
export async function clockNow(actor: SessionActor): Promise<Date> {
  return as(actor, async (tx) => tx.now);
}
