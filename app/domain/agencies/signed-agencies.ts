import type { AgencySector, Inclusion } from "./vocabulary.ts";

/** A relevant agency as arrangements hold it: named when they were frozen. Safe in the browser. */
export type SignedAgency = SignedNamedAgency | SignedWithheldAgency;

/** One whose name is withheld for safety: what is signed is what is published, so neither has it. */
export interface SignedWithheldAgency extends Pick<SignedNamedAgency, "category" | "categoryTitle" | "sector" | "inclusion"> {
  withheld: true;
}

export interface SignedNamedAgency {
  /** Of the body, the same in every partnership that names it. */
  id: string;
  name: string;
  category: string;
  categoryTitle: string;
  sector: AgencySector;
  inclusion: Inclusion;
  reason: string;
  howWeWork: string | null;
  /** ISO date. */
  namedOn: string;
}
