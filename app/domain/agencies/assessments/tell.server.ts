import { eq } from "drizzle-orm";

import type { AssessmentMessage } from "#app/domain/notifications/assessment-messages.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { agencies, agencyMemberships } from "#db/schema/index.ts";

import { representativesOf } from "./representatives.server.ts";

/** Writes to those who speak for an agency. @param write makes the message of the agency's name */
export async function tellAgency(tx: SessionTx, { partnershipId, membershipId }: { partnershipId: string; membershipId: string }, write: (agency: string) => AssessmentMessage): Promise<void> {
  await notify(tx, write(await nameOfAgency(tx, membershipId)), await representativesOf(tx, partnershipId, [membershipId]));
}

/** The legal name of an agency that the actor sees. */
export async function nameOfAgency({ db }: SessionTx, membershipId: string): Promise<string> {
  const [row] = await db.select({ name: agencies.legalName }).from(agencyMemberships).innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId)).where(eq(agencyMemberships.id, membershipId));
  if (!row) throw new Error("a return has an agency");
  return row.name;
}
