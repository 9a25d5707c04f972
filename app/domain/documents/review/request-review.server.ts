import { forbid } from "#app/domain/access/require.server.ts";
import { permissionTable } from "#app/domain/access/rules.ts";
import { partnershipRoles } from "#app/domain/access/vocabulary.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { reviewRequests } from "#db/schema/index.ts";

import { lockDraft } from "../lock-draft.server.ts";
import type { DocumentKind } from "../vocabulary.ts";

const reviewers = partnershipRoles.filter((role) => permissionTable["review-draft"].includes(role));

/**
 * Asks everybody who may review for a review of the draft as it stands, once for each of its revisions.
 * Refusals: stale, nothing-to-change when asked already, not-permitted, not-found.
 */
export async function requestReview(
  actor: SessionActor,
  input: { partnershipId: string; kind: DocumentKind; revision: number },
  submission: Submission,
): Promise<Outcome<{ asked: number }>> {
  return change(actor, "request-review", submission, async (tx) => {
    const { partnershipId, kind, revision } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, kind);
    if (!draft) return refused("not-found");
    if (draft.revision !== revision) return refused("stale");
    await tx.db.insert(reviewRequests).values({ partnershipId, documentId: draft.id, revision, askedAt: tx.now, askedBy: tx.me.personId });
    await appendToLedger(tx, { type: "review.requested", partnershipId, data: { documentId: draft.id, kind, revision } });
    const asked = (await holdersOf(tx, partnershipId, reviewers)).filter((personId) => personId !== tx.me.personId);
    await notify(tx, { kind: "review-requested", partnershipId, document: kind, by: tx.me.name }, asked);
    return done({ asked: asked.length });
  });
}
