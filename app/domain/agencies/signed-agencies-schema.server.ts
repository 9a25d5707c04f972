import { z } from "zod";

import { allDifferent, date, id, line, text } from "#app/domain/documents/text/content-fields.server.ts";

import type { SignedAgency } from "./signed-agencies.ts";
import { agencySectors, inclusions } from "./vocabulary.ts";

const agency = z.strictObject({
  id,
  name: line,
  category: id,
  categoryTitle: line,
  sector: z.enum(agencySectors),
  inclusion: z.enum(inclusions),
  reason: text(1_000),
  howWeWork: text(1_000).nullable(),
  namedOn: date,
});

const withheld = z.strictObject({ withheld: z.literal(true), category: id, categoryTitle: line, sector: z.enum(agencySectors), inclusion: z.enum(inclusions) });

/** Exactly one spelling: no missing or extra keys, and no body twice. */
export const signedAgenciesSchema = z
  .array(z.union([agency, withheld]))
  .min(1)
  .max(5_000)
  .refine((agencies) => allDifferent(agencies.flatMap((each) => ("withheld" in each ? [] : [each.id])))) satisfies z.ZodType<SignedAgency[]>;
