import { z } from "zod";

import { signedAgenciesSchema } from "#app/domain/agencies/signed-agencies-schema.server.ts";
import { signedBudgetSchema } from "#app/domain/funding/signed-budget-schema.server.ts";

import { budgetYear, type DocumentKind, isDocumentKind } from "../vocabulary.ts";
import { allDifferent, date, id, line, moment, text, wholeNumber } from "./content-fields.server.ts";
import { SEAT_KINDS, SIGNED_DOCUMENT_FORMAT, type SignedContent } from "./content.ts";
import { MAX_SECTION_LENGTH } from "./normalise.server.ts";

const markdown = text(MAX_SECTION_LENGTH * 2);


const seat = z.strictObject({
  seatId: id,
  kind: z.enum(SEAT_KINDS),
  organisation: line,
  office: line,
  holder: line.nullable(),
  acting: z.boolean(),
});

const section = z.strictObject({ number: wholeNumber, id, title: line, markdown, items: z.array(id).max(200), audience: z.exactOptional(z.literal("young-people")) });

const coverage = z.strictObject({
  itemId: id,
  title: line,
  strength: z.enum(["must", "should"]),
  inForce: z.boolean(),
  sections: z.array(wholeNumber).max(500),
  notCovered: text(5_000).nullable(),
});

const file = z.strictObject({ name: line, sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(1).max(100_000_000), pages: wholeNumber });

/** No floats, no missing or extra keys, fixed depth: what passes has exactly one canonical spelling. */
export const signedContentSchema = z
  .strictObject({
    format: z.literal(SIGNED_DOCUMENT_FORMAT),
    kind: z.custom<DocumentKind>(isDocumentKind),
    partnership: z.strictObject({ id, slug: id, name: line }),
    title: line,
    number: wholeNumber,
    edition: z.strictObject({ id, title: line }),
    inForceFrom: date.nullable(),
    nextReviewOn: date.nullable(),
    changeNote: text(5_000).nullable(),
    frozenAt: moment,
    salt: z.string().regex(/^[0-9a-f]{64}$/),
    seats: z.array(seat).min(1).max(100),
    sections: z.array(section).max(500),
    coverage: z.array(coverage).max(500),
    file: z.exactOptional(file),
    agencies: z.exactOptional(signedAgenciesSchema),
    budget: z.exactOptional(signedBudgetSchema),
  })
  .refine((content) => (content.budget?.year ?? null) === budgetYear(content.kind), { path: ["budget"] })
  .refine((content) => allDifferent(content.seats.map((each) => each.seatId)), { path: ["seats"] })
  .refine((content) => content.sections.every((each, index) => each.number === index + 1), { path: ["sections"] })
  .refine((content) => allDifferent(content.sections.map((each) => each.id)), { path: ["sections"] })
  .refine((content) => content.sections.every((each) => each.audience === undefined || (each.number === content.sections.length && each.items.length === 0)), { path: ["sections"] })
  .refine((content) => content.coverage.every((each) => each.sections.every((number) => number <= content.sections.length)), {
    path: ["coverage"],
  }) satisfies z.ZodType<SignedContent>;
