import { compareContents } from "#app/domain/documents/compare.server.ts";
import { changedSections } from "#app/domain/documents/comparison.ts";
import { findVersionContent } from "#app/domain/documents/version-queries.server.ts";
import type { VersionView } from "#app/domain/documents/version-view.ts";

import type { DocumentMember } from "../require-document.server.ts";

/** How much differs from the version this person should compare with; null when there is none that can be read. */
export async function countChanges({ actor, at, partnership, version }: DocumentMember & { version: VersionView }): Promise<{ since: number; sections: number; facts: number } | null> {
  if (version.comparedWith === null) return null;
  const before = await findVersionContent(actor, partnership.id, at.kind, version.comparedWith);
  const after = await findVersionContent(actor, partnership.id, at.kind, version.number);
  if (!before || !after) return null;
  const comparison = compareContents(before, after);
  return { since: version.comparedWith, sections: changedSections(comparison).length, facts: comparison.facts.length };
}
