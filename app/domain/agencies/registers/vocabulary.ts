import { agencyAuditLabels, agencyStatusLabels, inclusionLabels } from "../vocabulary.ts";

/** The registers whose files are read. Client-safe. */
export const registerSources = ["gias", "charity-commission", "early-years", "own"] as const;
export type RegisterSource = (typeof registerSources)[number];

export const registerSourceLabels: Record<RegisterSource, string> = {
  gias: "Get Information about Schools",
  "charity-commission": "Charity Commission register",
  "early-years": "Early years list",
  own: "This register",
};

/** How a file of a register is laid out: an early years list has Ofsted’s columns, or those of a list that a council keeps. */
export const registerLayouts = ["gias", "charity-commission", "ofsted", "settings", "own"] as const;
export type RegisterLayout = (typeof registerLayouts)[number];

export const layoutsOf: Record<RegisterSource, readonly RegisterLayout[]> = { gias: ["gias"], "charity-commission": ["charity-commission"], "early-years": ["ofsted", "settings"], own: ["own"] };

/** A column of a register’s file by its published name, and what its cells hold. Columns that are not named here are passed over. */
export interface RegisterColumn {
  name: string;
  /** Without it the file is not read. */
  required: boolean;
  holds: string;
}

const needed = (name: string, holds: string): RegisterColumn => ({ name, required: true, holds });
const optional = (name: string, holds: string): RegisterColumn => ({ name, required: false, holds });
const oneOf = (labels: readonly string[]) => labels.join(", ");

export const registerColumns: Record<RegisterLayout, readonly RegisterColumn[]> = {
  gias: [
    needed("URN", "The six digits of the establishment, by which it is known again"),
    needed("LA (code)", "The three digits of the council area it is in"),
    optional("LA (name)", "The name of that area"),
    needed("EstablishmentName", "Its legal name"),
    needed("TypeOfEstablishment (name)", "What it is. Its category follows from this"),
    needed("EstablishmentStatus (name)", "Open; Open, but proposed to close; Closed; or Proposed to open. The last counts as not open"),
    needed("OpenDate", "The day it opened, like 01-09-2010"),
    needed("CloseDate", "The day it closed"),
    needed("PhaseOfEducation (name)", "Its phase, like Primary"),
    needed("Trusts (code)", "The number of its academy trust"),
    needed("Trusts (name)", "The name of its academy trust"),
    needed("Federations (code)", "The number of its federation, taken where it has no trust"),
    needed("Federations (name)", "The name of its federation"),
    optional("FurtherEducationType (name)", "What kind of college it is"),
    optional("GSSLACode (name)", "The nine characters of the council area it is in"),
  ],
  "charity-commission": [
    optional("date_of_extract", "The day the register was copied"),
    needed("organisation_number", "The number of the entry in the register"),
    needed("registered_charity_number", "The charity number, which linked charities share"),
    needed("linked_charity_number", "0, or the place of a linked charity: its charity number then is like 1234567-2"),
    needed("charity_name", "Its name"),
    optional("charity_type", "What it is, like Trust"),
    needed("charity_registration_status", "Registered, or Removed"),
    optional("date_of_registration", "The day it was registered"),
    needed("date_of_removal", "The day it was removed"),
  ],
  ofsted: [
    needed("Provider URN", "Ofsted’s number of the setting, like EY123456"),
    needed("Provider name", "Its name. A setting whose name is REDACTED is passed over"),
    needed("Provider type", "Where the care is. What is given in somebody’s home is passed over: its name is mostly that of a person"),
    optional("Provider subtype", "What it is, like Full day care"),
    needed("Provider status", "Active, or why it is no longer"),
    needed("Local authority", "The name of the council area it is in"),
    optional("Registration date", "The day it was registered"),
  ],
  settings: [
    needed("organisation_code", "Ofsted’s number of the setting, like EY123456"),
    needed("legal_name", "Its name. A setting whose name is REDACTED is passed over"),
    needed("kind", "What it is, like Full day care. A childminder is passed over: its name is mostly that of a person"),
    needed("area", "The name or the official code of the council area it is in"),
    optional("phase", "The ages it is for"),
    optional("parent", "The body that runs it"),
    optional("parent_code", "That body’s number"),
    optional("opened_on", "The day it was registered, like 2026-09-01"),
    optional("closed_on", "The day it closed"),
  ],
  own: [
    needed("id", "The portal’s own name for the agency. Keep it to change an agency; leave it empty to add one"),
    needed("legal_name", "The legal name, up to 200 characters"),
    needed("category", "The category of the Schedule, by its title or its short name"),
    needed("inclusion", `One of: ${oneOf(Object.values(inclusionLabels))}`),
    needed("reason", "Why it is chosen, up to 1,000 characters. It is published"),
    needed("how_we_work", "How the partners work with it, up to 1,000 characters. It is published"),
    needed("urn", "The six digits of the register of schools, like 123456"),
    needed("charity_number", "Six or seven digits, like 1234567, or 1234567-2 for a linked charity"),
    needed("organisation_code", "The code of another register, like RX1 of the NHS or EY123456 of Ofsted"),
    needed("parent", "The academy trust, federation or body it belongs to"),
    needed("parent_code", "That body’s number"),
    needed("phase", "The phase of education, like Primary"),
    needed("kind", "What it is, like Voluntary aided school"),
    needed("areas", "The council areas it works in, by name or official code, with semicolons between them. Empty is all of them"),
    needed("audits", `Which audits apply, with semicolons between them: ${oneOf(Object.values(agencyAuditLabels).map(({ label }) => label))}`),
    needed("status", `One of: ${oneOf(Object.values(agencyStatusLabels))}`),
    optional("contact_email", "Where its office reads its mail. It is never published; without the column, addresses stay as they are"),
    optional("name_withheld", "Yes where the public does not read the name, for safety: do not pass such a row on. It is decided in the portal, and a file changes nothing of it"),
  ],
};

export function registerColumnNames(layout: RegisterLayout): string[] {
  return registerColumns[layout].map((column) => column.name);
}

/** The columns of the partnership’s own register that anybody may read: all but its addresses and what is withheld. */
export const publicColumnNames: readonly string[] = registerColumnNames("own").filter((name) => name !== "contact_email" && name !== "name_withheld");

/** Most rows that are kept of one file, and most errors that are listed. */
export const mostRegisterRows = 10_000;
export const mostRegisterErrors = 200;
