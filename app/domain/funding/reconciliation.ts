import type { ContributionLine, FundingYear, SpendingLine } from "./funding-view.ts";
import { carriedForward, sum, totalOf } from "./rules.ts";
import type { FundingList } from "./vocabulary.ts";

/** What was agreed beside what came of it, line by line and in all. Pure; pence; null is not provided. */

/** A line as it is reconciled. `difference` is what came of it less what was agreed. */
export interface ReconciledLine {
  list: FundingList;
  id: string;
  name: string;
  revision: number;
  agreed: number | null;
  actual: number | null;
  difference: number | null;
  note: string | null;
}

/** Contributions and what was brought forward, less spending: in the budget, and in fact as far as it is provided. */
export interface YearSum {
  cash: number | null;
  broughtForward: number | null;
  spending: number | null;
  carriedForward: number | null;
}

type Year = Pick<FundingYear, "record" | "contributions" | "spending" | "inForce">;

function agreedOf(line: ContributionLine | SpendingLine, inForce: FundingYear["inForce"]): number | null {
  return inForce ? line.varied : line.pence;
}

/** Every line of cash and of spending that counts: what was begun beside a signed budget and never came into it is left out. */
export function reconcile({ contributions, spending, inForce }: Year): ReconciledLine[] {
  const given = contributions.filter((line) => line.form === "cash").map((line) => reconciled("contributions", line, line.contributor + (line.purpose ? `: ${line.purpose}` : ""), agreedOf(line, inForce), line.receivedPence));
  const spent = spending.map((line) => reconciled("spending", line, line.description, agreedOf(line, inForce), line.actualPence));
  return [...given, ...spent].filter((line) => line.agreed !== 0 || line.actual !== null || !inForce);
}

function reconciled(list: FundingList, line: ContributionLine | SpendingLine, name: string, agreed: number | null, actual: number | null): ReconciledLine {
  return { list, id: line.id, name, revision: line.revision, agreed, actual, difference: agreed === null || actual === null ? null : actual - agreed, note: line.differenceNote };
}

/** Whether a line came out differently, or is not provided. */
export function differs({ difference }: ReconciledLine): boolean {
  return difference !== 0;
}

/** Whether nobody has said yet why a line came out differently, or what came of it. */
export function isOpen(line: ReconciledLine): boolean {
  return differs(line) && line.note === null;
}

/** The year's sum in the budget, and in fact. */
export function sumsOf(year: Year): { budget: YearSum; actual: YearSum } {
  const lines = reconcile(year);
  const of = (list: FundingList) => lines.filter((line) => line.list === list);
  const { broughtForwardPence: broughtForward } = year.record;
  const make = (cash: number | null, spending: number | null): YearSum => ({ cash, broughtForward, spending, carriedForward: cash === null || spending === null ? null : carriedForward(cash, broughtForward ?? 0, spending) });
  return {
    budget: make(sum(of("contributions").map((line) => line.agreed)), sum(of("spending").map((line) => line.agreed))),
    actual: make(totalOf(of("contributions").map((line) => line.actual)), totalOf(of("spending").map((line) => line.actual))),
  };
}

/** The names of lines of which nothing is provided. */
export function missingActuals(year: Year): string[] {
  return reconcile(year).filter((line) => line.actual === null).map((line) => line.name);
}

/** As many lines as one form shows. */
export const linesPerPage = 60;
