import { asc, desc, eq } from "drizzle-orm";

import { coversNoDay, firstEnd } from "#app/domain/people/rules.ts";
import { allOf } from "#app/domain/shared/all-of.ts";
import type { Db } from "#db/client.server.ts";
import { appointments, appointmentTerms, delegations, organisations, people, posts, seats } from "#db/schema/index.ts";

import type { Holder, Office, SeatRecord, Terms } from "./directory.ts";

/** Every seat the partnership ever had, in its own order. */
export async function listSeats(db: Db, partnershipId: string): Promise<SeatRecord[]> {
  return db
    .select({
      id: seats.id,
      kind: seats.kind,
      organisation: seats.name,
      organisationCode: organisations.code,
      since: seats.validFrom,
      until: seats.validTo,
      addedReason: seats.addedReason,
      endedReason: seats.endedReason,
      successorId: seats.successorId,
    })
    .from(seats)
    .innerJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(eq(seats.partnershipId, partnershipId))
    .orderBy(asc(seats.position), asc(seats.validFrom));
}

function listHolders(db: Db, partnershipId: string) {
  return db
    .select({
      post: posts,
      seat: seats.name,
      appointmentId: appointments.id,
      personId: appointments.personId,
      office: appointments.office,
      name: people.name,
      nameWithheld: people.nameWithheld,
      since: appointments.startsOn,
      until: appointments.endsOn,
      acting: appointments.acting,
    })
    .from(posts)
    .leftJoin(seats, eq(seats.id, posts.seatId))
    .leftJoin(appointments, eq(appointments.postId, posts.id))
    .leftJoin(people, eq(people.id, appointments.personId))
    .where(eq(posts.partnershipId, partnershipId))
    .orderBy(asc(seats.position), asc(posts.role), asc(posts.body), asc(posts.validFrom), asc(posts.id), asc(appointments.startsOn));
}

/** Every post the partnership ever had, with everybody ever appointed to it. A term that covers no day was withdrawn and is left out. */
export async function listOffices(db: Db, partnershipId: string): Promise<Office[]> {
  const { rows, delegated, terms } = await allOf({
    rows: listHolders(db, partnershipId),
    delegated: listDelegations(db, partnershipId),
    terms: listTerms(db, partnershipId),
  });
  const offices = new Map<string, Office>();
  for (const { post, seat, ...row } of rows) {
    const office = offices.get(post.id) ?? {
      postId: post.id,
      role: post.role,
      office: post.office,
      seatId: post.seatId,
      organisation: seat ?? post.body,
      level: post.level,
      since: post.validFrom,
      until: post.validTo,
      holders: [],
    };
    offices.set(post.id, office);
    const { appointmentId, personId, since } = row;
    if (!appointmentId || !personId || !since || coversNoDay({ startsOn: since, endsOn: row.until })) continue;
    office.holders.push({
      appointmentId,
      personId,
      name: row.name ?? "Unknown",
      nameWithheld: row.nameWithheld ?? false,
      office: row.office ?? post.office,
      since,
      until: row.until,
      acting: row.acting ?? false,
      delegations: delegated.get(appointmentId) ?? [],
      terms: terms.get(appointmentId) ?? null,
    });
  }
  return [...offices.values()];
}

/** Delegations by the delegate's appointment, each within both appointments. */
async function listDelegations(db: Db, partnershipId: string): Promise<Map<string, Holder["delegations"]>> {
  const rows = await db.select().from(delegations).where(eq(delegations.partnershipId, partnershipId)).orderBy(asc(delegations.startsOn), asc(delegations.recordedAt));
  if (rows.length === 0) return new Map();
  const terms = await db.select({ id: appointments.id, startsOn: appointments.startsOn, endsOn: appointments.endsOn }).from(appointments).where(eq(appointments.partnershipId, partnershipId));
  const termOf = new Map(terms.map((term) => [term.id, term]));
  const found = new Map<string, Holder["delegations"]>();
  for (const { id, fromAppointmentId, toAppointmentId, scope, startsOn, endsOn } of rows) {
    const [lead, delegate] = [termOf.get(fromAppointmentId), termOf.get(toAppointmentId)];
    if (!lead || !delegate) continue;
    const since = [startsOn, lead.startsOn, delegate.startsOn].sort().at(-1) ?? startsOn;
    const until = firstEnd(endsOn, lead.endsOn, delegate.endsOn);
    if (until !== null && until <= since) continue;
    found.set(toAppointmentId, [...(found.get(toAppointmentId) ?? []), { id, leadAppointmentId: fromAppointmentId, scope, since, until }]);
  }
  return found;
}

async function listTerms(db: Db, partnershipId: string): Promise<Map<string, Terms>> {
  const rows = await db.select().from(appointmentTerms).where(eq(appointmentTerms.partnershipId, partnershipId)).orderBy(desc(appointmentTerms.revision));
  const found = new Map<string, Terms>();
  for (const { appointmentId, reviewOn, independentReason, appointingBody, termEndsOn, contractEndsOn, interests } of rows) {
    if (!found.has(appointmentId)) found.set(appointmentId, { reviewOn, independentReason, appointingBody, termEndsOn, contractEndsOn, interests });
  }
  return found;
}
