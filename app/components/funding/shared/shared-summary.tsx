import { SummaryList, type SummaryRow } from "#app/components/govuk/summary-list.tsx";
import { typedPercent } from "#app/domain/funding/shared/rules.ts";
import type { SharedDetails } from "#app/domain/funding/shared/shared-view.ts";
import { shareMethodLabels } from "#app/domain/funding/shared/vocabulary.ts";
import { notApplicable, notProvided, sectorLabels, wholeShare } from "#app/domain/funding/vocabulary.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";

export interface SharedSummaryProps {
  shared: SharedDetails;
  /** Who entered it, for whoever is not its host. */
  host?: string;
}

/** One payer's amount for several partnerships: whose, for when, how much, and how it is divided. */
export function SharedSummary({ shared, host }: SharedSummaryProps) {
  const { contributor, sector, payer, year, pence, childrenShare, purpose, method } = shared;
  const rows: SummaryRow[] = [
    ...(host ? [{ key: "Offered by", value: host }] : []),
    { key: "Contributor", value: contributor },
    { key: "Kind of body", value: sectorLabels[sector] },
    { key: "Who pays", value: payer ?? `${notApplicable}: the contributor pays` },
    { key: "Financial year", value: showYear(year) },
    { key: "Amount in all", value: showMoney(pence) },
    { key: "For children", value: childrenShare === wholeShare ? "All of it" : `${typedPercent(childrenShare)}% of it; the rest is for adults` },
    { key: "What it is for", value: purpose || notProvided },
    { key: "How it is divided", value: shareMethodLabels[method] },
  ];
  return <SummaryList rows={rows} />;
}
