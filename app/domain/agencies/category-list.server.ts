import { z } from "zod";

import { agencySectors } from "./vocabulary.ts";

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/);

/** An edition of the list of categories of relevant agencies as its file in db/rulesets holds it. */
export const categoryListSchema = z.object({
  list: word,
  /** The day from which the list is the one to name agencies from. */
  inForceFrom: z.iso.date(),
  source: z.string().min(1),
  note: z.string(),
  categories: z
    .array(
      z.object({
        id: word,
        group: z.string().min(1),
        sector: z.enum(agencySectors),
        title: z.string().min(1),
        paragraph: z.number().int().positive().nullable(),
        confidence: z.enum(["verified", "to-verify"]),
      }),
    )
    .min(1),
});
