import { randomUUID } from "node:crypto";

import { eq, max } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { escalations } from "#db/schema/index.ts";

import { escalationWords, type NewEscalation } from "./forms.server.ts";

/** Raises a dispute or an issue; the chair is told. Refusals: not-permitted, not-found, impossible-dates, identifier-in-words, words-not-looked-at. */
export async function raiseEscalation(actor: SessionActor, { partnershipId, ...input }: { partnershipId: string } & NewEscalation, submission: Submission): Promise<Outcome<{ number: number }>> {
  return change(actor, "raise-escalation", submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-escalations", { partnershipId });
    if (forbidden) return forbidden;
    const { looked, parties, ...words } = input;
    const unfit = refuseWords(escalationWords(input), looked);
    if (unfit) return unfit;
    if (input.raisedOn > tx.today) return refused("impossible-dates", "The day it was raised must be today or earlier");
    const id = randomUUID();
    // The locked head of the partnership's chain keeps two escalations in one order.
    await appendToLedger(tx, { type: "escalation.raised", partnershipId, data: { escalationId: id, kind: input.kind, on: input.raisedOn } });
    const [last] = await tx.db.select({ number: max(escalations.number) }).from(escalations).where(eq(escalations.partnershipId, partnershipId));
    const number = (last?.number ?? 0) + 1;
    await tx.db.insert(escalations).values({ id, partnershipId, number, ...words, parties: [...parties], stageSince: input.raisedOn, office: officeOf(tx.me, partnershipId, "record-escalations"), recordedAt: tx.now, recordedBy: tx.me.personId });
    await notify(tx, { kind: "escalation-moved", partnershipId, number, stage: "raised" }, await holdersOf(tx, partnershipId, ["chair"]));
    return done({ number });
  });
}
