import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";

import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import type { Tx } from "#db/client.server.ts";
import { appointments, signatures } from "#db/schema/index.ts";

/** Who holds one of these roles in the partnership today: person ids. */
export async function holdersOf(tx: Tx, partnershipId: string, roles: readonly PartnershipRole[]): Promise<string[]> {
  return heldToday(tx, partnershipId, inArray(appointments.role, [...roles]));
}

/** The lead safeguarding partners of these seats today: person ids. */
export async function leadsOf(tx: Tx, partnershipId: string, seatIds: readonly string[]): Promise<string[]> {
  return heldToday(tx, partnershipId, and(eq(appointments.role, "lsp"), inArray(appointments.seatId, [...seatIds])));
}

/** Whoever has signed the version: person ids. */
export async function signersOf(tx: Tx, versionId: string): Promise<string[]> {
  const rows = await tx.db.select({ personId: signatures.personId }).from(signatures).where(eq(signatures.versionId, versionId));
  return rows.map((row) => row.personId);
}

async function heldToday(tx: Tx, partnershipId: string, which: ReturnType<typeof and>): Promise<string[]> {
  const rows = await tx.db
    .selectDistinct({ personId: appointments.personId })
    .from(appointments)
    .where(and(eq(appointments.partnershipId, partnershipId), which, lte(appointments.startsOn, tx.today), or(isNull(appointments.endsOn), gt(appointments.endsOn, tx.today))));
  return rows.map((row) => row.personId);
}
