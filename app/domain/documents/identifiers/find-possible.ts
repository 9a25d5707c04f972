import type { IdentifierKind, Match } from "./finding.ts";

const POSTCODE = /\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPS-UW]|[A-HK-Y]\d[ABEHMNPRV-Y])[ \n]?\d[ABD-HJLNP-UW-Z]{2})\b/gi;
/** "s11 1st" is an ordinal, not the second half of a postcode. */
const ORDINAL = /\d(?:st|nd|rd|th)$/;

/**
 * Mobile numbers and the geographic 01 and 02. Left out: 03 and 08, which only organisations have (helplines, switchboards).
 */
const PHONE = /(?<![\d.\p{L}])(?:(?:\+44|0044) ?(?:\(0\))? ?|\(?0)(?:7\d{3}[ -]{0,2}\d{3}[ -]{0,2}\d{3}|[12]\d(?:[ )-]{0,3}\d){7,8})(?!\d)/gu;

const MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DATE = [
  "\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?(?:19|20)?\\d{2}",
  "\\d{1,2} \\d{1,2} (?:19|20)?\\d{2}",
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH},? (?:19|20)\\d{2}`,
  `${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}`,
  "(?:19|20)\\d{2}-\\d{2}-\\d{2}",
].join("|");
const BIRTH = new RegExp(`\\b(?:d\\.? ?o\\.? ?b\\b\\.?|date of birth|birth date|born(?: on)?(?: the)?)[^\\p{L}\\d]{0,5}(?:(?:is|was|on) )?(?:${DATE})(?!\\d)`, "giu");

/** Region, year, letter of the kind of case, serial: ZZ23C50123. A format only; it has no check digit. */
const FAMILY_COURT = /(?<![\p{L}\d])[A-Z]{2}\d{2}[CDFPZ]\d{5}(?![\p{L}\d])/gu;

const AGE = /\b(?:aged?[ \n]+\d{1,2}|(?:an?|the|his|her|their)[ \n]+\d{1,2}[- \n]years?[- \n]old)\b/gi;
/** What turns an age into a limit or a range: "children aged 10 and over", "aged 16 to 25", "18+". */
const LIMIT_AFTER = /^(?:[ \n]*(?:years?|yrs?|months?|weeks?|days?))?[ \n]*(?:\+|-[ ]?\d|\/\d|(?:and|or)[ \n]+(?:over|under|above|below|older|younger|up|\d)|to\b|up to\b|through\b|onwards?\b|upwards?\b|until\b)/i;
const LIMIT_BEFORE = /\b(?:under|over|until|to|from|by|at least|reach(?:es|ed|ing)?|than|between|children|people|persons|those|anyone|everyone|pupils|students|learners|adults|leavers|teenagers|boys|girls|young carers|who are|if|and|or)[ \n]+(?:the[ \n]+)?$/i;

/** Formats that may point at a person or may not: the author decides. `folded` and `text` have the same indices. */
export function findPossible(folded: string, text: string): Match[] {
  return [
    ...all(folded, POSTCODE, "postcode").filter((match) => !ORDINAL.test(valueOf(folded, match))),
    ...findEmails(text),
    ...all(folded, PHONE, "phone"),
    ...all(folded, BIRTH, "date-of-birth"),
    ...all(folded, FAMILY_COURT, "family-court-number"),
    ...all(folded, AGE, "exact-age").filter((match) => !isLimit(folded, match)),
  ];
}

function isLimit(text: string, match: Match): boolean {
  const after = text.slice(match.index + match.length, match.index + match.length + 30);
  const before = text.slice(Math.max(0, match.index - 30), match.index);
  return LIMIT_AFTER.test(after) || LIMIT_BEFORE.test(before);
}

/** Looks outwards from each @, so that a long text without one costs nothing. */
function findEmails(text: string): Match[] {
  const matches: Match[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const left = /[A-Z0-9._%+'-]{1,64}$/i.exec(text.slice(Math.max(0, at - 64), at))?.[0] ?? "";
    const right = /^[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){1,8}/i.exec(text.slice(at + 1, at + 255))?.[0] ?? "";
    if (left && right) matches.push({ kind: "email", index: at - left.length, length: left.length + 1 + right.length });
  }
  return matches;
}

function all(text: string, pattern: RegExp, kind: IdentifierKind): Match[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, index: match.index, length: match[0].length }));
}

function valueOf(text: string, match: Match): string {
  return text.slice(match.index, match.index + match.length);
}
