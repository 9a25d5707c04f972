import { and, eq, sql } from "drizzle-orm";

import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { as, type SessionActor } from "#db/client.server.ts";
import { appointments, people } from "#db/schema/index.ts";

import { mayEnd } from "./end-appointment.server.ts";
import { findPost, listTerms } from "./posts.server.ts";
import { coversNoDay } from "./rules.ts";

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
}

/** A post of the partnership as the form for appointing to it needs it, or null. */
export async function findPostToFill(actor: SessionActor, partnershipId: string, postId: string): Promise<PostToFill | null> {
  return as(actor, async (tx) => {
    const post = await findPost(tx, partnershipId, postId);
    if (!post) return null;
    const terms = (await listTerms(tx, postId)).filter((term) => !coversNoDay(term));
    return {
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

export interface AccountSummary {
  personId: string;
  name: string;
  email: string;
  suspended: boolean;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  administrator: boolean;
}

/** Every account, by name; nothing for anybody who is not an administrator. */
export async function listAccounts(actor: SessionActor): Promise<AccountSummary[]> {
  return as(actor, async (tx) => {
    const rows = await tx.db.execute<{ personId: string; name: string; email: string; suspended: boolean; hasPassword: boolean; hasSecondFactor: boolean; administrator: boolean }>(sql`
      select person_id as "personId", name, email, suspended_at is not null as suspended, has_password as "hasPassword",
        has_second_factor as "hasSecondFactor", administrator
      from access.list_accounts()`);
    return [...rows];
  });
}

export async function findAccount(actor: SessionActor, personId: string): Promise<AccountSummary | null> {
  return (await listAccounts(actor)).find((account) => account.personId === personId) ?? null;
}
