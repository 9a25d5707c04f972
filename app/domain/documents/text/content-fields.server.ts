import { z } from "zod";

/** The fields that signed content is made of: nothing passes that has two spellings. */

const FORBIDDEN = /[\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[^\n\P{Cc}]/u;

/** Text that the reader sees exactly as it is stored. Resolved tables make a section longer than what was typed. */
export const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine((value) => !FORBIDDEN.test(value) && value === value.normalize("NFC"));
export const line = z.string().min(1).pipe(text(500).refine((value) => !value.includes("\n") && value === value.trim()));
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
export const wholeNumber = z.int().min(1).max(100_000);

export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine((value) => isRealDate(value));
export const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/).refine((value) => isRealDate(value.slice(0, 10)));

function isRealDate(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

export function allDifferent(values: string[]): boolean {
  return new Set(values).size === values.length;
}
