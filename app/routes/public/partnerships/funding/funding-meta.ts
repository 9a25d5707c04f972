import { feedLink } from "#app/components/publication/feed-link.ts";
import type { FundingViewProps } from "#app/components/publication/funding/funding-view.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { fundingStructuredData } from "#app/domain/publication/funding-data.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";
import { pageMeta } from "#app/http/page-meta.ts";

/** The descriptors of a funding page; the permanent address is that of the year. */
export function fundingMeta(shown: FundingViewProps | undefined) {
  if (!shown) return [];
  const { partnership, origin } = shown;
  if (shown.view !== "year") return [...pageMeta({ title: "Funding", partnership: partnership.name, hidden: shown.view === "taken-down" }), feedLink(origin, partnership)];
  const { facts } = shown.funding.snapshot;
  const path = origin + pathTo.funding(partnership.slug, facts.year);
  return [
    ...pageMeta({ title: `Funding, ${showYear(facts.year)}`, partnership: partnership.name, description: `Who gives what to ${partnership.name}, ${showYear(facts.year)}: ${showMoney(facts.summary.cash)} in cash, what it is spent on, and what is left out.`, canonical: path }),
    { tagName: "link" as const, rel: "alternate", type: "application/json", href: `${path}.json` },
    feedLink(origin, partnership),
    { "script:ld+json": fundingStructuredData(origin, shown.funding) },
  ];
}
