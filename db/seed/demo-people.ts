/** The fictional bodies, people and partnerships of the demonstration. Codes begin with X so that none is a real one. */

export interface DemoBody {
  kind: "local-authority" | "icb" | "police";
  code: string;
  name: string;
  region: string | null;
  /** From the start of 1 April 2009 when absent. */
  valid_from?: string;
  valid_to?: string;
}

export const demoBodies: DemoBody[] = [
  { kind: "local-authority", code: "X06000001", name: "Northmoor", region: "Upland" },
  { kind: "local-authority", code: "X06000002", name: "Fenwick and Sorrel", region: "Lowland" },
  { kind: "local-authority", code: "X08000003", name: "Westvale", region: "Lowland" },
  { kind: "local-authority", code: "X10000004", name: "Harrowmere", region: "Lowland" },
  { kind: "local-authority", code: "X06000005", name: "Kestrel Dale", region: "Upland" },
  { kind: "local-authority", code: "X06000006", name: "Saltmarsh", region: "Lowland" },
  { kind: "local-authority", code: "X08000007", name: "Thornby", region: "Upland" },
  { kind: "local-authority", code: "X06000008", name: "Larkwater", region: "Upland" },
  { kind: "icb", code: "X54000001", name: "NHS Northmoor ICB", region: "Upland" },
  { kind: "icb", code: "X54000002", name: "NHS Fenwick ICB", region: "Lowland" },
  { kind: "icb", code: "X54000003", name: "NHS Sorrel Valley ICB", region: "Lowland" },
  { kind: "icb", code: "X54000004", name: "NHS Westvale and Harrowmere ICB", region: "Lowland" },
  { kind: "icb", code: "X54000005", name: "NHS Larkwater ICB", region: "Upland", valid_to: "2026-09-30" },
  { kind: "icb", code: "X54000006", name: "NHS Larkwater and Thornby ICB", region: "Upland", valid_from: "2026-10-01" },
  { kind: "icb", code: "X54000007", name: "NHS Thornby ICB", region: "Upland" },
  { kind: "police", code: "X23000001", name: "Northmoor Police", region: null },
  { kind: "police", code: "X23000002", name: "Eastmarsh Police", region: null },
  { kind: "police", code: "X23000003", name: "Westvale Police", region: null },
  { kind: "police", code: "X23000004", name: "Thornby and Larkwater Police", region: null },
];

/** Which body took the place of which. */
export const demoSuccessions: [ended: string, successor: string][] = [["X54000005", "X54000006"]];

/** Which force covers which area. */
export const demoForces: [area: string, force: string][] = [
  ["X06000001", "X23000001"],
  ["X06000002", "X23000002"],
  ["X08000003", "X23000003"],
  ["X10000004", "X23000002"],
  ["X06000005", "X23000001"],
  ["X06000006", "X23000002"],
  ["X08000007", "X23000004"],
  ["X06000008", "X23000004"],
];

export interface DemoHolder {
  /** Code of the body whose seat it is; absent for the partnership's own posts. */
  body?: string;
  role: "lsp" | "dsp" | "chair" | "business-manager" | "scrutineer";
  office?: string;
  person: string;
  startsOn: string;
  endsOn?: string;
  acting?: boolean;
  /** Why a chair is not one of the delegated partners; published. */
  independentReason?: string;
}

export interface DemoPartnership {
  slug: string;
  name: string;
  areas: string[];
  icbs: string[];
  holders: DemoHolder[];
}

const lead = (body: string, person: string, startsOn: string, more: Partial<DemoHolder> = {}): DemoHolder => ({ body, role: "lsp", person, startsOn, ...more });
const delegate = (body: string, office: string, person: string, startsOn: string): DemoHolder => ({ body, role: "dsp", office, person, startsOn });

/** People whose name is withheld from the public for safety. */
export const withheld = ["Nadia Storrow"];
export const demoAdministrator = "Sam Tillbrook";

