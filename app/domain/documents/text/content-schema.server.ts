import { z } from "zod";
import { SEAT_KINDS, SIGNED_DOCUMENT_FORMAT, SIGNED_DOCUMENT_KINDS } from "./content.ts";
import type { SignedContent } from "./content.ts";
import { MAX_SECTION_LENGTH } from "./normalise.server.ts";

const FORBIDDEN = /[\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[^\n\P{Cc}]/u;

/** Text that the reader sees exactly as it is stored. Resolved tables make a section longer than what was typed. */
const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine((value) => !FORBIDDEN.test(value) && value === value.normalize("NFC"));
const line = z.string().min(1).pipe(text(500).refine((value) => !value.includes("\n") && value === value.trim()));
const markdown = text(MAX_SECTION_LENGTH * 2);
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
const wholeNumber = z.int().min(1).max(100_000);

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine((value) => isRealDate(value));
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/).refine((value) => isRealDate(value.slice(0, 10)));

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
    kind: z.enum(SIGNED_DOCUMENT_KINDS),
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
  })
  .refine((content) => allDifferent(content.seats.map((each) => each.seatId)), { path: ["seats"] })
  .refine((content) => content.sections.every((each, index) => each.number === index + 1), { path: ["sections"] })
  .refine((content) => allDifferent(content.sections.map((each) => each.id)), { path: ["sections"] })
  .refine((content) => content.sections.every((each) => each.audience === undefined || (each.number === content.sections.length && each.items.length === 0)), { path: ["sections"] })
  .refine((content) => content.coverage.every((each) => each.sections.every((number) => number <= content.sections.length)), {
    path: ["coverage"],
  }) satisfies z.ZodType<SignedContent>;

function isRealDate(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

function allDifferent(values: string[]): boolean {
  return new Set(values).size === values.length;
}
