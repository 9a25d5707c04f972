import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { documents } from "#db/schema/index.ts";

import type { DraftDetails } from "./draft-details.ts";
import { detailsStamp } from "./details-stamp.server.ts";
import { countChange, lockDraft } from "./lock-draft.server.ts";
import type { DocumentKind } from "./vocabulary.ts";

export interface SaveDetailsInput {
  partnershipId: string;
  kind: DocumentKind;
  /** The stamp of the details the person began from; others are refused as stale. Saves of sections do not count. */
  stamp: string;
  details: DraftDetails;
}

/** Saves a draft's title, dates and change note. Refusals: stale, not-permitted, not-found. */
export async function saveDetails(actor: SessionActor, input: SaveDetailsInput, submission: Submission): Promise<Outcome<{ changed: boolean }>> {
  return change<{ changed: boolean }>(actor, "save-details", submission, async (tx) => {
    const { partnershipId, details } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, input.kind);
    if (!draft) return refused("not-found");
    if (detailsStamp(draft) === detailsStamp(details)) return done({ changed: false });
    if (detailsStamp(draft) !== input.stamp) return refused("stale");
    const { title, inForceFrom, nextReviewOn, changeNote } = details;
    await tx.db.update(documents).set({ title, inForceFrom, nextReviewOn, changeNote }).where(eq(documents.id, draft.id));
    const revision = await countChange(tx, draft);
    await appendToLedger(tx, { type: "document.saved", partnershipId, data: { documentId: draft.id, revision } });
    return done({ changed: true });
  });
}
