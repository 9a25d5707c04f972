import { ChartFigure } from "#app/components/charts/chart-figure.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { type Coverage, coverageFinding, type CoverageGroup, shareNamed } from "#app/domain/agencies/coverage/coverage.ts";

interface CoverageTablesProps {
  coverage: Coverage;
  chart: string | null;
  /** Whether what is proposed is shown: to those who decide, not to the public. */
  withProposed: boolean;
}

/** How many of each phase and of each type are named: a picture and the figures it is made of. */
export function CoverageTables({ coverage, chart, withProposed }: CoverageTablesProps) {
  const { byPhase, byKind } = coverage;
  return (
    <>
      <ChartFigure finding={coverageFinding(coverage)} svg={chart} />
      {byPhase.length > 1 && <CountsTable caption="By phase" what="Phase" groups={byPhase} withProposed={withProposed} />}
      <CountsTable caption="By type" what="Type" groups={byKind} withProposed={withProposed} />
    </>
  );
}

function CountsTable({ caption, what, groups, withProposed }: { caption: string; what: string; groups: readonly CoverageGroup[]; withProposed: boolean }) {
  const count = (many: number) => many.toLocaleString("en-GB");
  return (
    <Table
      caption={caption}
      columns={[{ label: what }, { label: "Open", format: "numeric" }, { label: "Named", format: "numeric" }, { label: "Share named", format: "numeric" }, ...(withProposed ? [{ label: "Proposed", format: "numeric" as const }, { label: "Not in the register", format: "numeric" as const }] : [])]}
      rows={groups.map((group) => ({
        key: group.label,
        cells: [group.label, count(group.open), count(group.named), `${String(shareNamed(group) ?? 0)}%`, ...(withProposed ? [count(group.proposed), count(group.missing)] : [])],
      }))}
    />
  );
}
