import { inSlices } from "#app/domain/shared/in-slices.server.ts";

import type { AgencyView } from "../agency-view.ts";
import type { OwnEntry, RegisterRow, RowError } from "../registers/register-row.ts";
import { type AgencyCategory, agencyStatusLabels } from "../vocabulary.ts";
import { bodyOf, changesOfBody, changesOfMembership } from "./compare-body.ts";
import type { BodyValues, MembershipValues, RegisterPlan } from "./planned.ts";

export interface OwnFacts {
  present: readonly AgencyView[];
  /** The ids of bodies that any partnership has recorded, by number. */
  elsewhere: ReadonlyMap<string, string>;
  categories: readonly AgencyCategory[];
  areas: readonly { code: string; name: string }[];
}

type OwnRow = RegisterRow & { own: OwnEntry };

/**
 * What a file of the partnership's own register would do: rows with an id change the agency, rows without one add it as
 * proposed. Agencies that are not in the file stay. Whether one is named is never changed by a file.
 */
export async function planOwn(rows: readonly RegisterRow[], facts: OwnFacts): Promise<{ plan: RegisterPlan; errors: RowError[] }> {
  const { present, categories, areas } = facts;
  const plan: RegisterPlan = { added: [], changed: [], closed: [], attention: [], unchanged: 0 };
  const errors: RowError[] = [];
  const byId = new Map(present.map((agency) => [agency.agencyId, agency]));
  const titles = new Map([...present.map(({ category }) => category), ...categories].map(({ id, title }) => [id, title]));
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]));
  const names = new Set(present.map(({ legalName }) => legalName.toLowerCase()));
  await inSlices(rows.filter((each): each is OwnRow => each.own !== null), (row) => {
    const agency = row.own.id === null ? null : byId.get(row.own.id);
    const membership = membershipFrom(row, facts, agency ?? null);
    const found = problemsOf(row, agency, membership, facts, names);
    errors.push(...found.map((problem) => ({ row: row.row, ...problem })));
    if (found.length > 0) return;
    if (agency) change(plan, row, agency, membership, titles, areaNames);
    else add(plan, row, membership, facts);
    names.add(row.legalName.toLowerCase());
  });
  return { plan, errors };
}

function membershipFrom({ categoryId, own }: OwnRow, { categories, areas }: OwnFacts, agency: AgencyView | null): MembershipValues {
  const category = categoryId ?? agency?.category.id ?? "";
  const inSchedule = categories.find(({ id }) => id === category)?.inSchedule ?? agency?.category.inSchedule ?? false;
  const everyArea = own.areas.length === areas.length;
  // A file without the column leaves addresses as they are.
  const contactEmail = own.contactEmail === undefined ? (agency?.contactEmail ?? null) : own.contactEmail;
  return { category, inclusion: own.inclusion ?? (inSchedule ? "statutory" : "voluntary"), reason: own.reason, howWeWork: own.howWeWork, areas: everyArea ? [] : own.areas, audits: own.audits, contactEmail };
}

function bodyFrom({ legalName, urn, charityNumber, organisationCode, parent, parentCode, phase, kind }: OwnRow, closedOn: string | null): BodyValues {
  return { legalName, urn, charityNumber, organisationCode, parent, parentCode, phase, establishment: kind, closedOn };
}

const numbers = [["urn", "URN"], ["charity_number", "charity number"], ["organisation_code", "organisation code"]] as const;

