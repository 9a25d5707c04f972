import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { comments } from "#db/schema/index.ts";

import { type CommentAddress, lockComment } from "./lock-comment.server.ts";
import { mayResolve } from "./rules.ts";

/**
 * Resolves a comment, or opens it again: by whoever made it or those who may change the text.
 * Refusals: nothing-to-change, not-permitted, not-found.
 */
export async function resolveComment(actor: SessionActor, input: CommentAddress & { resolved: boolean }, submission: Submission): Promise<Outcome<{ sectionId: string }>> {
  return change(actor, "resolve-comment", submission, async (tx) => {
    const { partnershipId, resolved } = input;
    const forbidden = forbid(tx.me, "comment", { partnershipId });
    if (forbidden) return forbidden;
    const comment = await lockComment(tx, input);
    if (!comment) return refused("not-found");
    if (!mayResolve(tx.me, comment)) return refused("not-permitted");
    if ((comment.resolvedAt !== null) === resolved) return refused("nothing-to-change");
    await tx.db
      .update(comments)
      .set(resolved ? { resolvedAt: tx.now, resolvedBy: tx.me.personId } : { resolvedAt: null, resolvedBy: null })
      .where(eq(comments.id, comment.id));
    await appendToLedger(tx, { type: resolved ? "comment.resolved" : "comment.reopened", partnershipId, data: { commentId: comment.id, sectionId: comment.sectionId } });
    return done({ sectionId: comment.sectionId });
  });
}
