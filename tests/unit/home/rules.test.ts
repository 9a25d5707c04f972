import { describe, expect, test } from "vitest";

import { noActions } from "#app/domain/home/action-tasks.ts";
import { noAssessments } from "#app/domain/home/assessment-tasks.ts";
import { noMeetings } from "#app/domain/home/meeting-tasks.ts";
import { type DocumentFacts, type HomeFacts, nextStep, published, reviewClock, tasksFor, type VersionFacts } from "#app/domain/home/rules.ts";

/** What the cases vary: the draft and versions are those of the arrangements. */
type Varied = Omit<HomeFacts, "documents" | "erasures" | "overrides"> &
  Omit<DocumentFacts, "kind"> & { erasures: Omit<HomeFacts["erasures"][number], "kind">[]; overrides: Omit<HomeFacts["overrides"][number], "kind">[] };

const nobody: Varied = {
  today: "2026-09-15",
  may: { freeze: false, funding: false, edit: false, review: false, publish: false, erase: false, override: false, tell: false, requests: false, agencies: false },
  mySeats: [],
  proposals: [],
  toConfirm: [],
  draft: { changedOn: null, reviewAskedOn: null },
  versions: [],
  erasures: [],
  agencies: { replies: null, changes: null, cameBack: null, toTell: null },
  overrides: [],
  successions: [],
  funding: { waiting: [], offered: [], outturns: [] },
  actions: noActions,
  assessments: noAssessments,
  meetings: noMeetings,
  requests: { overdue: [], toDecide: [] },
  decisions: { toAnswer: [], toNote: null }, escalations: { toDecide: [], toFollow: [] }, risks: { overdue: [] }, takedowns: [],
  priorities: [],
};
const everything = { freeze: true, funding: true, edit: true, review: true, publish: true, erase: true, override: true, tell: true, requests: true, agencies: true };
const seats = (signed: number) => ["Calder Council", "NHS Calder ICB", "Calder Police"].map((organisation, at) => ({ seatId: `s${String(at)}`, organisation, signed: at < signed }));
const version = (facts: Partial<VersionFacts>): VersionFacts => ({
  number: 1,
  status: "awaiting",
  frozenOn: "2026-06-03",
  approvedOn: null,
  publishedOn: null,
  nextReviewOn: "2027-09-01",
  takenDown: false,
  schedule: null,
  toTell: false,
  seats: seats(0),
  declined: null,
  ...facts,
});
const delegate = { postId: "p1", office: "Director of Children’s Services", vacant: true };
const police = { seatId: "s2", organisation: "Calder Police", delegate: { ...delegate, vacant: false } };

const succession = { seatId: "s1", organisation: "NHS Calder ICB", lastDay: "2026-03-31", ended: true, successor: "NHS Calder and Wold ICB", proposalId: null, mayPropose: true };

const factsOf = (varied: Partial<Varied>, kind: DocumentFacts["kind"] = "arrangements"): HomeFacts => {
  const { draft, versions, erasures, overrides, ...facts } = { ...nobody, ...varied };
  return { ...facts, documents: [{ kind, draft, versions }], erasures: erasures.map((each) => ({ ...each, kind })), overrides: overrides.map((each) => ({ ...each, kind })) };
};

const texts = (facts: Partial<Varied>) => tasksFor(factsOf(facts)).map((task) => task.text);

