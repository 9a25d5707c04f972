import { findCertain } from "./find-certain.ts";
import { findPossible } from "./find-possible.ts";
import { IDENTIFIERS } from "./finding.ts";
import type { Identifier, Match } from "./finding.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { fold } from "./fold.ts";
import { mask } from "./mask.ts";

export type { Identifier, IdentifierKind } from "./finding.ts";

/**
 * Details in a text that may say who a person is, in order of appearance. Give it the exact text that would be
 * published. Identifiers with check digits are always found, also with spaces, hyphens or a line end inside them.
 */
export function findIdentifiers(text: string): Identifier[] {
  const folded = fold(text);
  const matches = withoutOverlaps([...findCertain(folded), ...findPossible(folded, text)]);
  let line = 1;
  let counted = 0;
  return matches.map(({ kind, index, length }) => {
    line += countLineEnds(text, counted, index);
    counted = index;
    const value = text.slice(index, index + length);
    return { kind, ...IDENTIFIERS[kind], excerpt: mask(kind, value), index, line, fingerprint: fingerprintOf(kind, value) };
  });
}

/** Where two overlap, a certain one stays before a possible one, then the longer. */
function withoutOverlaps(matches: Match[]): Match[] {
  const byWeight = [...matches].sort(
    (a, b) => Number(IDENTIFIERS[b.kind].certain) - Number(IDENTIFIERS[a.kind].certain) || b.length - a.length || a.index - b.index,
  );
  const taken = new Set<number>();
  const kept = byWeight.filter((match) => {
    const places = Array.from({ length: match.length }, (_, offset) => match.index + offset);
    if (places.some((place) => taken.has(place))) return false;
    for (const place of places) taken.add(place);
    return true;
  });
  return kept.sort((a, b) => a.index - b.index);
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
