import { and, eq, max } from "drizzle-orm";

import { can } from "#app/domain/access/rules.ts";
import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import type { Terms } from "#app/domain/partnerships/directory.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { appointments, appointmentTerms, people, proposals } from "#db/schema/index.ts";

import { mayEnd } from "./end-appointment.server.ts";
import { listOpenBusiness } from "./open-business.server.ts";
import type { OpenBusiness } from "./open-business.ts";
import { findPost, listTerms } from "./posts.server.ts";
import { mayRecordTerms } from "./record-terms.server.ts";
import { coversNoDay, delegationOn, type DelegationState } from "./rules.ts";
import { wayToFill } from "./ways-to-fill.ts";

export interface PostToFill {
  id: string;
  role: PartnershipRole;
  seatId: string | null;
  office: string;
  /** The body whose seat it is, as a sentence names it; null for posts of the whole partnership. */
  organisation: string | null;
  /** ISO date from which the post exists. */
  validFrom: string;
  today: string;
  /** Whether the actor confirmed who they are within the last five minutes. */
  confirmed: boolean;
  /** Everybody appointed to it, past and to come. */
  terms: { name: string; startsOn: string; endsOn: string | null }[];
  /** How the actor may fill it. */
  way: ReturnType<typeof wayToFill>;
  /** What passes to the next holder; nothing for whoever may not fill it. */
  open: OpenBusiness;
  /** The proposal that waits for agreement, if there is one. */
  proposalId: string | null;
  /** The delegated partners of today: one of them chairs. */
  delegates: { personId: string; name: string; body: string }[];
}

/** A post of the partnership as the form for appointing to it needs it, or null. */
export async function findPostToFill(actor: SessionActor, partnershipId: string, postId: string): Promise<PostToFill | null> {
  return as(actor, async (tx) => {
    const post = await findPost(tx, partnershipId, postId);
    if (!post) return null;
    const terms = (await listTerms(tx, postId)).filter((term) => !coversNoDay(term));
    const way = wayToFill(tx.me, { ...post, everHeld: terms.length > 0 });
    const holder = terms.find((term) => term.startsOn <= tx.today && (term.endsOn === null || term.endsOn > tx.today)) ?? null;
    const [proposed] = await tx.db.select({ id: proposals.id }).from(proposals).where(and(eq(proposals.postId, postId), eq(proposals.status, "open")));
    return {
      way,
      open: way ? await listOpenBusiness(tx, post, holder) : { versions: [], proposals: [], delegations: [], overrides: 0 },
      proposalId: proposed?.id ?? null,
      delegates: way === "propose" && post.role === "chair" ? await listDelegates(tx, partnershipId) : [],
      id: post.id,
      role: post.role,
      seatId: post.seatId,
      office: post.office,
      organisation: post.organisation,
      validFrom: post.validFrom,
      today: tx.today,
      confirmed: isConfirmed(tx.me.confirmedAt, tx.now),
      terms: terms.map(({ name, startsOn, endsOn }) => ({ name, startsOn, endsOn })),
    };
  });
}

async function listDelegates(tx: SessionTx, partnershipId: string): Promise<PostToFill["delegates"]> {
  const directory = await findDirectory(tx, partnershipId);
  return (directory?.seats ?? []).flatMap(({ organisation, delegate }) => (delegate?.holder ? [{ personId: delegate.holder.personId, name: delegate.holder.name, body: organisation }] : []));
}

export interface AppointmentToEnd {
  id: string;
  name: string;
  /** Whether it is the actor's own. */
  own: boolean;
  office: string;
  organisation: string | null;
  startsOn: string;
  endsOn: string | null;
  today: string;
}

/** An appointment that the actor may end and that is not over, or null. */
export async function findAppointmentToEnd(actor: SessionActor, partnershipId: string, appointmentId: string): Promise<AppointmentToEnd | null> {
  return as(actor, async (tx) => {
    const [row] = await tx.db
      .select({ appointment: appointments, name: people.name })
      .from(appointments)
      .innerJoin(people, eq(people.id, appointments.personId))
      .where(and(eq(appointments.id, appointmentId), eq(appointments.partnershipId, partnershipId)));
    if (!row || !mayEnd(tx.me, row.appointment)) return null;
    const { id, personId, postId, startsOn, endsOn } = row.appointment;
    const post = await findPost(tx, partnershipId, postId);
    if (!post || (endsOn !== null && endsOn <= tx.today)) return null;
    return { id, name: row.name, own: personId === tx.me.personId, office: post.office, organisation: post.organisation, startsOn, endsOn, today: tx.today };
  });
}

/** Whether the actor confirmed who they are within the last five minutes. */
export async function hasConfirmed(actor: SessionActor): Promise<boolean> {
  return as(actor, (tx) => Promise.resolve(isConfirmed(tx.me.confirmedAt, tx.now)));
}

export interface DelegationToRecord {
  appointmentId: string;
  name: string;
  organisation: string;
  today: string;
  delegation: DelegationState;
}

/** The delegate of a seat that the actor leads, with what is delegated today, or null. */
export async function findDelegationToRecord(actor: SessionActor, partnershipId: string, appointmentId: string): Promise<DelegationToRecord | null> {
  return as(actor, async (tx) => {
    const directory = await findDirectory(tx, partnershipId);
    const seat = directory?.seats.find((each) => each.delegate?.holder?.appointmentId === appointmentId);
    const holder = seat?.delegate?.holder;
    if (!seat || !holder || !can(tx.me, "delegate", { partnershipId, seatId: seat.id })) return null;
    return { appointmentId, name: holder.name, organisation: seat.organisation, today: tx.today, delegation: delegationOn(holder.delegations, tx.today) };
  });
}

export interface TermsToRecord {
  appointmentId: string;
  role: "chair" | "scrutineer";
  name: string;
  revision: number;
  terms: Terms | null;
  may: "all" | "interests";
}

/** The chair's or scrutineer's terms that the actor may record, or null. */
export async function findTermsToRecord(actor: SessionActor, partnershipId: string, appointmentId: string): Promise<TermsToRecord | null> {
  return as(actor, async (tx) => {
    const directory = await findDirectory(tx, partnershipId);
    const post = [directory?.chair, directory?.scrutineer].find((each) => each?.holder?.appointmentId === appointmentId);
    if (!post?.holder || (post.role !== "chair" && post.role !== "scrutineer")) return null;
    const may = mayRecordTerms(tx.me, { partnershipId, role: post.role, personId: post.holder.personId });
    if (!may) return null;
    const [last] = await tx.db.select({ revision: max(appointmentTerms.revision) }).from(appointmentTerms).where(eq(appointmentTerms.appointmentId, appointmentId));
    return { appointmentId, role: post.role, name: post.holder.name, revision: last?.revision ?? 0, terms: post.holder.terms, may };
  });
}
