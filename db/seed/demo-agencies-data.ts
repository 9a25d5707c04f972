import type { BodyInput } from "#app/domain/agencies/forms.server.ts";
import type { AgencyAudit } from "#app/domain/agencies/vocabulary.ts";

/** A relevant agency of a partnership of the demonstration. */
export interface DemoAgency extends Partial<BodyInput> {
  legalName: string;
  category: string;
  /** Its own reason; otherwise its category's. */
  reason?: string;
  howWeWork?: string;
  /** By agreement; otherwise under the statutory duty. */
  voluntary?: boolean;
  audits?: AgencyAudit[];
  /** Why the public does not read its name. */
  withheld?: string;
}

export interface DemoRegister {
  slug: string;
  manager: string;
  named: DemoAgency[];
  /** Proposed and not decided yet. */
  proposed: DemoAgency[];
}

/** Why the bodies of a category are named, where they have no reason of their own. */
export const categoryReasons: Record<string, string> = {
  "maintained-school": "Every maintained school here teaches children of the area and sees them every day.",
  "academy-school": "Every academy here teaches children of the area and sees them every day.",
  "further-education": "It teaches young people of the area up to 18, and older ones with additional needs.",
  "early-later-years": "It cares for children before they start school, when few others see them.",
  probation: "It works with adults who may be a risk to children, and with parents.",
  cafcass: "It speaks for children in the family courts of the area.",
  "nhs-foundation-trust": "It runs the hospitals and clinics in which children of the area are treated.",
  "youth-offending-team": "It works with children who are in trouble with the law or are drawn into crime.",
  "social-housing": "Its officers are in the homes of families that few others visit.",
  charity: "It works with families who trust it and may not come to a council.",
  "sport-leisure": "Hundreds of children train with its coaches each week.",
};

const shared: DemoAgency[] = [
  { legalName: "Cafcass", category: "cafcass", organisationCode: "CAFC01", audits: ["section-11"], howWeWork: "It attends the learning group twice a year." },
];

const probation = (region: string, code: string): DemoAgency => ({ legalName: `${region} Probation`, category: "probation", organisationCode: code, audits: ["section-11"], howWeWork: "Its head of service sits on the executive group." });

/** Schools of a place: the nth has the nth number after the first. */
function schools(first: number, names: readonly string[], more: Partial<DemoAgency> = {}): DemoAgency[] {
  return names.map((name, at) => ({ legalName: name, category: "maintained-school", urn: first + at, phase: name.includes("Primary") ? "Primary" : "Secondary", establishment: "Community school", audits: ["section-175"], ...more }));
}

const brightwater = { category: "academy-school", parent: "Brightwater Learning Trust", establishment: "Academy converter", audits: ["section-157"] as AgencyAudit[] };

export const demoRegisters: DemoRegister[] = [
  {
    slug: "northmoor",
    manager: "Priya Sedgewick",
    named: [
      ...schools(900_101, ["Heron Hill Primary School", "Otter Brook Primary School", "Wren Lane Primary School", "Curlew Road Primary School", "Northmoor High School", "Fellside High School"]),
      ...schools(900_121, ["Brightwater Primary Academy", "Brightwater Academy"], brightwater),
      { legalName: "Northmoor College", category: "further-education", urn: 900_131, phase: "16 plus", establishment: "Further education", audits: ["section-175"], howWeWork: "Its principal speaks for post-16 education in the executive group." },
      { legalName: "Little Acorns Nursery", category: "early-later-years", organisationCode: "EY900101" },
      { legalName: "Northmoor Hospitals NHS Foundation Trust", category: "nhs-foundation-trust", organisationCode: "RZN1", audits: ["section-11"] },
      probation("Northmoor", "PRB001"),
      { legalName: "Northmoor Youth Justice Service", category: "youth-offending-team", audits: ["section-11"] },
      ...shared,
      { legalName: "Fellside Homes", category: "social-housing", audits: ["section-11"] },
      { legalName: "Northmoor Voluntary Action", category: "charity", charityNumber: "9000101", voluntary: true, howWeWork: "It speaks for 120 voluntary groups, and brings their questions to each meeting." },
      { legalName: "Rowan Gate Refuge", category: "charity", charityNumber: "9000104", voluntary: true, reason: "It shelters families who had to leave their homes.", howWeWork: "Its manager comes to the group on domestic abuse.", withheld: "Families who fled violence live there, and some are being looked for." },
      { legalName: "Northmoor Rovers Community Foundation", category: "sport-leisure", charityNumber: "9000102", voluntary: true },
    ],
    proposed: [...schools(900_111, ["Moorside Primary School"]), { legalName: "St Aldhelm’s Food Bank", category: "charity", charityNumber: "9000103", voluntary: true }],
  },
  {
    slug: "fenwick-and-sorrel",
    manager: "Callum Drey",
    named: [
      ...schools(900_201, ["Fenwick Primary School", "Sorrel Valley Primary School", "Sorrel High School"]),
      ...schools(900_221, ["Brightwater Academy Fenwick"], brightwater),
      probation("Eastmarsh", "PRB002"),
      ...shared,
      { legalName: "Fenwick Family Links", category: "charity", charityNumber: "9000201", voluntary: true },
    ],
    proposed: [],
  },
  { slug: "westvale-and-harrowmere", manager: "Imogen Sallow", named: [...schools(900_301, ["Westvale Primary School", "Harrowmere High School"]), probation("Eastmarsh", "PRB002"), ...shared], proposed: schools(900_311, ["Harrowmere Primary School"]) },
  { slug: "kestrel-dale", manager: "Wilf Tansley", named: [...schools(900_401, ["Kestrel Dale Primary School", "Dale High School"]), probation("Northmoor", "PRB001"), ...shared], proposed: [] },
  { slug: "thornby", manager: "Nell Hartigan", named: [...schools(900_501, ["Thornby Primary School", "Thornby High School"]), ...shared, { legalName: "Thornby Swimming Club", category: "sport-leisure", voluntary: true }], proposed: [] },
];

/** Agencies whose address for notices nobody has given. */
export const withoutAddress: ReadonlySet<string> = new Set(["Fellside Homes", "Northmoor Voluntary Action", "Northmoor Youth Justice Service", "Thornby Swimming Club"]);
