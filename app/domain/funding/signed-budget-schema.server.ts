import { z } from "zod";

import { allDifferent, id, line, text } from "#app/domain/documents/text/content-fields.server.ts";
import { type FinancialYear, readFinancialYear } from "#app/domain/shared/financial-year.ts";
import { largestAmount } from "#app/domain/shared/money.ts";

import { childrenPart, totalsOf } from "./rules.ts";
import type { SignedBudget } from "./signed-budget.ts";
import { contributionForms, sectors, spendingCategories, wholeShare } from "./vocabulary.ts";

const amount = z.int().min(0).max(largestAmount);
/** Sums of many amounts, and what may be overdrawn. */
const total = z.int().min(-largestAmount * 1_000).max(largestAmount * 1_000);
// A share that is none is said at once: no part of an amount can be worked out by it.
const share = z.int().min(0, { abort: true }).max(wholeShare, { abort: true });

const contribution = z
  .strictObject({
    id,
    contributor: line,
    seatId: id.nullable(),
    sector: z.enum(sectors),
    payer: line.nullable(),
    form: z.enum(contributionForms),
    pence: amount.nullable(),
    childrenShare: share,
    childrenPence: amount.nullable(),
    purpose: text(300),
    ringFenced: z.boolean(),
    note: text(1_000).nullable(),
  })
  .refine(({ form, pence }) => form === "in-kind" || pence !== null, { path: ["pence"] })
  .refine(({ pence, childrenShare, childrenPence }) => childrenPence === (pence === null ? null : childrenPart(pence, childrenShare)), { path: ["childrenPence"] });

const spending = z
  .strictObject({ id, category: z.enum(spendingCategories), description: line, pence: amount, childrenShare: share, childrenPence: amount, note: text(1_000).nullable() })
  .refine(({ pence, childrenShare, childrenPence }) => childrenPence === childrenPart(pence, childrenShare), { path: ["childrenPence"] });

const totals = z.strictObject({
  cashPence: total,
  childrenCashPence: total,
  inKindPence: total,
  spendingPence: total,
  childrenSpendingPence: total,
  carriedForwardPence: total,
  childrenCarriedForwardPence: total,
});

/** A budget whose totals are not the sums of its lines is no budget: it cannot be frozen, read or verified. */
export const signedBudgetSchema = z
  .strictObject({
    year: z.custom<FinancialYear>((value) => typeof value === "string" && readFinancialYear(value) !== null),
    contributions: z.array(contribution).max(20_000),
    spending: z.array(spending).max(20_000),
    broughtForward: z.strictObject({ pence: total, childrenShare: share, childrenPence: total }),
    totals,
    sharesStatement: text(5_000),
    notIncluded: text(5_000),
    materialPence: amount,
    population: z.strictObject({ children: z.int().min(1), source: line }).nullable(),
  })
  .refine((budget) => allDifferent([...budget.contributions, ...budget.spending].map((each) => each.id)), { path: ["contributions"] })
  .refine(({ broughtForward: { pence, childrenShare, childrenPence } }) => childrenPence === childrenPart(pence, childrenShare), { path: ["broughtForward"] })
  .refine((budget) => Object.entries(totalsOf(budget)).every(([name, sum]) => budget.totals[name as keyof SignedBudget["totals"]] === sum), { path: ["totals"] }) satisfies z.ZodType<SignedBudget>;
