import type { DocumentKind } from "#app/domain/documents/vocabulary.ts";

import type { ProposalKind } from "./vocabulary.ts";

/** What waits for the holder of an office, and passes to whoever holds it next. */
export interface OpenBusiness {
  /** Versions that the seat has not signed. What it has signed stands. */
  versions: { id: string; kind: DocumentKind; number: number }[];
  /** Proposals to which the seat has not agreed. */
  proposals: { id: string; kind: ProposalKind }[];
  /** What the lead delegated, in force today: the next lead confirms it. */
  delegations: { scope: string }[];
  /** Personal identifiers that this person proposed to let through and nobody confirmed. */
  overrides: number;
}
