import type { EditionChange } from "./compare-editions.ts";

/** What the file of an edition holds, and what loading it would change. */
export interface EditionCheck {
  id: string;
  title: string;
  published: string;
  /** The title of the edition it takes the place of. */
  replaces: string | null;
  arrangements: number;
  yearlyReport: number;
  /** Partnerships that work under it already. */
  adoptedBy: number;
  comparedWith: string | null;
  change: EditionChange | null;
}