describe("what needs a person", () => {
  test.each<[string, Partial<Varied>, string[]]>([
    ["nothing, without a permission or seat", { versions: [version({})], erasures: [{ number: 1, on: "2026-06-03", byMe: false }] }, []],
    ["to sign with the seat they hold", { mySeats: [police], versions: [version({})] }, ["Sign the arrangements, version 1"]],
    ["to answer a proposal", { mySeats: [police], proposals: [{ id: "p", what: "Bea Thornton as partnership chair", on: "2026-09-01" }] }, ["Agree or decline: Bea Thornton as partnership chair"]],
    ["to deal with a body that ended", { successions: [succession] }, ["Deal with the succession of NHS Calder ICB"]],
    ["not to deal with it without a successor, the right to propose, or once it is proposed", { successions: [{ ...succession, successor: null }, { ...succession, mayPropose: false }, { ...succession, proposalId: "p" }] }, []],
    [
      "money that waits, for whoever may",
      { may: everything, funding: { waiting: [{ year: "2026-27", on: "2026-09-01" }], offered: [{ sharedId: "s", year: "2026-27", contributor: "Calder Police" }], outturns: ["2025-26"] } },
      ["Freeze a new version of the budget for 2026 to 2027", "Accept or decline a part of what Calder Police gives for 2026 to 2027", "Publish the outturn of 2025 to 2026"],
    ],
    [
      "of the priorities they lead what is worst",
      {
        priorities: [
          { number: 1, title: "Neglect", state: "off-track", dueOn: "2026-09-14", saidOn: "2026-01-05" },
          { number: 2, title: "Transitions", state: "off-track", dueOn: "2026-09-15", saidOn: "2026-09-01" },
          { number: 3, title: "Attendance", state: "on-track", dueOn: "2027-03-31", saidOn: "2026-06-15" },
          { number: 4, title: "Exploitation", state: "on-track", dueOn: "2027-03-31", saidOn: "2026-06-16" },
        ],
      },
      ["Bring priority 2 back on track", "Say what came of priority 1, or move its due date", "Say how priority 3 stands"],
    ],
    [
      "agencies to tell, to reach and to answer, for whoever may",
      { may: everything, agencies: { replies: { count: 1, since: "2026-09-03" }, changes: { count: 1, since: "2026-08-31" }, cameBack: { count: 2, since: "2026-09-02" }, toTell: { count: 1_200, since: "2026-09-01" } } },
      ["Decide what 1 agency would change in its record", "Tell 1,200 agencies that they are named", "Put right the address of 2 agencies", "Decide what 1 agency wrote back"],
    ],
    ["nothing of agencies without the right to tell them", { agencies: { replies: { count: 1, since: "2026-09-03" }, changes: null, cameBack: null, toTell: null } }, []],
    ["to follow up information that was not given in time", { may: everything, requests: { overdue: [{ number: 7, recipient: "Vale Swimming Club", dueOn: "2026-09-01", daysOverdue: 10 }], toDecide: [] } }, ["Follow up the information asked of Vale Swimming Club"]],
    ["not to follow it up without a permission", { requests: { overdue: [{ number: 7, recipient: "Vale Swimming Club", dueOn: "2026-09-01", daysOverdue: 10 }], toDecide: [] } }, []],
    ["to decide about a request that was taken to them", { requests: { overdue: [], toDecide: [{ number: 7, recipient: "Vale Swimming Club", stage: "leads", on: "2026-09-01" }] } }, ["Decide what follows when Vale Swimming Club does not give information"]],
    [
      "to publish a list that was taken down again, and to decide whether it is erased",
      { may: everything, takedowns: [{ id: "t", on: "2026-09-01", holds: true, erasure: { on: "2026-09-02", byMe: false } }] },
      ["Put the list of agencies right and publish it again", "Decide whether to erase the lists of agencies that were taken down"],
    ],
    ["not to decide about one’s own proposal, nor to publish what is published again", { may: everything, takedowns: [{ id: "t", on: "2026-09-01", holds: false, erasure: { on: "2026-09-02", byMe: true } }] }, []],
    ["no money without a permission", { funding: { waiting: [{ year: "2026-27", on: "2026-09-01" }], offered: [{ sharedId: "s", year: "2026-27", contributor: "Calder Police" }], outturns: ["2025-26"] } }, []],
    ["to confirm what the lead before delegated", { mySeats: [police], toConfirm: [{ appointmentId: "a", delegate: "Tom Ashdown", since: "2026-09-01" }] }, ["Confirm what you delegate to Tom Ashdown"]],
    ["nothing to sign once signed", { mySeats: [police], versions: [version({ seats: seats(3) })] }, []],
    ["nothing to sign on a version that is closed", { mySeats: [police], versions: [version({ status: "superseded" })] }, []],
    [
      "each seat of the two they hold, by name",
      { mySeats: [{ ...police, seatId: "s0" }, { ...police, seatId: "s1" }], versions: [version({})] },
      ["Sign the arrangements, version 1, for Calder Council", "Sign the arrangements, version 1, for NHS Calder ICB"],
    ],
    ["to publish what is approved", { may: everything, versions: [version({ status: "approved", approvedOn: "2026-06-10" })] }, ["Publish the arrangements, version 1"]],
    ["not to publish what is scheduled and not yet due", { may: everything, versions: [version({ status: "scheduled", schedule: { dueAt: "2026-10-05T08:00:00.000Z", overdue: false } })] }, []],
    ["to see why a set time was missed", { may: everything, versions: [version({ status: "scheduled", schedule: { dueAt: "2026-09-14T08:00:00.000Z", overdue: true } })] }, ["See why version 1 of the arrangements is not published"]],
    ["not to publish what awaits", { may: everything, versions: [version({})] }, []],
    [
      "to answer a decline, in the place of going on with the draft",
      { may: everything, draft: { changedOn: "2026-06-09", reviewAskedOn: null }, versions: [version({ status: "declined", declined: { organisation: "NHS Calder ICB", on: "2026-06-05" } })] },
      ["Answer why version 1 of the arrangements was declined"],
    ],
    [
      "not to answer a decline that the next version answered",
      { may: everything, versions: [version({ number: 2 }), version({ status: "declined", declined: { organisation: "NHS Calder ICB", on: "2026-06-05" } })] },
      [],
    ],
    ["to review a draft, when that is asked for", { may: everything, draft: { changedOn: null, reviewAskedOn: "2026-06-04" } }, ["Review the draft of the arrangements"]],
    ["not to review, when they may not", { may: { ...everything, review: false }, draft: { changedOn: null, reviewAskedOn: "2026-06-04" } }, []],
    ["to decide on an erasure that somebody else proposed", { may: everything, erasures: [{ number: 3, on: "2026-06-03", byMe: false }, { number: 4, on: "2026-06-03", byMe: true }] }, ["Decide whether to erase version 3 of the arrangements"]],
    ["to decide on an identifier that somebody else would let through", { may: everything, overrides: [{ fingerprint: "f1", on: "2026-06-03", byMe: false }, { fingerprint: "f2", on: "2026-06-03", byMe: true }] }, ["Decide whether a personal identifier may stay in the draft of the arrangements"]],
    ["to start, when they edit and no draft was started", { may: everything, draft: null }, ["Start the arrangements"]],
    ["to go on with a draft that changed since the last freeze", { may: everything, draft: { changedOn: "2026-09-01", reviewAskedOn: null }, versions: [version({ status: "published" })] }, ["Continue the draft of the arrangements"]],
    ["nothing to write, when the draft is as it was frozen", { may: everything, versions: [version({ status: "published" })] }, []],
    ["to appoint the delegate of their own seat", { mySeats: [{ ...police, delegate }] }, ["Appoint your delegated safeguarding partner for Calder Police"]],
    ["nothing to appoint where the delegate is there, or there is no such post", { mySeats: [police, { ...police, delegate: null }] }, []],
    ["to review within sixty days of the date", { may: everything, versions: [version({ status: "published", nextReviewOn: "2026-11-14" })] }, ["Review the arrangements"]],
    ["not to review sooner", { may: everything, versions: [version({ status: "published", nextReviewOn: "2026-11-15" })] }, []],
    ["to tell the Secretary of State of what is published", { may: everything, versions: [version({ status: "published", publishedOn: "2026-09-01", toTell: true })] }, ["Tell the Secretary of State of the arrangements, version 1"]],
    ["not to tell of what a newer version replaced", { may: everything, versions: [version({ status: "superseded", publishedOn: "2026-09-01", toTell: true })] }, []],
    ["not to tell of anything, when they do not publish", { may: { ...everything, publish: false }, versions: [version({ status: "published", toTell: true })] }, []],
    ["not to review what was taken down", { may: everything, versions: [version({ status: "published", nextReviewOn: "2026-09-16", takenDown: true })] }, []],
  ])("%s", (_case, facts, expected) => {
    expect(texts(facts)).toEqual(expected);
  });

  test("comes first due or longest waiting first", () => {
    const facts: Partial<Varied> = {
      may: everything,
      mySeats: [{ ...police, delegate }],
      draft: { changedOn: "2026-09-10", reviewAskedOn: null },
      versions: [version({ number: 2, frozenOn: "2026-09-02" }), version({ status: "published", nextReviewOn: "2026-08-31" })],
      erasures: [{ number: 1, on: "2026-06-01", byMe: false }],
    };
    expect(texts(facts)).toEqual([
      "Decide whether to erase version 1 of the arrangements",
      "Review the arrangements",
      "Sign the arrangements, version 2",
      "Continue the draft of the arrangements",
      "Appoint your delegated safeguarding partner for Calder Police",
    ]);
  });

  test("says who has signed, since when it waits and where to go", () => {
    const [task] = tasksFor(factsOf({ mySeats: [police], versions: [version({ number: 4, seats: seats(2) })] }));
    expect(task).toEqual({
      text: "Sign the arrangements, version 4",
      path: "/arrangements/versions/4/sign/s2",
      about: "Two of three have signed",
      date: "2026-06-03",
      due: { text: "Since 3 June 2026", tone: "yellow" },
    });
  });

  test("says how late a review is", () => {
    const [task] = tasksFor(factsOf({ may: everything, versions: [version({ status: "published", nextReviewOn: "2026-09-12" })] }));
    expect(task?.due).toEqual({ text: "3 days late", tone: "red" });
  });
});

