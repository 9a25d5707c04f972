import type { ReviewOutcome, ReviewState } from "./rules.ts";

/** What the page of a draft's review says. */
export interface ReviewView {
  title: string;
  /** The draft's revision that is reviewed. */
  revision: number;
  state: ReviewState;
  /** Who changed the draft last; null when nobody is known to have. */
  lastAuthor: { personId: string; name: string } | null;
  /** The newest request; `current`: for the draft as it is now. */
  asked: { by: string; at: Date; current: boolean } | null;
  /** Newest first. */
  reviews: { id: string; by: string; at: Date; outcome: ReviewOutcome; words: string | null; current: boolean }[];
  openComments: number;
  errors: number;
}
