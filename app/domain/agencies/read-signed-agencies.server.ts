import { withheldAgencyWords } from "#app/domain/publication/withheld-agencies.ts";
import { maskNames } from "#app/domain/shared/mask-names.ts";
import type { Tx } from "#db/client.server.ts";

import { listNamed } from "./queries.server.ts";
import type { SignedAgency } from "./signed-agencies.ts";
import { listWithheldNames } from "./withholdings/queries.server.ts";

/**
 * The agencies that are named now, as arrangements hold them. Those whose names are withheld come last, so that their place
 * in the alphabet tells nothing, and stand in nobody else's words either.
 */
export async function readSignedAgencies(tx: Tx, partnershipId: string): Promise<SignedAgency[]> {
  const mask = maskNames(await listWithheldNames(tx, partnershipId), withheldAgencyWords);
  const named = await listNamed(tx, partnershipId);
  const read = named.flatMap(({ agencyId, legalName, category, inclusion, reason, howWeWork, namedOn, nameWithheld }): SignedAgency[] => {
    if (reason === null || namedOn === null) return [];
    const from = { category: category.id, categoryTitle: category.title, sector: category.sector, inclusion };
    return nameWithheld ? [{ withheld: true, ...from }] : [{ id: agencyId, name: legalName, ...from, reason: mask(reason), howWeWork: howWeWork && mask(howWeWork), namedOn }];
  });
  return [...read.filter((each) => !("withheld" in each)), ...read.filter((each) => "withheld" in each)];
}
