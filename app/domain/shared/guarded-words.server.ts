import { z } from "zod";

import { findInWords, notLookedAt, type TypedWords } from "#app/domain/documents/identifiers/identifying-words.ts";

import { proseField } from "./prose-field.server.ts";

interface Limits {
  min: number;
  max: number;
}

/**
 * Words that nobody may be found in: what certainly identifies somebody is refused; what may, is for `refusePossible`.
 * @param what as the form calls it: "The purpose"
 */
export function guardedProse(what: string, missing: string, { min, max }: Limits) {
  const messages = { missing, tooShort: `${what} must be ${String(min)} characters or more`, tooLong: `${what} must be ${max.toLocaleString("en-GB")} characters or fewer` };
  return proseField(messages, { min, max, isPublic: false }).superRefine((text, context) => refuseCertain(what, text, context));
}

export function refuseCertain(what: string, text: string, context: z.RefinementCtx): void {
  for (const found of findInWords({ [what]: text }).certain.slice(0, 1)) context.addIssue({ code: "custom", message: `${found}. Take it out: nothing about a child or any other person is kept here` });
}

/** The same where nothing need be typed: null then. */
export function optionalGuardedProse(what: string, limits: Limits) {
  const field = guardedProse(what, what, limits);
  return z.string().default("").transform((typed, context): string | null => {
    if (typed.trim() === "") return null;
    const read = field.safeParse(typed);
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: read.error.issues[0]?.message ?? "Check this" });
    return z.NEVER;
  });
}

/** Fingerprints of what somebody looked at; left out while the form shows none. */
export const lookedField = z.string().max(2_000).default("").transform((sent) => sent.split(",").filter(Boolean));

/** Every form says what it has looked at; what was not looked at yet is told. */
export function refusePossible(typed: TypedWords, seen: readonly string[], context: z.RefinementCtx): void {
  const found = notLookedAt(findInWords(typed), seen);
  if (found.length > 0) context.addIssue({ code: "custom", path: ["looked"], message: `Look at what may identify somebody: ${found.map(({ text }) => text).join("; ")}. Take it out, or say below that it identifies nobody` });
}

/** How many steps, or which revision, the person saw. */
export const revisionField = z.string().regex(/^\d{1,6}$/, "The form is incomplete. Copy what you typed, open the page again and paste it.").transform(Number);
