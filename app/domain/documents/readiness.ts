import type { FundingPlace } from "#app/domain/funding/draft-budget.ts";

/** One line of the readiness checklist: an error blocks freezing, a warning needs a typed reason. */
export interface ReadinessLine {
  severity: "error" | "warning";
  /** Stable for as long as the cause is there; a warning's reason is kept under it. */
  code: string;
  text: string;
  /** The place to put it right. */
  place: { kind: "section"; sectionId: string } | { kind: "item"; itemId: string } | { kind: "details" } | { kind: "people" } | { kind: "sections" } | { kind: "file" } | { kind: "review" } | FundingPlace;
  /** Set for a certain identifier: two people may let exactly this text through. */
  identifier?: { fingerprint: string; kind: string };
}

export interface Readiness {
  errors: ReadinessLine[];
  warnings: ReadinessLine[];
}

/** The warnings that have no typed reason of at least five characters yet. */
export function unexplained(readiness: Readiness, reasons: Readonly<Record<string, string>>): ReadinessLine[] {
  return readiness.warnings.filter((line) => (reasons[line.code] ?? "").trim().length < 5);
}
