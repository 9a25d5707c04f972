import {
  isNationalInsuranceNumber,
  isNhsNumber,
  isPoliceIdentity,
  isUniqueLearnerNumber,
  isUniquePupilNumber,
} from "./check-digits.ts";
import type { IdentifierKind, Match } from "./finding.ts";

/** What people put between the groups of a number, a line end and folded Markdown marks included. */
const GAP = "[ \\n-]{0,4}";
const AFTER = "(?![\\p{L}\\d])";

// Each pattern is a look-ahead, so that a number is found also where another candidate overlaps it.
const THREE_THREE_FOUR = new RegExp(`(?<!\\d|\\d\\.)(?=(\\d{3}${GAP}\\d{3}${GAP}\\d{4})${AFTER}(?!\\.\\d))`, "gu");
const DIGIT_GROUPS = /(?<!\d|\d\.)\d+(?:[ \n-]{1,4}\d+)+(?!\d|\.\d)/g;
const PUPIL = new RegExp(`(?<!\\d)(?=([A-HJ-NP-RT-Z](?:${GAP}\\d){11}${GAP}[\\dA-HJ-NP-RT-Z])${AFTER})`, "giu");
const INSURANCE = new RegExp(`(?<![\\p{L}\\d])(?=([A-Z]{2}${GAP}\\d{2}${GAP}\\d{2}${GAP}\\d{2}${GAP}[A-D])${AFTER})`, "giu");
const POLICE = new RegExp(`(?<![\\p{L}\\d/])(?=((?:19|20)?\\d{2}${GAP}/?${GAP}\\d{7}${GAP}[A-Z])${AFTER})`, "giu");

/** Words that may touch a number without a space, as in "NHS9434765919". */
const TOUCHING = /(?:nhs|no|num|number|uln|upn)$/i;
const BEFORE_MONEY = /[£$€] ?$/;
const BEFORE_ISBN = /ISBN(?:-1[03])?:?[ \n]{0,3}$/i;
const BEFORE_PHONE = /(?:\+|00)\d{1,3}[ -]{0,2}(?:\(0\) ?)?$/;

/** Identifiers of one person, in folded text. Checked by their digits where the scheme has any. */
export function findCertain(text: string): Match[] {
  return [...findTenDigits(text), ...findPupils(text), ...findInsurance(text), ...findPolice(text)];
}

function findTenDigits(text: string): Match[] {
  const matches: Match[] = [];
  for (const match of text.matchAll(THREE_THREE_FOUR)) addTenDigits(matches, text, match.index, match[1] ?? "");
  for (const match of text.matchAll(DIGIT_GROUPS)) {
    if (couldBeOneNumber(match[0])) addTenDigits(matches, text, match.index, match[0]);
  }
  return matches;
}

/** Ten digits grouped in an unusual way: not years in a row, and not a list of small numbers. */
function couldBeOneNumber(value: string): boolean {
  if (value.length > 40) return false;
  const groups = value.split(/[ \n-]+/);
  return (
    groups.join("").length === 10 &&
    groups.some((group) => group.length >= 3) &&
    !groups.some((group) => /^(?:19|20)\d\d$/.test(group))
  );
}

function addTenDigits(matches: Match[], text: string, index: number, value: string): void {
  const digits = value.replace(/\D/g, "");
  const kind: IdentifierKind | null = isNhsNumber(digits) ? "nhs-number" : isUniqueLearnerNumber(digits) ? "unique-learner-number" : null;
  if (!kind) return;
  const before = text.slice(Math.max(0, index - 24), index);
  if ([BEFORE_MONEY, BEFORE_ISBN, BEFORE_PHONE].some((pattern) => pattern.test(before))) return;
  if (!standsFree(before)) return;
  matches.push({ kind, index, length: value.length });
}

function standsFree(before: string): boolean {
  return !/\p{L}$/u.test(before) || TOUCHING.test(before);
}

function findPupils(text: string): Match[] {
  return candidates(text, PUPIL, "unique-pupil-number", (value, before) => standsFree(before) && isUniquePupilNumber(bare(value)));
}

function findInsurance(text: string): Match[] {
  return candidates(text, INSURANCE, "national-insurance-number", (value) => {
    // "by 100000 a" has the letters of a number; people who write small letters with spaces group the digits in pairs.
    const writtenAsOne = !/[ \n-]/.test(value) || /^\p{L}{2}[ \n-]+\d\d[ \n-]+\d\d[ \n-]+\d\d/u.test(value);
    return (writtenAsOne || value === value.toUpperCase()) && isNationalInsuranceNumber(bare(value));
  });
}

function findPolice(text: string): Match[] {
  return candidates(text, POLICE, "police-identity", (value) => isPoliceIdentity(bare(value)));
}

function candidates(text: string, pattern: RegExp, kind: IdentifierKind, accept: (value: string, before: string) => boolean): Match[] {
  const matches: Match[] = [];
  for (const { index, 1: value = "" } of text.matchAll(pattern)) {
    if (accept(value, text.slice(Math.max(0, index - 12), index))) matches.push({ kind, index, length: value.length });
  }
  return matches;
}

function bare(value: string): string {
  return value.toUpperCase().replace(/[^A-Z\d]/g, "");
}
