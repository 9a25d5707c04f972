import { z } from "zod";

import { type FinancialYear, readFinancialYear } from "#app/domain/shared/financial-year.ts";

/** Which year to open, and whether it begins with the lines of the one before. */
export const openYearForm = z.object({
  year: z.string().transform((word, context): FinancialYear => {
    const year = readFinancialYear(word);
    if (year) return year;
    context.addIssue({ code: "custom", message: "Choose the year to open" });
    return z.NEVER;
  }),
  copy: z.enum(["yes", "no"], "Say whether to copy the lines of the year before").transform((answer) => answer === "yes"),
});
