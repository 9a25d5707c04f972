import { eq, max } from "drizzle-orm";

import type { Terms } from "#app/domain/partnerships/directory.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { appointmentTerms } from "#db/schema/index.ts";

/** What is recorded of an appointment's terms; what is left out was not recorded. ISO dates. */
export type TermsInput = Partial<Terms>;

/** Adds the next revision of an appointment's terms, with its ledger entry. Earlier revisions stay. */
export async function insertTerms(tx: SessionTx, { partnershipId, appointmentId }: { partnershipId: string; appointmentId: string }, terms: TermsInput): Promise<number> {
  const [last] = await tx.db.select({ revision: max(appointmentTerms.revision) }).from(appointmentTerms).where(eq(appointmentTerms.appointmentId, appointmentId));
  const revision = (last?.revision ?? 0) + 1;
  await tx.db.insert(appointmentTerms).values({ partnershipId, appointmentId, revision, ...terms, recordedAt: tx.now, recordedBy: tx.me.personId });
  await appendToLedger(tx, { type: "terms.recorded", partnershipId, data: { appointmentId, revision } });
  return revision;
}
