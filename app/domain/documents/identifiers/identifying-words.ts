import { findIdentifiers } from "./find-identifiers.ts";

/** Something typed, by what the form calls it. */
export type TypedWords = Readonly<Record<string, string | null>>;

/** What the detectors say of what was typed: a sentence each, with the value masked. */
export interface FoundInWords {
  certain: string[];
  /** `fingerprint` recognises it when it is sent again. */
  possible: { fingerprint: string; text: string }[];
}

/** Looks through everything that was typed for what may say who somebody is. */
export function findInWords(typed: TypedWords): FoundInWords {
  const certain: string[] = [];
  const possible = new Map<string, string>();
  for (const [what, text] of Object.entries(typed)) {
    for (const found of findIdentifiers(text ?? "")) {
      if (found.certain) certain.push(`${what} contains what is certainly a ${found.label} (${found.excerpt})`);
      else possible.set(found.fingerprint, `${what} may contain a ${found.label} (${found.excerpt})`);
    }
  }
  return { certain, possible: [...possible].map(([fingerprint, text]) => ({ fingerprint, text })) };
}

/** What was found and not looked at yet. @param looked fingerprints, as the form sends them */
export function notLookedAt({ possible }: FoundInWords, looked: readonly string[]): FoundInWords["possible"] {
  return possible.filter(({ fingerprint }) => !looked.includes(fingerprint));
}
