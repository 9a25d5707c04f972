import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";

import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { organisations, partnershipAreas } from "#db/schema/index.ts";

import type { AreaContact } from "./contact.ts";
import { listLastContacts, toAreaContacts } from "./contacts.server.ts";

/** The areas a partnership covers today, by name. */
export async function listAreas({ db, today }: Pick<SessionTx, "db" | "today">, partnershipId: string): Promise<{ id: string; code: string; name: string }[]> {
  return db
    .select({ id: organisations.id, code: organisations.code, name: organisations.name })
    .from(partnershipAreas)
    .innerJoin(organisations, eq(organisations.id, partnershipAreas.organisationId))
    .where(and(eq(partnershipAreas.partnershipId, partnershipId), lte(partnershipAreas.validFrom, today), or(isNull(partnershipAreas.validTo), gt(partnershipAreas.validTo, today))))
    .orderBy(asc(organisations.name));
}

/** Whom to call in each area the partnership covers today. */
export async function listAreaContacts(actor: SessionActor, partnershipId: string): Promise<AreaContact[]> {
  return as(actor, async (tx) => toAreaContacts(await listAreas(tx, partnershipId), await listLastContacts(tx.db, partnershipId)));
}
