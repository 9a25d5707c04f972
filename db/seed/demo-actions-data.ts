/** What happened to an action of the demonstration after it was recorded; `by` whom, unless the business manager. */
export type DemoActionStep = { on: string; by?: string; text: string } & ({ step: "progress" | "propose" | "close" | "more" } | { step: "move"; dueOn: string });

export interface DemoAction {
  what: string;
  /** A holder’s name for their office, as a delegate or the chair; or an agency with who does it there; or words. */
  owner: { person: string; role: "dsp" | "lsp" | "chair" | "business-manager" } | { agency: string; words: string } | { words: string };
  /** The number of the decision that it comes from. */
  decision?: number;
  recordedOn: string;
  dueOn: string;
  steps?: DemoActionStep[];
}

export interface DemoActions {
  slug: string;
  manager: string;
  actions: DemoAction[];
}

export const demoActions: DemoActions[] = [
  {
    slug: "northmoor",
    manager: "Priya Sedgewick",
    actions: [
      {
        what: "Agree with the police and the hospital how the front door is staffed at weekends.",
        owner: { person: "Tom Ashdown", role: "dsp" },
        recordedOn: "2026-09-17",
        dueOn: "2026-10-30",
        steps: [
          { step: "progress", on: "2026-10-20", by: "Tom Ashdown", text: "The police agree. The hospital answers by the end of November." },
          { step: "move", on: "2026-10-29", dueOn: "2026-11-27", text: "The hospital’s board meets on 24 November." },
        ],
      },
      {
        what: "Publish the neglect toolkit where every setting finds it, and tell them.",
        owner: { person: "Mei Larkfield", role: "dsp" },
        recordedOn: "2026-09-17",
        dueOn: "2026-11-20",
        steps: [
          { step: "propose", on: "2026-11-18", by: "Mei Larkfield", text: "It is on the partnership’s website since 16 November; 214 settings were written to." },
        ],
      },
      {
        what: "Show in figures how often a police officer attends the first strategy meeting.",
        owner: { person: "Joan Pell", role: "dsp" },
        recordedOn: "2026-09-17",
        dueOn: "2026-10-15",
        steps: [
          { step: "propose", on: "2026-10-13", by: "Joan Pell", text: "The figures of the second quarter are in the paper for October." },
          { step: "more", on: "2026-10-16", by: "Tom Ashdown", text: "The paper counts invitations. Please count who attended, by month." },
          { step: "propose", on: "2026-11-09", by: "Joan Pell", text: "Attendance by month is in the paper for November, table 3." },
          { step: "close", on: "2026-11-11", by: "Tom Ashdown", text: "Table 3 shows it, with the months before." },
        ],
      },
      {
        what: "Invite young carers to say what they think of the plan for next year, and write down what changes because of it.",
        owner: { words: "Participation officer of the youth service" },
        recordedOn: "2026-11-05",
        dueOn: "2027-01-29",
      },
      {
        what: "Ask ten schools whether the notices of incidents reach them before the day begins, and report what they say.",
        owner: { person: "Joan Pell", role: "dsp" },
        decision: 1,
        recordedOn: "2026-11-27",
        dueOn: "2027-01-22",
      },
      {
        what: "Send the list of voluntary groups whose staff have not been trained since 2024.",
        owner: { agency: "Northmoor Voluntary Action", words: "Chief officer" },
        recordedOn: "2026-11-05",
        dueOn: "2026-12-11",
      },
    ],
  },
  {
    slug: "fenwick-and-sorrel",
    manager: "Callum Drey",
    actions: [
      {
        what: "Bring one proposal from both health boards on how school nurses share their notes of concern.",
        owner: { person: "Kwame Finch", role: "dsp" },
        recordedOn: "2026-10-08",
        dueOn: "2026-11-13",
        steps: [{ step: "progress", on: "2026-11-12", text: "One board has agreed a text; the other takes legal advice." }],
      },
    ],
  },
];
