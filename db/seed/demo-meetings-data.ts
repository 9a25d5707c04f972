import type { ItemPurpose, MeetingKind } from "#app/domain/meetings/vocabulary.ts";

/** An item of an agenda of the demonstration: what it is called, what for, and what was said of it. */
export type DemoItem = [title: string, purpose: ItemPurpose, minutes?: string, papers?: string];

export interface DemoMeeting {
  kind: MeetingKind;
  group?: string;
  /** When it begins and ends. */
  at: [from: string, until: string];
  place?: string;
  items?: DemoItem[];
  /** Who did not come in person: the body, and the post of a deputy, apologies or nothing. Everybody else came. */
  missing?: Record<string, { deputy: string } | "apologies" | "absent">;
  moved?: { from: [string, string]; reason: string };
  cancelled?: string;
  /** Another partnership that it is proposed to, and who accepts it there. */
  shared?: { slug: string; acceptedBy?: string };
  /** What somebody else wrote of the first item at the same time. */
  beside?: { by: string; text: string };
}

export interface DemoMeetings {
  slug: string;
  manager: string;
  rules: { kind: MeetingKind; startsOn: string; eachKind: boolean; seatsLeast: number; education: boolean; deputiesCount: boolean }[];
  meetings: DemoMeeting[];
}

const rule = (kind: MeetingKind, more: Partial<DemoMeetings["rules"][number]> = {}) => ({ kind, startsOn: "2025-04-01", eachKind: true, seatsLeast: 0, education: false, deputiesCount: true, ...more });
const council = "Northmoor Council, Moor Room";
const quality = { kind: "sub-group" as const, group: "Quality assurance group" };
const priorities: DemoItem = ["Progress of the shared priorities", "discussion", "Progress was noted. Two measures are late; the delegates bring a plan to the next meeting."];

