import { desc, eq } from "drizzle-orm";

import { as, type SessionActor } from "#db/client.server.ts";
import { reviewRequests } from "#db/schema/index.ts";

import { countOpenComments } from "../comments/queries.server.ts";
import { readDraft, readNames, readReadiness } from "../draft-queries.server.ts";
import type { DocumentKind } from "../vocabulary.ts";
import { findLastAuthor } from "./last-author.server.ts";
import type { ReviewView } from "./review-view.ts";
import { listReviews } from "./standing.server.ts";

/** How a draft stands with its reviewers, or null without a draft the actor may see. */
export async function findReview(actor: SessionActor, partnershipId: string, kind: DocumentKind): Promise<ReviewView | null> {
  return as(actor, async (tx) => {
    const draft = await readDraft(tx, partnershipId, kind);
    if (!draft) return null;
    const { id, title, revision } = draft.document;
    const rows = await listReviews(tx, id);
    const [asked] = await tx.db.select().from(reviewRequests).where(eq(reviewRequests.documentId, id)).orderBy(desc(reviewRequests.revision)).limit(1);
    const author = await findLastAuthor(tx, draft.document);
    const names = await readNames(tx, [author, asked?.askedBy ?? null, ...rows.map((row) => row.reviewedBy)]);
    const name = (personId: string) => names(personId) ?? "Somebody who has left";
    const open = await countOpenComments(tx, id);
    return {
      title,
      revision,
      state: draft.review.state,
      lastAuthor: author === null ? null : { personId: author, name: name(author) },
      asked: asked ? { by: name(asked.askedBy), at: asked.askedAt, current: asked.revision === revision } : null,
      reviews: rows.reverse().map((row) => ({ id: row.id, by: name(row.reviewedBy), at: row.reviewedAt, outcome: row.outcome, words: row.words, current: row.revision === revision })),
      openComments: [...open.values()].reduce((sum, count) => sum + count, 0),
      errors: (await readReadiness(tx, draft)).errors.length,
    };
  });
}
