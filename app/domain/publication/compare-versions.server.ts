import { compareContents } from "#app/domain/documents/compare.server.ts";
import type { Comparison } from "#app/domain/documents/comparison.ts";
import { parseCanonical } from "#app/domain/documents/text/canonical.server.ts";

import { readBodies } from "./queries.server.ts";
import type { PublishedVersion } from "./rules.ts";

/** The last comparisons made, oldest first. Both versions of each are immutable; whether they may be read is asked anew each time. */
const kept = new Map<string, Comparison>();
const mostKept = 8;

/** What changed between two published versions, from their signed bytes. Null when either is taken down. */
export async function comparePublished(before: PublishedVersion, after: PublishedVersion): Promise<Comparison | null> {
  const pair = `${before.sha256.content} ${after.sha256.content}`;
  const [earlier, later] = await Promise.all([before, after].map(({ publicationId }) => readBodies(publicationId, ["content"])));
  const known = kept.get(pair);
  kept.delete(pair);
  if (!earlier?.content || !later?.content) return null;
  const comparison = known ?? compareContents(parseCanonical(earlier.content), parseCanonical(later.content));
  kept.set(pair, comparison);
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
  return comparison;
}
