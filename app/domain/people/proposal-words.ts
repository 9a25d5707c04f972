import type { AppointingKind, ProposalKind } from "./vocabulary.ts";

const offices: Record<AppointingKind, string> = {
  "appoint-lead": "lead safeguarding partner",
  "appoint-chair": "partnership chair",
  "appoint-scrutineer": "independent scrutineer",
};

/** "Ada Fernhill as lead safeguarding partner for Northmoor Council" */
export function describeProposal({ kind, name, organisation }: { kind: ProposalKind; name: string | null; organisation: string | null }): string {
  if (kind === "add-partner") return `${name ?? "A body"} as a further statutory partner`;
  if (kind === "end-partner") return `The end of ${organisation ?? "a body"} as a statutory partner`;
  if (kind === "succeed-partner") return `${name ?? "A successor"} in the place of ${organisation ?? "a body"}`;
  return `${name === null ? "" : `${name} as `}${offices[kind]}${organisation ? ` for ${organisation}` : ""}`;
}

/** Who must agree, as a sentence. */
export function describeRule(rule: "every-lead" | "own-body-and-another" | "two-bodies", body: string | null): string {
  if (rule === "every-lead") return "Every lead safeguarding partner must agree. The appointment is made when the last of them does.";
  if (rule === "two-bodies") return "The leads of two bodies must agree. It is done when the second of them does.";
  return `The lead safeguarding partner of ${body ?? "the body concerned"} must agree, and one other. While nobody can speak for ${body ?? "it"}, two others must. The appointment is made when the last of them agrees.`;
}
