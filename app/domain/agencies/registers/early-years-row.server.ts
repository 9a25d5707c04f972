import { compact, oneLine, rowChecks } from "./row-checks.server.ts";
import { type Cell, nothingSaid, refused, type RowFate, type RowReader, type Wanted } from "./row-fate.ts";

/** Whether a provider is on the register, by its status. */
const statuses = new Map([
  ["active", true],
  ["suspended", true],
  ...["inactive", "cancelled", "resigned", "refused", "proposed", "closed"].map((status) => [status, false] as const),
]);

/** Care in somebody's home: Ofsted takes the names of such providers for those of people. Agencies of childminders are bodies. */
const atHome = /child-? ?mind(?:er|ing)(?!.*agenc)|home child-? ?care|(?<!non-? ?)domestic|\bnann(?:y|ies)\b|\bau pair/i;

interface Setting {
  code: string;
  name: string;
  type: string;
  area: string;
}

/** Reads a provider of Ofsted's list of childcare providers. */
export const readOfstedRow: RowReader = (cell, wanted) => {
  const columns = { code: "Provider URN", name: "Provider name", type: "Provider type", area: "Local authority" };
  return readSetting(cell, wanted, columns, (check) => {
    const open = statuses.get(oneLine(cell("Provider status")).toLowerCase());
    if (open === undefined) check.refuse("Provider status", "The status is none that is known here", "Write Active, or why the provider is no longer on the register");
    return { kind: check.words("Provider subtype", 100) ?? check.words("Provider type", 100), openedOn: check.date("Registration date"), closedOn: null, open: open ?? false };
  });
};

/** Reads a setting of a list that a council keeps. */
export const readSettingRow: RowReader = (cell, wanted) => {
  const columns = { code: "organisation_code", name: "legal_name", type: "kind", area: "area" };
  return readSetting(cell, wanted, columns, (check) => {
    const closedOn = check.date("closed_on");
    const parent = check.words("parent");
    const parentCode = check.code("parent_code", /^[A-Z0-9]{1,12}$/, "The number of the parent body must be up to 12 letters and digits", "Put it right, or leave the cell empty");
    return { kind: check.words("kind", 100), phase: check.words("phase", 60), parent, parentCode, openedOn: check.date("opened_on"), closedOn, open: closedOn === null };
  });
};

type Particulars = { kind: string | null; openedOn: string | null; closedOn: string | null; open: boolean; phase?: string | null; parent?: string | null; parentCode?: string | null };

function readSetting(cell: Cell, wanted: Wanted, columns: Setting, particulars: (check: ReturnType<typeof rowChecks>) => Particulars): RowFate {
  const number = compact(cell(columns.code));
  const place = oneLine(cell(columns.area));
  const inArea = wanted.areaOf([place], place);
  const known = wanted.known.has(number);
  const keys = [{ column: columns.code, value: number }];
  if (!inArea && !known) return { fate: "outside-area", keys };
  if (atHome.test(cell(columns.type)) || /^redacted$/i.test(oneLine(cell(columns.name)))) return { fate: "skipped" };
  const check = rowChecks(cell);
  const fix = "Put Ofsted’s number of the setting in the cell, like EY123456";
  const organisationCode = check.code(columns.code, /^[A-Z0-9]{3,12}$/, "The number must be 3 to 12 letters and digits", fix);
  if (number === "") check.refuse(columns.code, "There is no number", fix);
  const said = particulars(check);
  if (!said.open && !known && check.problems.length === 0) return { fate: "not-open", keys };
  const isCode = /^(?:\d{3}|[A-Z]\d{8})$/i.test(place);
  const row = {
    ...nothingSaid,
    legalName: check.name(columns.name),
    organisationCode,
    categoryId: "early-later-years",
    areaCode: isCode ? place.toUpperCase() : null,
    areaName: isCode ? null : place || null,
    inArea,
    ...said,
  };
  return check.problems.length > 0 ? refused(check.problems) : { fate: "kept", row, keys };
}
