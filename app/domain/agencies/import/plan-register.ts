import { showDate } from "#app/domain/shared/dates.ts";
import { inSlices } from "#app/domain/shared/in-slices.server.ts";

import type { AgencyView } from "../agency-view.ts";
import type { RegisterRow } from "../registers/register-row.ts";
import type { AgencyCategory } from "../vocabulary.ts";
import { auditsOf } from "./audits-of.ts";
import { bodyOf, changesOfBody } from "./compare-body.ts";
import type { Attention } from "./import-view.ts";
import type { BodyValues, RegisterPlan } from "./planned.ts";
import { numberOf, type PublicSource } from "./present.ts";

export interface RegisterFacts {
  source: PublicSource;
  present: readonly AgencyView[];
  /** Ids of bodies that any partnership has recorded, by number. */
  elsewhere: ReadonlyMap<string, string>;
  categories: readonly AgencyCategory[];
  /** How many council areas the partnership covers. */
  areas: number;
  /** Numbers of rows that were not kept because something is wrong with them are not known, so nothing is missed then. */
  complete: boolean;
  extractDate: string | null;
  /** ISO date. */
  today: string;
}

/**
 * What a file of a public register would do to the partnership's own: bodies that are open and not in it are proposed,
 * names and particulars follow the register where this partnership keeps them, closures are noted. Nothing is named,
 * withdrawn or moved to another category: what calls for that is listed for a person to decide.
 */
export async function planRegister(rows: readonly RegisterRow[], facts: RegisterFacts): Promise<RegisterPlan> {
  const { source, present } = facts;
  const plan: RegisterPlan = { added: [], changed: [], closed: [], attention: [], unchanged: 0 };
  const byNumber = new Map(present.flatMap((agency) => (numberOf(source, agency) === null ? [] : [[numberOf(source, agency), agency] as const])));
  const withoutNumber = new Map(present.filter((agency) => numberOf(source, agency) === null).map((agency) => [agency.legalName.toLowerCase(), agency]));
  const seen = new Set<string>();
  await inSlices(rows, (row) => {
    const number = numberOf(source, row);
    if (number === null) return;
    seen.add(number);
    const known = byNumber.get(number);
    if (known) update(plan, row, known, facts);
    else add(plan, row, number, withoutNumber.get(row.legalName.toLowerCase()), facts);
  });
  if (facts.complete) plan.attention.push(...missing(byNumber, seen, facts));
  return plan;
}

function add(plan: RegisterPlan, row: RegisterRow, number: string, namesake: AgencyView | undefined, facts: RegisterFacts): void {
  const { legalName: name, kind, phase, parent } = row;
  const category = facts.categories.find((each) => each.id === row.categoryId);
  if (namesake) return void plan.attention.push({ name, membershipId: namesake.id, what: `An agency of this name is in the register without a number. If it is the same, give it ${number}; it is not added twice` });
  if (!category) return void plan.attention.push({ name, membershipId: null, what: `The register calls it “${kind ?? "nothing"}”, which is no category of the Schedule. Add it by hand if it should be named` });
  const agencyId = facts.elsewhere.get(number) ?? null;
  const inclusion = category.inSchedule ? "statutory" : "voluntary";
  const areas = row.inArea !== null && facts.areas > 1 ? [row.inArea] : [];
  plan.added.push({
    row: row.row, name, number, kind, phase, parent, category: category.id, keptElsewhere: agencyId !== null, agencyId,
    body: bodyFrom(row, { closedOn: null }),
    membership: { category: category.id, inclusion, reason: null, howWeWork: null, areas, audits: auditsOf(category.id), contactEmail: null },
  });
}

function update(plan: RegisterPlan, row: RegisterRow, agency: AgencyView, facts: RegisterFacts): void {
  const before = bodyOf(agency);
  // A day to come is no closure yet, and some registers say that a body closed without saying when.
  const closedOn = row.open ? null : (row.closedOn ?? agency.closedOn ?? facts.extractDate ?? facts.today);
  const after = bodyFrom(row, { ...before, closedOn });
  const fields = changesOfBody(before, after);
  const told = whatToDecide(row, agency, fields.length > 0, facts);
  plan.attention.push(...told);
  if (fields.length === 0 || !agency.ours) return void (plan.unchanged += 1);
  const change = { row: row.row, membershipId: agency.id, agencyId: agency.agencyId, name: agency.legalName, named: agency.status === "named", fields, body: after, membership: null };
  if (closedOn !== null && agency.closedOn === null) plan.closed.push(change);
  else plan.changed.push(change);
}

/** The row's words about the body; numbers of other registers and what the row does not say stay as they are. */
function bodyFrom(row: RegisterRow, before: Partial<BodyValues>): BodyValues {
  return {
    legalName: row.legalName,
    urn: row.urn ?? before.urn ?? null,
    charityNumber: row.charityNumber ?? before.charityNumber ?? null,
    organisationCode: row.organisationCode ?? before.organisationCode ?? null,
    parent: row.parent ?? (row.urn === null ? (before.parent ?? null) : null),
    parentCode: row.parent === null && row.urn === null ? (before.parentCode ?? null) : row.parentCode,
    phase: row.phase ?? before.phase ?? null,
    establishment: row.kind ?? before.establishment ?? null,
    closedOn: before.closedOn ?? null,
  };
}

/** What the register shows of an agency that nobody but a person can act on. */
function whatToDecide(row: RegisterRow, agency: AgencyView, differs: boolean, { source, categories }: RegisterFacts): Attention[] {
  const { legalName: name, id: membershipId, status } = agency;
  const tell = (what: string): Attention => ({ name, membershipId, what });
  const there = categories.find((each) => each.id === row.categoryId);
  if (status === "withdrawn") return row.open && row.inArea !== null ? [tell("It was withdrawn here and is open. Propose it again if it should be named")] : [];
  return [
    ...(row.open ? [] : [tell(`It is closed. Withdraw it, or see whether another body followed it`)]),
    ...(row.open && row.closedOn ? [tell(`It is to close on ${showDate(row.closedOn)}`)] : []),
    ...(row.open && row.inArea === null && source !== "charity-commission" ? [tell(`It is outside the partnership’s area now${row.areaName ? `: in ${row.areaName}` : ""}. Withdraw it if it no longer works with you`)] : []),
    ...(there && there.id !== agency.category.id ? [tell(`Its category here is “${agency.category.title}”; by the register it is “${there.title}”`)] : []),
    ...(differs && !agency.ours && row.legalName !== name ? [tell(`The register calls it “${row.legalName}”. Its name is kept by the partnership that recorded it first`)] : []),
  ];
}

function missing(byNumber: ReadonlyMap<string | null, AgencyView>, seen: ReadonlySet<string>, { source }: RegisterFacts): Attention[] {
  return [...byNumber]
    .filter(([number, { status, closedOn }]) => number !== null && !seen.has(number) && status !== "withdrawn" && closedOn === null)
    .map(([number, { legalName: name, id }]) => ({ name, membershipId: id, what: `${source === "gias" ? "URN " : ""}${number ?? ""} is not in the file. See whether the number is right and the body still there` }));
}
