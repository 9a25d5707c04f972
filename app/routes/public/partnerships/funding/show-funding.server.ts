import { data, type LoaderFunctionArgs } from "@remix-run/node";

import { renderBarChart } from "#app/components/charts/bar-chart.server.tsx";
import { keptChart } from "#app/components/charts/kept-charts.server.ts";
import { renderYearsChart } from "#app/components/charts/years-chart.server.tsx";
import type { FundingOutline } from "#app/domain/publication/funding.ts";
import { fundingTableData } from "#app/domain/publication/funding-data.ts";
import { type Bar, contributionsFinding, contributorBars, spendingBars, spendingFinding, yearsFinding } from "#app/domain/publication/funding-findings.ts";
import { fundingTable, fundingTables } from "#app/domain/publication/funding-tables.ts";
import type { PublishedFunding } from "#app/domain/publication/funding-year.ts";
import { findFunding, readFundingState } from "#app/domain/publication/funding.server.ts";
import { findDirectory } from "#app/domain/publication/queries.server.ts";
import { tableCells } from "#app/domain/publication/table-data.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { type FinancialYear, showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";
import { pageDependsOn } from "#app/http/page-state.server.ts";
import { notFound } from "#app/http/responses.ts";

type Asked = Pick<LoaderFunctionArgs, "request" | "context">;
type Funding = PublishedFunding & { outline: FundingOutline };

/** What the page of a year shows, or of the latest when none is named: the year, that nothing is published yet, or that it was taken down (410). */
export async function showFunding({ request, context }: Asked, slug: string, year: FinancialYear | null) {
  const state = await readFundingState(slug);
  const found = await findFunding(slug, year);
  pageDependsOn(context, state, () => readFundingState(slug));
  const { origin } = new URL(request.url);
  if (!found) {
    const directory = await findDirectory(slug);
    if (!directory || year) throw notFound();
    return data({ view: "none" as const, partnership: directory.facts.partnership, origin });
  }
  const { facts, takenDown } = found.snapshot;
  const { outline } = found;
  if (!outline) return data({ view: "taken-down" as const, partnership: facts.partnership, year: facts.year, takenDown, history: found.history, origin }, { status: 410 });
  const funding = { ...found, outline };
  return data({ view: "year" as const, partnership: facts.partnership, funding, charts: drawCharts(funding), sizes: measure(origin, funding), origin });
}

function drawCharts(funding: Funding) {
  const { outline, previous, history, snapshot } = funding;
  const bars = (of: readonly Bar[]) => of.map(({ label, value }) => ({ label, value, text: showMoney(value) }));
  const bar = (id: string, label: string, of: readonly Bar[]) => (of.length === 0 ? null : keptChart({ id, label, of }, () => renderBarChart({ id, label: `Bar chart, with its figures in the table after it. ${label}`, bars: bars(of) })));
  const years = [...history].reverse().map(({ year, summary }) => ({ label: showYear(year), given: summary.cash / 100, spent: summary.spending / 100 }));
  const found = yearsFinding(history);
  return {
    contributions: bar("contributions-chart", contributionsFinding(outline, previous), contributorBars(outline)),
    spending: bar("spending-chart", spendingFinding(outline), spendingBars(outline)),
    years: found && years.length > 1 ? keptChart({ id: "years-chart", slug: snapshot.facts.partnership.slug, years }, () => renderYearsChart({ id: "years-chart", label: `Chart by year, with its figures in the table after it. ${found}`, years })) : null,
  };
}

/** The sizes of the files beside each table, in bytes. */
function measure(origin: string, funding: Funding): Record<string, { csv: number; json: number }> {
  return Object.fromEntries(
    fundingTables.map((name) => {
      const { columns, rows } = tableCells(fundingTable(name, funding));
      return [name, { csv: Buffer.byteLength(writeCsv(columns, rows)) + 3, json: Buffer.byteLength(JSON.stringify(fundingTableData(origin, name, funding))) }];
    }),
  );
}
