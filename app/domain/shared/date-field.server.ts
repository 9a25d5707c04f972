import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import { capitalised } from "./sentences.ts";

const earliestYear = 1990;
const latestYear = 2100;

/**
 * A date typed as three numbers, as an ISO date. `what` completes the messages: "the date the appointment starts".
 * Errors: nothing typed, a part missing, not a real date, a year outside 1990 to 2100.
 */
export function dateField(what: string) {
  return z.object({ day: z.string().trim(), month: z.string().trim(), year: z.string().trim() }).transform((parts, context) => {
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    const missing = (["day", "month", "year"] as const).filter((part) => parts[part] === "");
    if (missing.length === 3) return refuse(`Enter ${what}, like 1 9 2026`);
    if (missing.length > 0) return refuse(`${capitalised(what)} must include a ${missing.join(" and a ")}`);
    const date = realDate(parts);
    if (!date) return refuse(`${capitalised(what)} must be a real date, like 1 9 2026`);
    if (date.year < earliestYear || date.year > latestYear) return refuse(`${capitalised(what)} must have a year between ${earliestYear} and ${latestYear}`);
    return date.toString();
  });
}

/** The same where the date may be left out: null when nothing is typed. */
export function optionalDateField(what: string) {
  const empty = z.string().trim().max(0);
  const nothing = z.object({ day: empty, month: empty, year: empty });
  return z.unknown().transform((typed, context) => {
    if (nothing.safeParse(typed).success) return null;
    const date = dateField(what).safeParse(typed);
    if (date.success) return date.data;
    context.addIssue({ code: "custom", message: date.error.issues[0]?.message ?? `Enter ${what}` });
    return z.NEVER;
  });
}

function realDate({ day, month, year }: { day: string; month: string; year: string }): Temporal.PlainDate | null {
  if (![day, month, year].every((part) => /^\d{1,4}$/.test(part))) return null;
  try {
    return Temporal.PlainDate.from({ day: Number(day), month: Number(month), year: Number(year) }, { overflow: "reject" });
  } catch {
    return null;
  }
}
