import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { escalationClocks } from "#db/schema/index.ts";

import { readClocks } from "./queries.server.ts";
import { daysOf } from "./rules.ts";
import { type EscalationStage, escalationStages } from "./vocabulary.ts";

/**
 * Sets how many days each stage has, from today on; what came to a stage before keeps its clock. A stage left out, or as
 * it was, is not changed. Refusals: not-permitted, not-found, nothing-to-change, stale.
 */
export async function setClocks(actor: SessionActor, { partnershipId, days }: { partnershipId: string; days: Readonly<Partial<Record<EscalationStage, number | null>>> }, submission: Submission): Promise<Outcome<null>> {
  return change(actor, "set-escalation-clocks", submission, async (tx) => {
    const forbidden = forbid(tx.me, "set-escalation-clocks", { partnershipId });
    if (forbidden) return forbidden;
    const known = await readClocks(tx, partnershipId);
    const changed = escalationStages.flatMap((stage) => {
      const set = days[stage] ?? null;
      return set === null || set === daysOf(known, { stage, stageSince: tx.today }) ? [] : [{ stage, days: set, number: known.filter((clock) => clock.stage === stage).length + 1 }];
    });
    if (changed.length === 0) return refused("nothing-to-change");
    await appendToLedger(tx, { type: "escalation.clocks-set", partnershipId, data: { days: Object.fromEntries(changed.map((clock) => [clock.stage, clock.days])) } });
    const office = officeOf(tx.me, partnershipId, "set-escalation-clocks");
    await tx.db.insert(escalationClocks).values(changed.map((clock) => ({ ...clock, partnershipId, startsOn: tx.today, office, recordedAt: tx.now, recordedBy: tx.me.personId })));
    return done(null);
  });
}
