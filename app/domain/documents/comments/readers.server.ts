import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";

import { permissionTable } from "#app/domain/access/rules.ts";
import { type PartnershipRole, partnershipRoles, roleLabels } from "#app/domain/access/vocabulary.ts";
import type { SessionTx } from "#db/client.server.ts";
import { appointments, people } from "#db/schema/index.ts";

import type { Reader } from "./comment-view.ts";

const readingRoles: PartnershipRole[] = partnershipRoles.filter((role) => permissionTable["read-drafts"].includes(role));

/** Everybody who may read the drafts of a partnership today, by name. */
export async function listReaders(tx: SessionTx, partnershipId: string): Promise<Reader[]> {
  const rows = await tx.db
    .select({ personId: people.id, name: people.name, role: appointments.role })
    .from(appointments)
    .innerJoin(people, eq(people.id, appointments.personId))
    .where(and(eq(appointments.partnershipId, partnershipId), inArray(appointments.role, readingRoles), lte(appointments.startsOn, tx.today), or(isNull(appointments.endsOn), gt(appointments.endsOn, tx.today))))
    .orderBy(people.name, people.id);
  const byPerson = new Map<string, Reader>();
  for (const { personId, name, role } of rows) {
    const before = byPerson.get(personId)?.role;
    const label = roleLabels[role];
    byPerson.set(personId, { personId, name, role: before && before !== label ? `${before}, ${label.toLowerCase()}` : label });
  }
  return [...byPerson.values()];
}