export const demoMeetings: DemoMeetings[] = [
  {
    slug: "northmoor",
    manager: "Priya Sedgewick",
    rules: [rule("leads", { deputiesCount: false }), rule("delegates"), rule("delegates", { startsOn: "2026-04-01", education: true }), rule("sub-group", { eachKind: false, seatsLeast: 2 })],
    meetings: [
      { kind: "leads", at: ["2025-12-11T14:00Z", "2025-12-11T16:00Z"], place: council, items: [["Direction for 2026 to 2027", "decision", "The three leads agreed two shared priorities: children missing from education, and babies under one."], ["The budget in outline", "discussion", "Noted. The delegates bring figures in March."]] },
      { kind: "leads", at: ["2026-03-12T14:00Z", "2026-03-12T16:00Z"], place: council, items: [["The shared budget for 2026 to 2027", "decision", "Agreed, to be frozen and signed in the portal."], ["The scrutineer’s view of the year", "information", "- Independent scrutiny was welcomed.\n- The leads ask for a shorter summary for the public."]] },
      { kind: "leads", at: ["2026-06-11T13:00Z", "2026-06-11T15:00Z"], place: "Online", items: [priorities, ["Successor of the lead for health", "information", "The integrated care board said who follows on 1 July."]] },
      { kind: "leads", at: ["2026-09-10T13:00Z", "2026-09-10T15:00Z"], place: council, missing: { "Northmoor Police": { deputy: "Deputy Chief Constable" } }, items: [priorities, ["The yearly report for 2025 to 2026", "discussion", "Without a quorum the leads discussed the draft and decided nothing. It comes back."]] },
      { kind: "leads", at: ["2026-10-08T13:00Z", "2026-10-08T15:00Z"], place: "Northmoor Police headquarters", shared: { slug: "kestrel-dale", acceptedBy: "Wilf Tansley" }, items: [["What both partnerships ask of the one police force", "discussion", "The Chief Constable brings one offer for both areas."], ["The yearly report for 2025 to 2026", "decision", "Northmoor’s leads agreed the text, to be signed in the portal."]] },
      { kind: "leads", at: ["2026-12-10T14:00Z", "2026-12-10T16:00Z"], place: council, items: [["What the delegates decided since October", "information"], ["Plan and budget for 2027 to 2028", "discussion"]] },
      { kind: "delegates", at: ["2026-01-20T10:00Z", "2026-01-20T12:00Z"], items: [priorities, ["Training in the spring", "decision", "The programme was agreed."]] },
      { kind: "delegates", at: ["2026-03-17T10:00Z", "2026-03-17T12:00Z"], missing: { "Northmoor Police": { deputy: "Detective Superintendent, Public Protection" } }, items: [priorities, ["How visits to families are recorded", "discussion", "The three bodies record in three ways. A small group compares them by May."]] },
      { kind: "delegates", at: ["2026-05-19T09:00Z", "2026-05-19T11:00Z"], moved: { from: ["2026-05-12T09:00Z", "2026-05-12T11:00Z"], reason: "Two of the three delegates were called to an inspection in that week." }, items: [priorities, ["Relevant agencies: who is missing", "decision", "The delegates name the swimming clubs once they have a common contact."]] },
      { kind: "delegates", at: ["2026-07-14T09:00Z", "2026-07-14T11:00Z"], cancelled: "Two delegates were ill. What was on the agenda went to September.", items: [["Summer cover", "information"]] },
      { kind: "delegates", at: ["2026-09-22T09:00Z", "2026-09-22T11:00Z"], items: [priorities, ["Summer cover, looking back", "discussion", "It held. The rota is kept for next year."]] },
      {
        kind: "delegates",
        at: ["2026-11-17T10:00Z", "2026-11-17T12:00Z"],
        items: [["Information that was refused", "decision", "The delegates asked for a letter from all three partners.", "[How a request is taken further](https://www.example.org/how-we-ask)"], ["Children missing from education: the first figures", "discussion", "The figures were noted. Schools are asked each week from January."]],
        beside: { by: "Mei Larkfield", text: "The delegates asked for a letter from all three partners, and to hear in December whether it was answered." },
      },
      { kind: "delegates", at: ["2026-12-15T10:00Z", "2026-12-15T12:00Z"] },
      { ...quality, at: ["2026-02-10T10:00Z", "2026-02-10T12:00Z"], items: [["Audit of first visits", "discussion", "Two of ten records show the child’s own view. The group looks again in June."]] },
      { ...quality, at: ["2026-06-09T09:00Z", "2026-06-09T11:00Z"], missing: { "NHS Northmoor ICB": "apologies" }, items: [["Audit of first visits, again", "discussion", "Six of ten records show it now."]] },
      { ...quality, at: ["2026-10-13T09:00Z", "2026-10-13T11:00Z"], missing: { "NHS Northmoor ICB": "absent", "Northmoor Police": "apologies" }, items: [["Plan of audits for 2027", "decision", "Not decided: the group was too few."]] },
    ],
  },
  {
    slug: "fenwick-and-sorrel",
    manager: "Callum Drey",
    rules: [rule("leads"), rule("delegates", { education: true })],
    meetings: [
      { kind: "leads", at: ["2026-02-24T10:00Z", "2026-02-24T12:00Z"], items: [["The budget for 2026 to 2027", "decision", "Agreed by the four leads."]] },
      { kind: "leads", at: ["2026-09-29T09:00Z", "2026-09-29T11:00Z"], missing: { "NHS Sorrel Valley ICB": { deputy: "Chief Nursing Officer" } }, items: [["The yearly report", "decision", "Agreed, to be signed in the portal."]] },
      { kind: "delegates", at: ["2026-06-16T09:00Z", "2026-06-16T11:00Z"], items: [priorities] },
      { kind: "delegates", at: ["2026-10-20T09:00Z", "2026-10-20T11:00Z"], items: [priorities, ["Exclusions: what was asked of academies", "information", "One trust has still to check its figures."]] },
      { kind: "leads", at: ["2027-01-14T10:00Z", "2027-01-14T12:00Z"], place: "Eastmarsh Police headquarters", shared: { slug: "westvale-and-harrowmere" }, items: [["One approach of the police to three partnerships", "discussion"]] },
    ],
  },
  {
    slug: "thornby",
    manager: "Nell Hartigan",
    rules: [],
    meetings: [{ kind: "delegates", at: ["2026-11-24T10:00Z", "2026-11-24T12:00Z"], items: [["Swimming clubs: who checks the coaches", "discussion"]] }],
  },
];
