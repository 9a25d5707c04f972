import { and, asc, eq, sql } from "drizzle-orm";

import { notify } from "#app/domain/notifications/notify.server.ts";
import { idsIn } from "#app/domain/shared/ids-in.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionTx } from "#db/client.server.ts";
import { agencies, agencyMemberships, assessmentReturns } from "#db/schema/index.ts";

import { representativesOf } from "./representatives.server.ts";

export interface ToIssue {
  partnershipId: string;
  roundId: string;
  setId: string;
  title: string;
  dueOn: string;
  addedLater: boolean;
  membershipIds: readonly string[];
}

/**
 * Asks each of these agencies for a return, all of them or none, and tells those who speak for them.
 * Refusals: nothing-to-change, stale (one is not named any more; the detail is its name), agency-closed (the same).
 */
export async function issueReturns(tx: SessionTx, { partnershipId, roundId, setId, title, dueOn, addedLater, membershipIds }: ToIssue): Promise<Outcome<{ asked: number }>> {
  const ids = [...new Set(membershipIds.filter(isUuid))];
  if (ids.length === 0) return refused("nothing-to-change");
  await tx.db.select({ id: agencyMemberships.id }).from(agencyMemberships).where(ofThese(partnershipId, ids)).orderBy(asc(agencyMemberships.id)).for("share");
  const rows = await tx.db
    .select({ id: agencyMemberships.id, status: agencyMemberships.status, name: agencies.legalName, closedOn: agencies.closedOn })
    .from(agencyMemberships)
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(ofThese(partnershipId, ids))
    .orderBy(asc(agencyMemberships.id));
  if (rows.length < ids.length) return refused("stale");
  const gone = rows.find((row) => row.status !== "named");
  if (gone) return refused("stale", gone.name);
  const closed = rows.find((row) => row.closedOn !== null && row.closedOn <= tx.today);
  if (closed) return refused("agency-closed", closed.name);
  // In parts: a statement takes at most 65,535 values.
  for (let at = 0; at < rows.length; at += 1_000) {
    await tx.db.insert(assessmentReturns).values(rows.slice(at, at + 1_000).map(({ id }) => ({ partnershipId, roundId, setId, membershipId: id, firstDueOn: dueOn, dueOn, addedLater, issuedAt: tx.now, issuedBy: tx.me.personId })));
  }
  await notify(tx, { kind: "assessment-issued", partnershipId, title, dueOn }, await representativesOf(tx, partnershipId, ids));
  return done({ asked: rows.length });
}

function ofThese(partnershipId: string, ids: readonly string[]) {
  return and(eq(agencyMemberships.partnershipId, partnershipId), sql`${agencyMemberships.id} in ${idsIn(ids)}`);
}
