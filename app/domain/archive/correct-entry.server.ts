import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { findEntry, lockArchive, publishEntry } from "./publish-entry.server.ts";
import { type EntryToPublish, refuseEntry } from "./refuse-entry.server.ts";
import { whatItSaid } from "./vocabulary.ts";

export interface CorrectArchiveEntryInput extends EntryToPublish {
  partnershipId: string;
  entryId: string;
  /** The state the person began from; another is refused as stale. */
  revision: number;
  /** Why, for the public. */
  reason: string;
}

/**
 * Puts an earlier document's entry right; without a file it keeps the one it has. What it said before stays on record, in
 * public. Refusals: stale, nothing-to-change, entry-removed, no-file-or-link, impossible-dates, identifier-in-file,
 * file-not-looked-at, not-found, not-permitted.
 */
export async function correctArchiveEntry(actor: SessionActor, input: CorrectArchiveEntryInput, submission: Submission): Promise<Outcome<{ entryId: string }>> {
  return change(actor, "correct-archive-entry", submission, async (tx) => {
    const { partnershipId, entryId, details, reason } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const refusal = refuseEntry(tx, input);
    if (refusal) return refusal;
    await lockArchive(tx, partnershipId);
    const entry = await findEntry(tx, partnershipId, entryId);
    if (!entry) return refused("not-found");
    const { facts, outline } = entry;
    if (entry.removed || !outline) return refused("entry-removed");
    if (facts.revision !== input.revision) return refused("stale");
    const file = input.file ?? facts.file;
    if (!file && !details.link) return refused("no-file-or-link");
    const said = { ...facts, title: outline.title, link: outline.link };
    const now = input.file ? { sha256: sha256Hex(input.file.bytes), size: input.file.bytes.length, pages: input.file.pages } : facts.file;
    if (whatItSaid(said, { ...details, file: now }).length === 0) return refused("nothing-to-change");
    const revision = facts.revision + 1;
    const hashes = await publishEntry(tx, partnershipId, { entryId, revision, details, office: officeOf(tx.me, partnershipId, "edit-drafts"), reason, file });
    await appendToLedger(tx, { type: "archive.entry-corrected", partnershipId, data: { entryId, revision, ...hashes } });
    return done({ entryId });
  });
}
