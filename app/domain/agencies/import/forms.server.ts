import { z } from "zod";

import { optionalDateField } from "#app/domain/shared/date-field.server.ts";

import { registerSources } from "../registers/vocabulary.ts";

const mostCharities = 2_000;

/** Charity numbers as somebody pastes them, by lines, spaces or commas. */
const charityNumbers = z
  .string()
  .transform((typed) => typed.toUpperCase().split(/[\s,;]+/).filter(Boolean))
  .superRefine((numbers, context) => {
    const wrong = numbers.filter((number) => !/^[1-9]\d{5,6}(-\d{1,4})?$/.test(number));
    if (wrong.length > 0) context.addIssue({ code: "custom", message: `${wrong.slice(0, 5).map((each) => `“${each.slice(0, 20)}”`).join(", ")} ${wrong.length === 1 ? "is no charity number" : "are no charity numbers"}: they have six or seven digits, like 1234567, or 1234567-2 for a linked charity` });
    if (numbers.length > mostCharities) context.addIssue({ code: "custom", message: `Give up to ${mostCharities.toLocaleString("en-GB")} charity numbers` });
  });

/** Which register a file is of, and what it does not say itself. */
export const registerFileForm = z.object({
  source: z.enum(registerSources, "Say which register the file is of"),
  copied: optionalDateField("the day the register was copied"),
  charities: charityNumbers,
});
