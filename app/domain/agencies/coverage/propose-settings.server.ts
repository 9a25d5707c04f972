import { randomUUID } from "node:crypto";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { findPlan } from "../import/find-plan.server.ts";
import { type ImportAddress, lockKeptImport } from "../import/kept-import.server.ts";
import { writeBodies, writeMemberships } from "../import/write-plan.server.ts";
import { listCategories } from "../queries.server.ts";

export interface ProposeSettingsInput extends ImportAddress {
  /** Numbers of settings in the list that was taken in. */
  numbers: readonly string[];
}

/**
 * Proposes settings of a list that was taken in and that are not in the register. All of them or none.
 * Refusals: not-permitted, not-found, import-over (the list was undone), nothing-to-change, stale (one is in the register
 * already, or of no category).
 */
export async function proposeSettings(actor: SessionActor, input: ProposeSettingsInput, submission: Submission): Promise<Outcome<{ proposed: number }>> {
  return change(actor, "propose-settings", submission, async (tx) => {
    const { partnershipId } = input;
    const forbidden = forbid(tx.me, "edit-agencies", { partnershipId });
    if (forbidden) return forbidden;
    const kept = await lockKeptImport(tx, input);
    if (!kept) return refused("not-found");
    if (!kept.appliedAt || kept.undoneAt) return refused("import-over");
    const numbers = new Set(input.numbers);
    if (numbers.size === 0) return refused("nothing-to-change");
    const { plan } = await findPlan(tx, kept);
    const added = plan.added.filter(({ number }) => numbers.has(number)).map((each) => ({ ...each, membershipId: randomUUID(), bodyId: each.agencyId ?? randomUUID() }));
    if (added.length < numbers.size) return refused("stale");
    await writeBodies(tx, partnershipId, added, []);
    const [category] = await listCategories(tx);
    await writeMemberships(tx, partnershipId, category?.listId ?? "", added, []);
    await appendToLedger(tx, { type: "agencies.proposed", partnershipId, data: { importId: kept.id, agencies: added.map(({ bodyId }) => bodyId) } });
    return done({ proposed: added.length });
  });
}
