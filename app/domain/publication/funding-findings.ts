import { changeInTenths, showPercentChange, showShare, sum } from "#app/domain/funding/rules.ts";
import { spendingCategoryLabels } from "#app/domain/funding/vocabulary.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import type { FundingOutline, PublishedContribution, StoredFunding } from "./funding.ts";
import { cameTo } from "./funding-rules.ts";
import { changeOf } from "./funding-year.ts";

/** What the figures of a year say, in the sentences above their charts and at the top of the page. */

/** One thing with its amount, for a chart. Pence. */
export interface Bar {
  label: string;
  value: number;
}

/** As many bars as a chart can be read with; the smallest are then together. */
const mostBars = 10;

function together(bars: readonly Bar[]): Bar[] {
  const sorted = [...bars].filter((bar) => bar.value > 0).sort((a, b) => b.value - a.value);
  if (sorted.length <= mostBars) return sorted;
  return [...sorted.slice(0, mostBars - 1), { label: "All others together", value: sum(sorted.slice(mostBars - 1).map((bar) => bar.value)) }];
}

function grouped<Line>(lines: readonly Line[], labelOf: (line: Line) => string, amountOf: (line: Line) => number | null): Bar[] {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(labelOf(line), (sums.get(labelOf(line)) ?? 0) + (amountOf(line) ?? 0));
  return [...sums].map(([label, value]) => ({ label, value }));
}

/** Cash by contributor, the largest first. */
export function contributorBars({ contributions, outturn }: Pick<FundingOutline, "contributions" | "outturn">): Bar[] {
  return together(grouped(contributions.filter((line) => line.form === "cash"), (line) => line.contributor, (line) => cameTo(line, outturn !== null)));
}

/** Spending by kind, the largest first. */
export function spendingBars({ spending, outturn }: Pick<FundingOutline, "spending" | "outturn">): Bar[] {
  return together(grouped(spending, (line) => spendingCategoryLabels[line.category], (line) => (outturn ? line.spent : line.varied)));
}

/** "Northmoor Council gave most, 50.0%; Northmoor Police’s contribution rose most, by 9.1%." */
export function contributionsFinding(outline: FundingOutline, previous: { facts: StoredFunding; contributions: readonly PublishedContribution[] } | null): string {
  const bars = contributorBars(outline);
  const total = sum(bars.map((bar) => bar.value));
  const [largest] = bars;
  if (!largest || total === 0) return "Nobody gave anything in cash.";
  const gave = outline.outturn ? "gave" : "gives";
  const first = `${largest.label} ${gave} most, ${showShare(Math.round((largest.value * 1000) / total))} of the cash`;
  const before = previous ? contributorBars({ contributions: [...previous.contributions], outturn: previous.facts.outturn ? { on: "", note: null } : null }) : [];
  const rises = bars.flatMap((bar) => {
    const tenths = changeInTenths(before.find((each) => each.label === bar.label)?.value ?? 0, bar.value);
    return tenths !== null && tenths > 0 ? [{ label: bar.label, tenths }] : [];
  });
  const most = Math.max(...rises.map((rise) => rise.tenths));
  const [risen, ...alike] = rises.filter((rise) => rise.tenths === most);
  if (!risen) return `${first}.`;
  if (alike.length > 0) return `${first}; ${String(alike.length + 1)} contributions rose most, each by ${showShare(most)}.`;
  return `${first}; ${risen.label === largest.label ? "its contribution" : `the contribution of ${risen.label}`} rose most, by ${showShare(most)}.`;
}

/** "Staffing takes most, 62.3% of the spending, then training, 12.5%." */
export function spendingFinding(outline: FundingOutline): string {
  const bars = spendingBars(outline);
  const total = sum(bars.map((bar) => bar.value));
  const [largest, second] = bars;
  if (!largest || total === 0) return "Nothing was spent.";
  const share = (bar: Bar) => showShare(Math.round((bar.value * 1000) / total));
  return `${largest.label} ${outline.outturn ? "took" : "takes"} most, ${share(largest)} of the spending${second ? `, then ${second.label.toLowerCase()}, ${share(second)}` : ""}.`;
}

/** "Cash contributions rose from £380,000 in 2024 to 2025 to £412,500 in 2026 to 2027." @param history newest first */
export function yearsFinding(history: readonly StoredFunding[]): string | null {
  const [newest] = history;
  const oldest = history.at(-1);
  if (!newest || !oldest || newest === oldest) return null;
  const change = newest.summary.cash - oldest.summary.cash;
  const moved = change === 0 ? "stayed the same:" : change > 0 ? "rose" : "fell";
  return `Cash contributions ${moved} from ${showMoney(oldest.summary.cash)} in ${showYear(oldest.year)} to ${showMoney(newest.summary.cash)} in ${showYear(newest.year)}.`;
}

/** "£18,000 (4.6%) more than the year before", or why it cannot be said. */
export function changeSentence(now: StoredFunding, before: StoredFunding | null): string {
  if (!before) return "There is no year before to compare with.";
  const change = changeOf(now, before);
  if (!change) return "The year before cannot be compared: one of the two is of a pot shared with adults.";
  if (change.pence === 0) return "That is the same as the year before.";
  const percent = change.tenths === null ? "" : ` (${showPercentChange(Math.abs(change.tenths)).replace("+", "")})`;
  return `That is ${showMoney(Math.abs(change.pence))}${percent} ${change.pence > 0 ? "more" : "less"} than the year before.`;
}

/** Cash for each child who lives in the area, in pence, half a penny up; of a joint pot children's part. Null when the number is not recorded. */
export function perChild({ childrenCash, children }: Pick<StoredFunding["summary"], "childrenCash" | "children">): number | null {
  return children === null ? null : Math.floor(childrenCash / children + 0.5);
}
