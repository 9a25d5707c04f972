import { randomUUID } from "node:crypto";

import { and, eq, sql } from "drizzle-orm";

import { newToken, sha256Hex } from "#app/auth/tokens.server.ts";
import { sealSecret } from "#app/domain/notifications/message-secret.server.ts";
import { idsIn } from "#app/domain/shared/ids-in.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { agencyMemberships } from "#db/schema/index.ts";

import { canBeTold } from "./notice-state.server.ts";

/** Where the link of a letter leads. */
export const linkPath = (token: string): string => `/acknowledge/${token}`;

/** A new link: its token is only in the letter, sealed until that has gone. */
export function newLink(noticeId: string): { linkSha256: string; secretSealed: string } {
  const token = newToken();
  return { linkSha256: sha256Hex(token), secretSealed: sealSecret(linkPath(token), noticeId) };
}

/**
 * Writes a letter to each of these named agencies that has an address, each with a link of its own, in the transaction of
 * the change that it tells of; jobs send them. Answers how many have nobody to tell.
 */
export async function writeNotices(tx: SessionTx, partnershipId: string, membershipIds: readonly string[]): Promise<{ written: number; withoutAddress: number }> {
  const reachable = await tx.db
    .select({ id: agencyMemberships.id })
    .from(agencyMemberships)
    .where(and(eq(agencyMemberships.partnershipId, partnershipId), sql`${agencyMemberships.id} in ${idsIn(membershipIds)}`, sql`${agencyMemberships.acknowledgedOn} is null`, canBeTold))
    .orderBy(agencyMemberships.id);
  const letters = reachable.map(({ id: membershipId }) => {
    const id = randomUUID();
    return { id, membership_id: membershipId, ...newLink(id) };
  });
  // The letters as one parameter, however many. The database fills in the rest.
  await tx.db.execute(sql`
    insert into portal.agency_notices (id, partnership_id, membership_id, kind, link_sha256, secret_sealed, written_at, written_by, status_at)
    select l.id, ${partnershipId}::uuid, l.membership_id, 'named', l."linkSha256", l."secretSealed", access.clock(), ${tx.me.personId}::uuid, access.clock()
    from jsonb_to_recordset(${JSON.stringify(letters)}::text::jsonb) as l (id uuid, membership_id uuid, "linkSha256" text, "secretSealed" text)`);
  return { written: reachable.length, withoutAddress: membershipIds.length - reachable.length };
}
