import type { PriorityInput } from "#app/domain/priorities/forms.server.ts";
import type { MeasureInput } from "#app/domain/priorities/measure-forms.server.ts";
import type { ProgressState } from "#app/domain/priorities/vocabulary.ts";

/** What became of a priority of the demonstration, in order. Each figure is of a measure by its place. */
export type DemoPriorityStep = { at: string } & (
  | { step: "figure"; measure: number; on: string; value: string; source?: string; reason?: string }
  | { step: "say"; state: ProgressState; words: string; by?: string }
  | { step: "move"; dueOn: string; reason: string; agreedBy: string }
  | { step: "achieve"; words: string }
  | { step: "close"; words: string }
  | { step: "publish" }
);

export interface DemoPriority extends Omit<PriorityInput, "leadSeatId" | "membershipIds"> {
  /** The council, the health board or the police of the partnership. */
  lead: "local-authority" | "icb" | "police";
  agencies?: string[];
  /** Null while it is a draft. */
  agreedOn: string | null;
  measures: (Omit<MeasureInput, "partOf"> & { partOf?: number })[];
  steps: DemoPriorityStep[];
}

export interface DemoPriorities {
  slug: string;
  manager: string;
  chair: string;
  priorities: DemoPriority[];
}

const share = { unit: "per cent", countsChildren: false, runningTotal: false };
const children = { unit: "children", countsChildren: true, runningTotal: false };
const none = { target: null, targetOn: null };
const leads = "The lead safeguarding partners, at their meeting";

