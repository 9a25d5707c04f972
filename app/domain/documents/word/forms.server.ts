import { z } from "zod";

import { lineField } from "#app/domain/shared/line-field.server.ts";

const title = lineField(
  { missing: "Enter a title", tooShort: "The title must be 3 characters or more", tooLong: "The title must be 160 characters or fewer" },
  { min: 3, max: 160 },
);

const sectionTitle = lineField(
  { missing: "Enter a title for this section, or untick it", tooShort: "Enter a title for this section, or untick it", tooLong: "This section’s title must be 160 characters or fewer" },
  { min: 1, max: 160 },
);

/** What a person decided about each section of a Word file. */
export interface WordChoices {
  title: string;
  revision: number;
  choices: ({ title: string; item: string | null } | null)[];
}

const revision = z.string().regex(/^\d{1,9}$/).transform(Number);

/**
 * Reads the form that looks a Word file through. Fields are `take` (the ticked numbers, from 0), `title-N`, `item-N`,
 * `title` and `revision`. Answers the decisions, or what is wrong by field.
 */
export function readWordChoices(
  many: number,
  typed: { one(name: string): string; all(name: string): readonly string[] },
): { ok: true; value: WordChoices } | { ok: false; errors: { field: string; message: string }[] } {
  const errors: { field: string; message: string }[] = [];
  const read = <T>(schema: z.ZodType<T>, field: string): T | null => {
    const result = schema.safeParse(typed.one(field));
    if (result.success) return result.data;
    errors.push({ field, message: result.error.issues[0]?.message ?? "Enter this again" });
    return null;
  };
  const heading = read(title, "title");
  const taken = new Set(typed.all("take"));
  const choices = Array.from({ length: many }, (_, index) => {
    if (!taken.has(String(index))) return null;
    const name = read(sectionTitle, `title-${String(index)}`);
    return name === null ? null : { title: name, item: typed.one(`item-${String(index)}`) || null };
  });
  if (many > 0 && taken.size === 0) errors.push({ field: "take-0", message: "Tick at least one section to take in" });
  const seen = revision.safeParse(typed.one("revision"));
  if (!seen.success) errors.push({ field: "title", message: "The form is incomplete. Open the page again." });
  if (errors.length > 0 || heading === null || !seen.success) return { ok: false, errors };
  return { ok: true, value: { title: heading, revision: seen.data, choices } };
}
