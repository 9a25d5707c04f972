import { and, eq, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { publicationNotices, publications } from "#db/schema/index.ts";

/**
 * Takes everything published of a year's funding down at once because somebody could be identified in a note or a reason.
 * One person is enough. The signed budget is taken down on its own page. What is published of the year afterwards is new,
 * and stands. `reason` is public. Refusals: not-permitted, nothing-to-change.
 */
export async function takeDownFunding(actor: SessionActor, input: { partnershipId: string; year: FinancialYear; reason: string }, submission: Submission): Promise<Outcome<{ publications: number }>> {
  return change(actor, "take-down-funding", submission, async (tx) => {
    const { partnershipId, year, reason } = input;
    const forbidden = forbid(tx.me, "take-down", { partnershipId });
    if (forbidden) return forbidden;
    const standing = await tx.db
      .select({ publicationId: publications.id })
      .from(publications)
      .where(
        and(
          eq(publications.partnershipId, partnershipId),
          eq(publications.kind, "funding"),
          sql`${publications.facts}->>'year' = ${year}`,
          sql`not exists (select from publication.notices n where n.publication_id = ${publications.id} and n.state = 'taken-down')`,
        ),
      );
    if (standing.length === 0) return refused("nothing-to-change");
    await tx.db.insert(publicationNotices).values(standing.map(({ publicationId }) => ({ publicationId, partnershipId, state: "taken-down" as const, at: tx.now, reason })));
    await appendToLedger(tx, { type: "funding.taken-down", partnershipId, data: { year, publications: standing.length } });
    return done({ publications: standing.length });
  });
}
