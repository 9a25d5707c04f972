import { randomUUID } from "node:crypto";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { comments } from "#db/schema/index.ts";

import { lockDraft, lockSection } from "../lock-draft.server.ts";
import type { DocumentKind } from "../vocabulary.ts";
import { type Said, say } from "./say.server.ts";

export interface OpenCommentInput extends Said {
  partnershipId: string;
  kind: DocumentKind;
  sectionId: string;
  /** The section's revision that was read. */
  revision: number;
}

/**
 * Comments on a section as it read at one of its revisions. The draft does not change by it.
 * Refusals: section-removed, unknown-person, not-permitted, not-found.
 */
export async function openComment(actor: SessionActor, input: OpenCommentInput, submission: Submission): Promise<Outcome<{ commentId: string }>> {
  return change(actor, "open-comment", submission, async (tx) => {
    const { partnershipId, kind } = input;
    const forbidden = forbid(tx.me, "comment", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, kind);
    const section = draft && (await lockSection(tx, draft, input.sectionId));
    if (!draft || !section) return refused("not-found");
    if (section.removedAt) return refused("section-removed");
    const sectionRevision = Math.max(1, Math.min(input.revision, section.revision));
    const commentId = randomUUID();
    await tx.db.insert(comments).values({ id: commentId, partnershipId, documentId: draft.id, sectionId: section.id, sectionRevision, openedAt: tx.now, openedBy: tx.me.personId });
    if (!(await say(tx, { id: commentId, partnershipId, kind }, input))) return refused("unknown-person");
    await appendToLedger(tx, { type: "comment.opened", partnershipId, data: { documentId: draft.id, sectionId: section.id, sectionRevision, commentId } });
    return done({ commentId });
  });
}
