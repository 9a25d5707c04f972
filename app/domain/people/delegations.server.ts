import { and, desc, eq, gt, isNull, or } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { delegations } from "#db/schema/index.ts";

import type { Post } from "./posts.server.ts";

export interface DelegationToInsert {
  /** The delegate's post, in the seat that the actor leads. */
  post: Pick<Post, "partnershipId" | "seatId">;
  toAppointmentId: string;
  /** ISO date; never before the lead's own term. */
  startsOn: string;
  scope: string;
}

/**
 * Records what the actor, as the lead of the seat, delegates to its delegate: from that day on in place of what was
 * recorded before. Throws when the actor does not lead the seat.
 */
export async function insertDelegation(tx: SessionTx, { post, toAppointmentId, startsOn, scope }: DelegationToInsert): Promise<string> {
  const { partnershipId, seatId } = post;
  const lead = tx.me.holds.find((held) => held.partnershipId === partnershipId && held.role === "lsp" && held.seatId === seatId);
  if (!lead) throw new Error("only the lead of the seat delegates");
  const still = await tx.db
    .select()
    .from(delegations)
    .where(and(eq(delegations.partnershipId, partnershipId), eq(delegations.toAppointmentId, toAppointmentId), or(isNull(delegations.endsOn), gt(delegations.endsOn, startsOn))))
    .orderBy(desc(delegations.startsOn));
  for (const each of still) {
    const endsOn = each.startsOn > startsOn ? each.startsOn : startsOn;
    await tx.db.update(delegations).set({ endsOn }).where(eq(delegations.id, each.id));
    await appendToLedger(tx, { type: "delegation.ended", partnershipId, data: { delegationId: each.id, endsOn } });
  }
  const [made] = await tx.db
    .insert(delegations)
    .values({ partnershipId, fromAppointmentId: lead.appointmentId, toAppointmentId, scope, startsOn, recordedAt: tx.now, recordedBy: tx.me.personId })
    .returning({ id: delegations.id });
  if (!made) throw new Error("the delegation was not written");
  await appendToLedger(tx, { type: "delegation.recorded", partnershipId, data: { delegationId: made.id, fromAppointmentId: lead.appointmentId, toAppointmentId, startsOn } });
  return made.id;
}