test.each([
  ["2026-09-15", "Due today", false],
  ["2026-09-16", "Due in 1 day", false],
  ["2026-09-23", "Due in 8 days", false],
  ["2026-09-14", "1 day late", true],
  ["2025-09-15", "365 days late", true],
  // The clocks go back on 25 October; days are days.
  ["2026-10-26", "Due in 41 days", false],
])("a review on %s is: %s", (on, text, late) => {
  expect(reviewClock(on, "2026-09-15")).toEqual({ text, late });
});

describe("what comes next when nothing needs the person", () => {
  test.each<[Partial<Varied>, string]>([
    [{ versions: [version({ number: 2, seats: seats(1) })] }, "version 2 of the arrangements waits for NHS Calder ICB and Calder Police to sign."],
    [{ versions: [version({ status: "approved" })] }, "version 1 of the arrangements is approved and waits to be published."],
    [{ versions: [version({ status: "scheduled", schedule: { dueAt: "2026-10-05T08:00:00.000Z", overdue: false } })] }, "version 1 of the arrangements publishes itself on 5 October 2026 at 9:00am."],
    [{ versions: [version({ status: "published" })] }, "the arrangements are reviewed by 1 September 2027."],
    [{}, "the draft of the arrangements is written and frozen for signature."],
    [{ draft: null }, "somebody who edits starts the draft of the arrangements."],
  ])("%#", (facts, expected) => {
    expect(nextStep(factsOf(facts))).toBe(expected);
  });
});

describe("each kind of document", () => {
  test.each<[string, Partial<Varied>, string[], string]>([
    ["is named in what needs a person", { may: everything, mySeats: [police], versions: [version({})] }, ["Sign the threshold document, version 1"], "version 1 of the threshold document waits for Calder Council, NHS Calder ICB and Calder Police to sign."],
    ["is nobody's task to start, besides the arrangements", { may: everything, draft: null }, [], "somebody who edits starts the draft of the arrangements."],
    ["is reviewed as one thing", { versions: [version({ status: "published" })] }, [], "the threshold document is reviewed by 1 September 2027."],
  ])("%s", (_case, facts, tasks, next) => {
    const asked = factsOf(facts, "threshold-document");
    expect(tasksFor(asked).map((task) => task.text)).toEqual(tasks);
    expect(tasksFor(asked).every((task) => task.path.startsWith("/threshold-document/"))).toBe(true);
    expect(nextStep(asked)).toBe(next);
  });
});

test("what the public reads is the published version that was not taken down", () => {
  expect(published({ versions: [version({ number: 2 }), version({ status: "published" })] })?.number).toBe(1);
  expect(published({ versions: [version({ status: "published", takenDown: true })] })).toBeNull();
});
