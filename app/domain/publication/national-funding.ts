import { showPercentChange } from "#app/domain/funding/rules.ts";
import { notProvided } from "#app/domain/funding/vocabulary.ts";
import { type FinancialYear, readFinancialYear, showYear, yearsLater } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import { pathTo } from "./addresses.ts";
import type { StoredFunding } from "./funding.ts";
import { perChild } from "./funding-findings.ts";
import { statusOf } from "./funding-tables.ts";
import { changeOf } from "./funding-year.ts";
import { type FundingTable, money, percent, text, yesNo } from "./table-data.ts";

/** Funding across the partnerships of this site, compared only where it can be. Client-safe. */

export interface PartnershipFunding {
  partnership: StoredFunding["partnership"];
  areas: string[];
  years: StoredFunding[];
}

export const fundingOrders = ["name", "cash", "per-child", "change"] as const;
export type FundingOrder = (typeof fundingOrders)[number];

export const fundingOrderLabels: Record<FundingOrder, string> = { name: "Partnership", cash: "Cash", "per-child": "For each child", change: "Change" };

export interface FundingQuery {
  year: FinancialYear;
  sort: FundingOrder;
  descending: boolean;
}

/** One partnership in one year. Amounts are pence; null is not provided, or not to be compared. */
export interface NationalRow {
  partnership: StoredFunding["partnership"];
  areas: string[];
  facts: StoredFunding | null;
  cash: number | null;
  perChild: number | null;
  /** In tenths of a percent. */
  change: number | null;
  /** Why its cash is not compared with others'; null when it is. */
  notComparable: string | null;
}

/** The years anybody has published, the newest first. */
export function yearsPublished(all: readonly PartnershipFunding[]): FinancialYear[] {
  return [...new Set(all.flatMap((each) => each.years.map((facts) => facts.year)))].sort().reverse();
}

/** Reads the filters of an address; what it does not know is left out. @param years the newest first */
export function readFundingQuery(parameters: URLSearchParams, years: readonly FinancialYear[]): FundingQuery | null {
  const asked = readFinancialYear(parameters.get("year"));
  const year = asked && years.includes(asked) ? asked : years[0];
  if (!year) return null;
  const sort = fundingOrders.find((order) => order === parameters.get("sort")) ?? "name";
  return { year, sort, descending: parameters.get("order") === "descending" };
}

/** The address of the page, or of its files, for a query. */
export function nationalPath({ year, sort, descending }: FundingQuery, format = ""): string {
  return `/funding${format}?${new URLSearchParams({ year, ...(sort === "name" ? {} : { sort }), ...(descending ? { order: "descending" } : {}) }).toString()}`;
}

/** The rows of a year in the order asked for; what is missing or not to be compared comes last. */
export function nationalRows(all: readonly PartnershipFunding[], query: FundingQuery): NationalRow[] {
  const rows = all.map((each) => rowOf(each, query.year));
  const value = (row: NationalRow) => (query.sort === "cash" ? (row.notComparable ? null : row.cash) : query.sort === "per-child" ? row.perChild : row.change);
  const turn = query.descending ? -1 : 1;
  if (query.sort === "name") return query.descending ? rows.reverse() : rows;
  return rows.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return (x - y) * turn;
  });
}

function rowOf({ partnership, areas, years }: PartnershipFunding, year: FinancialYear): NationalRow {
  const facts = years.find((each) => each.year === year) ?? null;
  const before = years.find((each) => each.year === yearsLater(year, -1)) ?? null;
  return {
    partnership,
    areas,
    facts,
    cash: facts?.summary.cash ?? null,
    perChild: facts && perChild(facts.summary),
    change: facts && (changeOf(facts, before)?.tenths ?? null),
    notComparable: !facts ? notProvided : facts.summary.joint ? "A pot shared with adults: compare children’s part" : null,
  };
}

/** The same as data: what the CSV and the JSON beside the page hold. */
export function nationalTable(rows: readonly NationalRow[], { year }: FundingQuery): FundingTable {
  return {
    name: "funding",
    title: `Funding across partnerships, ${showYear(year)}`,
    columns: [
      { name: "partnership", label: "Partnership", format: "text", description: "Its name" },
      { name: "address", label: "Address", format: "text", description: "Where its funding page is on this site" },
      { name: "areas", label: "Areas", format: "text", description: "Local authority areas, divided by |" },
      { name: "cash", label: "Cash", format: "money", description: "Received once the outturn is published, agreed before" },
      { name: "for_children", label: "Of it for children", format: "money", description: "Children’s part where the pot is shared with adults" },
      { name: "joint", label: "Joint pot", format: "text", description: "Whether the pot is shared with adults: yes or no" },
      { name: "per_child", label: "For each child", format: "money", description: "Cash for children by the number of children in the area" },
      { name: "change", label: "Change", format: "percent", description: "Change on the year before, where both can be compared" },
      { name: "spending", label: "Spending", format: "money", description: "Spent once the outturn is published, budgeted before" },
      { name: "status", label: "Status", format: "text", description: "How far the figures are signed and final" },
    ],
    rows: rows.map(({ partnership, areas, facts, cash, perChild: each, change }) => ({
      key: partnership.id,
      cells: {
        partnership: text(partnership.name),
        address: text(pathTo.funding(partnership.slug, year)),
        areas: text(areas.join("|")),
        cash: money(cash),
        for_children: money(facts && facts.summary.childrenCash),
        joint: facts ? yesNo(facts.summary.joint) : text("", notProvided),
        per_child: money(each),
        change: percent(change),
        spending: money(facts && facts.summary.spending),
        status: text(facts ? statusOf(facts) : "", notProvided),
      },
    })),
    total: null,
  };
}

/** "£416,500, up 5.8% on the year before": the latest year of one partnership. @param years the newest first */
export function latestSentence(years: readonly StoredFunding[]): string | null {
  const [now, before] = years;
  if (!now) return null;
  const change = before && before.year === yearsLater(now.year, -1) ? changeOf(now, before) : null;
  const moved = change?.tenths ? `, ${change.pence < 0 ? "down" : "up"} ${showMoney(Math.abs(change.pence))} (${showPercentChange(change.tenths)}) on the year before` : "";
  return `${showMoney(now.summary.cash)} in cash${moved}. ${statusOf(now)}.`;
}
