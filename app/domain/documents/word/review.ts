import type { GuidanceItem } from "#app/domain/guidance/vocabulary.ts";

import type { WordLoss } from "./vocabulary.ts";

/** What the page that looks a Word file through shows. */
export interface WordReview {
  id: string;
  fileName: string;
  readAt: Date;
  readBy: string;
  title: string;
  /** `item` is the guidance item the title most likely answers. */
  sections: { title: string; words: number; start: string; item: string | null }[];
  losses: WordLoss[];
  items: Pick<GuidanceItem, "id" | "title" | "strength" | "inForce">[];
  /** The draft's revision, 0 without one, and how many sections it has with text in them. */
  revision: number;
  written: number;
}
