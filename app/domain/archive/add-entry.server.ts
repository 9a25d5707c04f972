import { randomUUID } from "node:crypto";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { lockArchive, publishEntry } from "./publish-entry.server.ts";
import { type EntryToPublish, refuseEntry } from "./refuse-entry.server.ts";

/**
 * Adds an earlier document, published elsewhere before, to the public list at once. Refusals: no-file-or-link,
 * impossible-dates, identifier-in-file, file-not-looked-at (their details say where), not-permitted.
 */
export async function addArchiveEntry(actor: SessionActor, input: EntryToPublish & { partnershipId: string }, submission: Submission): Promise<Outcome<{ entryId: string }>> {
  return change(actor, "add-archive-entry", submission, async (tx) => {
    const { partnershipId, details, file } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    if (!file && !details.link) return refused("no-file-or-link");
    const refusal = refuseEntry(tx, input);
    if (refusal) return refusal;
    const entryId = randomUUID();
    await lockArchive(tx, partnershipId);
    const hashes = await publishEntry(tx, partnershipId, { entryId, revision: 1, details, office: officeOf(tx.me, partnershipId, "edit-drafts"), reason: null, file });
    await appendToLedger(tx, { type: "archive.entry-added", partnershipId, data: { entryId, kind: details.kind, revision: 1, ...hashes } });
    return done({ entryId });
  });
}
