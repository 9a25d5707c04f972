import { showDate } from "#app/domain/shared/dates.ts";

import type { AgencyView } from "../agency-view.ts";
import type { FieldChange } from "./import-view.ts";
import type { BodyValues, MembershipValues } from "./planned.ts";
import { agencyAuditLabels, inclusionLabels } from "../vocabulary.ts";

/** What is recorded of a body. */
export function bodyOf({ legalName, urn, charityNumber, organisationCode, parent, parentCode, phase, establishment, closedOn }: AgencyView): BodyValues {
  return { legalName, urn, charityNumber, organisationCode, parent, parentCode, phase, establishment, closedOn };
}

const words = (value: string | number | null) => String(value ?? "");
const day = (value: string | null) => (value ? showDate(value) : "");

const bodyFields: readonly [label: string, read: (body: BodyValues) => string][] = [
  ["Legal name", (body) => body.legalName],
  ["URN", (body) => words(body.urn)],
  ["Charity number", (body) => words(body.charityNumber)],
  ["Organisation code", (body) => words(body.organisationCode)],
  ["Part of", (body) => words(body.parent)],
  ["Number of that body", (body) => words(body.parentCode)],
  ["Phase", (body) => words(body.phase)],
  ["Type", (body) => words(body.establishment)],
  ["Closed", (body) => day(body.closedOn)],
];

/** What differs of a body, in words. */
export function changesOfBody(before: BodyValues, after: BodyValues): FieldChange[] {
  return differing(bodyFields, before, after);
}

/** What differs of a membership, in words. */
export function changesOfMembership(before: MembershipValues, after: MembershipValues, titles: ReadonlyMap<string, string>, areaNames: ReadonlyMap<string, string>): FieldChange[] {
  const fields: readonly [string, (membership: MembershipValues) => string][] = [
    ["Category", ({ category }) => titles.get(category) ?? category],
    ["Included", ({ inclusion }) => inclusionLabels[inclusion]],
    ["Why it is chosen", ({ reason }) => words(reason)],
    ["How you work together", ({ howWeWork }) => words(howWeWork)],
    ["Areas", ({ areas }) => (areas.length === 0 ? "All of the partnership" : areas.map((code) => areaNames.get(code) ?? code).join(", "))],
    ["E-mail for notices", ({ contactEmail }) => words(contactEmail)],
    ["Self-assessments", ({ audits }) => audits.map((audit) => agencyAuditLabels[audit].label).join(", ")],
  ];
  return differing(fields, before, after);
}

function differing<T>(fields: readonly (readonly [string, (values: T) => string])[], before: T, after: T): FieldChange[] {
  return fields.map(([label, read]) => ({ label, before: read(before), after: read(after) })).filter((field) => field.before !== field.after);
}
