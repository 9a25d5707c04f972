import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";

import type { PartnerKind } from "#app/domain/documents/vocabulary.ts";
import type { Tx } from "#db/client.server.ts";
import { areaForces, organisations, partnershipAreas, partnerships } from "#db/schema/index.ts";

/** A council, integrated care board or police force, as the register has it. */
export interface Body {
  id: string;
  kind: PartnerKind;
  code: string;
  name: string;
  region: string | null;
  validFrom: string | null;
  /** The last day of a body that ended. */
  validTo: string | null;
}

const columns = {
  id: organisations.id,
  kind: organisations.kind,
  code: organisations.code,
  name: organisations.name,
  region: organisations.region,
  validFrom: organisations.validFrom,
  validTo: organisations.validTo,
};

/** Bodies of one kind by their codes, in the order of their names; unknown codes are left out. */
export async function listBodies({ db }: Pick<Tx, "db">, kind: PartnerKind, codes?: readonly string[]): Promise<Body[]> {
  const wanted = codes ? and(eq(organisations.kind, kind), inArray(organisations.code, [...codes])) : eq(organisations.kind, kind);
  return db.select(columns).from(organisations).where(wanted).orderBy(asc(organisations.name), asc(organisations.code));
}

/** The registers give the last day of a body, so it is live through that day. */
export function isLive(body: Body, today: string): boolean {
  return (body.validFrom === null || body.validFrom <= today) && (body.validTo === null || body.validTo >= today);
}

/** The police force of each area, by the area's id. An area without one is missing from the answer. */
export async function forcesOf({ db }: Pick<Tx, "db">, areaIds: readonly string[]): Promise<Map<string, Body>> {
  if (areaIds.length === 0) return new Map();
  const rows = await db
    .select({ areaId: areaForces.localAuthorityId, ...columns })
    .from(areaForces)
    .innerJoin(organisations, eq(organisations.id, areaForces.policeId))
    .where(inArray(areaForces.localAuthorityId, [...areaIds]));
  return new Map(rows.map(({ areaId, ...force }) => [areaId, force]));
}

/** Who covers an area from `from` on, by the area's id. */
export async function coverOf({ db }: Pick<Tx, "db">, from: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ areaId: partnershipAreas.organisationId, partnership: partnerships.name })
    .from(partnershipAreas)
    .innerJoin(partnerships, eq(partnerships.id, partnershipAreas.partnershipId))
    .where(or(isNull(partnershipAreas.validTo), gt(partnershipAreas.validTo, from)));
  return new Map(rows.map((row) => [row.areaId, row.partnership]));
}
