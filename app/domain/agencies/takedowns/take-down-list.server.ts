import { randomUUID } from "node:crypto";

import { and, eq, max, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { agencyListTakedowns, publicationNotices, publications } from "#db/schema/index.ts";

/**
 * Takes the published list of agencies down at once, with every list before it, because it shows where a refuge is or who
 * somebody is. One person is enough. The register stays as it is, and publishes nothing more until somebody says that it was
 * put right (publish-list-again). `reason` is public. Refusals: not-permitted, nothing-to-change.
 */
export async function takeDownList(actor: SessionActor, { partnershipId, reason }: { partnershipId: string; reason: string }, submission: Submission): Promise<Outcome<{ takedownId: string }>> {
  return change(actor, "take-down-agencies", submission, async (tx) => {
    const forbidden = forbid(tx.me, "take-down", { partnershipId });
    if (forbidden) return forbidden;
    const takedownId = randomUUID();
    // The locked head of the partnership's chain keeps a publication from slipping in between.
    await appendToLedger(tx, { type: "agencies.taken-down", partnershipId, data: { takedownId } });
    const lists = and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "agencies"));
    const standing = await tx.db
      .select({ publicationId: publications.id })
      .from(publications)
      .where(and(lists, sql`not exists (select from publication.notices n where n.publication_id = ${publications.id} and n.state = 'taken-down')`));
    if (standing.length === 0) return refused("nothing-to-change");
    const [last] = await tx.db.select({ number: max(publications.number) }).from(publications).where(lists);
    await tx.db.insert(agencyListTakedowns).values({ id: takedownId, partnershipId, upTo: last?.number ?? 0, reason, takenDownAt: tx.now, takenDownBy: tx.me.personId });
    await tx.db.insert(publicationNotices).values(standing.map(({ publicationId }) => ({ publicationId, partnershipId, state: "taken-down" as const, at: tx.now, reason })));
    await notify(tx, { kind: "agencies-taken-down", partnershipId }, await holdersOf(tx, partnershipId, ["lsp", "dsp", "chair", "business-manager", "scrutineer"]));
    return done({ takedownId });
  });
}
