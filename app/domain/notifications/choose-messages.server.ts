import { sql } from "drizzle-orm";

import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { digestHours, messagePreferences } from "#db/schema/index.ts";

import type { MessageChoicesInput } from "./forms.server.ts";

/**
 * Keeps how the actor wants to be told. It concerns nobody else and no partnership, so no ledger records it.
 * Messages that wait already are sent the new way.
 */
export async function chooseMessages(actor: SessionActor, { hour, deliveries }: MessageChoicesInput, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "choose-messages", submission, async (tx) => {
    const { personId } = tx.me;
    await tx.db
      .insert(messagePreferences)
      .values(deliveries.map(({ topic, delivery }) => ({ personId, topic, delivery, chosenAt: tx.now })))
      .onConflictDoUpdate({ target: [messagePreferences.personId, messagePreferences.topic], set: { delivery: sql`excluded.delivery`, chosenAt: tx.now } });
    await tx.db.insert(digestHours).values({ personId, hour }).onConflictDoUpdate({ target: digestHours.personId, set: { hour } });
    return done(null);
  });
}
