import type { DocumentKind, PartnerKind } from "#app/domain/documents/vocabulary.ts";
import type { IcbCover, IcbSeats } from "#app/domain/bodies/icb-cover.ts";
import type { PublishedContact } from "#app/domain/concern/contact.ts";
import type { ItemCoverage } from "#app/domain/guidance/rules.ts";
import type { Delegated, DelegationState, Held } from "#app/domain/people/rules.ts";

import type { PartnerChange } from "./partner-changes.ts";
import type { PublishedRepresentative } from "./voice.ts";

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
  sections: { number: number; title: string; audience?: "young-people" }[];
  coverage: ItemCoverage[];
  /** The name of the PDF that is part of it; absent in what was published before there could be one. */
  fileName?: string | null;
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
  /** The PDF made elsewhere that is part of it. `size` is in bytes. */
  file?: { sha256: string; size: number; pages: number };
}

/** What a published version's page says around its text. */
export type DocumentFacts = StandingFacts & DocumentOutline;

/** What the public may know of a chair's or a scrutineer's appointment. ISO dates. */
export interface PublicTerms {
  reviewOn: string | null;
  /** Why the chair is not one of the delegated partners; null when they are. */
  independentReason: string | null;
  appointingBody: string | null;
  termEndsOn: string | null;
  /** The interests a scrutineer declared. */
  interests: string | null;
}

/** A person in office as the public may see them. `name` is null when it is withheld for safety. */
export interface PublicHolder {
  name: string | null;
  since: string;
  acting: boolean;
  /** The first day they no longer hold it, if that is known. */
  until?: string | null;
  /** Of a delegate: what is delegated to them, on the day asked for. */
  delegation?: DelegationState;
  terms?: PublicTerms;
}

export interface PublicPost {
  office: string;
  /** Null is a vacancy. */
  holder: PublicHolder | null;
}

interface DirectoryOf<Post, Dates> {
  partnership: { id: string; slug: string; name: string };
  areas: { code: string; name: string }[];
  edition: { id: string; title: string };
  seats: ({ id: string; kind: PartnerKind; organisation: string; organisationCode: string; lead: Post; delegate: Post | null } & Dates)[];
  chair: Post | null;
  scrutineer: Post | null;
  /** Whom to call about a child, by area; absent in what was published before it could be kept. */
  contacts?: PublishedContact[];
}

/** Who is accountable on one day, as a page shows it. */
export interface DirectoryFacts extends DirectoryOf<PublicPost, unknown> {
  /** Whether every integrated care board that covers the areas has a seat. */
  icbs: IcbSeats;
  /** Seats that were added, ended or succeeded, the latest first, those to come included. */
  changes: PartnerChange[];
}

/** Somebody's time in office as published. `office` is the title as they have or had it. */
export interface PublishedHolder extends Held {
  name: string | null;
  acting: boolean;
  office?: string;
  delegations?: Delegated[];
  terms?: PublicTerms;
}

/**
 * A post with everybody known to have held it, to hold it now or from a later day, in order: so that a handover needs
 * nobody awake at midnight, and a day in the past has its answer. `since` and `until` say when the post exists.
 */
export interface PublishedPost extends Partial<Held> {
  office: string;
  holders: PublishedHolder[];
}

/** Who is accountable, as published: written whenever somebody is appointed, leaves, or a partnership begins. */
export interface StoredDirectory extends DirectoryOf<PublishedPost, Partial<Held> & { addedReason?: string | null; endedReason?: string | null; successorId?: string | null }> {
  icbCover?: IcbCover[];
  /** Who represents education and the voluntary sector; absent in what was published before it could be kept. */
  representatives?: PublishedRepresentative[];
}
