import { type Outcome, refused } from "#app/domain/shared/refusals.ts";

import { findInWords, notLookedAt, type TypedWords } from "./identifying-words.ts";

/** Why these words may not be kept, or null. The detail has a line for each thing found, with its value masked. */
export function refuseWords(typed: TypedWords, looked: readonly string[]): Extract<Outcome<never>, { ok: false }> | null {
  const found = findInWords(typed);
  if (found.certain.length > 0) return refused("identifier-in-words", found.certain.join("\n"));
  const open = notLookedAt(found, looked);
  return open.length > 0 ? refused("words-not-looked-at", open.map(({ text }) => text).join("\n")) : null;
}
