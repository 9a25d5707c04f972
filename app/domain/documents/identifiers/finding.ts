export type IdentifierKind =
  | "nhs-number"
  | "unique-learner-number"
  | "unique-pupil-number"
  | "national-insurance-number"
  | "police-identity"
  | "postcode"
  | "email"
  | "phone"
  | "date-of-birth"
  | "family-court-number"
  | "exact-age";

/** Something in a text that may say who a person is. */
export interface Identifier {
  kind: IdentifierKind;
  /** A noun for the middle of a sentence, to stand after "a": "unique pupil number". */
  label: string;
  /** An identifier of one person, which blocks; otherwise a possible one, which warns. */
  certain: boolean;
  /** The value masked for display; never the whole value. */
  excerpt: string;
  /** Where it starts in the text, in UTF-16 units. */
  index: number;
  /** The line it starts on, counting from 1. */
  line: number;
  /** Recognises the same value when the check runs again. See `fingerprint.ts`. */
  fingerprint: string;
}

/** A stretch of text that a detector found, before it is masked. */
export interface Match {
  kind: IdentifierKind;
  index: number;
  length: number;
}

export const IDENTIFIERS: Record<IdentifierKind, { label: string; certain: boolean }> = {
  "nhs-number": { label: "National Health Service (NHS) number", certain: true },
  "unique-learner-number": { label: "unique learner number", certain: true },
  "unique-pupil-number": { label: "unique pupil number", certain: true },
  "national-insurance-number": { label: "National Insurance number", certain: true },
  "police-identity": { label: "Police National Computer number", certain: true },
  postcode: { label: "postcode", certain: false },
  email: { label: "personal e-mail address", certain: false },
  phone: { label: "phone number", certain: false },
  "date-of-birth": { label: "date of birth", certain: false },
  "family-court-number": { label: "family court case number", certain: false },
  "exact-age": { label: "person’s exact age", certain: false },
};
