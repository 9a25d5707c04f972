import { as, type SessionActor } from "#db/client.server.ts";

import { buildContent } from "./build-content.server.ts";
import { compareContents } from "./compare.server.ts";
import type { Comparison } from "./comparison.ts";
import { readDraft } from "./draft-queries.server.ts";
import { findVersionContent, readSummaries } from "./version-queries.server.ts";
import type { VersionSummary } from "./version-view.ts";
import type { DocumentKind } from "./vocabulary.ts";

/** What differs in the draft. `since` and `comparison` are null when no version can be compared with. */
export interface DraftChanges {
  /** The versions whose text stands, newest first. */
  versions: VersionSummary[];
  since: VersionSummary | null;
  comparison: Comparison | null;
}

/**
 * The draft as it would be frozen now, names and dates filled from the records, compared with a frozen version: the one
 * asked for, or the newest. Null without a draft the actor may see, or when the version asked for does not stand.
 */
export async function findDraftChanges(actor: SessionActor, partnershipId: string, kind: DocumentKind, asked: number | null): Promise<DraftChanges | null> {
  const draft = await as(actor, (tx) => readDraft(tx, partnershipId, kind));
  if (!draft) return null;
  const versions = (await as(actor, (tx) => readSummaries(tx, partnershipId, kind))).filter((version) => !version.takenDownAt);
  const since = versions.find((version) => asked === null || version.number === asked) ?? null;
  if (asked !== null && !since) return null;
  const before = since && (await findVersionContent(actor, partnershipId, kind, since.number));
  if (!before) return { versions, since: null, comparison: null };
  const facts = { number: (draft.latestVersion?.number ?? 0) + 1, frozenAt: "1970-01-01T00:00:00Z", salt: "0".repeat(64) };
  return { versions, since, comparison: compareContents(before, buildContent(draft, facts).content) };
}
