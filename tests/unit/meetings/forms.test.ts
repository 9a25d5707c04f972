import { describe, expect, test } from "vitest";

import { readAttendance, type TypedAttendance } from "#app/domain/meetings/attendance/forms.server.ts";
import { itemForm, moveForm, planForm, quorumForm, reasonForm } from "#app/domain/meetings/forms.server.ts";

const planned = { kind: "leads", groupName: "", place: "Room 2, Council House", date: { day: "3", month: "3", year: "2027" }, from: "9:30am", until: "11:30am" };
/** What is said, by field. */
const said = (read: { success: boolean; error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }) => Object.fromEntries((read.error?.issues ?? []).map((issue) => [String(issue.path[0] ?? ""), issue.message]));

describe("planning", () => {
  test("reads times in London, in winter and in summer", () => {
    expect(planForm.parse(planned)).toEqual({ kind: "leads", groupName: null, place: "Room 2, Council House", looked: [], startsAt: new Date("2027-03-03T09:30:00Z"), endsAt: new Date("2027-03-03T11:30:00Z") });
    expect(planForm.parse({ ...planned, date: { day: "1", month: "7", year: "2027" }, until: "noon" })).toMatchObject({ startsAt: new Date("2027-07-01T08:30:00Z"), endsAt: new Date("2027-07-01T11:00:00Z") });
    expect(planForm.parse({ ...planned, kind: "sub-group", groupName: " Quality  group " })).toMatchObject({ kind: "sub-group", groupName: "Quality group" });
  });

  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ["nothing", { kind: "", place: "", date: { day: "", month: "", year: "" }, from: "", until: "" }, { kind: "Choose whose meeting it is", place: "Enter where it is, or that it is online", date: "Enter the day of the meeting, like 1 9 2026" }],
    ["no times", { from: "", until: "" }, { from: "Enter when it begins, like 9:30am" }],
    ["no end", { until: " " }, { until: "Enter when it ends, like 11:30am" }],
    ["an end before the beginning", { until: "9:30am" }, { until: "It must end after it begins" }],
    ["a time that is none", { from: "half nine" }, { from: "Enter a time, like 9:00am or 13:30" }],
    ["a sub-group without a name", { kind: "sub-group" }, { groupName: "Enter the name of the sub-group" }],
    ["a place that identifies somebody", { place: "Room of 943 476 5919" }, { place: expect.stringMatching(/^The place contains what is certainly a National Health Service.*Take it out/) as string }],
    ["a place that may", { place: "The house at SA1 2BD" }, { looked: expect.stringMatching(/^Look at what may identify somebody: The place may contain a postcode/) as string }],
  ])("is refused with %s", (_name, values, messages) => {
    expect(said(planForm.safeParse({ ...planned, ...values }))).toEqual(messages);
  });

  test("is moved and cancelled with a reason", () => {
    expect(said(moveForm.safeParse({ ...planned, reason: "", revision: "1" }))).toEqual({ reason: "Say why it is moved" });
    expect(said(reasonForm("Say why it is cancelled").safeParse({ reason: " ", revision: "1" }))).toEqual({ reason: "Say why it is cancelled" });
    expect(moveForm.parse({ ...planned, reason: "The room is taken.", revision: "3" })).toMatchObject({ reason: "The room is taken.", revision: 3, startsAt: new Date("2027-03-03T09:30:00Z") });
  });
});

describe("an item", () => {
  const item = { title: "Missing from school", purpose: "decision", papers: "[The paper](https://example.org/paper)" };
  test("takes papers as Markdown, or none", () => {
    expect(itemForm.parse(item)).toEqual({ ...item, looked: [], revision: 0 });
    expect(itemForm.parse({ ...item, papers: " " }).papers).toBe("");
  });
  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ["nothing", { title: "", purpose: "" }, { title: "Enter what the item is called", purpose: "Choose what it is on the agenda for" }],
    ["a link that leads nowhere safe", { papers: "[x](javascript:alert(1))" }, { papers: expect.stringMatching(/^Line 1: /) as string }],
    ["papers that identify somebody", { papers: "See 943 476 5919" }, { papers: expect.stringMatching(/^The papers contains what is certainly/) as string }],
  ])("is refused with %s", (_name, values, messages) => {
    expect(said(itemForm.safeParse({ ...item, ...values }))).toEqual(messages);
  });
});

