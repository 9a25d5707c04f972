import type { ItemCoverage } from "#app/domain/guidance/rules.ts";
import type { GuidanceItem } from "#app/domain/guidance/vocabulary.ts";

import type { DraftDetails } from "./draft-details.ts";
import type { DiffPart } from "./comparison.ts";
import type { Readiness, ReadinessLine } from "./readiness.ts";
import type { ReviewState } from "./review/rules.ts";
import type { Audience, VersionStatus } from "./vocabulary.ts";

/** Before a draft exists: what starting one creates. */
export interface NotStarted {
  started: false;
  edition: { id: string; title: string };
  items: number;
}

/** A version as the draft's status line speaks of it. `missing` names the seats that have not signed. */
export interface VersionStanding {
  number: number;
  status: VersionStatus;
  publishedAt: Date | null;
  approvedAt: Date | null;
  closedAt: Date | null;
  required: number;
  missing: string[];
}

export interface SectionOverview {
  id: string;
  number: number;
  title: string;
  empty: boolean;
  /** Errors in its text. */
  problems: number;
  words: number;
  openComments: number;
  items: Pick<GuidanceItem, "id" | "title" | "strength" | "inForce">[];
}

/** The page for children and young people, which a document may have. */
export type YoungPeopleOverview = { state: "not-started" } | { state: "removed"; sectionId: string } | { state: "there"; section: SectionOverview };

/** What the page of a draft shows. */
export interface DraftOverview {
  started: true;
  details: DraftDetails;
  revision: number;
  edition: { id: string; title: string };
  editedAt: Date;
  /** Null when the draft was never edited by a person. */
  editedBy: string | null;
  today: string;
  /** Without the page for young people. */
  sections: SectionOverview[];
  youngPeople: YoungPeopleOverview;
  coverage: (ItemCoverage & { confidence: GuidanceItem["confidence"]; inForceNote: string | null })[];
  readiness: Readiness;
  /** The PDF that is part of its text. `size` is in bytes. */
  file: { name: string; size: number; pages: number } | null;
  review: ReviewState;
  versions: VersionStanding[];
  nextNumber: number;
  /** The newest version, when it is open or published and nothing was written since it was frozen. */
  unchangedSince: number | null;
}

/** A section as its editor needs it. */
export interface SectionEditing {
  id: string;
  /** Whether it is a section of a budget, which has record tokens of its own. */
  ofBudget: boolean;
  audience: Audience;
  number: number;
  title: string;
  body: string;
  items: string[];
  revision: number;
  savedAt: Date;
  savedBy: string | null;
  removed: boolean;
  /** Everything the edition asks of the document, in its order. */
  guidance: GuidanceItem[];
  /** Titles of other sections that cover an item, by the item's id. */
  elsewhere: Record<string, string[]>;
  /** What the readiness check says of this section. */
  lines: ReadinessLine[];
}

/** A section as it will read, its record tokens filled. */
export interface SectionPreview {
  id: string;
  audience: Audience;
  number: number;
  title: string;
  html: string;
  words: number;
  empty: boolean;
  items: string[];
  lines: ReadinessLine[];
  previous: { id: string; title: string } | null;
  next: { id: string; title: string } | null;
}

/** One line of two texts beside each other: a run of lines that are the same, or a line with its differing words. */
export type TextDifference = { same: string[] } | { parts: DiffPart[] };

/** Both texts of a section that two people changed at the same time. */
export interface SectionConflict {
  theirs: { title: string; body: string; items: string[]; revision: number; savedAt: Date; savedBy: string | null; removed: boolean };
  /** From theirs to mine. */
  title: DiffPart[] | null;
  body: TextDifference[];
  /** Items only in theirs, and only in mine, by title. */
  items: { theirs: string[]; mine: string[] };
}

export interface FreezeView {
  details: DraftDetails;
  revision: number;
  number: number;
  readiness: Readiness;
  seats: { id: string; organisation: string; office: string; holder: string | null; acting: boolean }[];
  /** The version that freezing supersedes, with how many have signed it. */
  superseded: { number: number; status: VersionStatus; signed: number } | null;
  unchangedSince: number | null;
  /** How many, without the page for young people. */
  sections: number;
  youngPeople: boolean;
  words: number;
  /** The PDF that is part of its text. `size` is in bytes. */
  file: { name: string; size: number; pages: number } | null;
}

export interface ItemView {
  item: GuidanceItem;
  edition: { id: string; title: string };
  sections: { id: string; number: number; title: string; empty: boolean; covers: boolean }[];
  gap: { reason: string; declaredAt: Date; declaredBy: string | null } | null;
}

export interface IdentifierView {
  fingerprint: string;
  kind: string;
  /** The readiness lines that name it; empty when the text no longer holds it. */
  lines: ReadinessLine[];
  proposal: { reason: string; proposedAt: Date; proposedBy: { personId: string; name: string }; confirmedAt: Date | null; confirmedBy: string | null } | null;
}
