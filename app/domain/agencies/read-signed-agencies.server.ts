import type { Tx } from "#db/client.server.ts";

import { listNamed } from "./queries.server.ts";
import type { SignedAgency } from "./signed-agencies.ts";

/** The agencies that are named now, as arrangements hold them. */
export async function readSignedAgencies(tx: Tx, partnershipId: string): Promise<SignedAgency[]> {
  const named = await listNamed(tx, partnershipId);
  return named.flatMap(({ agencyId, legalName, category, inclusion, reason, howWeWork, namedOn }) =>
    reason === null || namedOn === null ? [] : [{ id: agencyId, name: legalName, category: category.id, categoryTitle: category.title, sector: category.sector, inclusion, reason, howWeWork, namedOn }],
  );
}
