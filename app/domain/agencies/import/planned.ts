import type { AgencyAudit, Inclusion } from "../vocabulary.ts";
import type { Attention, ChangedAgency, NewAgency } from "./import-view.ts";

/** What a register or a file says of a body itself. */
export interface BodyValues {
  legalName: string;
  urn: number | null;
  charityNumber: string | null;
  organisationCode: string | null;
  parent: string | null;
  parentCode: string | null;
  phase: string | null;
  establishment: string | null;
  closedOn: string | null;
}

/** What it says of the body in the partnership. */
export interface MembershipValues {
  category: string;
  inclusion: Inclusion;
  reason: string | null;
  howWeWork: string | null;
  areas: string[];
  audits: AgencyAudit[];
  contactEmail: string | null;
}

/** An agency to add as proposed. `agencyId` is that of the body where any partnership has recorded it already. */
export interface PlannedNew extends NewAgency {
  agencyId: string | null;
  body: BodyValues;
  membership: MembershipValues;
}

/** An agency to change. Null leaves that part of it as it is. */
export interface PlannedChange extends ChangedAgency {
  agencyId: string;
  named: boolean;
  body: BodyValues | null;
  membership: MembershipValues | null;
}

/** Everything that a file would do. */
export interface RegisterPlan {
  added: PlannedNew[];
  changed: PlannedChange[];
  /** Agencies whose body closed, with whatever else changed of them. */
  closed: PlannedChange[];
  attention: Attention[];
  unchanged: number;
}
