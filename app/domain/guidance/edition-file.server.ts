import { z } from "zod";

const date = z.iso.date("must be a date like 2026-09-01");
const word = z.string().regex(/^[a-z0-9-]{2,60}$/, "must be small letters, digits and hyphens");
const line = z.string().min(1, "must not be empty").max(300, "must be 300 characters or fewer");

const item = z.object({
  id: word,
  document: z.enum(["arrangements", "yearly-report"], "must be arrangements or yearly-report"),
  strength: z.enum(["must", "should"], "must be must or should"),
  title: line,
  summary: z.string().min(1, "must not be empty").max(2_000, "must be 2,000 characters or fewer"),
  basis: line,
  confidence: z.enum(["verified", "to-verify"], "must be verified or to-verify"),
  inForce: z.boolean("must be true or false"),
  inForceFrom: date.nullable(),
  inForceNote: z.string().max(1_000).optional(),
  condition: z.string().max(1_000).optional(),
  conditionKey: z.string().max(60).optional(),
  evidence: z.array(z.string().max(60)).optional(),
});

/** An edition of the guidance as its file holds it: db/rulesets has three. */
export const editionSchema = z
  .object({
    edition: z.string().regex(/^[a-z0-9-]{3,60}$/, "must be small letters, digits and hyphens"),
    title: line,
    published: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, "must be a month like 2026-03 or a date"),
    replaces: z.string().nullable(),
    note: z.string().max(2_000),
    items: z.array(item).min(1, "must hold at least one item").max(500),
    dates: z.array(z.record(z.string(), z.unknown())).max(100),
  })
  .superRefine(({ items }, context) => {
    const seen = new Set<string>();
    for (const [index, { document, id }] of items.entries()) {
      const key = `${document} ${id}`;
      if (seen.has(key)) context.addIssue({ code: "custom", path: ["items", index, "id"], message: `is there twice for ${document}` });
      seen.add(key);
    }
  });

export type EditionFile = z.infer<typeof editionSchema>;

/** What is said where no rule has words of its own. */
function missingOrOdd({ code, input }: { code?: string; input?: unknown }): string {
  if (input === undefined) return "is missing";
  return code === "too_big" ? "is too long" : "is not of the kind that belongs here";
}

/** Reads the text of an edition's file; the problems say where, like "items 3, strength: must be must or should". */
export function readEditionFile(text: string): { ok: true; edition: EditionFile } | { ok: false; problems: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, problems: ["The file is not JSON. Choose the file of an edition, which ends in .json"] };
  }
  const result = editionSchema.safeParse(json, { error: missingOrOdd });
  if (result.success) return { ok: true, edition: result.data };
  const problems = result.error.issues.map(({ path, message }) => `${path.map((step) => (typeof step === "number" ? String(step + 1) : String(step))).join(", ").replace(/items, (\d+)/, "item $1") || "The file"}: ${message}`);
  return { ok: false, problems: problems.length > 20 ? [...problems.slice(0, 20), `and ${String(problems.length - 20)} more`] : problems };
}
