/** The fictional bodies, people and partnerships of the demonstration. Codes begin with X so that none is a real one. */

export interface DemoBody {
  kind: "local-authority" | "icb" | "police";
  code: string;
  name: string;
  region: string | null;
}

export const demoBodies: DemoBody[] = [
  { kind: "local-authority", code: "X06000001", name: "Northmoor", region: "Upland" },
  { kind: "local-authority", code: "X06000002", name: "Fenwick and Sorrel", region: "Lowland" },
  { kind: "local-authority", code: "X08000003", name: "Westvale", region: "Lowland" },
  { kind: "local-authority", code: "X10000004", name: "Harrowmere", region: "Lowland" },
  { kind: "icb", code: "X54000001", name: "NHS Northmoor ICB", region: "Upland" },
  { kind: "icb", code: "X54000002", name: "NHS Fenwick ICB", region: "Lowland" },
  { kind: "icb", code: "X54000003", name: "NHS Sorrel Valley ICB", region: "Lowland" },
  { kind: "icb", code: "X54000004", name: "NHS Westvale and Harrowmere ICB", region: "Lowland" },
  { kind: "police", code: "X23000001", name: "Northmoor Police", region: null },
  { kind: "police", code: "X23000002", name: "Eastmarsh Police", region: null },
  { kind: "police", code: "X23000003", name: "Westvale Police", region: null },
];

/** Which force covers which area. */
export const demoForces: [area: string, force: string][] = [
  ["X06000001", "X23000001"],
  ["X06000002", "X23000002"],
  ["X08000003", "X23000003"],
  ["X10000004", "X23000002"],
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
];

/** "Ada Fernhill" → "ada.fernhill@demo.example": an address that can never receive anything. */
export function demoEmail(person: string): string {
  return `${person.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@demo.example`;
}