function problemsOf(row: OwnRow, agency: AgencyView | null | undefined, membership: MembershipValues, { elsewhere, categories, present }: OwnFacts, names: ReadonlySet<string>): Omit<RowError, "row">[] {
  const problems: Omit<RowError, "row">[] = [];
  const refuse = (column: string, problem: string, fix: string, value = "") => problems.push({ column, value, problem, fix });
  const { own } = row;
  if (agency === undefined) return [{ column: "id", value: own.id ?? "", problem: "No agency in this register has this id", fix: "Leave the cell empty to add the agency" }];
  const status = agency?.status ?? "proposed";
  if (own.status !== null && own.status !== status) refuse("status", "A file does not name, propose or withdraw an agency", `Write ${agencyStatusLabels[status]}, and do it in the portal`, agencyStatusLabels[own.status]);
  for (const [column, label] of numbers) {
    const number = { urn: row.urn === null ? null : String(row.urn), charity_number: row.charityNumber, organisation_code: row.organisationCode }[column];
    const taken = number === null ? undefined : elsewhere.get(`${column}:${number}`);
    if (taken === undefined || taken === agency?.agencyId || (agency && !agency.ours)) continue;
    const here = present.find(({ agencyId }) => agencyId === taken);
    if (agency) refuse(column, `This ${label} is another body’s`, "Put the number right, or leave the cell empty", number ?? "");
    else if (here) refuse("id", `${here.legalName} is in the register with this ${label}`, "Put its id in the row to change it, or take the row out", number ?? "");
  }
  if (!agency && names.has(row.legalName.toLowerCase())) refuse("legal_name", "An agency of this name is in the register or in an earlier row", "Put its id in the row, or add the other body by hand");
  const inSchedule = categories.find(({ id }) => id === membership.category)?.inSchedule ?? true;
  if (!inSchedule && membership.inclusion === "statutory") refuse("inclusion", "A body outside the Schedule is named by agreement: it has no statutory duty", "Write By agreement");
  if (status === "named" && membership.reason === null) refuse("reason", "A named agency needs a reason: it is published", "Say why it is chosen");
  for (const [column, text] of [["reason", membership.reason], ["how_we_work", membership.howWeWork]] as const) {
    if (text !== null && (text.length < 3 || text.length > 1_000)) refuse(column, "This must be 3 to 1,000 characters", text.length > 1_000 ? "Shorten it" : "Write a sentence, or leave the cell empty");
  }
  if (agency && !agency.ours && changesOfBody(bodyOf(agency), bodyFrom(row, agency.closedOn)).length > 0) refuse("legal_name", "Its name and numbers are kept by the partnership that recorded it first", "Leave them as they were in the download");
  return problems;
}

function change(plan: RegisterPlan, row: OwnRow, agency: AgencyView, membership: MembershipValues, titles: ReadonlyMap<string, string>, areaNames: ReadonlyMap<string, string>): void {
  const { category: { id: category }, inclusion, reason, howWeWork, areas, audits, contactEmail } = agency;
  const body = bodyFrom(row, agency.closedOn);
  const ofBody = changesOfBody(bodyOf(agency), body);
  const ofMembership = changesOfMembership({ category, inclusion, reason, howWeWork, areas, audits, contactEmail }, membership, titles, areaNames);
  if (ofBody.length + ofMembership.length === 0) return void (plan.unchanged += 1);
  plan.changed.push({
    row: row.row, membershipId: agency.id, agencyId: agency.agencyId, name: agency.legalName, named: agency.status === "named", fields: [...ofBody, ...ofMembership],
    body: ofBody.length > 0 ? body : null,
    membership: ofMembership.length > 0 ? membership : null,
  });
}

function add(plan: RegisterPlan, row: OwnRow, membership: MembershipValues, { elsewhere }: OwnFacts): void {
  const given = [["urn", row.urn === null ? null : String(row.urn)], ["charity_number", row.charityNumber], ["organisation_code", row.organisationCode]] as const;
  const agencyId = given.map(([column, number]) => (number === null ? undefined : elsewhere.get(`${column}:${number}`))).find((id) => id !== undefined) ?? null;
  const number = given.map(([, value]) => value).find((value) => value !== null) ?? "";
  plan.added.push({ row: row.row, name: row.legalName, number, kind: row.kind, phase: row.phase, parent: row.parent, category: membership.category, keptElsewhere: agencyId !== null, agencyId, body: bodyFrom(row, null), membership });
}
