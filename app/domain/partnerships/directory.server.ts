import { and, asc, desc, eq, gt, isNull, lte, or } from "drizzle-orm";

import { heldOn, holdsOn } from "#app/domain/people/rules.ts";
import type { Db } from "#db/client.server.ts";
import { guidanceAdoptions, guidanceEditions, organisations, partnershipAreas, partnerships } from "#db/schema/index.ts";

import type { Directory, Office, PartnershipRecord, PostToday } from "./directory.ts";
import { listOffices, listSeats } from "./offices.server.ts";

/** Who holds what in a partnership on `today`, or null when there is no such partnership for the actor. */
export async function findDirectory(tx: { db: Db; today: string }, partnershipId: string): Promise<Directory | null> {
  const { db, today } = tx;
  const partnership = await findPartnershipRecord(tx, partnershipId);
  if (!partnership) return null;
  const seats = (await listSeats(db, partnershipId)).filter((seat) => holdsOn(seat, today));
  const posts = (await listOffices(db, partnershipId)).filter((office) => holdsOn(office, today)).map((office) => postOn(office, today));
  const forSeat = (seatId: string, role: "lsp" | "dsp") => posts.find((post) => post.seatId === seatId && post.role === role) ?? null;
  const forRole = (role: string) => posts.find((post) => post.role === role) ?? null;
  return {
    ...partnership,
    seats: seats.map((seat) => {
      const lead = forSeat(seat.id, "lsp");
      if (!lead) throw new Error("a seat has a lead post");
      return { ...seat, lead, delegate: forSeat(seat.id, "dsp") };
    }),
    chair: forRole("chair"),
    scrutineer: forRole("scrutineer"),
    businessManager: forRole("business-manager"),
    representatives: posts.filter((post) => post.role === "agency-contact" || post.role === "education-representative"),
  };
}

function postOn(office: Office, day: string): PostToday {
  const { holders } = office;
  const holder = heldOn(holders, day);
  return { ...office, office: holder?.office ?? office.office, holder, next: holders.find((holder) => holder.since > day) ?? null, everHeld: holders.length > 0 };
}

/** A partnership with its areas and edition today, or null when there is no such partnership for the actor. */
export async function findPartnershipRecord({ db, today }: { db: Db; today: string }, partnershipId: string): Promise<PartnershipRecord | null> {
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
    .orderBy(desc(guidanceAdoptions.adoptedOn), desc(guidanceEditions.published))
    .limit(1);
  if (!edition) throw new Error("a partnership works under an edition");
  const { id, slug, name, icbCompleteness } = partnership;
  return { id, slug, name, areas, edition, icbCompleteness };
}