export const demoPartnerships: DemoPartnership[] = [
  {
    slug: "northmoor",
    name: "Northmoor Safeguarding Children Partnership",
    areas: ["X06000001"],
    icbs: ["X54000001"],
    holders: [
      lead("X06000001", "Ada Fernhill", "2022-05-16"),
      lead("X54000001", "Winifred Tarn", "2024-04-01", { endsOn: "2026-07-01" }),
      lead("X54000001", "Idris Calder", "2026-07-01"),
      lead("X23000001", "Rosa Winterbourne", "2023-09-04"),
      delegate("X06000001", "Director of Children's Services", "Tom Ashdown", "2023-01-09"),
      delegate("X54000001", "Chief Nursing Officer", "Mei Larkfield", "2024-04-01"),
      delegate("X23000001", "Assistant Chief Constable", "Joan Pell", "2024-10-01"),
      { role: "chair", person: "Mei Larkfield", startsOn: "2025-04-01" },
      { role: "scrutineer", person: "Bartholomew Quill", startsOn: "2025-09-01" },
      { role: "business-manager", person: "Priya Sedgewick", startsOn: "2021-11-01" },
    ],
  },
  {
    slug: "fenwick-and-sorrel",
    name: "Fenwick and Sorrel Safeguarding Children Partnership",
    areas: ["X06000002"],
    icbs: ["X54000002", "X54000003"],
    holders: [
      lead("X06000002", "Ottoline Marsh", "2020-02-03"),
      lead("X54000002", "Desmond Rook", "2025-01-06"),
      lead("X54000003", "Henrietta Vale", "2023-06-01"),
      lead("X23000002", "Lionel Thackeray", "2024-03-18"),
      delegate("X06000002", "Director of Children's Services", "Grace Otterbourne", "2022-08-01"),
      delegate("X54000002", "Chief Nursing Officer", "Kwame Finch", "2025-02-03"),
      delegate("X23000002", "Assistant Chief Constable", "Nadia Storrow", "2025-05-12"),
      { role: "chair", person: "Grace Otterbourne", startsOn: "2025-10-01" },
      { role: "scrutineer", person: "Sylvie Harrowgate", startsOn: "2026-01-01" },
      { role: "business-manager", person: "Callum Drey", startsOn: "2023-03-01" },
    ],
  },
  {
    slug: "westvale-and-harrowmere",
    name: "Westvale and Harrowmere Safeguarding Children Partnership",
    areas: ["X08000003", "X10000004"],
    icbs: ["X54000004"],
    holders: [
      lead("X08000003", "Edmund Larch", "2021-06-07"),
      lead("X10000004", "Beatrix Plume", "2026-09-01", { acting: true }),
      lead("X54000004", "Tobias Wren", "2025-07-01"),
      lead("X23000002", "Lionel Thackeray", "2024-03-18"),
      delegate("X08000003", "Executive Director, Children", "Marguerite Stone", "2022-04-04"),
      delegate("X10000004", "Director of Children's Services", "Felix Underhill", "2024-01-08"),
      delegate("X54000004", "Chief Nurse", "Anjali Moorcroft", "2025-07-01"),
      delegate("X23000002", "Assistant Chief Constable", "Nadia Storrow", "2025-05-12"),
      { role: "chair", person: "Felix Underhill", startsOn: "2026-04-01" },
      { role: "scrutineer", person: "Ruth Penhallow", startsOn: "2026-05-01" },
      { role: "business-manager", person: "Imogen Sallow", startsOn: "2024-09-02" },
    ],
  },
  {
    slug: "kestrel-dale",
    name: "Kestrel Dale Safeguarding Children Partnership",
    areas: ["X06000005"],
    icbs: ["X54000001"],
    holders: [
      lead("X06000005", "Hugh Merrick", "2024-09-02"),
      lead("X54000001", "Winifred Tarn", "2024-04-01", { endsOn: "2026-07-01" }),
      lead("X54000001", "Idris Calder", "2026-07-01"),
      lead("X23000001", "Rosa Winterbourne", "2023-09-04"),
      delegate("X06000005", "Director of Children's Services", "Saffron Keld", "2024-10-07"),
      delegate("X54000001", "Deputy Chief Nurse", "Orla Beckwith", "2025-03-03"),
      delegate("X23000001", "Assistant Chief Constable", "Joan Pell", "2024-10-01"),
      {
        role: "chair",
        person: "Cornelius Ashby",
        startsOn: "2026-04-01",
        independentReason: "Two of our three delegated partners were new to their posts in 2026. The leads agreed on a former director from outside the area for two years, so that somebody with experience chairs while they settle in.",
      },
      { role: "scrutineer", person: "Delphine Marlow", startsOn: "2025-11-03" },
      { role: "business-manager", person: "Wilf Tansley", startsOn: "2022-02-01" },
    ],
  },
  {
    slug: "saltmarsh",
    name: "Saltmarsh Safeguarding Children Partnership",
    areas: ["X06000006"],
    icbs: ["X54000002"],
    holders: [
      lead("X06000006", "Petra Sandling", "2019-05-07", { endsOn: "2026-11-02" }),
      lead("X54000002", "Desmond Rook", "2025-01-06"),
      lead("X23000002", "Lionel Thackeray", "2024-03-18"),
      delegate("X06000006", "Director of Children's Services", "Rupert Fleetwood", "2023-05-15"),
      delegate("X54000002", "Chief Nursing Officer", "Kwame Finch", "2025-02-03"),
      delegate("X23000002", "Detective Chief Superintendent", "Bryony Cope", "2025-09-01"),
      { role: "chair", person: "Rupert Fleetwood", startsOn: "2025-05-01" },
      { role: "scrutineer", person: "Magnus Eddowes", startsOn: "2026-02-02" },
      { role: "business-manager", person: "Tamsin Oare", startsOn: "2020-09-07" },
    ],
  },
  {
    slug: "thornby",
    name: "Thornby Safeguarding Children Partnership",
    areas: ["X08000007"],
    icbs: ["X54000007"],
    holders: [
      lead("X08000007", "Georgina Halse", "2022-11-14"),
      lead("X54000007", "Yusuf Penrose", "2024-07-01"),
      lead("X23000004", "Ivo Brackenbury", "2025-04-07"),
      delegate("X08000007", "Corporate Director, Children and Families", "Leonora Wick", "2023-01-16"),
      delegate("X54000007", "Chief Nursing Officer", "Silas Thorne", "2024-09-02"),
      delegate("X23000004", "Assistant Chief Constable", "Maeve Corrigan", "2025-06-02"),
      { role: "chair", person: "Maeve Corrigan", startsOn: "2026-01-05" },
      { role: "scrutineer", person: "Osric Fane", startsOn: "2025-10-01" },
      { role: "business-manager", person: "Nell Hartigan", startsOn: "2023-10-02" },
    ],
  },
  {
    slug: "larkwater",
    name: "Larkwater Safeguarding Children Partnership",
    areas: ["X06000008"],
    icbs: ["X54000005"],
    holders: [
      lead("X06000008", "Phyllida Grange", "2021-03-01"),
      lead("X54000005", "Barnaby Locke", "2023-10-02"),
      lead("X23000004", "Ivo Brackenbury", "2025-04-07"),
      delegate("X06000008", "Director of Children's Services", "Ephraim Stott", "2022-06-20"),
      delegate("X54000005", "Chief Nursing Officer", "Verity Amble", "2024-01-08"),
      delegate("X23000004", "Assistant Chief Constable", "Maeve Corrigan", "2025-06-02"),
      { role: "chair", person: "Ephraim Stott", startsOn: "2025-07-01" },
      { role: "scrutineer", person: "Isolde Parry", startsOn: "2026-03-02" },
      { role: "business-manager", person: "Gideon Marsh", startsOn: "2024-02-05" },
    ],
  },
];

/** "Ada Fernhill" → "ada.fernhill@demo.example": an address that can never receive anything. */
export function demoEmail(person: string): string {
  return `${person.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@demo.example`;
}
