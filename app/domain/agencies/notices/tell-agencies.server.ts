import { and, asc, eq, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { idsIn } from "#app/domain/shared/ids-in.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { agencies, agencyMemberships } from "#db/schema/index.ts";

import { inState, noticeState } from "./notice-state.server.ts";
import type { TellableState } from "./vocabulary.ts";
import { writeNotices } from "./write-notices.server.ts";

export interface TellAgenciesInput {
  partnershipId: string;
  /** These, or as many as somebody saw in one state. */
  which: { membershipIds: readonly string[] } | { state: TellableState; count: number };
}

/**
 * Writes to named agencies that have not acknowledged, for the first time or again, each with a new link: all of them or
 * none. Refusals: not-permitted, nothing-to-change, stale (the detail names one that is not named any more, has acknowledged
 * or has a letter on its way; without one, there are more or fewer in that state by now), nobody-to-tell (the detail names it).
 */
export async function tellAgencies(actor: SessionActor, { partnershipId, which }: TellAgenciesInput, submission: Submission): Promise<Outcome<{ letters: number }>> {
  return change(actor, "tell-agencies", submission, async (tx) => {
    const forbidden = forbid(tx.me, "tell-agencies", { partnershipId });
    if (forbidden) return forbidden;
    const ids = "state" in which ? await listIn(tx, partnershipId, which.state) : [...new Set(which.membershipIds.filter(isUuid))];
    if ("state" in which && ids.length !== which.count) return refused("stale");
    if (ids.length === 0) return refused("nothing-to-change");
    const ofThese = and(eq(agencyMemberships.partnershipId, partnershipId), sql`${agencyMemberships.id} in ${idsIn(ids)}`);
    await tx.db.select({ id: agencyMemberships.id }).from(agencyMemberships).where(ofThese).orderBy(asc(agencyMemberships.id)).for("update");
    const rows = await tx.db
      .select({ agencyId: agencies.id, name: agencies.legalName, state: noticeState })
      .from(agencyMemberships)
      .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
      .where(ofThese)
      .orderBy(asc(agencyMemberships.id));
    if (rows.length < ids.length) return refused("stale");
    const moved = rows.find(({ state }) => state === null || state === "acknowledged" || state === "on-its-way");
    if (moved) return refused("stale", moved.name);
    const nobody = rows.find(({ state }) => state === "nobody-to-tell");
    if (nobody) return refused("nobody-to-tell", nobody.name);
    const { written, withoutAddress } = await writeNotices(tx, partnershipId, ids);
    if (withoutAddress > 0) return refused("nobody-to-tell");
    await appendToLedger(tx, { type: "agencies.written-to", partnershipId, data: { agencies: rows.map((row) => row.agencyId) } });
    return done({ letters: written });
  });
}

async function listIn({ db }: SessionTx, partnershipId: string, state: TellableState): Promise<string[]> {
  const rows = await db.select({ id: agencyMemberships.id }).from(agencyMemberships).where(and(eq(agencyMemberships.partnershipId, partnershipId), inState([state])));
  return rows.map((row) => row.id);
}
