import { type AgencyAudit, agencyAuditLabels, type AgencyStatus, agencyStatusLabels, type Inclusion, inclusionLabels } from "../vocabulary.ts";

/** An agency as a file of the partnership's own register says it. */
export interface OwnAgency {
  id: string;
  legalName: string;
  category: { title: string };
  inclusion: Inclusion;
  reason: string | null;
  howWeWork: string | null;
  urn: number | null;
  charityNumber: string | null;
  organisationCode: string | null;
  parent: string | null;
  parentCode: string | null;
  phase: string | null;
  /** What the register that it is from calls it. */
  establishment: string | null;
  areas: readonly string[];
  audits: readonly AgencyAudit[];
  status: AgencyStatus;
  /** Left out of what the public reads, with its column. */
  contactEmail?: string | null;
  /** Likewise: whether the public does not read its name. */
  nameWithheld?: boolean;
}

/** The cells of an agency in the order of the columns: read again, they change nothing. `areaNames` has names by code. */
export function toOwnCells(agency: OwnAgency, areaNames: ReadonlyMap<string, string>): string[] {
  return [
    agency.id,
    agency.legalName,
    agency.category.title,
    inclusionLabels[agency.inclusion],
    agency.reason ?? "",
    agency.howWeWork ?? "",
    String(agency.urn ?? ""),
    agency.charityNumber ?? "",
    agency.organisationCode ?? "",
    agency.parent ?? "",
    agency.parentCode ?? "",
    agency.phase ?? "",
    agency.establishment ?? "",
    agency.areas.map((code) => areaNames.get(code) ?? code).join("; "),
    agency.audits.map((audit) => agencyAuditLabels[audit].label).join("; "),
    agencyStatusLabels[agency.status],
    ...(agency.contactEmail === undefined ? [] : [agency.contactEmail ?? ""]),
    ...(agency.nameWithheld === undefined ? [] : [agency.nameWithheld ? "Yes" : ""]),
  ];
}
