/** What of a partnership's area its register covers. Client-safe. */

/** The registers that list every setting of an area. The register of charities does not: it has no areas. */
export const measuredSources = ["gias", "early-years"] as const;
export type MeasuredSource = (typeof measuredSources)[number];

export const measuredLabels: Record<MeasuredSource, string> = { gias: "Schools and colleges", "early-years": "Early years settings" };

/** How many settings are open in the area, and how many of those are in the register. */
export interface CoverageCount {
  open: number;
  named: number;
  proposed: number;
  /** Open, and neither named nor proposed. */
  missing: number;
}

export interface CoverageGroup extends CoverageCount {
  label: string;
}

/** What was measured against one register. */
export interface Coverage {
  source: MeasuredSource;
  /** ISO date on which the register was copied; null where nobody said. */
  extractDate: string | null;
  total: CoverageCount;
  byPhase: CoverageGroup[];
  byKind: CoverageGroup[];
}

/** Null is "not measured": no list was taken in. It is never nought and never all of them. */
export type CoverageBySource = Record<MeasuredSource, Coverage | null>;

/** A count by phase and kind, as the database gives it. */
export interface CountedSettings extends CoverageCount {
  phase: string | null;
  kind: string | null;
}

/** Sums counts into one coverage: the largest group first. */
export function toCoverage(source: MeasuredSource, extractDate: string | null, counted: readonly CountedSettings[]): Coverage {
  return { source, extractDate, total: sum(counted), byPhase: group(counted, ({ phase }) => phase ?? "No phase given"), byKind: group(counted, ({ kind }) => kind ?? "No type given") };
}

function sum(counts: readonly CoverageCount[]): CoverageCount {
  const all = { open: 0, named: 0, proposed: 0, missing: 0 };
  for (const { open, named, proposed, missing } of counts) {
    all.open += open;
    all.named += named;
    all.proposed += proposed;
    all.missing += missing;
  }
  return all;
}

function group(counted: readonly CountedSettings[], labelOf: (each: CountedSettings) => string): CoverageGroup[] {
  const labels = [...new Set(counted.map(labelOf))];
  return labels.map((label) => ({ label, ...sum(counted.filter((each) => labelOf(each) === label)) })).sort((one, other) => other.open - one.open || one.label.localeCompare(other.label, "en-GB"));
}

/** "92%", rounded down, so that what lacks anything is never all of it; null of nothing. */
export function shareNamed({ open, named }: CoverageCount): number | null {
  return open === 0 ? null : Math.floor((named * 100) / open);
}

/** "412 of the 450 schools and colleges that were open on 1 September 2026 are named (91%)." */
export function coverageSentence(coverage: Coverage, showDay: (iso: string) => string): string {
  const { source, extractDate, total } = coverage;
  const count = (many: number) => many.toLocaleString("en-GB");
  const what = measuredLabels[source].toLowerCase();
  const when = extractDate ? `that were open on ${showDay(extractDate)}` : "that are open";
  const share = shareNamed(total);
  if (share === null) return `The list of ${what} has none ${when} in the area.`;
  return `${count(total.named)} of the ${count(total.open)} ${what} ${when} ${total.named === 1 ? "is" : "are"} named (${String(share)}%).`;
}

/** What nothing is known of, in a sentence; null where everything is measured. */
export function notMeasuredSentence(coverage: CoverageBySource): string | null {
  const missing = measuredSources.filter((source) => coverage[source] === null).map((source) => measuredLabels[source]);
  if (missing.length === 0) return null;
  return `${missing.join(" and ")}: not measured, because no list of ${missing.length === 1 ? "them" : "either"} was compared.`;
}

/** The chart of a coverage: how many of each phase, or of each type where no phase is known, are named. */
export function coverageGroups({ byPhase, byKind }: Coverage): { by: "phase" | "type"; groups: CoverageGroup[] } {
  return byPhase.length > 1 ? { by: "phase", groups: byPhase } : { by: "type", groups: byKind };
}

/** What the chart shows, as its title. */
export function coverageFinding(coverage: Coverage): string {
  const { by, groups } = coverageGroups(coverage);
  const least = [...groups].sort((one, other) => (shareNamed(one) ?? 101) - (shareNamed(other) ?? 101))[0];
  const what = measuredLabels[coverage.source].toLowerCase();
  if (!least || coverage.total.open === 0) return `There are no ${what} to compare`;
  if (coverage.total.named === coverage.total.open) return `All ${what} in the area are named`;
  if (coverage.total.named === 0) return `None of the ${what} in the area are named yet`;
  return groups.length === 1 ? `${String(shareNamed(coverage.total) ?? 0)}% of ${what} are named` : `By ${by}, the smallest share named is of “${least.label}”: ${least.named.toLocaleString("en-GB")} of ${least.open.toLocaleString("en-GB")}`;
}
