import { and, desc, eq, inArray, sql } from "drizzle-orm";

import type { LedgerEventType } from "#app/domain/ledger/events.ts";
import type { SessionTx } from "#db/client.server.ts";
import { ledgerEntries, ledgerPayloads } from "#db/schema/index.ts";

/** What changes a draft. Comments and reviews do not. */
const drafting: LedgerEventType[] = [
  "document.started",
  "document.word-taken-in",
  "document.saved",
  "section.added",
  "section.removed",
  "section.restored",
  "section.saved",
  "section.moved",
  "gap.declared",
  "gap.withdrawn",
  "file.added",
  "file.removed",
];

/** Who changed a draft last, as the ledger has it: a person's id, or null when nobody is known to have. */
export async function findLastAuthor(tx: SessionTx, document: { id: string; partnershipId: string }): Promise<string | null> {
  const [entry] = await tx.db
    .select({ actor: ledgerEntries.actor })
    .from(ledgerEntries)
    .innerJoin(ledgerPayloads, and(eq(ledgerPayloads.chain, ledgerEntries.chain), eq(ledgerPayloads.seq, ledgerEntries.seq)))
    .where(and(eq(ledgerEntries.partnershipId, document.partnershipId), inArray(ledgerEntries.type, drafting), sql`convert_from(${ledgerPayloads.body}, 'UTF8')::jsonb->>'documentId' = ${document.id}`))
    .orderBy(desc(ledgerEntries.seq))
    .limit(1);
  return entry?.actor.startsWith("person:") ? entry.actor.slice("person:".length) : null;
}
