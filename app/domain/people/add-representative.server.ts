import { and, eq, isNull, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { lockOffices } from "#app/domain/partnerships/lock.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { posts } from "#db/schema/index.ts";

import { type Appointed, type AppointOutcome, pathToTell } from "./appoint-holder.server.ts";
import { makeAppointment } from "./make-appointment.server.ts";
import { findPost, type Post } from "./posts.server.ts";
import type { EducationLevel } from "./vocabulary.ts";

export interface RepresentativeInput {
  partnershipId: string;
  role: "agency-contact" | "education-representative";
  /** The agency or setting they speak for, by its name. */
  body: string;
  /** Of an education representative. */
  level: EducationLevel | null;
  name: string;
  email: string;
  office: string;
  acting: boolean;
  /** ISO date. */
  startsOn: string;
}

/**
 * Names somebody who represents a relevant agency, or education at one level: the chair, a lead or the business manager
 * does. The post is made where there is none for that body; whoever held it leaves on the day.
 * Refusals: not-found, not-permitted, identity-not-confirmed, and those of makeAppointment.
 */
export async function addRepresentative(actor: SessionActor, input: RepresentativeInput, submission: Submission): Promise<AppointOutcome> {
  let invitationPath: string | null = null;
  const outcome = await change<Appointed>(actor, "add-representative", submission, async (tx) => {
    const { partnershipId, name, email, office, acting, startsOn } = input;
    const forbidden = forbid(tx.me, "appoint-representative", { partnershipId });
    if (forbidden) return forbidden;
    await lockOffices(tx, { partnershipId });
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    const made = await makeAppointment(tx, await findOrMakePost(tx, input), { whom: { name, email }, office, acting, startsOn });
    if (!made.ok) return made;
    invitationPath = pathToTell(tx, made.value);
    return done({ appointmentId: made.value.appointmentId, name, invited: made.value.invitationPath !== null, replaced: made.value.replaced });
  });
  return outcome.ok ? done({ ...outcome.value, invitationPath }) : outcome;
}

/** A body has one post of each kind; its post begins with its first representative. */
async function findOrMakePost(tx: SessionTx, { partnershipId, role, body, level, office, startsOn }: RepresentativeInput): Promise<Post & { organisation: string | null }> {
  const [known] = await tx.db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.partnershipId, partnershipId), eq(posts.role, role), sql`lower(${posts.body}) = lower(${body})`, level === null ? isNull(posts.level) : eq(posts.level, level), isNull(posts.validTo)));
  const found = known && (await findPost(tx, partnershipId, known.id));
  if (found) return found;
  const [made] = await tx.db
    .insert(posts)
    .values({ partnershipId, role, body, level, office, validFrom: startsOn < tx.today ? startsOn : tx.today })
    .returning();
  if (!made) throw new Error("the post was not written");
  await appendToLedger(tx, { type: "post.created", partnershipId, data: { postId: made.id, role } });
  return { ...made, organisation: made.body };
}
