import { and, asc, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import type { IcbCover } from "#app/domain/bodies/icb-cover.ts";
import { heldOn, holdsOn } from "#app/domain/people/rules.ts";
import { allOf } from "#app/domain/shared/all-of.ts";
import type { Db } from "#db/client.server.ts";
import { guidanceAdoptions, guidanceEditions, icbCoverage, organisations, partnershipAreas, partnerships } from "#db/schema/index.ts";

import type { Directory, Office, PartnershipRecord, PostToday } from "./directory.ts";
import { listOffices, listSeats } from "./offices.server.ts";

/** Who holds what in a partnership on `today`, or null when there is no such partnership for the actor. */
export async function findDirectory(tx: { db: Db; today: string }, partnershipId: string): Promise<Directory | null> {
  const { db, today } = tx;
  const { partnership, every, offices } = await allOf({ partnership: findPartnershipRecord(tx, partnershipId), every: listSeats(db, partnershipId), offices: listOffices(db, partnershipId) });
  if (!partnership) return null;
  const seats = every.filter((seat) => holdsOn(seat, today));
  const posts = offices.filter((office) => holdsOn(office, today)).map((office) => postOn(office, today));
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

/** Which boards cover each area the partnership ever had. */
async function listIcbCover(db: Db, partnershipId: string): Promise<IcbCover[]> {
  const area = alias(organisations, "area");
  const icb = alias(organisations, "icb");
  return db
    .selectDistinct({ areaCode: area.code, code: icb.code, name: icb.name, since: icbCoverage.validFrom, until: sql<string | null>`(${icbCoverage.validTo} + 1)::text` })
    .from(partnershipAreas)
    .innerJoin(icbCoverage, eq(icbCoverage.localAuthorityId, partnershipAreas.organisationId))
    .innerJoin(area, eq(area.id, icbCoverage.localAuthorityId))
    .innerJoin(icb, eq(icb.id, icbCoverage.icbId))
    .where(eq(partnershipAreas.partnershipId, partnershipId))
    .orderBy(asc(area.code), asc(icb.code), asc(icbCoverage.validFrom));
}

/** A partnership with its areas and edition today, or null when there is no such partnership for the actor. */
export async function findPartnershipRecord({ db, today }: { db: Db; today: string }, partnershipId: string): Promise<PartnershipRecord | null> {
  const { found: [partnership], areas, editions: [edition], icbCover } = await allOf({
    found: db.select().from(partnerships).where(eq(partnerships.id, partnershipId)),
    areas: db
      .select({ code: organisations.code, name: organisations.name })
      .from(partnershipAreas)
      .innerJoin(organisations, eq(organisations.id, partnershipAreas.organisationId))
      .where(and(eq(partnershipAreas.partnershipId, partnershipId), lte(partnershipAreas.validFrom, today), or(isNull(partnershipAreas.validTo), gt(partnershipAreas.validTo, today))))
      .orderBy(asc(organisations.name)),
    editions: db
      .select({ id: guidanceEditions.id, title: guidanceEditions.title })
      .from(guidanceAdoptions)
      .innerJoin(guidanceEditions, eq(guidanceEditions.id, guidanceAdoptions.editionId))
      .where(and(eq(guidanceAdoptions.partnershipId, partnershipId), lte(guidanceAdoptions.adoptedOn, today)))
      .orderBy(desc(guidanceAdoptions.adoptedOn), desc(guidanceEditions.published))
      .limit(1),
    icbCover: listIcbCover(db, partnershipId),
  });
  if (!partnership) return null;
  if (!edition) throw new Error("a partnership works under an edition");
  const { id, slug, name } = partnership;
  return { id, slug, name, areas, edition, icbCover };
}
