import type { ReadFile } from "#app/domain/documents/file/vocabulary.ts";
import { type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionTx } from "#db/client.server.ts";

import { checkArchiveFile } from "./check-file.ts";
import type { ArchiveDetails } from "./vocabulary.ts";

export interface EntryToPublish {
  details: ArchiveDetails;
  /** A PDF that was read, to be published with it. */
  file: ReadFile | null;
  /** Whether the person looked at what the detectors think possible, and says that it may be published. */
  looked: boolean;
}

/** Why an entry may not be published as it is, or null. The detail has a line for each thing found in the file. */
export function refuseEntry(tx: SessionTx, { details, file, looked }: EntryToPublish): Extract<Outcome<never>, { ok: false }> | null {
  if (details.publishedOn && details.publishedOn > tx.today) return refused("impossible-dates", "The date it was published cannot be in the future");
  const { certain, possible } = checkArchiveFile(file);
  if (certain.length > 0) return refused("identifier-in-file", certain.join("\n"));
  if (possible.length > 0 && !looked) return refused("file-not-looked-at", possible.join("\n"));
  return null;
}
