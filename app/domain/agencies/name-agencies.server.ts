import { and, asc, eq, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { idsIn } from "#app/domain/shared/ids-in.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { agencies, agencyMemberships } from "#db/schema/index.ts";

import { writeNotices } from "./notices/write-notices.server.ts";
import { publishAgencies } from "./publish-agencies.server.ts";

export interface NameAgenciesInput {
  partnershipId: string;
  membershipIds: readonly string[];
  /** Why the bodies of a category are chosen, for those that have no reason of their own. */
  reasons: Readonly<Record<string, string>>;
}

export interface Named {
  named: number;
  /** How many of them are written to, and how many have nobody to tell. */
  letters: number;
  withoutAddress: number;
}

/**
 * Names proposed agencies, one or hundreds at once, each with its own reason or its category's, publishes the list and
 * writes to each that has an address. All of them or none. Refusals: not-permitted, nothing-to-change, stale (one is not proposed any more; the detail names
 * it), agency-closed (the detail names it), reason-needed (the detail is the category).
 */
export async function nameAgencies(actor: SessionActor, input: NameAgenciesInput, submission: Submission): Promise<Outcome<Named>> {
  return change(actor, "name-agencies", submission, async (tx) => {
    const { partnershipId, reasons } = input;
    const forbidden = forbid(tx.me, "name-agencies", { partnershipId });
    if (forbidden) return forbidden;
    const ids = [...new Set(input.membershipIds.filter(isUuid))];
    if (ids.length === 0) return refused("nothing-to-change");
    // Locked in the order of their ids, so that two who name many of the same do not wait for each other.
    await tx.db.select({ id: agencyMemberships.id }).from(agencyMemberships).where(ofThese(partnershipId, ids)).orderBy(asc(agencyMemberships.id)).for("update");
    const rows = await tx.db
      .select({ id: agencyMemberships.id, agencyId: agencyMemberships.agencyId, status: agencyMemberships.status, reason: agencyMemberships.reason, category: agencyMemberships.category, name: agencies.legalName, closedOn: agencies.closedOn })
      .from(agencyMemberships)
      .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
      .where(ofThese(partnershipId, ids))
      .orderBy(asc(agencyMemberships.id));
    if (rows.length < ids.length) return refused("stale");
    const moved = rows.find((row) => row.status !== "proposed");
    if (moved) return refused("stale", moved.name);
    const closed = rows.find((row) => row.closedOn !== null && row.closedOn <= tx.today);
    if (closed) return refused("agency-closed", closed.name);
    const without = rows.find((row) => row.reason === null && !reasons[row.category]);
    if (without) return refused("reason-needed", without.category);
    for (const [category, reason] of Object.entries(reasons)) {
      const unsaid = rows.filter((row) => row.category === category && row.reason === null).map((row) => row.id);
      if (unsaid.length > 0) await tx.db.update(agencyMemberships).set({ reason }).where(ofThese(partnershipId, unsaid));
    }
    await tx.db
      .update(agencyMemberships)
      .set({ status: "named", namedOn: tx.today, revision: sql`${agencyMemberships.revision} + 1`, recordedAt: tx.now, recordedBy: tx.me.personId })
      .where(ofThese(partnershipId, ids));
    await appendToLedger(tx, { type: "agencies.named", partnershipId, data: { agencies: rows.map((row) => row.agencyId), on: tx.today } });
    await publishAgencies(tx, partnershipId);
    const { written, withoutAddress } = await writeNotices(tx, partnershipId, ids);
    return done({ named: rows.length, letters: written, withoutAddress });
  });
}

/** These agencies of the partnership: the ids as one parameter, however many. */
function ofThese(partnershipId: string, ids: readonly string[]) {
  return and(eq(agencyMemberships.partnershipId, partnershipId), sql`${agencyMemberships.id} in ${idsIn(ids)}`);
}
