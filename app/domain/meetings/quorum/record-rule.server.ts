import { and, eq, max } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import { as, type SessionActor, type SessionTx, type Tx } from "#db/client.server.ts";
import { quorumRules } from "#db/schema/index.ts";

import type { NewQuorumRule } from "../forms.server.ts";
import type { QuorumRule } from "../meeting-view.ts";
import type { MeetingKind } from "../vocabulary.ts";

/** Records a partnership's rule for one kind of meeting, from a day; earlier ones stay on record. Refusals: not-permitted, not-found, stale. */
export async function recordQuorumRule(actor: SessionActor, { partnershipId, revision, ...rule }: { partnershipId: string } & NewQuorumRule, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "record-quorum-rule", submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-meetings", { partnershipId });
    if (forbidden) return forbidden;
    if ((await lastRevision(tx, partnershipId, rule.kind)) !== revision) return refused("stale");
    await tx.db.insert(quorumRules).values({ partnershipId, ...rule, revision: revision + 1, office: officeOf(tx.me, partnershipId, "record-meetings"), recordedAt: tx.now, recordedBy: tx.me.personId });
    await appendToLedger(tx, { type: "quorum-rule.recorded", partnershipId, data: { kind: rule.kind, startsOn: rule.startsOn, revision: revision + 1 } });
    return done(null);
  });
}

async function lastRevision({ db }: SessionTx, partnershipId: string, kind: MeetingKind): Promise<number> {
  const [row] = await db.select({ last: max(quorumRules.revision) }).from(quorumRules).where(and(eq(quorumRules.partnershipId, partnershipId), eq(quorumRules.kind, kind)));
  return row?.last ?? 0;
}

/** The rules of one partnership, of every day. */
export async function readQuorumRules({ db }: Tx, partnershipId: string): Promise<QuorumRule[]> {
  const rows = await db.select().from(quorumRules).where(eq(quorumRules.partnershipId, partnershipId)).orderBy(quorumRules.kind, quorumRules.revision);
  return rows.map(({ kind, revision, startsOn, eachKind, seatsLeast, allLeast, education, deputiesCount }) => ({ kind, revision, startsOn, eachKind, seatsLeast, allLeast, education, deputiesCount }));
}

export async function listQuorumRules(actor: SessionActor, partnershipId: string): Promise<{ today: string; rules: QuorumRule[] }> {
  return as(actor, async (tx) => ({ today: tx.today, rules: await readQuorumRules(tx, partnershipId) }));
}
