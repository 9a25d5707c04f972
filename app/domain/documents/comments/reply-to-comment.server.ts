import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { type CommentAddress, lockComment } from "./lock-comment.server.ts";
import { type Said, say } from "./say.server.ts";

/** Replies in an open comment's thread. Refusals: comment-resolved, unknown-person, not-permitted, not-found. */
export async function replyToComment(actor: SessionActor, input: CommentAddress & Said, submission: Submission): Promise<Outcome<{ remarkId: string }>> {
  return change(actor, "reply-to-comment", submission, async (tx) => {
    const { partnershipId, kind } = input;
    const forbidden = forbid(tx.me, "comment", { partnershipId });
    if (forbidden) return forbidden;
    const comment = await lockComment(tx, input);
    if (!comment) return refused("not-found");
    if (comment.resolvedAt) return refused("comment-resolved");
    const remarkId = await say(tx, { id: comment.id, partnershipId, kind }, input);
    if (!remarkId) return refused("unknown-person");
    await appendToLedger(tx, { type: "comment.replied", partnershipId, data: { commentId: comment.id, sectionId: comment.sectionId, remarkId } });
    return done({ remarkId });
  });
}
