import { z } from "zod";

import { findIdentifiers } from "#app/domain/documents/identifiers/find-identifiers.ts";

import { lineField } from "./line-field.server.ts";
import { proseField } from "./prose-field.server.ts";

/** `why`: said instead of "it is public" where some read it and not all. */
interface Lengths {
  min: number;
  max: number;
  why?: string;
}

/** One line that the public reads, in which nobody may be identified. */
export function publicLine(what: string, messages: Parameters<typeof lineField>[0], { why = "it is public and must identify nobody", ...lengths }: Lengths) {
  return lineField(messages, lengths).superRefine((text, context) => {
    const [found] = findIdentifiers(text).filter((identifier) => identifier.certain);
    if (found) context.addIssue({ code: "custom", message: `${what} contains what is certainly a ${found.label}. Remove it: ${why}` });
  });
}

/** The same where nothing need be typed: null then. */
export function optionalPublicLine(what: string, { min, max, ...rest }: Lengths) {
  const tooShort = `${what} must be ${String(min)} characters or more`;
  return orNothing(publicLine(what, { missing: tooShort, tooShort, tooLong: `${what} must be ${max.toLocaleString("en-GB")} characters or fewer` }, { min, max, ...rest }));
}

/** A few sentences that the public reads, where nothing need be typed: null then. */
export function optionalPublicProse(what: string, max: number, why?: string) {
  return orNothing(proseField({ missing: what, tooShort: what, tooLong: `${what} must be ${max.toLocaleString("en-GB")} characters or fewer` }, { min: 1, max, isPublic: true, ...(why ? { why } : {}) }));
}

function orNothing(field: z.ZodType<string, string>) {
  return z.string().transform((typed, context): string | null => {
    if (typed.trim() === "") return null;
    const read = field.safeParse(typed);
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: read.error.issues[0]?.message ?? "Check this" });
    return z.NEVER;
  });
}
