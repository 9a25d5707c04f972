import type { AgencyAudit, AgencyCategory, AgencyStatus, Inclusion } from "./vocabulary.ts";

/** An agency in one partnership's register. Days are ISO dates. */
export interface AgencyView {
  /** Of the membership: the agency in this partnership. */
  id: string;
  agencyId: string;
  legalName: string;
  urn: number | null;
  charityNumber: string | null;
  organisationCode: string | null;
  parent: string | null;
  parentCode: string | null;
  phase: string | null;
  establishment: string | null;
  /** The day the register that it is from says that it closed. */
  closedOn: string | null;
  /** Whether this partnership keeps its name and numbers. */
  ours: boolean;
  category: AgencyCategory;
  inclusion: Inclusion;
  reason: string | null;
  howWeWork: string | null;
  /** Official codes of council areas; none is all of the partnership's. */
  areas: string[];
  audits: AgencyAudit[];
  status: AgencyStatus;
  namedOn: string | null;
  withdrawnOn: string | null;
  withdrawnReason: string | null;
  toldOn: string | null;
  acknowledgedOn: string | null;
  representativePostId: string | null;
  deputyPostId: string | null;
  /** Where its office reads its mail. Never public. */
  contactEmail: string | null;
  /** When this partnership decided that the public does not read its name, and why; null where it did not. RFC 3339. */
  withholding: { at: string; reason: string } | null;
  /** Whether the public does not read its name, by the word of this partnership or of another. */
  nameWithheld: boolean;
  revision: number;
  /** Of the body. */
  bodyRevision: number;
}

/** One page of the register. */
export interface Register {
  /** How many of the whole register are in each state. */
  counts: Record<AgencyStatus, number>;
  found: number;
  page: number;
  pages: number;
  agencies: AgencyView[];
}
