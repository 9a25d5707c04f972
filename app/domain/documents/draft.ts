import type { SignedAgency } from "#app/domain/agencies/signed-agencies.ts";
import type { DraftBudget } from "#app/domain/funding/draft-budget.ts";
import type { GuidanceItem } from "#app/domain/guidance/vocabulary.ts";
import type { Directory } from "#app/domain/partnerships/directory.ts";

import type { ReviewStanding } from "./review/rules.ts";
import type { SignedFile } from "./text/content.ts";
import type { Audience, DocumentKind, VersionStatus } from "./vocabulary.ts";

export interface DraftSection {
  id: string;
  audience: Audience;
  title: string;
  body: string;
  items: string[];
  revision: number;
  savedAt: Date;
  savedBy: string | null;
}

export interface DeclaredGap {
  itemId: string;
  reason: string;
}

/** A signed document as it stands in its draft, with everything that freezing it needs. */
export interface Draft {
  document: {
    id: string;
    partnershipId: string;
    kind: DocumentKind;
    title: string;
    inForceFrom: string | null;
    nextReviewOn: string | null;
    changeNote: string | null;
    /** Grows with every accepted change of the draft or any of its sections. */
    revision: number;
    savedAt: Date;
  };
  directory: Directory;
  edition: { id: string; title: string };
  items: GuidanceItem[];
  /** In order; the page for young people last. */
  sections: DraftSection[];
  gaps: DeclaredGap[];
  /** The PDF that is part of its text, with the words of each page; null when there is none. */
  file: (SignedFile & { texts: string[] }) | null;
  latestVersion: { id: string; number: number; status: VersionStatus } | null;
  /** Whether a version was ever published: the next then says what changed. */
  publishedBefore: boolean;
  /** The relevant agencies that are named now; none but in arrangements. */
  agencies: SignedAgency[];
  /** Names of agencies that the public does not read, which must not stand in the text either. */
  withheldNames: readonly string[];
  /** The figures of a budget; null in every other document. */
  budget: DraftBudget | null;
  /** What reviewers say of it as it stands. */
  review: ReviewStanding;
}
