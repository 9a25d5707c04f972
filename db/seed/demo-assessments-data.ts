/** What an agency of the demonstration says of a standard. Standards that are not named here are met, with plain evidence. */
export interface DemoAnswer {
  rating?: string;
  evidence?: string;
  action?: [what: string, owner: string, dueOn: string];
}

export interface DemoReturn {
  agency: string;
  /** Who fills it in: somebody who speaks for it, or the business manager on its behalf. */
  by: string;
  answers: Record<string, DemoAnswer>;
  /** Submitted; otherwise only what is named is saved. */
  submitted: boolean;
}

export interface DemoRound {
  slug: string;
  by: string;
  setId: string;
  title: string;
  period: [from: string, to: string];
  issuedAt: string;
  dueOn: string;
  /** Goes to those to which its audit applies; null is every named agency. */
  audits: readonly string[] | null;
  returns: DemoReturn[];
}

/** Evidence of a standard that is met, in turn, so that not every school says the same. */
export const plainEvidence = [
  "Looked at in the autumn term; the note of it is in the minutes of the governors.",
  "Every member of staff signed for it in September, and a check of ten of them in October found no gap.",
  "The log is complete for the year, and the link governor read a sample of it in June.",
  "Reviewed in July with the school council, which asked for two changes. Both are made.",
];

const schools = ["section-157", "section-175"] as const;
const setOfSchools = "section-175-157-2025";
const manager = "Priya Sedgewick";
const principal = "Ingrid Pascoe";

export const demoRounds: DemoRound[] = [
  {
    slug: "northmoor",
    by: manager,
    setId: setOfSchools,
    title: "Section 175 and 157 return 2024 to 2025",
    period: ["2024-09-01", "2025-08-31"],
    issuedAt: "2026-11-23T10:00:00Z",
    dueOn: "2026-11-24",
    audits: schools,
    returns: [
      { agency: "Heron Hill Primary School", by: manager, submitted: true, answers: {} },
      { agency: "Otter Brook Primary School", by: manager, submitted: true, answers: { "online-safety": { rating: "partly-met", evidence: "Filters are in place; nobody had checked them for two years.", action: ["Check the filters, and each year from now on.", "Head teacher", "2026-12-11"] } } },
      { agency: "Wren Lane Primary School", by: manager, submitted: true, answers: { "safer-recruitment": { rating: "mostly-met", evidence: "The record is complete for staff, not yet for volunteers.", action: ["Put volunteers on the single central record.", "School business manager", "2026-12-18"] } } },
      { agency: "Curlew Road Primary School", by: manager, submitted: true, answers: { "more-protection": { rating: "not-met", evidence: "Nobody follows the attendance of children with a social worker apart from that of others.", action: ["Report their attendance to the designated lead each week.", "Attendance officer", "2026-12-04"] } } },
      { agency: "Northmoor High School", by: manager, submitted: true, answers: { "abuse-between-children": { rating: "partly-met", evidence: "Reports are recorded; patterns are not looked for.", action: ["Look for patterns each half term.", "Assistant head, pastoral", "2027-01-15"] } } },
      { agency: "Fellside High School", by: manager, submitted: true, answers: {} },
      { agency: "Brightwater Primary Academy", by: manager, submitted: true, answers: { governance: { rating: "not-applicable", evidence: "The trust’s board does this for all its schools, and returns it for them." } } },
      { agency: "Northmoor College", by: principal, submitted: true, answers: { "staff-training": { rating: "partly-met", evidence: "Teaching staff are trained. A third of support staff are not.", action: ["Train all support staff.", "Head of people", "2026-11-30"] }, listening: { evidence: "Two hundred students answered the survey in May. They asked for a quiet room by the entrance, which opened in September." } } },
    ],
  },
  {
    slug: "northmoor",
    by: manager,
    setId: setOfSchools,
    title: "Section 175 and 157 return 2025 to 2026",
    period: ["2025-09-01", "2026-08-31"],
    issuedAt: "2026-11-25T09:30:00Z",
    dueOn: "2026-12-18",
    audits: schools,
    returns: [
      { agency: "Northmoor College", by: principal, submitted: true, answers: { "online-safety": { evidence: "Filters and monitoring are in place on all sites." }, "more-protection": { rating: "mostly-met", evidence: "The lead knows who has a social worker. Young carers are not yet known by name to tutors.", action: ["Ask each student at enrolment, and tell tutors.", "Designated safeguarding lead", "2027-01-29"] } } },
      { agency: "Heron Hill Primary School", by: manager, submitted: true, answers: { listening: { rating: "mostly-met", evidence: "Older children are asked each term; the youngest are not yet.", action: ["Ask the youngest in the way of the infant school.", "Deputy head teacher", "2027-02-12"] } } },
      { agency: "Otter Brook Primary School", by: manager, submitted: true, answers: {} },
      { agency: "Wren Lane Primary School", by: manager, submitted: false, answers: { governance: {}, "safeguarding-lead": {}, policy: { rating: "mostly-met", evidence: "Reviewed in October; not on the website yet." } } },
    ],
  },
  {
    slug: "fenwick-and-sorrel",
    by: "Callum Drey",
    setId: "multi-agency-working-2025",
    title: "Working together in 2026",
    period: ["2026-01-01", "2026-12-31"],
    issuedAt: "2026-11-25T11:00:00Z",
    dueOn: "2027-01-29",
    audits: null,
    returns: [{ agency: "Fenwick Family Links", by: "Wendell Crake", submitted: false, answers: { "collaborate-strategic-leaders": { rating: "developing", evidence: "Our trustees meet the partners twice a year; we have not agreed shared outcomes.", action: ["Agree three outcomes with the partners.", "Director", "2027-03-31"] }, "collaborate-managers": { rating: "embedded", evidence: "Our managers sit in the early help panel every week and share one list of families waiting." } } }],
  },
  {
    slug: "thornby",
    by: "Nell Hartigan",
    setId: setOfSchools,
    title: "Section 175 return 2025 to 2026",
    period: ["2025-09-01", "2026-08-31"],
    issuedAt: "2026-11-25T14:00:00Z",
    dueOn: "2027-01-15",
    audits: schools,
    returns: [{ agency: "Thornby High School", by: "Perpetua Lyle", submitted: false, answers: { governance: {}, policy: { rating: "partly-met", evidence: "The policy is of 2024 and says nothing of online safety." } } }],
  },
];
