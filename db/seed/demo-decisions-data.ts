import type { DecisionMatterId, PrivateKind, ReplacementKind } from "#app/domain/decisions/vocabulary.ts";
import type { PartnerKind } from "#app/domain/documents/vocabulary.ts";

/** What a lead of each kind of body lets their delegate decide. Pence. */
export const demoMatters: Record<PartnerKind, { matters: DecisionMatterId[]; limitPence: number | null }> = {
  "local-authority": { matters: ["delivery", "procedures", "reviews", "training", "information", "agencies", "resources"], limitPence: 1_000_000 },
  icb: { matters: ["delivery", "procedures", "reviews", "training", "information", "agencies"], limitPence: 500_000 },
  police: { matters: ["delivery", "procedures", "reviews", "training", "information"], limitPence: null },
};

export interface DemoDecision {
  sentence: string;
  matter: DecisionMatterId;
  amountPence?: number;
  /** The bodies whose delegates decided; without them the leads are asked. */
  by?: string[];
  decidedOn?: string;
  options: string;
  dissent?: string;
  leadsTo?: string;
  notPublic?: { kind: PrivateKind; reason: string };
  replaces?: { number: number; kind: ReplacementKind; reason: string };
  /** What the leads answered, in order; agreed unless a reason says why not. */
  answers?: { person: string; words?: string; declined?: boolean }[];
}

export interface DemoDecisions {
  slug: string;
  manager: string;
  decisions: DemoDecision[];
  /** Leads who noted what the delegates had decided. */
  noted: string[];
}

export const demoDecisions: DemoDecisions[] = [
  {
    slug: "northmoor",
    manager: "Priya Sedgewick",
    noted: ["Ada Fernhill"],
    decisions: [
      {
        sentence: "Every school is told of a domestic abuse incident in a pupil’s home before the next school day begins.",
        matter: "information",
        by: ["Northmoor Council", "Northmoor Police"],
        decidedOn: "2026-06-17",
        options: "To go on telling schools within a week; to tell the largest schools first; or to tell every school. A pilot in nine schools showed that the offices could cope.",
        dissent: "Two headteachers on the education group would have begun with secondary schools.",
        leadsTo: "The police send the notices from 1 September 2026; the council keeps the list of contacts.",
      },
      {
        sentence: "Practitioners new to the area are trained in the threshold document within three months.",
        matter: "training",
        by: ["Northmoor Council"],
        decidedOn: "2026-07-15",
        options: "Six months, as before, or three. Three needs one more course a term, which the trainers can give.",
        leadsTo: "The training group sets the dates for the autumn term.",
      },
      {
        sentence: "Practitioners new to the area are trained in the threshold document within six weeks.",
        matter: "training",
        by: ["Northmoor Council"],
        decidedOn: "2026-10-21",
        options: "To keep three months, or to shorten it. The audit of September showed that most mistakes are made in the first weeks.",
        leadsTo: "An online part of one hour opens on 4 January 2027, before the course.",
        replaces: { number: 2, kind: "supersedes", reason: "The audit of September 2026 showed that three months is too late." },
      },
      {
        sentence: "The partners together pay for two analysts for two years, from April 2027.",
        matter: "budget",
        amountPence: 18_400_000,
        options: "One analyst, two, or buying reports from outside. Two can join the data of the three bodies and answer questions within a month.",
        dissent: "The police delegate would have begun with one.",
        leadsTo: "The council recruits; the shared budget of 2027 to 2028 holds the cost in three equal parts.",
        answers: [{ person: "Ada Fernhill" }, { person: "Idris Calder", words: "Agreed for two years; the third is decided on what was learned." }, { person: "Rosa Winterbourne" }],
      },
      {
        sentence: "The contract for the procedures website is not renewed with the present supplier.",
        matter: "procedures",
        by: ["Northmoor Council"],
        decidedOn: "2026-11-11",
        options: "To renew for a year, or to ask three suppliers for a price.",
        leadsTo: "The business manager asks for prices by 15 January 2027.",
        notPublic: { kind: "commercial", reason: "Prices are being asked for until January 2027." },
      },
      {
        sentence: "Reducing the number of children missing from education becomes the fourth shared priority.",
        matter: "priorities",
        options: "Three priorities, or a fourth. The figures of two years rise, and no priority covers them.",
        leadsTo: "The council’s delegate brings measures and a baseline to the meeting of January 2027.",
        answers: [{ person: "Rosa Winterbourne" }],
      },
    ],
  },
];
