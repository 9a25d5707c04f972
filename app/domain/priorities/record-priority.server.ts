import { randomUUID } from "node:crypto";

import { and, eq, inArray, max, ne, sql } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { agencyMemberships, priorities, priorityAgencies, seats } from "#db/schema/index.ts";

import { type PriorityInput, priorityWords } from "./forms.server.ts";

/**
 * Records a priority as a draft. Refusals: not-permitted, not-found, impossible-dates, identifier-in-words,
 * words-not-looked-at, stale (the seat ended, or an agency was withdrawn).
 */
export async function recordPriority(actor: SessionActor, { partnershipId, looked, ...input }: { partnershipId: string; looked: readonly string[] } & PriorityInput, submission: Submission): Promise<Outcome<{ number: number }>> {
  return change(actor, "record-priority", submission, async (tx) => {
    const forbidden = forbid(tx.me, "edit-priorities", { partnershipId });
    if (forbidden) return forbidden;
    const unfit = refuseWords(priorityWords(input), looked) ?? (await refuseInput(tx, partnershipId, input));
    if (unfit) return unfit;
    const id = randomUUID();
    // Two that are recorded at once have the same number, and the second is refused.
    const [last] = await tx.db.select({ number: max(priorities.number) }).from(priorities).where(eq(priorities.partnershipId, partnershipId));
    const number = (last?.number ?? 0) + 1;
    const { membershipIds, dueOn, ...words } = input;
    await appendToLedger(tx, { type: "priority.recorded", partnershipId, data: { priorityId: id, number, dueOn } });
    await tx.db.insert(priorities).values({ id, partnershipId, number, ...words, originalDueOn: dueOn, dueOn, office: officeOf(tx.me, partnershipId, "edit-priorities"), recordedAt: tx.now, recordedBy: tx.me.personId });
    await addAgencies(tx, { id, partnershipId }, membershipIds);
    return done({ number });
  });
}

/** Why a priority may not say this, or null. */
export async function refuseInput(tx: SessionTx, partnershipId: string, { periodFrom, periodTo, dueOn, leadSeatId, membershipIds }: PriorityInput): Promise<Extract<Outcome<never>, { ok: false }> | null> {
  if (periodTo < periodFrom) return refused("impossible-dates", "The period cannot end before it begins");
  if (dueOn < periodFrom) return refused("impossible-dates", "It cannot be due before the period begins");
  const [seat] = await tx.db.select({ id: seats.id }).from(seats).where(and(eq(seats.id, leadSeatId), eq(seats.partnershipId, partnershipId), sql`(${seats.validTo} is null or ${seats.validTo} > ${tx.today})`));
  const agencies = membershipIds.length === 0 ? [] : await tx.db.select({ id: agencyMemberships.id }).from(agencyMemberships).where(and(inArray(agencyMemberships.id, [...membershipIds]), eq(agencyMemberships.partnershipId, partnershipId), ne(agencyMemberships.status, "withdrawn")));
  return seat && agencies.length === membershipIds.length ? null : refused("stale");
}

export async function addAgencies(tx: SessionTx, { id, partnershipId }: { id: string; partnershipId: string }, membershipIds: readonly string[]): Promise<void> {
  if (membershipIds.length > 0) await tx.db.insert(priorityAgencies).values(membershipIds.map((membershipId) => ({ priorityId: id, membershipId, partnershipId })));
}
