import type { MeasuredSource } from "./coverage.ts";

/** What is open and not in the register, and the reverse, as a page shows it. Client-safe. */

/** A setting that is open in the area and neither named nor proposed. */
export interface MissingSetting {
  number: string;
  name: string;
  kind: string | null;
  phase: string | null;
  parent: string | null;
  /** Whether it was withdrawn here. */
  withdrawn: boolean;
}

/** An agency of the register that the list of what is open does not have. */
export interface UnlistedAgency {
  membershipId: string;
  name: string;
  number: string | null;
  why: "closed" | "not-in-list" | "no-number";
}

export const unlistedLabels: Record<UnlistedAgency["why"], string> = {
  closed: "It closed",
  "not-in-list": "It is not on the list, or not open in the area",
  "no-number": "It has no number to be found by",
};

/** Pages of the two lists, from 1. */
export interface GapPages {
  missing: number;
  unlisted: number;
}

/** One page of each list, and how many there are in all. */
export interface Gaps {
  /** The file that was taken in. */
  importId: string;
  missing: { items: MissingSetting[]; count: number };
  unlisted: { items: UnlistedAgency[]; count: number };
}

export interface GapsShown extends Gaps {
  list: MeasuredSource;
  pages: GapPages;
}

/** How many of a long list a page shows. */
export const gapsOnPage = 50;
