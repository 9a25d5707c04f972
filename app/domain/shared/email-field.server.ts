import { z } from "zod";

const longest = 254;

/** One e-mail address in full, without the spaces around it. */
export const emailAddress = z.string().trim().max(longest).pipe(z.email());

/** The same in a form, with what is wrong with it. @param missing what is said where nothing is typed */
export function emailField(missing: string) {
  return z.string().transform((typed, context): string => {
    const read = emailAddress.safeParse(typed);
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: problemOf(typed.trim(), missing) });
    return z.NEVER;
  });
}

/** The same where it may be left out: null then. */
export const optionalEmail = z.string().transform((typed, context): string | null => {
  if (typed.trim() === "") return null;
  const read = emailAddress.safeParse(typed);
  if (read.success) return read.data;
  context.addIssue({ code: "custom", message: problemOf(typed.trim(), "") });
  return z.NEVER;
});

function problemOf(typed: string, missing: string): string {
  if (typed === "") return missing;
  return typed.length > longest ? `The e-mail address must be ${String(longest)} characters or fewer` : "Enter an e-mail address in full, like office@school.example";
}
