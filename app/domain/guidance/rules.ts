import { expanded } from "#app/domain/shared/abbreviations.ts";
import type { GuidanceItem } from "./vocabulary.ts";

/** Where a document answers one item of the guidance. */
export interface ItemCoverage {
  itemId: string;
  title: string;
  strength: "must" | "should";
  inForce: boolean;
  /** Numbers of the sections that cover it, counted from 1. */
  sections: number[];
  /** The stated reason for not covering it, or null. */
  notCovered: string | null;
}

/**
 * Each item the edition asks for, with the sections that cover it or the stated gap.
 * A section with no text covers nothing. A gap counts only while no section covers the item.
 */
export function coverage(
  items: readonly GuidanceItem[],
  sections: readonly { body: string; items: readonly string[] }[],
  gaps: readonly { itemId: string; reason: string }[],
): ItemCoverage[] {
  return items.map((item) => {
    const covering = sections.flatMap((section, index) => (section.items.includes(item.id) && section.body.trim() !== "" ? [index + 1] : []));
    const gap = gaps.find((declared) => declared.itemId === item.id);
    return {
      itemId: item.id,
      title: item.title,
      strength: item.strength,
      inForce: item.inForce,
      sections: covering,
      notCovered: covering.length === 0 && item.strength === "should" && gap ? gap.reason : null,
    };
  });
}

/**
 * What still stands between a document and the edition: a `must` item in force needs a section;
 * a `should` item in force needs a section or a declared gap; an item not yet in force needs nothing.
 */
export function uncovered(rows: readonly ItemCoverage[]): ItemCoverage[] {
  return rows.filter((row) => row.inForce && row.sections.length === 0 && row.notCovered === null);
}

/** Whether `id` took the place of `earlier`, at once or through others. */
export function isNewer(editions: readonly { id: string; replaces: string | null }[], id: string, earlier: string): boolean {
  const seen = new Set<string>();
  for (let at = editions.find((each) => each.id === id); at?.replaces && !seen.has(at.id); at = editions.find((each) => each.id === at?.replaces)) {
    if (at.replaces === earlier) return true;
    seen.add(at.id);
  }
  return false;
}

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\bCA04\b/g, "Children Act 2004"],
  [/\bCWSA (?=\d{4}\b)/g, "Children’s Wellbeing and Schools Act "],
  [/\bWT (?=\d{4}\b)/g, "Working Together "],
  [/\bs\.(?=\d)/g, "section "],
  [/\bICB\b/g, expanded("ICB")],
  [/\bVCSE\b/g, expanded("VCSE")],
];

/** The words of an item or its source with the short forms of the rule files written out for readers. */
export function inFull(words: string): string {
  return shortForms.reduce((text, [short, full]) => text.replace(short, full), words);
}
