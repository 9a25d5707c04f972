import type { IdentifierKind } from "./finding.ts";

/**
 * Tells one finding from another without keeping the value: the kind and 16 bits of a hash, on purpose so few that some
 * ten thousand valid numbers share each fingerprint. It may therefore stand in the ledger for ever.
 */
export function fingerprintOf(kind: IdentifierKind, value: string): string {
  const bare = value.toUpperCase().replace(/[^\p{L}\p{N}@]/gu, "");
  let hash = 0x811c9dc5;
  for (const character of `${kind}:${bare}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  const folded = ((hash >>> 16) ^ hash) & 0xffff;
  return `${kind}:${folded.toString(16).padStart(4, "0")}`;
}
