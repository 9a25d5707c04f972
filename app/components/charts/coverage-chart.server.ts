import { type Coverage, coverageFinding, coverageGroups, shareNamed } from "#app/domain/agencies/coverage/coverage.ts";

import { renderBarChart } from "./bar-chart.server.tsx";
import { keptChart } from "./kept-charts.server.ts";

/** How many of each phase or type are named, as shares; null where there is nothing to draw. */
export function drawCoverage(coverage: Coverage | null): string | null {
  if (!coverage || coverage.total.open === 0) return null;
  const { groups } = coverageGroups(coverage);
  const id = `coverage-${coverage.source}`;
  const bars = groups.slice(0, 8).map(({ label, ...count }) => ({ label, value: shareNamed(count) ?? 0, text: `${count.named.toLocaleString("en-GB")} of ${count.open.toLocaleString("en-GB")}` }));
  return keptChart({ id, bars }, () => renderBarChart({ id, label: `Bar chart, with its figures in the table after it. ${coverageFinding(coverage)}`, bars, end: 100 }));
}