export const demoPriorities: DemoPriorities[] = [
  {
    slug: "northmoor",
    manager: "Priya Sedgewick",
    chair: "Mei Larkfield",
    priorities: [
      {
        title: "Neglect is seen early and does not come back",
        why: "Neglect was the main concern for more than half of the children on a plan in 2025. In one in five families it came back within two years. Our audit of twelve months found that schools and health visitors had often seen it first and had not known whom to tell.",
        outcome: "Children who live with neglect are helped before it harms them, and the help lasts.",
        periodFrom: "2025-04-01", periodTo: "2027-03-31", dueOn: "2027-03-31", lead: "local-authority", agreedOn: "2026-04-15",
        agencies: ["Heron Hill Primary School", "Fellside High School"],
        measures: [
          { ...share, name: "Children on a plan for a second time within two years", definition: "Of all children who began a child protection plan in the quarter, those who had one in the two years before", direction: "down", baseline: "21.4", baselineOn: "2025-03-31", target: "15", targetOn: "2027-03-31", source: "Northmoor Council, children’s services return", frequency: "quarterly" },
          { ...share, name: "Early help begun within ten working days", definition: "Of all families referred for early help in the quarter, those whose first visit came within ten working days", direction: "up", baseline: "48", baselineOn: "2025-03-31", target: "80", targetOn: "2027-03-31", source: "Northmoor Council, early help system", frequency: "quarterly" },
        ],
        steps: [
          { at: "2026-05-06T09:00:00Z", step: "figure", measure: 1, on: "2025-09-30", value: "20.1" },
          { at: "2026-05-06T09:05:00Z", step: "figure", measure: 1, on: "2026-03-31", value: "18.2" },
          { at: "2026-05-06T09:10:00Z", step: "figure", measure: 2, on: "2026-03-31", value: "61" },
          { at: "2026-05-12T09:00:00Z", step: "say", state: "on-track", words: "Every school and every health visitor now uses the same short checklist, and calls one number. Referrals rose by a third in the first half year. We do not know yet whether the help lasts: the two years are not over for most families." },
          { at: "2026-07-20T09:00:00Z", step: "figure", measure: 1, on: "2026-06-30", value: "17.0" },
          { at: "2026-07-20T09:05:00Z", step: "figure", measure: 2, on: "2026-06-30", value: "66" },
          { at: "2026-10-19T09:00:00Z", step: "figure", measure: 1, on: "2026-09-30", value: "16.3" },
          { at: "2026-10-19T09:05:00Z", step: "figure", measure: 2, on: "2026-09-30", value: "72" },
          { at: "2026-10-27T09:00:00Z", step: "say", state: "on-track", words: "Fewer children come back to a plan, and help begins sooner. Families told the participation worker that they still repeat their story to each new service; a shared record starts in January." },
          { at: "2026-10-28T09:00:00Z", step: "publish" },
        ],
      },
      {
        title: "Children who go missing are found, heard and kept safe",
        why: "In 2025 four in ten children who came back from being missing were not offered a talk within three days. Children in care were missing three times as often as others.",
        outcome: "A child who comes back is listened to soon by somebody they can trust, and goes missing less often.",
        periodFrom: "2026-04-01", periodTo: "2028-03-31", dueOn: "2027-09-30", lead: "police", agreedOn: "2026-04-15",
        measures: [
          { ...children, name: "Children missing from care more than once", definition: "Children in the care of the council who were reported missing more than once in the quarter", direction: "down", baseline: "17", baselineOn: "2026-03-31", ...none, source: "Police, missing persons system", frequency: "quarterly" },
          { ...children, name: "Of these, placed in the area", definition: "Those who live in Northmoor", direction: "down", partOf: 1, baseline: "11", baselineOn: "2026-03-31", ...none, source: "Police, missing persons system", frequency: "quarterly" },
          { ...children, name: "Of these, placed elsewhere", definition: "Those who live outside Northmoor", direction: "down", partOf: 1, baseline: "6", baselineOn: "2026-03-31", ...none, source: "Police, missing persons system", frequency: "quarterly" },
        ],
        steps: [
          { at: "2026-07-20T10:00:00Z", step: "figure", measure: 1, on: "2026-06-30", value: "15" },
          { at: "2026-07-20T10:05:00Z", step: "figure", measure: 2, on: "2026-06-30", value: "11" },
          { at: "2026-07-20T10:10:00Z", step: "figure", measure: 3, on: "2026-06-30", value: "4" },
          { at: "2026-08-03T09:00:00Z", step: "say", state: "at-risk", words: "Two of the three workers who talk with children left in June. Talks went on, later than they should. New workers begin in October." },
          { at: "2026-10-19T10:00:00Z", step: "figure", measure: 1, on: "2026-09-30", value: "14" },
          { at: "2026-10-19T10:05:00Z", step: "figure", measure: 2, on: "2026-09-30", value: "9" },
          { at: "2026-10-19T10:10:00Z", step: "figure", measure: 3, on: "2026-09-30", value: "5" },
          { at: "2026-10-28T10:00:00Z", step: "publish" },
        ],
      },
      {
        title: "Families say that they were heard",
        why: "The scrutineer found in 2025 that plans seldom said what the family itself wanted, and that nobody asked afterwards.",
        outcome: "Children and families shape the plan that is made for them, and can tell how.",
        periodFrom: "2026-04-01", periodTo: "2027-03-31", dueOn: "2026-11-16", lead: "icb", agreedOn: "2026-04-15",
        measures: [],
        steps: [
          { at: "2026-06-16T09:00:00Z", step: "say", state: "on-track", words: "Two workshops with parents were held. Everybody who came found them useful." },
          { at: "2026-10-28T11:00:00Z", step: "publish" },
        ],
      },
      {
        title: "Unborn babies at risk have a plan before they are born",
        why: "Two audits found plans that were made in the last weeks of pregnancy, too late for parents to change anything.",
        outcome: "Parents know early what is expected of them and who helps, so that fewer babies are parted from them.",
        periodFrom: "2025-04-01", periodTo: "2026-09-30", dueOn: "2026-06-30", lead: "icb", agreedOn: "2026-04-15",
        measures: [{ ...share, name: "Plans made before week 28", definition: "Of all pre-birth plans of the half year, those agreed before the 28th week of pregnancy", direction: "up", baseline: "38", baselineOn: "2025-03-31", target: "75", targetOn: "2026-09-30", source: "Joint return of maternity and children’s services", frequency: "half-yearly" }],
        steps: [
          { at: "2026-05-20T09:00:00Z", step: "figure", measure: 1, on: "2025-09-30", value: "55" },
          { at: "2026-05-20T09:05:00Z", step: "figure", measure: 1, on: "2026-03-31", value: "71" },
          { at: "2026-06-02T09:00:00Z", step: "move", dueOn: "2026-09-30", reason: "The last half year’s figures come in October; without them nobody can say whether it lasted.", agreedBy: "The delegated safeguarding partners, on 1 June 2026" },
          { at: "2026-10-19T11:00:00Z", step: "figure", measure: 1, on: "2026-09-30", value: "79" },
          { at: "2026-10-27T11:00:00Z", step: "achieve", words: "Four in five plans are made in time, and maternity teams now start them themselves. It goes on as daily work, and is counted each half year." },
          { at: "2026-10-28T12:00:00Z", step: "publish" },
        ],
      },
      {
        title: "Young people who leave school rolls stay in sight",
        why: "Answers to our request for information of spring 2026 show that several services lose touch when a pupil is taken off a roll.",
        outcome: "No young person is out of sight of every service for more than a month.",
        periodFrom: "2027-04-01", periodTo: "2028-03-31", dueOn: "2028-03-31", lead: "local-authority", agreedOn: null,
        measures: [],
        steps: [],
      },
    ],
  },
  {
    slug: "fenwick-and-sorrel",
    manager: "Callum Drey",
    chair: "Grace Otterbourne",
    priorities: [
      {
        title: "Children who live with domestic abuse are helped in their own right",
        why: "Police call the council about children in one in three visits to a home. In 2025 help was offered to the parent, seldom to the child.",
        outcome: "Every child who lives with domestic abuse is offered help of their own within a month.",
        periodFrom: "2026-04-01", periodTo: "2028-03-31", dueOn: "2028-03-31", lead: "police", agreedOn: "2026-05-07",
        measures: [{ ...share, name: "Children offered help of their own within a month", definition: "Of all children in police notifications of domestic abuse in the quarter, those who were offered help for themselves within a month", direction: "up", baseline: "24", baselineOn: "2026-03-31", target: "70", targetOn: "2028-03-31", source: "Police notifications, matched with the early help system", frequency: "quarterly" }],
        steps: [
          { at: "2026-07-21T09:00:00Z", step: "figure", measure: 1, on: "2026-06-30", value: "26" },
          { at: "2026-10-20T09:00:00Z", step: "figure", measure: 1, on: "2026-09-30", value: "23" },
          { at: "2026-11-03T09:00:00Z", step: "say", state: "off-track", words: "The offer has not grown: the post in the south has been empty since May, and the two health boards have not agreed who pays for it. The chair takes it to the leads." },
          { at: "2026-11-04T09:00:00Z", step: "publish" },
        ],
      },
      {
        title: "Waits for help with mental health are short",
        why: "Schools, families and the youth council named the same thing first.",
        outcome: "A child who is referred is seen by somebody who can help within four weeks.",
        periodFrom: "2026-04-01", periodTo: "2028-03-31", dueOn: "2027-12-31", lead: "icb", agreedOn: "2026-05-07",
        measures: [{ ...children, name: "Children who waited more than eighteen weeks", definition: "Children of the two areas who were waiting for a first appointment on the last day of the quarter, and had waited more than eighteen weeks", direction: "down", baseline: "212", baselineOn: "2026-03-31", target: "50", targetOn: "2027-12-31", source: "Both health boards, waiting list returns", frequency: "quarterly" }],
        steps: [
          { at: "2026-07-21T10:00:00Z", step: "figure", measure: 1, on: "2026-06-30", value: "187" },
          { at: "2026-10-20T10:00:00Z", step: "figure", measure: 1, on: "2026-09-30", value: "154" },
          { at: "2026-11-03T10:00:00Z", step: "say", state: "on-track", words: "A team that sees children at school began in June. Waits fall in the north first; the south follows once its team is complete." },
          { at: "2026-11-04T10:00:00Z", step: "publish" },
        ],
      },
      {
        title: "Safer sleep for babies",
        why: "The child death overview panel asked all partners to give parents one message.",
        outcome: "Every parent hears the same advice before the birth and after it.",
        periodFrom: "2025-04-01", periodTo: "2026-03-31", dueOn: "2026-03-31", lead: "icb", agreedOn: "2026-05-07",
        measures: [],
        steps: [
          { at: "2026-05-21T09:00:00Z", step: "close", words: "Everybody gives the same leaflet now. We never agreed how we would see whether it works, so we cannot say that it did. Health visiting goes on with it." },
          { at: "2026-11-04T11:00:00Z", step: "publish" },
        ],
      },
      {
        title: "Children in care are seen in person",
        why: "An audit found that some visits had become telephone calls during 2024 and had stayed so.",
        outcome: "Every child in care is seen, alone, by their own social worker at least every six weeks.",
        periodFrom: "2026-10-01", periodTo: "2027-09-30", dueOn: "2027-09-30", lead: "local-authority", agreedOn: "2026-11-02",
        measures: [{ ...share, name: "Visits in person and on time", definition: "Of all visits that were due in the quarter, those made in person, with the child alone, by the day they were due", direction: "up", baseline: "83.5", baselineOn: "2026-09-30", target: "98", targetOn: "2027-09-30", source: "Council, case system", frequency: "quarterly" }],
        steps: [],
      },
    ],
  },
];

export const agreedWhere = leads;
