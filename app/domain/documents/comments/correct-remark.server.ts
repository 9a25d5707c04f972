import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { remarks } from "#db/schema/index.ts";

import { type CommentAddress, findRemark, lockComment } from "./lock-comment.server.ts";

export interface CorrectRemarkInput extends CommentAddress {
  remarkId: string;
  /** Normalised; null takes the words back, and they are gone. */
  text: string | null;
}

/**
 * Puts one's own words in a comment right, or takes them back. That it was done is shown; what stood there is not kept.
 * Refusals: not-your-words, nothing-to-change, not-permitted, not-found.
 */
export async function correctRemark(actor: SessionActor, input: CorrectRemarkInput, submission: Submission): Promise<Outcome<{ remarkId: string }>> {
  return change(actor, "correct-remark", submission, async (tx) => {
    const { partnershipId, text } = input;
    const forbidden = forbid(tx.me, "comment", { partnershipId });
    if (forbidden) return forbidden;
    const comment = await lockComment(tx, input);
    const remark = comment && (await findRemark(tx, comment, input.remarkId));
    if (!comment || !remark) return refused("not-found");
    if (remark.saidBy !== tx.me.personId) return refused("not-your-words");
    if (remark.text === null || remark.text === text) return refused("nothing-to-change");
    await tx.db
      .update(remarks)
      .set(text === null ? { text, withdrawnAt: tx.now } : { text, correctedAt: tx.now })
      .where(eq(remarks.id, remark.id));
    const data = { commentId: comment.id, sectionId: comment.sectionId, remarkId: remark.id };
    await appendToLedger(tx, { type: text === null ? "comment.withdrawn" : "comment.corrected", partnershipId, data });
    return done({ remarkId: remark.id });
  });
}
