import type { BodyRoleInput, RepresentationInput } from "#app/domain/agencies/voice/forms.server.ts";
import type { EducationLevel } from "#app/domain/people/vocabulary.ts";

import type { DemoAgency } from "./demo-agencies-data.ts";

/** Somebody who represents education at a level, or an agency of the register. */
export interface DemoRepresentative {
  person: string;
  office: string;
  body: string;
  level?: EducationLevel;
  startsOn: string;
  /** The agency in the register for which they speak. */
  agency?: string;
  chosen?: RepresentationInput;
}

/** An agency that speaks for others of the register. */
export interface DemoBody extends Pick<BodyRoleInput, "role" | "since"> {
  agency: string;
  members: string[];
  outside?: { count: number; source: string; on: string };
}

export interface DemoVoice {
  slug: string;
  manager: string;
  /** Bodies that the register has only because they speak for others. */
  associations: DemoAgency[];
  representatives: DemoRepresentative[];
  bodies: DemoBody[];
}

const chosen = (chosenBy: RepresentationInput["chosenBy"], chosenOn: string, how: string, speaksFor: RepresentationInput["speaksFor"], until: string | null = null): RepresentationInput => ({ chosenBy, chosenOn, how, speaksFor, until });

export const demoVoices: DemoVoice[] = [
  {
    slug: "northmoor",
    manager: "Priya Sedgewick",
    associations: [{ legalName: "Northmoor Primary Heads’ Association", category: "outside-schedule", voluntary: true, reason: "It carries the questions of the primary schools to the partners, and the partners’ answers back.", howWeWork: "It puts safeguarding first on the agenda of each term’s meeting." }],
    representatives: [
      { person: "Agnes Tolliver", office: "Head teacher, Fellside High School", body: "The secondary and special schools of Northmoor", level: "strategic", startsOn: "2025-09-01", chosen: chosen("election", "2025-06-18", "Every head teacher of a secondary or special school had a vote. Nine of eleven voted.", ["secondary", "special-alternative"], "2027-09-01") },
      { person: "Casimir Dunmore", office: "Head teacher, Wren Lane Primary School", body: "The primary schools of Northmoor", level: "strategic", startsOn: "2025-09-01", chosen: chosen("body", "2025-06-25", "The Primary Heads’ Association chose between three candidates at its summer meeting.", ["primary"], "2027-09-01") },
      { person: "Ingrid Pascoe", office: "Principal", body: "Northmoor College", level: "strategic", startsOn: "2026-01-05", agency: "Northmoor College", chosen: chosen("partners", "2025-12-10", "There is one college in the area, so the partners invited its principal.", ["further-education"]) },
      { person: "Linus Farrow", office: "Designated safeguarding lead, Northmoor High School", body: "Designated safeguarding leads of Northmoor’s schools", level: "operational", startsOn: "2026-09-01", chosen: chosen("forum", "2026-07-02", "The forum of designated safeguarding leads chose one of its members for a year.", ["primary", "secondary", "special-alternative", "independent"], "2027-09-01") },
      { person: "Mabel Osgood", office: "Manager, Little Acorns Nursery", body: "The early years settings of Northmoor", level: "operational", startsOn: "2026-04-01" },
      { person: "Thaddeus Birkett", office: "Chief officer", body: "Northmoor Voluntary Action", startsOn: "2024-04-01", agency: "Northmoor Voluntary Action", chosen: chosen("election", "2026-03-11", "The assembly of voluntary organisations elects its representative every two years. Sixty-four organisations voted.", ["voluntary", "faith"], "2028-04-01") },
      { person: "Odette Mallow", office: "Head of community", body: "Northmoor Rovers Community Foundation", startsOn: "2026-02-02", agency: "Northmoor Rovers Community Foundation" },
      { person: "Gideon Sharrow", office: "Named nurse for safeguarding", body: "Northmoor Hospitals NHS Foundation Trust", startsOn: "2025-05-12", agency: "Northmoor Hospitals NHS Foundation Trust" },
    ],
    bodies: [
      { agency: "Northmoor Voluntary Action", role: "The infrastructure charity of the area: it speaks for voluntary groups, large and small.", since: "2024-04-01", members: ["Northmoor Rovers Community Foundation", "St Aldhelm’s Food Bank"], outside: { count: 118, source: "Its list of members", on: "2026-10-01" } },
      { agency: "Northmoor Primary Heads’ Association", role: "The association of primary head teachers, which every primary school may join.", since: "2021-09-01", members: ["Heron Hill Primary School", "Otter Brook Primary School", "Wren Lane Primary School", "Brightwater Primary Academy"] },
    ],
  },
  {
    slug: "fenwick-and-sorrel",
    manager: "Callum Drey",
    associations: [],
    representatives: [
      { person: "Roland Thwaite", office: "Chief executive, Brightwater Learning Trust", body: "The academies of Fenwick and Sorrel", level: "strategic", startsOn: "2025-01-06", chosen: chosen("trust", "2024-11-20", "The two trusts that run schools here agreed on one of their chief executives.", ["primary", "secondary"], "2026-11-20") },
      { person: "Una Pettifer", office: "Head teacher, Sorrel High School", body: "The schools of Fenwick and Sorrel", level: "operational", startsOn: "2026-09-01", chosen: chosen("forum", "2026-06-30", "The head teachers’ forum chose one of its members, by a show of hands.", ["primary", "secondary", "special-alternative"]) },
      { person: "Wendell Crake", office: "Director", body: "Fenwick Family Links", startsOn: "2025-10-01", agency: "Fenwick Family Links", chosen: chosen("partners", "2025-09-15", "The partners invited the charity that reaches most families, until the sector chooses its own.", ["voluntary"]) },
    ],
    bodies: [],
  },
  {
    slug: "thornby",
    manager: "Nell Hartigan",
    associations: [],
    representatives: [{ person: "Perpetua Lyle", office: "Head teacher, Thornby High School", body: "The schools of Thornby", level: "operational", startsOn: "2026-09-01", agency: "Thornby High School", chosen: chosen("partners", "2026-07-15", "No forum of head teachers meets at present, so the partners asked for volunteers and chose one of two.", ["primary", "secondary"], "2027-07-15") }],
    bodies: [],
  },
];
