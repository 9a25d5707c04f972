import { createWriteStream, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { readRegisterFile } from "#app/domain/agencies/registers/read-register-file.server.ts";
import type { RegisterKeep, RegisterRead, RegisterRow } from "#app/domain/agencies/registers/register-row.ts";
import { registerColumnNames, type RegisterSource } from "#app/domain/agencies/registers/vocabulary.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";

/** Files of registers with their true headings, about schools, charities and people that there are not. */

export type Cells = Readonly<Record<string, string>>;

const reference = (name: string) => readFileSync(path.join("db/reference-data", name), "utf8");

/** The 139 columns of Get Information about Schools, in order. */
export const giasColumns = reference("gias_edubasealldata_header.txt").trim().split(",").map((name) => name.replaceAll('"', ""));

/** The columns of the Charity Commission's extract, in order. */
export const charityColumns = reference("charity_commission_charity_columns.txt").split("\n").filter((line) => /^[a-z]/.test(line));

/** The columns of Ofsted's list of childcare providers, up to those about inspections. */
export const ofstedColumns = [
  "Web link", "Provider URN", "Registration date", "Provider type", "Provider subtype", "Provider status", "Individual register combinations", "Provider Early Years Register flag",
  "Provider Compulsory Childcare Register flag", "Provider Voluntary Childcare Register flag", "Registered person URN", "Registered person name", "Provider name", "Provider address line 1",
  "Provider address line 2", "Provider address line 3", "Provider town", "Provider postcode", "Telephone number", "Parliamentary constituency", "Local authority", "Region", "Ofsted region",
  "Deprivation band", "Places", "Places including estimates",
];

/** Everything about people in these files: none of it may ever come out of a reader. */
const personal = ["Aurelia", "Quillfeather", "01632 960123", "01632960123", "Nowhere Lane", "ZZ99 3ZZ", "aurelia@quill.example", "Barnaby"];

/** What of it is in something after all, in capitals or not. */
export function personalIn(something: unknown): string[] {
  const text = JSON.stringify(something).toLowerCase();
  return personal.filter((words) => text.includes(words.toLowerCase()));
}

const school: Cells = {
  "LA (code)": "999", "LA (name)": "Northmoor", "TypeOfEstablishment (code)": "01", "TypeOfEstablishment (name)": "Community school", "EstablishmentStatus (code)": "1", "EstablishmentStatus (name)": "Open",
  OpenDate: "01-09-1998", "PhaseOfEducation (code)": "2", "PhaseOfEducation (name)": "Primary", "FurtherEducationType (name)": "Not applicable", Street: "7 Nowhere Lane", Town: "Northmoor", Postcode: "ZZ99 3ZZ",
  TelephoneNum: "01632960123", "HeadTitle (name)": "Dr", HeadFirstName: "Aurelia", HeadLastName: "Quillfeather", HeadPreferredJobTitle: "Headteacher", PropsName: "Barnaby Quillfeather", "GSSLACode (name)": "X06000001",
  "GOR (name)": "Not Applicable", "LSOA (code)": "X01000001",
};

/** A school of Northmoor, the `at`th of its file, with these cells. */
export function schoolCells(at: number, cells: Cells = {}): Cells {
  return { ...school, URN: String(100_000 + at), EstablishmentNumber: String(2000 + (at % 6000)), EstablishmentName: `Alder School ${String(at)}`, ...cells };
}

/** Every cell in quotes, as the register of schools is published. */
function quotedLine(columns: readonly string[], cells: Cells, end = "\r\n"): string {
  return `${columns.map((name) => `"${(cells[name] ?? "").replaceAll('"', '""')}"`).join(",")}${end}`;
}

const heading = (columns: readonly string[]): Cells => Object.fromEntries(columns.map((name) => [name, name]));

/** Text of the register of schools. */
export function giasText(schools: readonly Cells[], columns: readonly string[] = giasColumns, end = "\r\n"): string {
  return [heading(columns), ...schools.map((cells, at) => schoolCells(at, cells))].map((cells) => quotedLine(columns, cells, end)).join("");
}

export function giasFile(schools: readonly Cells[]): Uint8Array {
  return windows1252(giasText(schools));
}

/** Writes a file of many schools without having it in memory; `cellsOf` says how each differs. */
export async function writeGiasFile(to: string, schools: number, cellsOf: (at: number) => Cells = () => ({})): Promise<void> {
  function* lines() {
    yield windows1252(quotedLine(giasColumns, heading(giasColumns)));
    for (let at = 0; at < schools; at += 1) yield windows1252(quotedLine(giasColumns, schoolCells(at, cellsOf(at))));
  }
  await pipeline(Readable.from(lines()), createWriteStream(to));
}

const charity: Cells = {
  date_of_extract: "2026-09-01", linked_charity_number: "0", charity_type: "Trust", charity_registration_status: "Registered", date_of_registration: "1999-04-01", charity_reporting_status: "Submission Received",
  charity_contact_address1: "7 Nowhere Lane", charity_contact_postcode: "ZZ99 3ZZ", charity_contact_phone: "01632 960123", charity_contact_email: "aurelia@quill.example", charity_activities: "Says \"hello\" to Aurelia",
};

function charityCells(at: number, cells: Cells): Cells {
  return { ...charity, organisation_number: String(4_000_000 + at), registered_charity_number: String(1_000_000 + at), charity_name: `ALDER FUND ${String(at)}`, ...cells };
}

/** Tab separated, without quotes, as the Charity Commission publishes its register. */
export function charityText(charities: readonly Cells[]): string {
  return [heading(charityColumns), ...charities.map((cells, at) => charityCells(at, cells))].map((cells) => `${charityColumns.map((name) => cells[name] ?? "").join("\t")}\n`).join("");
}

/** The same as JSON, where numbers are numbers and nothing is null. */
export function charityJson(charities: readonly Cells[]): string {
  const valueOf = (name: string, cell: string) => (cell === "" ? null : name.endsWith("_number") && name !== "charity_company_registration_number" ? Number(cell) : name.startsWith("date_of") ? `${cell}T00:00:00` : cell);
  return `\ufeff${JSON.stringify(charities.map((cells, at) => Object.fromEntries(charityColumns.map((name) => [name, valueOf(name, charityCells(at, cells)[name] ?? "")]))))}`;
}

const provider: Cells = {
  "Registration date": "14/02/2012", "Provider type": "Childcare on non-domestic premises", "Provider subtype": "Full day care", "Provider status": "Active", "Registered person URN": "RP900001",
  "Registered person name": "Aurelia Quillfeather", "Provider address line 1": "7 Nowhere Lane", "Provider postcode": "ZZ99 3ZZ", "Telephone number": "01632960123", "Local authority": "Northmoor", Places: "40",
};

/** Ofsted's list, under the two lines of titles that it has. */
export function ofstedText(providers: readonly Cells[], columns: readonly string[] = ofstedColumns): string {
  const rows = providers.map((cells, at) => ({ ...provider, "Provider URN": `EY${String(100_000 + at)}`, "Provider name": `Alder Nursery ${String(at)}`, ...cells }));
  const titles = "Latest inspections of all registered providers as at 31 August 2026\r\nThis worksheet contains one table, of places; and inspections.\r\n";
  return titles + writeCsv(columns, rows.map((cells: Cells) => columns.map((name) => cells[name] ?? "")));
}

/** A list that a council keeps of its early years settings. */
export function settingsText(settings: readonly Cells[]): string {
  const columns = registerColumnNames("settings");
  const rows = settings.map((cells, at) => ({ organisation_code: `EY${String(100_000 + at)}`, legal_name: `Alder Nursery ${String(at)}`, kind: "Sessional day care", area: "Northmoor", ...cells }));
  return writeCsv(columns, rows.map((cells: Cells) => columns.map((name) => cells[name] ?? "")));
}

/** The partnership's own register. */
export function ownText(agencies: readonly Cells[]): string {
  const columns = registerColumnNames("own");
  const rows = agencies.map((cells, at) => ({ legal_name: `Alder Trust ${String(at)}`, category: "Charity", inclusion: "By agreement", status: "Proposed", ...cells }));
  return writeCsv(columns, rows.map((cells: Cells) => columns.map((name) => cells[name] ?? "")));
}

/** Bytes of a text in Windows-1252, which has curly quotes and dashes where Latin 1 has controls. */
export function windows1252(text: string): Uint8Array {
  const bytes: Record<string, string> = { "€": "\x80", "‘": "\x91", "’": "\x92", "“": "\x93", "”": "\x94", "–": "\x96", "—": "\x97", Š: "\x8a", œ: "\x9c" };
  return Buffer.from(text.replace(/[€‘’“”–—Šœ]/g, (letter) => bytes[letter] ?? "?"), "latin1");
}

/** Puts a file on disk for as long as something is done with it. */
export async function withFile<T>(bytes: Uint8Array | string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "register-"));
  try {
    const file = path.join(folder, "file");
    await writeFile(file, bytes);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The two areas of the partnership that the files are read for. */
export const areas = [{ code: "X06000001", name: "Northmoor" }, { code: "X06000002", name: "Fenwick and Sorrel" }];

/** Reads a file as its thread does, in this one. */
export async function readFileOf(source: RegisterSource, bytes: Uint8Array | string, keep: Partial<RegisterKeep> = {}, name = "file"): Promise<RegisterRead> {
  const read = await withFile(bytes, (file) => readRegisterFile({ path: file, name, source, keep: { areas, known: [], ...keep } }));
  if (!read.ok) return read;
  const { chunks, ...rest } = read;
  const rows: RegisterRow[] = JSON.parse(`[${chunks.join(",")}]`);
  return { ...rest, rows };
}

/** The same of a file that can be read. */
export async function readRows(source: RegisterSource, bytes: Uint8Array | string, keep: Partial<RegisterKeep> = {}, name?: string) {
  const read = await readFileOf(source, bytes, keep, name);
  if (!read.ok) throw new Error(read.problems.join("; "));
  return read;
}
