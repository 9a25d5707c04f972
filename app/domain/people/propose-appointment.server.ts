import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { leadsOf } from "#app/domain/notifications/recipients.server.ts";
import { lockOffices } from "#app/domain/partnerships/lock.server.ts";
import { listSeats } from "#app/domain/partnerships/offices.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { appointments, people, proposals } from "#db/schema/index.ts";

import type { Whom } from "./make-appointment.server.ts";
import { findPost, listTerms, type Post } from "./posts.server.ts";
import type { AppointmentData } from "./proposal.server.ts";
import { coversNoDay, describeTerm, holdsOn, overlap } from "./rules.ts";
import type { TermsInput } from "./terms.server.ts";
import { type AppointingKind, kindForRole, ruleOf } from "./vocabulary.ts";
import { wayToFill } from "./ways-to-fill.ts";

export interface ProposeInput {
  partnershipId: string;
  postId: string;
  /** A chair who is one of the delegated partners is named by their person; everybody else by name and e-mail address. */
  whom: Whom;
  office: string;
  acting: boolean;
  /** ISO date, past or to come. */
  startsOn: string;
  terms: TermsInput;
  /** Why, for those who decide. Not published. */
  reason: string;
}

/**
 * Proposes the appointment of a lead, the chair or the scrutineer to the leads who must agree; the one in office leaves
 * when it is carried out. A business manager or a lead proposes. It is nobody's agreement yet: a lead who proposes agrees
 * on the proposal's own page, as the others do.
 * Refusals: not-found, not-permitted, identity-not-confirmed, proposal-open, impossible-dates, appointment-clash,
 * chair-not-delegate.
 */
export async function proposeAppointment(actor: SessionActor, input: ProposeInput, submission: Submission): Promise<Outcome<{ proposalId: string }>> {
  const { partnershipId, postId, startsOn } = input;
  return change(actor, "propose-appointment", submission, async (tx) => {
    const forbidden = forbid(tx.me, "propose-appointment", { partnershipId });
    if (forbidden) return forbidden;
    await lockOffices(tx, { partnershipId });
    const post = await findPost(tx, partnershipId, postId);
    if (!post) return refused("not-found");
    const held = (await listTerms(tx, postId)).filter((term) => !coversNoDay(term));
    if (wayToFill(tx.me, { ...post, everHeld: held.length > 0 }) !== "propose" || !(post.role in kindForRole)) return refused("not-permitted");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    const [open] = await tx.db.select({ id: proposals.id }).from(proposals).where(and(eq(proposals.postId, postId), eq(proposals.status, "open")));
    if (open) return refused("proposal-open");
    if (startsOn < post.validFrom) return refused("impossible-dates", `This post exists from ${showDate(post.validFrom)}. Enter that date or a later one.`);
    const clash = clashWithOthers(startsOn, held);
    if (clash) return clash;
    const named = await nameOf(tx, post, input);
    if (!named.ok) return named;
    return done({ proposalId: await insertProposal(tx, post, input, named.value) });
  });
}

/** Somebody in office gives way to the next; somebody appointed from a later day does not. */
function clashWithOthers(startsOn: string, held: Awaited<ReturnType<typeof listTerms>>) {
  const before = held.find((each) => each.startsOn < startsOn && (each.endsOn === null || each.endsOn > startsOn));
  const clash = held.find((each) => each !== before && overlap(each, { startsOn, endsOn: null }));
  return clash ? refused("appointment-clash", `${clash.name} holds this post ${describeTerm(clash)}.`) : null;
}

async function nameOf(tx: SessionTx, post: Post, { whom, terms, startsOn }: ProposeInput): Promise<Outcome<string>> {
  if ("name" in whom) return post.role === "chair" && !terms.independentReason ? refused("chair-not-delegate") : done(whom.name);
  if (post.role !== "chair") return refused("not-permitted");
  const rows = await tx.db
    .select({ name: people.name, since: appointments.startsOn, until: appointments.endsOn })
    .from(appointments)
    .innerJoin(people, eq(people.id, appointments.personId))
    .where(and(eq(appointments.partnershipId, post.partnershipId), eq(appointments.personId, whom.personId), eq(appointments.role, "dsp")));
  const delegate = rows.find((row) => holdsOn(row, startsOn > tx.today ? startsOn : tx.today));
  return delegate ? done(delegate.name) : refused("chair-not-delegate");
}

async function insertProposal(tx: SessionTx, post: Post & { organisation: string | null }, input: ProposeInput, name: string): Promise<string> {
  const { partnershipId, role, seatId } = post;
  const kind = kindForRole[role as keyof typeof kindForRole] satisfies AppointingKind;
  const seats = (await listSeats(tx.db, partnershipId)).filter((seat) => holdsOn(seat, tx.today)).map((seat) => seat.id);
  const { whom, office, acting, startsOn, terms, reason } = input;
  const data: AppointmentData = { whom, name, office, acting, startsOn, terms };
  const [made] = await tx.db
    .insert(proposals)
    .values({ partnershipId, kind, rule: ruleOf[kind], postId: post.id, seatId, requiredSeats: seats, data, reason, proposedAt: tx.now, proposedBy: tx.me.personId })
    .returning({ id: proposals.id });
  if (!made) throw new Error("the proposal was not written");
  await appendToLedger(tx, { type: "proposal.made", partnershipId, data: { proposalId: made.id, kind, seats } });
  await notify(tx, { kind: "proposal-made", partnershipId, proposalId: made.id, role, organisation: post.organisation, name, proposedBy: tx.me.name }, await leadsOf(tx, partnershipId, seats));
  return made.id;
}
