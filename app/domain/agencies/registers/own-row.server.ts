import { findIdentifiers } from "#app/domain/documents/identifiers/find-identifiers.ts";
import { withheldAgencyName } from "#app/domain/publication/withheld-agencies.ts";
import { emailAddress } from "#app/domain/shared/email-field.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";

import { agencyAuditLabels, agencyAudits, agencyStatuses, agencyStatusLabels, inclusionLabels, inclusions } from "../vocabulary.ts";
import type { AreaFinder } from "./area-finder.ts";
import { oneLine, rowChecks, type RowChecks } from "./row-checks.server.ts";
import { type Cell, type Key, nothingSaid, refused, type RowReader } from "./row-fate.ts";
import { registerColumnNames } from "./vocabulary.ts";

const names = registerColumnNames("own");
/** Cells of free text, in which somebody may have been identified. */
const textColumns = ["legal_name", "reason", "how_we_work", "parent", "phase", "kind"];
const keyColumns = ["id", "urn", "charity_number", "organisation_code"];
const audits = agencyAudits.map((audit) => [audit, agencyAuditLabels[audit].label] as const);

/** Reads an agency of the partnership's own register, all of which are kept. Words and labels of a list mean the same. */
export const readOwnRow: RowReader = (published, wanted) => {
  const cell: Cell = (column) => asWritten(published(column));
  const check = rowChecks(cell);
  const { refuse } = check;
  const identifying = textColumns.filter((column) => /\d/.test(cell(column)) && findIdentifiers(cell(column)).some((identifier) => identifier.certain));
  for (const column of identifying) refuse(column, "The cell says for certain who somebody is", "Write the cell again without it. What was in the cell is not kept here");
  if (plain(cell("legal_name")) === plain(withheldAgencyName)) refuse("legal_name", "This row is from the public file, which withholds the name", "Take the row out: the agency stays as it is. The portal’s own file has its name");
  const id = cell("id").toLowerCase();
  if (id !== "" && !isUuid(id)) refuse("id", "This is not an id of the portal", "Leave the cell empty to add an agency", cell("id"));
  const urn = check.code("urn", /^[1-9]\d{5}$/, "The URN must be six digits, like 123456", "Put it right, or leave the cell empty");
  const areas = readAreas(check, cell("areas"), wanted.areaOf);
  const row = {
    ...nothingSaid,
    legalName: check.name("legal_name"),
    urn: urn === null ? null : Number(urn),
    charityNumber: check.code("charity_number", /^[1-9]\d{5,6}(-[1-9]\d{0,3})?$/, "The charity number must be six or seven digits, like 1234567, or 1234567-2", "Put it right, or leave the cell empty"),
    organisationCode: check.code("organisation_code", /^[A-Z0-9]{3,12}$/, "The code must be 3 to 12 letters and digits, like RX1 or EY123456", "Put it right, or leave the cell empty"),
    categoryId: readCategory(check, cell("category"), wanted.categories),
    phase: check.words("phase", 60),
    kind: check.words("kind", 100),
    inArea: areas.length === 1 ? (areas[0] ?? null) : null,
    parent: check.words("parent"),
    parentCode: check.code("parent_code", /^[A-Z0-9]{1,12}$/, "The number must be up to 12 letters and digits", "Put it right, or leave the cell empty"),
    open: true,
    own: {
      id: id || null,
      inclusion: oneOf(check, "inclusion", cell("inclusion"), inclusions.map((word) => [word, inclusionLabels[word]] as const)),
      reason: cell("reason") || null,
      howWeWork: cell("how_we_work") || null,
      areas,
      audits: readAudits(check, cell("audits")),
      status: oneOf(check, "status", cell("status"), agencyStatuses.map((word) => [word, agencyStatusLabels[word]] as const)),
      contactEmail: wanted.absent.has("contact_email") ? undefined : readAddress(check, cell("contact_email")),
      cells: names.map(cell),
    },
  };
  const keys: Key[] = keyColumns.map((column) => ({ column, value: cell(column).replace(/\s+/g, "").toUpperCase() })).filter(({ value }) => value !== "");
  return check.problems.length > 0 ? refused(check.problems, names.map((column) => (identifying.includes(column) ? "" : cell(column)))) : { fate: "kept", row, keys };
};

/** A cell before it was made safe for a spreadsheet, which an apostrophe does; of its lines the ends are all alike. */
function asWritten(cell: string): string {
  const written = /^'+(?:\s*[=+\-@]|[\t\r])/.test(cell) ? cell.slice(1) : cell;
  return written.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}

function readCategory({ refuse }: RowChecks, cell: string, categories: readonly { id: string; title: string }[]): string | null {
  const found = categories.find(({ id, title }) => id === plain(cell) || plain(title) === plain(cell));
  if (found) return found.id;
  refuse("category", cell === "" ? "There is no category" : "The list in force has no such category", "Write the title of a category as the form of an agency has it", cell);
  return null;
}

/** An address is never told back: it may be that of a person. */
function readAddress({ refuse }: RowChecks, cell: string): string | null {
  if (cell === "") return null;
  const read = emailAddress.safeParse(cell);
  if (read.success) return read.data;
  refuse("contact_email", "This is not an e-mail address", "Write one address in full, like office@school.example, or leave the cell empty");
  return null;
}

function readAreas({ refuse }: RowChecks, cell: string, areaOf: AreaFinder): string[] {
  const found = parts(cell).map((part) => ({ part, code: areaOf([part], part) }));
  const unknown = found.filter(({ code }) => code === null).map(({ part }) => part);
  if (unknown.length > 0) refuse("areas", "This is no area of the partnership", "Name areas of the partnership with semicolons between them, or leave the cell empty for all of them", unknown.join("; "));
  return [...new Set(found.flatMap(({ code }) => code ?? []))].sort();
}

function readAudits(check: RowChecks, cell: string) {
  const found = parts(cell).map((part) => oneOf(check, "audits", part, audits));
  return [...new Set(found.flatMap((audit) => audit ?? []))].sort();
}

/** The word that a cell says by itself or by its label; null when it is empty. */
function oneOf<Word extends string>({ refuse }: RowChecks, column: string, cell: string, choices: readonly (readonly [Word, string])[]): Word | null {
  if (cell === "") return null;
  const found = choices.find(([word, label]) => plain(word) === plain(cell) || plain(label) === plain(cell));
  if (found) return found[0];
  refuse(column, "This is none of the words for it", `Write one of: ${choices.map(([, label]) => label).join(", ")}`, cell);
  return null;
}

function parts(cell: string): string[] {
  return cell.split(/[;\n]/).map(oneLine).filter((part) => part !== "");
}

function plain(text: string): string {
  return oneLine(text).toLowerCase().replace(/[\s-]+/g, "-");
}
