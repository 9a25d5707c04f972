import type { CoverageBySource } from "#app/domain/agencies/coverage/coverage.ts";
import type { AgencyAudit, AgencyCategory, AgencySector, Inclusion } from "#app/domain/agencies/vocabulary.ts";

import type { PublishedRepresentativeBody } from "./voice.ts";

/** What is published of the agencies that a partnership names: a snapshot, written whenever the list changes. */
export interface AgenciesOutline {
  /** The categories of the agencies listed, in the order of the Schedule. */
  categories: PublishedCategory[];
  /** In the order of their categories, then by name. */
  agencies: PublishedAgency[];
  /** Those whose names are withheld for safety, in the order of their categories; absent where there is none. */
  withheld?: WithheldAgency[];
  /** Those of them that speak for others, in the same order; absent in what was published before it could be kept. */
  bodies?: PublishedRepresentativeBody[];
}

export type PublishedCategory = Pick<AgencyCategory, "id" | "part" | "sector" | "title" | "inSchedule">;

/** An agency by its organisation: never a person. */
export interface PublishedAgency {
  /** Of the body, the same in every partnership that names it. */
  id: string;
  name: string;
  category: string;
  inclusion: Inclusion;
  /** Why it was chosen. */
  reason: string;
  howWeWork: string | null;
  urn: number | null;
  charityNumber: string | null;
  organisationCode: string | null;
  parent: string | null;
  parentCode: string | null;
  phase: string | null;
  establishment: string | null;
  /** Official codes of the council areas in which it works; none is all of them. */
  areas: string[];
  audits: AgencyAudit[];
  /** ISO date. */
  namedOn: string;
}

/** A named agency of which the public reads only what it is named from. It has no id, so that nothing joins it with another list. */
export type WithheldAgency = Pick<PublishedAgency, "category" | "inclusion">;

/** The facts of a snapshot, without its rows. */
export interface StoredAgencies {
  partnership: { id: string; slug: string; name: string };
  /** Council areas of the partnership, for the codes of `areas`. */
  areas: { code: string; name: string }[];
  /** `withheld`: how many of those named are listed without their names; absent where none is. */
  counts: { named: number; statutory: number; voluntary: number; sectors: Record<AgencySector, number>; withheld?: number };
  /** How much of what is open in the area is named, as far as it was measured. Lists before September 2026 have none. */
  coverage?: CoverageBySource;
  /** The bodies named, so that it can be asked who names one; without those whose names are withheld. */
  agencyIds: string[];
  /** Of the words, with their salt; absent in what was published before it was kept here. */
  outlineSha256?: string;
}

/** The list of relevant agencies that stands. `outline` is null once it was taken down. */
export interface PublishedAgencies {
  publicationId: string;
  /** How often the list was published. */
  number: number;
  /** RFC 3339. */
  publishedAt: string;
  firstPublishedAt: string;
  facts: StoredAgencies;
  takenDown: { at: string; reason: string | null } | null;
  outline: AgenciesOutline | null;
}

/** How one partnership names a body. */
export interface NamedBy {
  partnership: StoredAgencies["partnership"];
  agency: PublishedAgency;
  category: PublishedCategory;
  /** Bodies that speak for it there. */
  representedBy: { id: string; name: string }[];
  /** For whom it speaks there itself: "all 12 primary schools"; null where it speaks for nobody. */
  speaksFor: { role: string; words: string | null } | null;
}

/** One publication of a list, beside the one before it. RFC 3339 moments. */
export interface AgenciesChange {
  publicationId: string;
  publishedAt: string;
  named: number;
  /** How many bodies it names that the one before did not, and the reverse. */
  added: number;
  withdrawn: number;
  takenDown: { at: string; reason: string | null } | null;
}
