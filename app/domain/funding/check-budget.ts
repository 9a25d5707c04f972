import { showMoney } from "#app/domain/shared/money.ts";

import type { BudgetProblem, FundingPlace } from "./draft-budget.ts";
import type { FundingYear } from "./funding-view.ts";
import { likenessOf } from "./rules.ts";
import type { BudgetTotals } from "./signed-budget.ts";

/** What a budget is checked against: the year on record, its totals, and the seats of the statutory partners. */
export interface CheckedYear extends Pick<FundingYear, "record" | "contributions" | "spending" | "previousCarriedForward"> {
  totals: BudgetTotals;
  seats: readonly { id: string; organisation: string }[];
}

/** Everything that keeps a year's budget from being frozen, or needs a reason, in the order of the page. */
export function checkBudget(year: CheckedYear): BudgetProblem[] {
  return [...checkAmounts(year), ...checkSums(year), ...checkStatements(year), ...checkPartners(year), ...checkRepeats(year)];
}

const details: FundingPlace = { kind: "funding", page: "details" };

function error(code: string, text: string, place: FundingPlace = details): BudgetProblem {
  return { severity: "error", code, text, place };
}

function warning(code: string, text: string, place: FundingPlace): BudgetProblem {
  return { severity: "warning", code, text, place };
}

function checkAmounts({ contributions, spending, record }: CheckedYear): BudgetProblem[] {
  const cash = contributions.filter((line) => line.form === "cash");
  return [
    ...(cash.length === 0 ? [error("no-contributions", "Nobody gives anything yet. Add the contributions in cash.", { kind: "funding", page: "contributions" })] : []),
    ...(spending.length === 0 ? [error("no-spending", "Nothing is spent yet. Add what the money is spent on.", { kind: "funding", page: "spending" })] : []),
    ...cash.filter((line) => line.pence === null).map((line) => error(`no-amount:${line.id}`, `“${line.contributor}” has no amount yet. Enter it, £0 if nothing is given.`, { kind: "funding", page: "contributions", lineId: line.id })),
    ...spending.filter((line) => line.pence === null).map((line) => error(`no-amount:${line.id}`, `“${line.description}” has no amount yet. Enter it, or remove the line.`, { kind: "funding", page: "spending", lineId: line.id })),
    ...(record.broughtForwardPence === null ? [error("no-brought-forward", "Say what was brought forward from the year before, £0 if nothing was.")] : []),
  ];
}

/** A total that does not sum is named with the difference. */
function checkSums({ record, totals, previousCarriedForward: carried }: CheckedYear): BudgetProblem[] {
  const problems: BudgetProblem[] = [];
  const { agreedPence, broughtForwardPence } = record;
  if (agreedPence === null) problems.push(error("no-agreed-total", "Enter the total in cash that the partners agreed: the contributions must sum to it."));
  else if (agreedPence !== totals.cashPence) {
    problems.push(error("total-differs", `The contributions in cash sum to ${showMoney(totals.cashPence)}, which is ${difference(totals.cashPence, agreedPence)} the ${showMoney(agreedPence)} that the partners agreed. Put right a contribution, or the total.`));
  }
  if (broughtForwardPence !== null && carried !== null && broughtForwardPence !== carried) {
    problems.push(error("brought-forward-differs", `${showMoney(broughtForwardPence)} is brought forward, which is ${difference(broughtForwardPence, carried)} the ${showMoney(carried)} that the year before carried forward, as published. Put it right here, or publish that year’s outturn again.`));
  }
  if (totals.carriedForwardPence < 0) {
    problems.push(warning("deficit", `The budget ends ${showMoney(-totals.carriedForwardPence)} short: more is spent than is given and brought forward. Say how it is met.`, { kind: "funding", page: "spending" }));
  }
  return problems;
}

function difference(is: number, should: number): string {
  return `${showMoney(Math.abs(is - should))} ${is < should ? "less than" : "more than"}`;
}

function checkStatements({ record }: CheckedYear): BudgetProblem[] {
  return [
    ...(record.sharesStatement === "" ? [error("no-shares-statement", "Say why the shares of the partners are equitable and proportionate.")] : []),
    ...(record.notIncluded === "" ? [error("no-not-included", "Say what the figures do not include and why, or that nothing is left out.")] : []),
    ...(record.materialPence === null ? [error("no-material", "Say from which amount on a change in the year needs a new signed version.")] : []),
  ];
}

function checkPartners({ seats, contributions }: CheckedYear): BudgetProblem[] {
  return seats
    .filter((seat) => !contributions.some((line) => line.seatId === seat.id))
    .map((seat) => warning(`no-contribution:${seat.id}`, `${seat.organisation} is a statutory partner and is not among the contributors. Add what it gives, or say why it gives nothing.`, { kind: "funding", page: "contributions" }));
}

function checkRepeats({ contributions, spending }: CheckedYear): BudgetProblem[] {
  const given = repeats(contributions, likenessOf).map((line) => warning(`repeated:${line.id}`, `“${line.contributor}” is there twice with the same purpose. Remove one, or say why both are right.`, { kind: "funding", page: "contributions", lineId: line.id }));
  const spent = repeats(spending, (line) => `${line.category}|${line.description.toLowerCase()}`).map((line) =>
    warning(`repeated:${line.id}`, `“${line.description}” is there twice. Remove one, or say why both are right.`, { kind: "funding", page: "spending", lineId: line.id }),
  );
  return [...given, ...spent];
}

/** The lines that say the same as one before them. */
function repeats<Line>(lines: readonly Line[], keyOf: (line: Line) => string): Line[] {
  const seen = new Set<string>();
  return lines.filter((line) => seen.size === seen.add(keyOf(line)).size);
}
