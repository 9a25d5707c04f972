import { randomUUID } from "node:crypto";

import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { reviewRequests, reviews } from "#db/schema/index.ts";

import { type DraftRow, lockDraft } from "../lock-draft.server.ts";
import type { DocumentKind } from "../vocabulary.ts";
import { findLastAuthor } from "./last-author.server.ts";
import type { ReviewOutcome } from "./rules.ts";

export interface ReviewDraftInput {
  partnershipId: string;
  kind: DocumentKind;
  /** The draft's revision that was read; a later one is refused as stale. */
  revision: number;
  outcome: ReviewOutcome;
  /** Normalised; at least five characters when changes are wanted. */
  words: string | null;
}

/**
 * Says of a draft, as it stands at this revision, that it is ready to be frozen or that changes are wanted. The draft
 * does not change by it. Refusals: stale, not-permitted, not-found.
 */
export async function reviewDraft(actor: SessionActor, input: ReviewDraftInput, submission: Submission): Promise<Outcome<{ reviewId: string }>> {
  return change(actor, "review-draft", submission, async (tx) => {
    const { partnershipId, kind, revision, outcome, words } = input;
    const forbidden = forbid(tx.me, "review-draft", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, kind);
    if (!draft) return refused("not-found");
    if (draft.revision !== revision) return refused("stale");
    const reviewId = randomUUID();
    await tx.db.insert(reviews).values({ id: reviewId, partnershipId, documentId: draft.id, revision, outcome, words, reviewedAt: await afterTheLast(tx, draft), reviewedBy: tx.me.personId });
    await appendToLedger(tx, { type: "review.recorded", partnershipId, data: { documentId: draft.id, kind, reviewId, revision, outcome } });
    await notify(tx, { kind: "review-recorded", partnershipId, document: kind, by: tx.me.name, outcome }, await concerned(tx, draft));
    return done({ reviewId });
  });
}

/** Reviews of a draft are in one order, also within one tick of the clock. */
async function afterTheLast(tx: SessionTx, draft: DraftRow): Promise<Date> {
  const rows = await tx.db.select({ at: reviews.reviewedAt }).from(reviews).where(eq(reviews.documentId, draft.id));
  return new Date(Math.max(tx.now.getTime(), ...rows.map((row) => row.at.getTime() + 1)));
}

/** Whoever asked for a review and still belongs here, whoever changed the draft last, and those who keep the records. */
async function concerned(tx: SessionTx, draft: DraftRow): Promise<string[]> {
  const editors = await holdersOf(tx, draft.partnershipId, ["dsp", "chair", "business-manager"]);
  const asked = await tx.db.select({ by: reviewRequests.askedBy }).from(reviewRequests).where(eq(reviewRequests.documentId, draft.id));
  const author = await findLastAuthor(tx, draft);
  const told = new Set([...asked.map((row) => row.by), author]);
  return [...editors.filter((personId) => told.has(personId)), ...(await holdersOf(tx, draft.partnershipId, ["business-manager"]))];
}
