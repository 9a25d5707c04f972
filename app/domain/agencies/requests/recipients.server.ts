import { and, eq, inArray, sql } from "drizzle-orm";

import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import type { Tx } from "#db/client.server.ts";
import { agencyMemberships, appointments } from "#db/schema/index.ts";

import type { EscalationStage } from "./vocabulary.ts";

/** Who speaks for an agency today, as representative or as deputy: person ids; none for a body that is not in the register. */
export async function speakersFor({ db, today }: Tx, partnershipId: string, membershipId: string | null): Promise<string[]> {
  if (membershipId === null) return [];
  const [membership] = await db.select({ first: agencyMemberships.representativePostId, second: agencyMemberships.deputyPostId }).from(agencyMemberships).where(eq(agencyMemberships.id, membershipId));
  const posts = [membership?.first, membership?.second].filter((post) => typeof post === "string");
  if (posts.length === 0) return [];
  const held = await db
    .select({ personId: appointments.personId })
    .from(appointments)
    .where(and(eq(appointments.partnershipId, partnershipId), inArray(appointments.postId, posts), sql`${appointments.startsOn} <= ${today} and (${appointments.endsOn} is null or ${appointments.endsOn} > ${today})`));
  return held.map((each) => each.personId);
}

const rolesOf = { delegates: ["dsp", "chair"], chair: ["chair", "scrutineer"], leads: ["lsp", "chair"] } as const;

/** Who is to know that a request was taken to this stage; the chair always is. */
export async function decidersAt(tx: Tx, partnershipId: string, stage: EscalationStage): Promise<string[]> {
  return holdersOf(tx, partnershipId, rolesOf[stage]);
}
