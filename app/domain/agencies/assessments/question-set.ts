import type { AgencyAudit } from "../vocabulary.ts";

/** What an answer may be rated, as its set says. */
export interface Rating {
  id: string;
  title: string;
  meaning: string;
  /** Whether it counts among what was measured; "does not apply" does not. */
  measured: boolean;
  asksForAction: boolean;
}

export interface Standard {
  id: string;
  /** The group it stands in. */
  part: string;
  title: string;
  question: string;
  goodLooksLike: string[];
  /** What could show it. */
  evidence: string;
  /** The law or guidance it comes from. */
  basis: string;
  confidence: "verified" | "to-verify";
}

/** An edition of a question set, its standards in order and its ratings best first. */
export interface QuestionSet {
  id: string;
  series: string;
  title: string;
  shortTitle: string;
  basis: string;
  source: string;
  note: string;
  wordingChecked: boolean;
  /** The audits that it is for; none for one that any agency may be asked. */
  audits: AgencyAudit[];
  ratings: Rating[];
  inForceFrom: string;
  standards: Standard[];
}

/** The parts of a set in order, each with its standards. */
export function partsOf({ standards }: Pick<QuestionSet, "standards">): { part: string; standards: Standard[] }[] {
  return [...new Set(standards.map((each) => each.part))].map((part) => ({ part, standards: standards.filter((each) => each.part === part) }));
}
