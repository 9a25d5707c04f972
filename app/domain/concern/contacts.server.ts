import { and, asc, desc, eq } from "drizzle-orm";

import type { Db } from "#db/client.server.ts";
import { concernContacts, organisations } from "#db/schema/index.ts";

import type { AreaContact, ConcernContact, PublishedContact } from "./contact.ts";

interface LastRevision {
  areaId: string;
  areaCode: string;
  revision: number;
  contact: ConcernContact | null;
  checkedOn: string;
}

/** The last revision of each area's contact, of areas the partnership no longer covers too. */
export async function listLastContacts(db: Db, partnershipId: string): Promise<LastRevision[]> {
  const { areaId, revision, service, phone, outOfHoursPhone, webPage, checkedOn } = concernContacts;
  const rows = await db
    .selectDistinctOn([areaId], { areaId, areaCode: organisations.code, revision, service, phone, outOfHoursPhone, webPage, checkedOn })
    .from(concernContacts)
    .innerJoin(organisations, eq(organisations.id, areaId))
    .where(eq(concernContacts.partnershipId, partnershipId))
    .orderBy(asc(areaId), desc(revision));
  return rows.map((row) => ({
    areaId: row.areaId,
    areaCode: row.areaCode,
    revision: row.revision,
    checkedOn: row.checkedOn,
    contact: row.service !== null && row.phone !== null ? { service: row.service, phone: row.phone, outOfHoursPhone: row.outOfHoursPhone, webPage: row.webPage } : null,
  }));
}

/** What of them is published: those that name somebody to call, of the areas covered today, in the areas' order. */
export async function listContactsToPublish(db: Db, partnershipId: string, areas: readonly { code: string }[]): Promise<PublishedContact[]> {
  const last = await listLastContacts(db, partnershipId);
  return areas.flatMap(({ code }) => {
    const found = last.find((each) => each.areaCode === code);
    return found?.contact ? [{ areaCode: code, ...found.contact, checkedOn: found.checkedOn }] : [];
  });
}

/** The last revision of one area's contact; its number is 0 when there is none. */
export async function lastRevision(db: Db, partnershipId: string, areaId: string): Promise<number> {
  const [last] = await db
    .select({ revision: concernContacts.revision })
    .from(concernContacts)
    .where(and(eq(concernContacts.partnershipId, partnershipId), eq(concernContacts.areaId, areaId)))
    .orderBy(desc(concernContacts.revision))
    .limit(1);
  return last?.revision ?? 0;
}

/** Each area with its contact, as a page shows it. */
export function toAreaContacts(areas: readonly { id: string; code: string; name: string }[], last: readonly LastRevision[]): AreaContact[] {
  return areas.map(({ id, code, name }) => {
    const found = last.find((each) => each.areaId === id);
    return { areaId: id, areaCode: code, area: name, revision: found?.revision ?? 0, contact: found?.contact ?? null, checkedOn: found?.checkedOn ?? null };
  });
}
