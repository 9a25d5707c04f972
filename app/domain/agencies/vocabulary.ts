/** Whether a body may still be named, is named, or was. */
export const agencyStatuses = ["proposed", "named", "withdrawn"] as const;
export type AgencyStatus = (typeof agencyStatuses)[number];

export const agencyStatusLabels: Record<AgencyStatus, string> = { proposed: "Proposed", named: "Named", withdrawn: "Withdrawn" };

/** How the public reads the list: by kind of work. */
export const agencySectors = ["education", "health-and-care", "criminal-justice", "voluntary", "other"] as const;
export type AgencySector = (typeof agencySectors)[number];

export const agencySectorLabels: Record<AgencySector, string> = {
  education: "Education and childcare",
  "health-and-care": "Health and social care",
  "criminal-justice": "Criminal justice",
  voluntary: "Voluntary, faith and sport",
  other: "Other bodies",
};

/** Whether the law binds a named body to act in accordance with the arrangements (CA04 s.16G(4)), or it agreed to. */
export const inclusions = ["statutory", "voluntary"] as const;
export type Inclusion = (typeof inclusions)[number];

export const inclusionLabels: Record<Inclusion, string> = { statutory: "Under the statutory duty", voluntary: "By agreement" };

/** Which safeguarding self-assessments a body makes. */
export const agencyAudits = ["section-11", "section-175", "section-157"] as const;
export type AgencyAudit = (typeof agencyAudits)[number];

export const agencyAuditLabels: Record<AgencyAudit, { label: string; law: string }> = {
  "section-11": { label: "Section 11", law: "Children Act 2004" },
  "section-175": { label: "Section 175", law: "Education Act 2002: maintained schools and colleges" },
  "section-157": { label: "Section 157", law: "Education Act 2002: independent schools and academies" },
};

/** A category from which agencies are named, as one edition of the list has it. */
export interface AgencyCategory {
  listId: string;
  id: string;
  /** The part of the Schedule it stands in. */
  part: string;
  sector: AgencySector;
  title: string;
  /** Of the Schedule; null where it was not read in the primary text. */
  paragraph: number | null;
  confidence: "verified" | "to-verify";
  inSchedule: boolean;
}
