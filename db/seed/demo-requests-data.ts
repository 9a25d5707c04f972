import type { RequestAnswer, RequestBasisId, RequestOutcome } from "#app/domain/agencies/requests/vocabulary.ts";

/** What happened to a request of the demonstration after it was recorded. */
export type DemoStep = { words: string } & (
  | { step: "move"; dueOn: string }
  | { step: "answer"; on: string; answer: RequestAnswer }
  | { step: "escalate"; on: string }
  | { step: "decide"; on: string; advice?: string; minorityView?: string }
  | { step: "close"; on: string; outcome: RequestOutcome }
);

export interface DemoRequest {
  /** The body of the seat that asks; nobody is all partners together. */
  from?: string;
  recipient: string;
  purpose: string;
  askedFor: string;
  basis: RequestBasisId;
  basisWords?: string;
  askedOn: string;
  dueOn: string;
  steps?: DemoStep[];
}

export interface DemoRequests {
  slug: string;
  manager: string;
  requests: DemoRequest[];
}

const exclusions = {
  purpose: "To see whether children who are excluded are kept in sight of services.",
  askedFor: "How many were excluded or moved in 2025 to 2026, by year group and by what followed, in figures only.",
};

export const demoRequests: DemoRequests[] = [
  {
    slug: "northmoor",
    manager: "Priya Sedgewick",
    requests: [
      {
        ...exclusions,
        from: "Northmoor Council",
        recipient: "Northmoor College",
        basis: "ca04-16h",
        askedOn: "2026-09-14",
        dueOn: "2026-10-05",
        steps: [
          { step: "answer", answer: "in-full", on: "2026-10-02", words: "The college sent its table, and what it does when a student stops coming." },
          { step: "close", outcome: "supplied", on: "2026-10-07", words: "The figures are in the paper for the executive group of 21 October 2026." },
        ],
      },
      {
        recipient: "Fellside Homes",
        purpose: "To understand why families with young children are moved more than twice in a year.",
        askedFor: "How many households with children under 5 were moved in 2025 to 2026, how often and for what kind of reason.",
        basis: "ca04-16h",
        askedOn: "2026-09-01",
        dueOn: "2026-09-22",
        steps: [
          { step: "answer", answer: "refused", on: "2026-09-21", words: "The association holds that the figures would show too much about its tenants." },
          { step: "escalate", on: "2026-10-01", words: "Figures of a hundred households show nobody. The association was told so and did not change its mind." },
          { step: "decide", on: "2026-10-06", words: "Ask again for bands instead of counts, with a letter from all three partners.", minorityView: "The police would have gone to the chair at once." },
          { step: "escalate", on: "2026-11-10", words: "The letter was not answered within a month." },
        ],
      },
      {
        recipient: "Northmoor Voluntary Action",
        purpose: "To know which voluntary groups work with children, before the training plan is made.",
        askedFor: "The number of groups by kind of work and by ward, and how many of them have a safeguarding lead.",
        basis: "other",
        basisWords: "Its agreement: it is a relevant agency by agreement and offered to help.",
        askedOn: "2026-11-16",
        dueOn: "2026-12-18",
      },
      {
        recipient: "Moorland Independent Nurseries",
        purpose: "To complete the picture of early years settings, which the council’s own list leaves out.",
        askedFor: "How many settings it runs here, how many children they take, and when their staff were last trained.",
        basis: "ca04-16h",
        askedOn: "2026-10-12",
        dueOn: "2026-11-02",
        steps: [{ step: "move", dueOn: "2026-11-25", words: "Its office moved, and asked for three weeks more." }],
      },
    ],
  },
  {
    slug: "fenwick-and-sorrel",
    manager: "Callum Drey",
    requests: [
      {
        ...exclusions,
        recipient: "Brightwater Academy Fenwick",
        basis: "ca04-16h",
        askedOn: "2026-10-01",
        dueOn: "2026-10-22",
        steps: [{ step: "answer", answer: "in-part", on: "2026-10-22", words: "The figures by year group came. What followed is to be sent once the trust has checked it." }],
      },
      {
        recipient: "Fenwick Family Links",
        purpose: "To plan for the winter: whether families wait longer for help than last year.",
        askedFor: "How many families waited at the end of each month since April, and for how long, in figures.",
        basis: "other",
        basisWords: "A term of its grant from the council.",
        askedOn: "2026-11-20",
        dueOn: "2026-12-11",
      },
    ],
  },
  {
    slug: "thornby",
    manager: "Nell Hartigan",
    requests: [
      {
        recipient: "Thornby Swimming Club",
        purpose: "To see how clubs check those who coach children.",
        askedFor: "How many coaches it has, and how many were checked in the last three years.",
        basis: "ca04-16h",
        askedOn: "2026-10-19",
        dueOn: "2026-11-09",
      },
    ],
  },
];
