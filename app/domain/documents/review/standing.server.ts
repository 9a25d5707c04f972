import { asc, eq } from "drizzle-orm";

import type { SessionTx } from "#db/client.server.ts";
import { reviews } from "#db/schema/index.ts";

import { findLastAuthor } from "./last-author.server.ts";
import { type ReviewStanding, standingOf } from "./rules.ts";

export type ReviewRow = typeof reviews.$inferSelect;

/** Every review of a draft, oldest first. */
export async function listReviews(tx: SessionTx, documentId: string): Promise<ReviewRow[]> {
  return tx.db.select().from(reviews).where(eq(reviews.documentId, documentId)).orderBy(asc(reviews.reviewedAt), asc(reviews.id));
}

/** How a draft stands with its reviewers at its revision now. */
export async function readStanding(tx: SessionTx, document: { id: string; partnershipId: string; revision: number }): Promise<ReviewStanding> {
  const rows = await listReviews(tx, document.id);
  return standingOf(rows, document.revision, rows.length === 0 ? null : await findLastAuthor(tx, document));
}
