import type { SignedAgency } from "#app/domain/agencies/signed-agencies.ts";
import type { SignedBudget } from "#app/domain/funding/signed-budget.ts";

import type { DocumentKind } from "../vocabulary.ts";

/** The exact content that lead safeguarding partners sign. Pure types: this file may reach the browser. */

export const SIGNED_DOCUMENT_FORMAT = "safeguarding-partnership/signed-document/v1";

export const SEAT_KINDS = ["local-authority", "icb", "police"] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** A signature the version requires, as the seat stood when the version was frozen. `holder` is null when vacant. */
export interface SignedSeat {
  seatId: string;
  kind: SeatKind;
  organisation: string;
  office: string;
  holder: string | null;
  acting: boolean;
}

/**
 * One section. `markdown` is normalised and has its record tokens resolved; `items` are ids of guidance items it covers.
 * `audience` is there on the page for children and young people only, which is the last section and covers nothing.
 */
export interface SignedSection {
  number: number;
  id: string;
  title: string;
  markdown: string;
  items: string[];
  audience?: "young-people";
}

/** What the guidance asks for and where it is: `sections` are section numbers, `notCovered` the stated reason for a gap. */
export interface SignedCoverage {
  itemId: string;
  title: string;
  strength: "must" | "should";
  inForce: boolean;
  sections: number[];
  notCovered: string | null;
}

/** A PDF made elsewhere that is part of the document: its bytes are signed through their SHA-256. `size` is in bytes. */
export interface SignedFile {
  name: string;
  sha256: string;
  size: number;
  pages: number;
}

/**
 * A frozen version. Its canonical bytes are what is hashed, signed, shown and published.
 * Dates are ISO (2026-09-30); `frozenAt` is RFC 3339 in UTC to the second; `salt` is 64 hexadecimal digits, so that
 * erased content cannot be guessed back from its hash; `number` counts versions from 1.
 */
export interface SignedContent {
  format: typeof SIGNED_DOCUMENT_FORMAT;
  kind: DocumentKind;
  partnership: { id: string; slug: string; name: string };
  title: string;
  number: number;
  edition: { id: string; title: string };
  inForceFrom: string | null;
  nextReviewOn: string | null;
  changeNote: string | null;
  frozenAt: string;
  salt: string;
  seats: SignedSeat[];
  sections: SignedSection[];
  coverage: SignedCoverage[];
  /** Absent when the sections are the whole text. */
  file?: SignedFile;
  /** The relevant agencies that were named when it was frozen; there on arrangements that name any. */
  agencies?: SignedAgency[];
  /** The figures of a shared annual budget, in pence; there on budgets only. */
  budget?: SignedBudget;
}
