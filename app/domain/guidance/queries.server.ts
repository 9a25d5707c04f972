import { and, asc, eq } from "drizzle-orm";

import type { Db } from "#db/client.server.ts";
import { guidanceItems } from "#db/schema/index.ts";

import type { GuidanceDocument, GuidanceItem } from "./vocabulary.ts";

/** What an edition asks of a document, in its own order; nothing of a kind that no edition describes. */
export async function listGuidanceItems(tx: { db: Db }, editionId: string, document: GuidanceDocument | null): Promise<GuidanceItem[]> {
  if (document === null) return [];
  return tx.db
    .select({
      id: guidanceItems.id,
      strength: guidanceItems.strength,
      title: guidanceItems.title,
      summary: guidanceItems.summary,
      basis: guidanceItems.basis,
      condition: guidanceItems.condition,
      confidence: guidanceItems.confidence,
      inForce: guidanceItems.inForce,
      inForceFrom: guidanceItems.inForceFrom,
      inForceNote: guidanceItems.inForceNote,
    })
    .from(guidanceItems)
    .where(and(eq(guidanceItems.editionId, editionId), eq(guidanceItems.document, document)))
    .orderBy(asc(guidanceItems.position));
}
