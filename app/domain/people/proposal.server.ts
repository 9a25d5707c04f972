import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";

import type { SessionTx } from "#db/client.server.ts";
import { proposalAgreements, proposals } from "#db/schema/index.ts";

export type ProposalRow = typeof proposals.$inferSelect;
export type AgreementRow = typeof proposalAgreements.$inferSelect;

const isoDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const person = z.union([z.object({ personId: z.uuid() }), z.object({ name: z.string(), email: z.string() })]);

/** What a proposal to appoint somebody says. It is parsed again when it is carried out. */
export const appointmentData = z.object({
  whom: person,
  /** Their name when it was proposed, for those who decide. */
  name: z.string(),
  office: z.string(),
  acting: z.boolean(),
  startsOn: isoDate,
  terms: z
    .object({ reviewOn: isoDate.nullable(), independentReason: z.string().nullable(), appointingBody: z.string().nullable(), termEndsOn: isoDate.nullable(), contractEndsOn: isoDate.nullable(), interests: z.string().nullable() })
    .partial(),
});
export type AppointmentData = z.output<typeof appointmentData>;

/** The proposal with its row locked until the transaction ends, or null: agreements, declines and withdrawals go one after the other. */
export async function lockProposal(tx: SessionTx, partnershipId: string, proposalId: string): Promise<ProposalRow | null> {
  const [row] = await tx.db.select().from(proposals).where(and(eq(proposals.id, proposalId), eq(proposals.partnershipId, partnershipId))).for("update");
  return row ?? null;
}

export async function listAgreements(tx: SessionTx, proposalId: string): Promise<AgreementRow[]> {
  return tx.db.select().from(proposalAgreements).where(eq(proposalAgreements.proposalId, proposalId)).orderBy(asc(proposalAgreements.agreedAt));
}

/** Closes an open proposal in the actor's name. */
export async function closeProposal(tx: SessionTx, proposalId: string, status: "carried-out" | "declined" | "withdrawn" | "lapsed", reason: string | null): Promise<void> {
  await tx.db.update(proposals).set({ status, closedAt: tx.now, closedBy: tx.me.personId, closedReason: reason }).where(eq(proposals.id, proposalId));
}
