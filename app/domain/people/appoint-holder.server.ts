import { forbid } from "#app/domain/access/require.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { mailIsSent } from "#app/domain/notifications/mail-is-sent.server.ts";
import { lockOffices } from "#app/domain/partnerships/lock.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";

import { type AppointmentMade, makeAppointment } from "./make-appointment.server.ts";
import { findPost, listTerms, type Post } from "./posts.server.ts";
import { coversNoDay } from "./rules.ts";
import { wayToFill } from "./ways-to-fill.ts";

export interface AppointInput {
  partnershipId: string;
  postId: string;
  name: string;
  /** The account's e-mail address; an account that has it already is this person's. */
  email: string;
  office: string;
  acting: boolean;
  /** ISO date, past or to come. */
  startsOn: string;
  /** What the lead delegates; for a delegate only. Published. */
  scope?: string | null;
}

export interface Appointed {
  appointmentId: string;
  name: string;
  /** Whether they were invited to set up their account; otherwise they have done so before. */
  invited: boolean;
  /** Whose term ends on the day this one starts. */
  replaced: string | null;
}

/** `invitationPath` is told once, to the sender of the form, and kept nowhere: only where no mail is sent that could carry it. */
export type AppointOutcome = Outcome<Appointed & { invitationPath: string | null }>;

/**
 * Appoints somebody where it takes one person: the first lead of a seat and the first business manager (an
 * administrator); the delegate of one's own seat, with what is delegated (its lead); a later business manager (a lead); a
 * representative (chair, lead, business manager). Whoever is in office leaves as the next one starts, in this one act.
 * Needs an identity confirmed within five minutes.
 * Refusals: not-found, not-permitted, held-before, identity-not-confirmed, and those of makeAppointment.
 */
export async function appointHolder(actor: SessionActor, input: AppointInput, submission: Submission): Promise<AppointOutcome> {
  let invitationPath: string | null = null;
  const outcome = await change<Appointed>(actor, "appoint-holder", submission, async (tx) => {
    await lockOffices(tx, { partnershipId: input.partnershipId });
    const post = await findPost(tx, input.partnershipId, input.postId);
    if (!post) return refused("not-found");
    const forbidden = await mayAppoint(tx, post);
    if (forbidden) return forbidden;
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    const { name, email, office, acting, startsOn, scope } = input;
    const made = await makeAppointment(tx, post, { whom: { name, email }, office, acting, startsOn, scope: post.role === "dsp" ? (scope ?? null) : null });
    if (!made.ok) return made;
    invitationPath = pathToTell(tx, made.value);
    return done({ appointmentId: made.value.appointmentId, name, invited: made.value.invitationPath !== null, replaced: made.value.replaced });
  });
  return outcome.ok ? done({ ...outcome.value, invitationPath }) : outcome;
}

async function mayAppoint(tx: SessionTx, post: Post): Promise<Extract<Outcome<never>, { ok: false }> | null> {
  const { partnershipId, role, seatId } = post;
  const everHeld = (await listTerms(tx, post.id)).some((term) => !coversNoDay(term));
  if (wayToFill(tx.me, { partnershipId, role, seatId, everHeld }) === "appoint") return null;
  if (everHeld && wayToFill(tx.me, { partnershipId, role, seatId, everHeld: false }) === "appoint") return refused("held-before");
  return forbid(tx.me, "appoint-first-holder", { partnershipId }) ?? refused("not-permitted");
}

/** A link takes over an account that has no password yet, so somebody known elsewhere is never handed over. */
export function pathToTell(tx: SessionTx, { opened, invitationPath }: Pick<AppointmentMade, "opened" | "invitationPath">): string | null {
  return !mailIsSent() && (opened || tx.me.administrator) ? invitationPath : null;
}
