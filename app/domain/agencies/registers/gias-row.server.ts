import { giasCategory } from "./gias-categories.ts";
import { compact, oneLine, rowChecks } from "./row-checks.server.ts";
import { nothingSaid, refused, type RowReader } from "./row-fate.ts";

/** Whether an establishment is open, by its status. */
const statuses = new Map([
  ["open", true],
  ["open, but proposed to close", true],
  ["closed", false],
  ["proposed to open", false],
]);

/** Reads an establishment of Get Information about Schools. */
export const readGiasRow: RowReader = (cell, wanted) => {
  const check = rowChecks(cell);
  const urn = compact(cell("URN"));
  const areaCode = compact(cell("LA (code)"));
  const areaName = check.words("LA (name)");
  const inArea = wanted.areaOf([areaCode, compact(cell("GSSLACode (name)"))], areaName ?? "");
  const known = wanted.known.has(urn);
  const keys = [{ column: "URN", value: urn }];
  if (!/^\d{1,3}$/.test(areaCode)) check.refuse("LA (code)", "The code of the area must be three digits", "Put the row right, or take the file as it is published");
  else if (!inArea && !known) return { fate: "outside-area", keys };
  const open = statuses.get(oneLine(cell("EstablishmentStatus (name)")).toLowerCase());
  if (open === undefined) check.refuse("EstablishmentStatus (name)", "The status is none that is known here", "Write Open; Open, but proposed to close; Closed; or Proposed to open");
  const valid = check.code("URN", /^[1-9]\d{5}$/, "The URN must be six digits", "Put the six digits of the establishment in the cell");
  if (urn === "") check.refuse("URN", "There is no URN", "Put the six digits of the establishment in the cell");
  if (open === false && !known && check.problems.length === 0) return { fate: "not-open", keys };
  const type = check.words("TypeOfEstablishment (name)", 100);
  const college = check.words("FurtherEducationType (name)", 100);
  const categoryId = giasCategory(type ?? "");
  const trust = check.words("Trusts (name)");
  const parent = trust ?? check.words("Federations (name)");
  const row = {
    ...nothingSaid,
    legalName: check.name("EstablishmentName"),
    urn: Number(valid),
    categoryId,
    phase: check.words("PhaseOfEducation (name)", 60),
    kind: categoryId === "further-education" ? (college ?? type) : type,
    areaCode,
    areaName,
    inArea,
    parent,
    parentCode: parent ? parentCode(cell(trust ? "Trusts (code)" : "Federations (code)")) : null,
    openedOn: check.date("OpenDate"),
    closedOn: check.date("CloseDate"),
    open: open ?? false,
  };
  return check.problems.length > 0 ? refused(check.problems) : { fate: "kept", row, keys };
};

function parentCode(cell: string): string | null {
  const code = compact(cell);
  return /^\d{1,12}$/.test(code) ? code : null;
}
