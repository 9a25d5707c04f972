import { and, asc, eq } from "drizzle-orm";

import type { Db } from "#db/client.server.ts";
import { guidanceItems } from "#db/schema/index.ts";

import type { GuidanceItem } from "./vocabulary.ts";

/** What an edition asks of a document, in its own order. */
export async function listGuidanceItems(tx: { db: Db }, editionId: string, document: "arrangements" | "yearly-report"): Promise<GuidanceItem[]> {
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
