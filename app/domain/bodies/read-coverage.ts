import type { PartnerKind } from "#app/domain/documents/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import type { PlanRow } from "./vocabulary.ts";

/** An integrated care board covers an area, to the end of `to`; null is no end. ISO dates. */
export interface Coverage {
  area: string;
  icb: string;
  from: string;
  to: string | null;
}

export interface CoverageRow extends Omit<Coverage, "from" | "to"> {
  row: number;
  from: string | null | "wrong";
  to: string | null | "wrong";
}

export interface CoveragePlan {
  /** Codes of the areas the file speaks of: all that was known of them gives way to it. */
  areas: string[];
  coverage: Coverage[];
  rows: PlanRow[];
}

type Register = ReadonlyMap<string, { kind: PartnerKind; name: string }>;

/** What a list of coverage would change, or everything that is wrong with it, row by row. */
export function planCoverage(rows: readonly CoverageRow[], register: Register, present: readonly Coverage[]): { ok: true; plan: CoveragePlan } | { ok: false; problems: string[] } {
  const problems = rows.flatMap((row) => problemsOf(row, rows, register).map((problem) => `Row ${String(row.row)}: ${problem}`));
  if (problems.length > 0) return { ok: false, problems };
  const coverage = rows.flatMap(({ area, icb, from, to }): Coverage[] => (from === null || from === "wrong" || to === "wrong" ? [] : [{ area, icb, from, to }]));
  const areas = [...new Set(coverage.map((each) => each.area))];
  const before = present.filter((each) => areas.includes(each.area));
  const same = (a: Coverage) => (b: Coverage) => a.area === b.area && a.icb === b.icb && a.from === b.from;
  const what = ({ area, icb }: Coverage) => `${register.get(area)?.name ?? area}: ${register.get(icb)?.name ?? icb}`;
  return {
    ok: true,
    plan: {
      areas,
      coverage,
      rows: [
        ...coverage.map((each): PlanRow => {
          const had = before.find(same(each));
          return { what: what(each), state: !had ? "new" : had.to === each.to ? "unchanged" : "changed", before: had ? describe(had) : null, after: describe(each) };
        }),
        ...before.filter((each) => !coverage.some(same(each))).map((each): PlanRow => ({ what: what(each), state: "removed", before: describe(each), after: null })),
      ],
    },
  };
}

function describe({ from, to }: Coverage): string {
  return `From ${showDate(from)}${to ? ` to ${showDate(to)}` : ""}`;
}

function problemsOf(row: CoverageRow, rows: readonly CoverageRow[], register: Register): string[] {
  const problems = [...wrongBody(row.area, "local-authority", "local_authority_code", register), ...wrongBody(row.icb, "icb", "icb_code", register)];
  if (row.from === null || row.from === "wrong") problems.push("valid_from must be a date like 2026-04-01");
  if (row.to === "wrong") problems.push("valid_to must be empty or a date like 2027-03-31, the last day");
  if (problems.length > 0) return problems;
  if (row.to !== null && row.from !== null && row.to < row.from) return ["valid_to is before valid_from"];
  const clash = rows.find((other) => other.row < row.row && other.area === row.area && other.icb === row.icb && shareADay(other, row));
  return clash ? [`the same area and board are in row ${String(clash.row)}, for days that overlap`] : [];
}

function wrongBody(code: string, kind: PartnerKind, column: string, register: Register): string[] {
  const body = register.get(code);
  if (body?.kind === kind) return [];
  return [code === "" ? `${column} is empty` : body ? `${column} ${code} is ${body.name}, which is no ${kind === "icb" ? "integrated care board" : "local authority"}` : `there is no body ${code} on the register`];
}

function shareADay(a: CoverageRow, b: CoverageRow): boolean {
  return (b.to === null || (a.from ?? "") <= b.to) && (a.to === null || (b.from ?? "") <= a.to);
}
