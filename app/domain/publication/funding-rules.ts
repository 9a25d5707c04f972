import { carriedForward, childrenPart, sum } from "#app/domain/funding/rules.ts";
import { wholeShare } from "#app/domain/funding/vocabulary.ts";

import type { FundingOutline, FundingSummary, PublishedContribution } from "./funding.ts";

/** What a published contribution came to: received once the outturn is published, agreed and varied before. */
export function cameTo(line: Pick<PublishedContribution, "varied" | "received">, outturn: boolean): number | null {
  return outturn ? line.received : line.varied;
}

/** The figures of a year in brief, from its snapshot. */
export function summarise(outline: Omit<FundingOutline, "salt">): FundingSummary {
  const outturn = outline.outturn !== null;
  const cash = outline.contributions.filter((line) => line.form === "cash");
  const inKind = outline.contributions.filter((line) => line.form === "in-kind");
  const children = (amount: number | null, share: number) => (amount === null ? null : childrenPart(amount, share));
  const given = sum(cash.map((line) => cameTo(line, outturn)));
  const spent = (line: FundingOutline["spending"][number]) => (outturn ? line.spent : line.varied);
  const spending = sum(outline.spending.map(spent));
  const { broughtForward } = outline;
  const shares = [...outline.contributions, ...outline.spending, broughtForward].map((line) => line.childrenShare);
  return {
    cash: given,
    childrenCash: sum(cash.map((line) => children(cameTo(line, outturn), line.childrenShare))),
    cashSigned: outline.signed ? sum(cash.map((line) => line.signed)) : null,
    cashVaried: sum(cash.map((line) => line.varied)),
    received: cash.some((line) => line.received !== null) ? sum(cash.map((line) => line.received)) : null,
    inKind: sum(inKind.map((line) => line.varied)),
    inKindNotValued: inKind.filter((line) => line.varied === null).length,
    broughtForward: broughtForward.pence,
    spending,
    childrenSpending: sum(outline.spending.map((line) => children(spent(line), line.childrenShare))),
    spendingVaried: sum(outline.spending.map((line) => line.varied)),
    spent: outline.spending.some((line) => line.spent !== null) ? sum(outline.spending.map((line) => line.spent)) : null,
    carriedForward: carriedForward(given, broughtForward.pence ?? 0, spending),
    joint: shares.some((share) => share < wholeShare),
    children: outline.population?.children ?? null,
  };
}