describe("a quorum rule", () => {
  const typed = { startsOn: { day: "1", month: "4", year: "2026" }, eachKind: "yes", seatsLeast: "", allLeast: "5", deputiesCount: "no", revision: "2" };
  test("is read with its numbers", () => {
    expect(quorumForm("leads").parse(typed)).toEqual({ kind: "leads", startsOn: "2026-04-01", eachKind: true, seatsLeast: 0, allLeast: 5, education: false, deputiesCount: false, revision: 2 });
  });
  test("asks for somebody, in whole numbers, and about deputies", () => {
    expect(said(quorumForm("leads").safeParse({ ...typed, eachKind: undefined, allLeast: "0" }))).toEqual({ eachKind: "Say who must be there: choose one of these, or enter a number" });
    expect(said(quorumForm("leads").safeParse({ ...typed, seatsLeast: "a few", allLeast: "51", deputiesCount: "" }))).toEqual({ seatsLeast: "The number of statutory partners must be a whole number from 0 to 20", allLeast: "The number in all must be a whole number from 0 to 50", deputiesCount: "Say whether a deputy counts" });
  });
});

describe("the list of who came", () => {
  const parties = [{ id: "s1", body: "Vale Council", needed: true }, { id: "e1", body: "Vale schools", needed: false }];
  const agencies = [{ id: "a1", name: "Vale Probation" }, { id: "a2", name: "Twin" }, { id: "a3", name: "Twin" }];
  const typed = (values: Partial<TypedAttendance> = {}): TypedAttendance => ({ rows: [{ id: "s1", status: "present", deputy: "" }], added: [], looked: "", revision: "0", ...values });

  test("holds what was said, leaves out who was not invited, and adds agencies by name", () => {
    const read = readAttendance(typed({ rows: [{ id: "s1", status: "deputy", deputy: "Head of Service" }, { id: "e1", status: "", deputy: "" }], added: [{ name: "vale probation", status: "apologies", deputy: "" }, { name: "", status: "", deputy: "" }] }), parties, agencies);
    expect(read).toEqual({ success: true, data: { entries: [{ id: "s1", status: "deputy", deputyPost: "Head of Service" }, { id: "a1", status: "apologies", deputyPost: null }], looked: [], revision: 0 } });
  });

  test("says everything that is wrong at once", () => {
    const read = readAttendance(
      typed({
        rows: [{ id: "e1", status: "deputy", deputy: "" }],
        added: [{ name: "Nobody", status: "present", deputy: "" }, { name: "twin", status: "present", deputy: "" }, { name: "Vale Probation", status: "", deputy: "" }],
      }),
      parties,
      agencies,
    );
    expect(said(read)).toEqual({
      "status-s1": "Say whether somebody came for Vale Council",
      "deputy-e1": "Enter the deputy’s post, not their name",
      "added-0": "Choose an agency of the register, by its name there",
      "added-1": "Several agencies of the register have this name: only one of them can be added here once it is renamed",
      "addedStatus-2": "Say whether somebody came for Vale Probation",
    });
    expect(said(readAttendance(typed({ added: [{ name: "Vale Probation", status: "present", deputy: "" }, { name: "Vale Probation", status: "present", deputy: "" }] }), parties, agencies))).toEqual({ "added-1": "Vale Probation is on the list already" });
    expect(said(readAttendance(typed({ rows: [{ id: "s1", status: "deputy", deputy: "Head of SA1 2BD" }] }), parties, agencies))).toEqual({ looked: expect.stringContaining("The post of a deputy may contain a postcode") as string });
  });
});
