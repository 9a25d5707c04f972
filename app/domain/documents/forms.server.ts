import { createHash } from "node:crypto";

import { z } from "zod";

import { optionalDateField } from "#app/domain/shared/date-field.server.ts";
import { lineField } from "#app/domain/shared/line-field.server.ts";

import type { ReadinessLine } from "./readiness.ts";
import { MAX_SECTION_LENGTH, normaliseText } from "./text/normalise.server.ts";
import { type DocumentKind, documentWords } from "./vocabulary.ts";

/** A number that a page put in its form. Only a page that was tampered with sends something else. */
const revision = z.string().regex(/^\d{1,9}$/, "The form is incomplete. Copy what you typed, open the page again and paste it.").transform(Number);

const sectionTitle = lineField(
  { missing: "Enter a title for the section", tooShort: "Enter a title for the section", tooLong: "The section’s title must be 160 characters or fewer" },
  { min: 1, max: 160 },
);

/** Prose over several lines, cleaned as all text of documents is. With a least length, white space around it counts for nothing. */
function prose({ most, least = 0, missing = "" }: { most: number; least?: number; missing?: string }) {
  return z.string().transform((typed, context) => {
    const clean = normaliseText(typed, { maxLength: most });
    const text = clean.ok ? (least > 0 ? clean.text.trim() : clean.text.trimEnd()) : "";
    const problem = clean.ok ? (text.length < least ? missing : null) : clean.problem;
    if (problem === null) return text;
    context.addIssue({ code: "custom", message: problem });
    return z.NEVER;
  });
}

/** A section: title, Markdown of up to 100,000 characters, the guidance items it covers. */
export const sectionForm = z.object({
  title: sectionTitle,
  body: prose({ most: MAX_SECTION_LENGTH }),
  items: z.array(z.string()),
  revision,
  restore: z.boolean(),
});

/** A new section. `after` is a section, "first", or "" for the end. */
export const newSectionForm = z.object({ title: sectionTitle, items: z.array(z.string()), after: z.string() });

export const moveForm = z.object({ direction: z.enum(["up", "down"], "Choose up or down") });

export const removeForm = z.object({ revision });

/** A draft's title, dates and change note. The dates and the note may wait; freezing asks for them. */
export function detailsForm(kind: DocumentKind) {
  const { the, are } = documentWords(kind);
  const inForce = `the date ${the} ${are} in force from`;
  return z
    .object({
      title: lineField(
        { missing: `Enter a title for ${the}`, tooShort: "The title must be 3 characters or more", tooLong: "The title must be 160 characters or fewer" },
        { min: 3, max: 160 },
      ),
      inForceFrom: optionalDateField(inForce),
      nextReviewOn: optionalDateField("the date of the next review"),
      changeNote: prose({ most: 1_000 }).transform((text) => (text.trim() === "" ? null : text)),
      stamp: z.string(),
    })
    .superRefine(({ inForceFrom, nextReviewOn }, context) => {
      if (inForceFrom && nextReviewOn && nextReviewOn <= inForceFrom) {
        context.addIssue({ code: "custom", path: ["nextReviewOn"], message: `The date of the next review must be after ${inForce}` });
      }
    });
}

/** Why a `should` item is not covered. Published with the document. */
export const gapForm = z.object({
  reason: prose({ most: 1_000, least: 5, missing: "Say why this is not covered, in at least 5 characters. The reason is published" }),
});

/** Why a certain identifier may be published. */
export const overrideForm = z.object({
  reason: prose({ most: 1_000, least: 5, missing: "Say why this may be published, in at least 5 characters" }),
});

export const freezeForm = z.object({ revision });

/** The field of the freeze page that holds the reason for a warning. */
export function reasonField(code: string): string {
  return `reason-${createHash("sha256").update(code).digest("hex").slice(0, 12)}`;
}

const warningReason = prose({ most: 1_000, least: 5, missing: "Give a reason of at least 5 characters for letting this stand" });

/** The typed reasons by warning code, and what is wrong with them by field, in the order of the warnings. */
export function readReasons(warnings: readonly ReadinessLine[], typed: (field: string) => string): { reasons: Record<string, string>; errors: { field: string; message: string }[] } {
  const reasons: Record<string, string> = {};
  const errors: { field: string; message: string }[] = [];
  for (const { code } of warnings) {
    const field = reasonField(code);
    const reason = warningReason.safeParse(typed(field));
    if (reason.success) reasons[code] = reason.data;
    else errors.push({ field, message: reason.error.issues[0]?.message ?? "Give a reason" });
  }
  return { reasons, errors };
}
