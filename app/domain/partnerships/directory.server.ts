import { and, asc, desc, eq, gt, isNull, lte, or } from "drizzle-orm";

import type { Db } from "#db/client.server.ts";
import {
  appointments,
  guidanceAdoptions,
  guidanceEditions,
  organisations,
  partnershipAreas,
  partnerships,
  people,
  posts,
  seats,
} from "#db/schema/index.ts";

import { coversNoDay } from "../people/rules.ts";
import type { Directory, PostToday } from "./directory.ts";

/** Rows in force on a day: from the start of the first date to the start of the last. */
function inForce(table: { from: typeof seats.validFrom | typeof posts.validFrom | typeof appointments.startsOn; to: typeof seats.validTo | typeof posts.validTo | typeof appointments.endsOn }, today: string) {
  return and(lte(table.from, today), or(isNull(table.to), gt(table.to, today)));
}

/** Who holds what in a partnership on `today`, or null when there is no such partnership for the actor. */
export async function findDirectory(tx: { db: Db; today: string }, partnershipId: string): Promise<Directory | null> {
  const { db, today } = tx;
  const [partnership] = await db.select().from(partnerships).where(eq(partnerships.id, partnershipId));
  if (!partnership) return null;
  const areas = await db
    .select({ code: organisations.code, name: organisations.name })
    .from(partnershipAreas)
    .innerJoin(organisations, eq(organisations.id, partnershipAreas.organisationId))
    .where(and(eq(partnershipAreas.partnershipId, partnershipId), lte(partnershipAreas.validFrom, today), or(isNull(partnershipAreas.validTo), gt(partnershipAreas.validTo, today))))
    .orderBy(asc(organisations.name));
  const [edition] = await db
    .select({ id: guidanceEditions.id, title: guidanceEditions.title })
    .from(guidanceAdoptions)
    .innerJoin(guidanceEditions, eq(guidanceEditions.id, guidanceAdoptions.editionId))
    .where(and(eq(guidanceAdoptions.partnershipId, partnershipId), lte(guidanceAdoptions.adoptedOn, today)))
    .orderBy(desc(guidanceAdoptions.adoptedOn))
    .limit(1);
  if (!edition) throw new Error("a partnership works under an edition");
  const seatRows = await db
    .select({ id: seats.id, kind: seats.kind, organisation: seats.name, organisationCode: organisations.code })
    .from(seats)
    .innerJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(and(eq(seats.partnershipId, partnershipId), inForce({ from: seats.validFrom, to: seats.validTo }, today)))
    .orderBy(asc(seats.position));
  const postRows = await listPosts(tx, partnershipId);
  const forSeat = (seatId: string, role: "lsp" | "dsp") => postRows.find((post) => post.seatId === seatId && post.role === role) ?? null;
  const forRole = (role: string) => postRows.find((post) => post.role === role) ?? null;
  return {
    id: partnership.id,
    slug: partnership.slug,
    name: partnership.name,
    areas,
    edition,
    icbCompleteness: partnership.icbCompleteness,
    seats: seatRows.map((seat) => {
      const lead = forSeat(seat.id, "lsp");
      if (!lead) throw new Error("a seat has a lead post");
      return { ...seat, lead, delegate: forSeat(seat.id, "dsp") };
    }),
    chair: forRole("chair"),
    scrutineer: forRole("scrutineer"),
    businessManager: forRole("business-manager"),
  };
}

async function listPosts({ db, today }: { db: Db; today: string }, partnershipId: string): Promise<(PostToday & { role: string; seatId: string | null })[]> {
  const rows = await db
    .select({
      postId: posts.id,
      office: posts.office,
      role: posts.role,
      seatId: posts.seatId,
      appointmentId: appointments.id,
      personId: appointments.personId,
      name: people.name,
      nameWithheld: people.nameWithheld,
      since: appointments.startsOn,
      until: appointments.endsOn,
      acting: appointments.acting,
    })
    .from(posts)
    .leftJoin(appointments, eq(appointments.postId, posts.id))
    .leftJoin(people, eq(people.id, appointments.personId))
    .where(and(eq(posts.partnershipId, partnershipId), inForce({ from: posts.validFrom, to: posts.validTo }, today)))
    .orderBy(asc(posts.role), asc(appointments.startsOn));
  const found = new Map<string, PostToday & { role: string; seatId: string | null }>();
  for (const row of rows) {
    const post = found.get(row.postId) ?? { postId: row.postId, office: row.office, role: row.role, seatId: row.seatId, holder: null, next: null, everHeld: false, terms: [] };
    found.set(row.postId, post);
    if (!row.appointmentId || !row.personId || !row.since) continue;
    if (coversNoDay({ startsOn: row.since, endsOn: row.until })) continue;
    post.everHeld = true;
    if (row.until !== null && row.until <= today) continue;
    const holder = {
      appointmentId: row.appointmentId,
      personId: row.personId,
      name: row.name ?? "Unknown",
      nameWithheld: row.nameWithheld ?? false,
      since: row.since,
      until: row.until,
      acting: row.acting ?? false,
    };
    post.terms.push(holder);
    if (row.since <= today) post.holder = holder;
    else post.next ??= holder;
  }
  return [...found.values()];
}
