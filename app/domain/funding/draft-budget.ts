import type { SignedBudget } from "./signed-budget.ts";
import type { FundingList } from "./vocabulary.ts";

/** Where to put right what keeps a budget from being frozen: what is said of the year, or one of its lists. */
export interface FundingPlace {
  kind: "funding";
  page: "details" | FundingList;
  /** The line, when it is about one. */
  lineId?: string;
}

/** Why a budget may not be frozen, or not without a reason. */
export interface BudgetProblem {
  severity: "error" | "warning";
  code: string;
  text: string;
  place: FundingPlace;
}

/** The figures of a budget as they are on record now; an amount that is missing counts as nought and is a problem. */
export interface DraftBudget {
  budget: SignedBudget;
  problems: BudgetProblem[];
}
