import { z } from "zod";

import { agencyAudits } from "../vocabulary.ts";

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/);
const words = z.string().min(3);

/** An edition of a question set as its file in db/rulesets/self-assessments holds it. */
export const setFileSchema = z
  .object({
    set: word,
    series: word,
    title: words,
    shortTitle: words,
    /** The audits that it is for; none for one that any agency may be asked. */
    audits: z.array(z.enum(agencyAudits)),
    /** The newest of a series that has begun is the one to issue. */
    inForceFrom: z.iso.date(),
    basis: words,
    source: words,
    note: words,
    /** Whether somebody read our wording against the law and the guidance. */
    wordingChecked: z.boolean(),
    /** Best first. */
    ratings: z.array(z.object({ id: word, title: words, meaning: words, measured: z.boolean(), asksForAction: z.boolean() })).min(2),
    standards: z
      .array(z.object({ id: word, part: words, title: words, question: words, goodLooksLike: z.array(words).min(1), evidence: words, basis: words, confidence: z.enum(["verified", "to-verify"]) }))
      .min(1)
      .max(60),
  })
  .refine(({ ratings, standards }) => [ratings, standards].every((list) => new Set(list.map((each) => each.id)).size === list.length), "an id stands twice");
