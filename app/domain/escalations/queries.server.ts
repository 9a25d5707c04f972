import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";

import { dayInLondon } from "#app/domain/shared/dates.ts";
import { as, type SessionActor, type SessionTx, type Tx } from "#db/client.server.ts";
import { escalationClocks, escalations, escalationSteps, seats } from "#db/schema/index.ts";

import type { Clock, EscalationStepView, EscalationView, WaitingEscalations } from "./escalation-view.ts";
import { standOf } from "./rules.ts";
import type { EscalationStage } from "./vocabulary.ts";

export async function readClocks({ db }: Tx, partnershipId: string): Promise<Clock[]> {
  return db.select({ stage: escalationClocks.stage, days: escalationClocks.days, startsOn: escalationClocks.startsOn, number: escalationClocks.number }).from(escalationClocks).where(eq(escalationClocks.partnershipId, partnershipId)).orderBy(asc(escalationClocks.number));
}

export async function readEscalations(tx: Tx, partnershipId: string, which?: SQL): Promise<EscalationView[]> {
  const clocks = await readClocks(tx, partnershipId);
  const rows = await tx.db.select().from(escalations).where(and(eq(escalations.partnershipId, partnershipId), which)).orderBy(desc(escalations.number));
  return rows.map(({ partnershipId: _where, recordedAt, recordedBy: _who, ...rest }) => ({ ...rest, recordedOn: dayInLondon(recordedAt), ...standOf(rest, clocks, tx.today) }));
}

/** Every escalation, the newest first, with the clocks of today. */
export async function listEscalations(actor: SessionActor, partnershipId: string): Promise<{ today: string; escalations: EscalationView[] }> {
  return as(actor, async (tx) => ({ today: tx.today, escalations: await readEscalations(tx, partnershipId) }));
}

/** One by its number with its steps in order; null when there is none for the actor. */
export async function findEscalation(actor: SessionActor, partnershipId: string, number: number): Promise<{ today: string; escalation: EscalationView; steps: EscalationStepView[] } | null> {
  return as(actor, async (tx) => {
    const [escalation] = await readEscalations(tx, partnershipId, eq(escalations.number, number));
    return escalation ? { today: tx.today, escalation, steps: await readSteps(tx, escalation.id) } : null;
  });
}

async function readSteps({ db }: Tx, escalationId: string): Promise<EscalationStepView[]> {
  const rows = await db.select().from(escalationSteps).where(eq(escalationSteps.escalationId, escalationId)).orderBy(asc(escalationSteps.number));
  return rows.map(({ number, kind, stage, onDay, words, tookPart, advice, minorityView, office, recordedAt }) => ({ number, kind, stage, onDay, words, tookPart, advice, minorityView, office, recordedOn: dayInLondon(recordedAt) }));
}

/** The statutory partners of today and the clocks, for the forms. */
export async function getEscalationChoices(actor: SessionActor, partnershipId: string): Promise<{ today: string; seats: string[]; clocks: Clock[] }> {
  return as(actor, async (tx) => {
    const rows = await tx.db.select({ name: seats.name }).from(seats).where(and(eq(seats.partnershipId, partnershipId), sql`${seats.validFrom} <= ${tx.today} and (${seats.validTo} is null or ${seats.validTo} > ${tx.today})`)).orderBy(asc(seats.position));
    return { today: tx.today, seats: rows.map((row) => row.name), clocks: await readClocks(tx, partnershipId) };
  });
}

/** Who decides at a stage. Those concerned are nobody's role, and nobody here speaks for the department: the chair follows both. */
export const decidersOf: Record<EscalationStage, "dsp" | "chair" | "lsp"> = { raised: "chair", delegates: "dsp", chair: "chair", leads: "lsp", department: "chair" };

/** What of the escalations needs the signed-in person. */
export async function readWaitingEscalations(tx: SessionTx, partnershipId: string): Promise<WaitingEscalations> {
  const roles = tx.me.holds.filter((held) => held.partnershipId === partnershipId).map((held) => held.role);
  if (!roles.some((role) => role === "dsp" || role === "chair" || role === "lsp")) return { toDecide: [], toFollow: [] };
  const open = await readEscalations(tx, partnershipId, isNull(escalations.closedOn));
  const mine = open.filter(({ stage, decidedOn }) => decidedOn === null && roles.includes(decidersOf[stage]));
  return {
    toDecide: mine.map(({ number, subject, stageSince, dueOn }) => ({ number, subject, since: stageSince, dueOn })),
    toFollow: roles.includes("chair") ? open.filter((each) => !mine.includes(each)).map(({ number, subject, stage, stageSince, dueOn }) => ({ number, subject, stage, since: stageSince, dueOn })) : [],
  };
}
