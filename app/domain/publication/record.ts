import type { DocumentKind, PartnerKind } from "#app/domain/documents/vocabulary.ts";
import type { ItemCoverage } from "#app/domain/guidance/rules.ts";

export const RECORD_FORMAT = "safeguarding-partnership/record/v1";

/** A signature as the public sees it. `statement` is the exact text that was signed. */
export interface PublicSignature {
  seatId: string;
  kind: PartnerKind;
  organisation: string;
  office: string;
  signer: string;
  acting: boolean;
  signedAt: string;
  reference: string;
  statementSha256: string;
  statement: string;
}

/** A ledger entry with everything its hash covers. */
export interface PublicLedgerEntry {
  chain: string;
  seq: number;
  previous: string;
  at: string;
  actor: string;
  type: string;
  payloadSha256: string;
  payload: string;
  hash: string;
}

/** Who signed a published version and where that is recorded: made at publication, never changed. */
export interface PublicRecord {
  format: typeof RECORD_FORMAT;
  kind: DocumentKind;
  partnership: { id: string; slug: string; name: string };
  versionId: string;
  number: number;
  contentSha256: string;
  htmlSha256: string;
  pdfSha256: string;
  signatures: PublicSignature[];
  ledger: PublicLedgerEntry[];
}

/** What people wrote around a published version's text. Hidden when it is taken down, gone when it is erased. */
export interface DocumentOutline {
  title: string;
  changeNote: string | null;
  sections: { number: number; title: string }[];
  coverage: ItemCoverage[];
}

/** What stands of a published version whatever happens to its text: dates, numbers and who signed. */
export interface StandingFacts {
  partnership: { id: string; slug: string; name: string };
  edition: { id: string; title: string };
  inForceFrom: string | null;
  nextReviewOn: string | null;
  /** RFC 3339. When the first version of this document was published. */
  firstPublishedAt: string;
  /** How many versions have been published, this one included. */
  updates: number;
  signatures: Omit<PublicSignature, "statement">[];
  words: number;
  pdfBytes: number;
}

/** What a published version's page says around its text. */
export type DocumentFacts = StandingFacts & DocumentOutline;

/** A person in office as the public may see them. `name` is null when it is withheld for safety. */
export interface PublicHolder {
  name: string | null;
  since: string;
  acting: boolean;
}

export interface PublicPost {
  office: string;
  /** Null is a vacancy. */
  holder: PublicHolder | null;
}

interface DirectoryOf<Post> {
  partnership: { id: string; slug: string; name: string };
  areas: { code: string; name: string }[];
  edition: { id: string; title: string };
  icbCompleteness: "unchecked" | "checked";
  seats: { id: string; kind: PartnerKind; organisation: string; organisationCode: string; lead: Post; delegate: Post | null }[];
  chair: Post | null;
  scrutineer: Post | null;
}

/** Who is accountable on one day, as a page shows it. */
export type DirectoryFacts = DirectoryOf<PublicPost>;

/** A post with everybody known to hold it now or from a later day, in order, so that a handover needs nobody awake at midnight. */
export interface PublishedPost {
  office: string;
  /** `until` is the first day they no longer hold it. */
  holders: (PublicHolder & { until: string | null })[];
}

/** Who is accountable, as published: written whenever somebody is appointed, leaves, or a partnership begins. */
export type StoredDirectory = DirectoryOf<PublishedPost>;
