/** A run of words in a comparison. */
export interface DiffPart {
  change: "same" | "added" | "removed";
  text: string;
}

/** One paragraph, heading, list item or table row, with what changed in it. */
export interface DiffLine {
  kind: "heading" | "paragraph" | "item" | "row";
  parts: DiffPart[];
}

export type SectionChange = "added" | "removed" | "changed" | "moved" | "unchanged";

/** One section of the later version (or one that is gone), compared with the same section before. */
export interface SectionDiff {
  id: string;
  /** Set on the page for young people, which stands without a number. */
  audience: "young-people" | null;
  /** The number it has now; the number it had when it is gone. */
  number: number;
  title: DiffPart[];
  change: SectionChange;
  /** Where it stood before, when it has another number now. */
  movedFrom: number | null;
  /** All its lines, those that are the same included. */
  lines: DiffLine[];
  added: number;
  removed: number;
}

/** A fact about the document that differs: its title, dates, signatories or stated gaps. */
export interface FactDiff {
  fact: string;
  before: string | null;
  after: string | null;
}

/** What is different in `after`. `added` and `removed` on a section count words. */
export interface Comparison {
  before: number;
  after: number;
  facts: FactDiff[];
  sections: SectionDiff[];
}

/** The sections that differ, which is what "3 sections changed" counts. */
export function changedSections(comparison: Comparison): SectionDiff[] {
  return comparison.sections.filter((section) => section.change !== "unchanged");
}

/** "Changed: 14 words added, 3 removed", "New section", "Moved from section 4". */
export function describeChange(section: SectionDiff): string {
  const moved = section.movedFrom ? `moved from section ${String(section.movedFrom)}` : "";
  switch (section.change) {
    case "added":
      return "New section";
    case "removed":
      return "Section removed";
    case "moved":
      return `Moved from section ${String(section.movedFrom)}, same words`;
    case "unchanged":
      return "Same words";
    case "changed": {
      const words = (count: number) => `${String(count)} ${count === 1 ? "word" : "words"}`;
      const counts = [section.added > 0 && `${words(section.added)} added`, section.removed > 0 && `${words(section.removed)} removed`].filter(Boolean).join(", ");
      return [counts || "Layout changed, same words", moved].filter(Boolean).join("; ");
    }
  }
}
