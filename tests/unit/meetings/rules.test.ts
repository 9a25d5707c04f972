import { describe, expect, test } from "vitest";

import type { AttendanceView, QuorumRule } from "#app/domain/meetings/meeting-view.ts";
import { actsOn, datedTitle, minutesProblem, quorumOf, quorumWords, ruleOn, sortTexts } from "#app/domain/meetings/rules.ts";
import type { AttendanceStatus, MeetingKind, MeetingState, SeatKind } from "#app/domain/meetings/vocabulary.ts";

const rule = (values: Partial<QuorumRule> = {}): QuorumRule => ({ kind: "delegates", revision: 1, startsOn: "2026-01-01", eachKind: false, seatsLeast: 0, allLeast: 0, education: false, deputiesCount: true, ...values });
const base = { ofPartnershipId: "p", membershipId: null, body: "A body", deputyPost: null };
const seat = (seatKind: SeatKind, status: AttendanceStatus = "present"): AttendanceView => ({ ...base, seatId: `${seatKind}-${status}`, postId: null, seatKind, status });
const education = (status: AttendanceStatus = "present"): AttendanceView => ({ ...base, seatId: null, postId: "school", seatKind: null, status });
const agency = (status: AttendanceStatus = "present"): AttendanceView => ({ ...base, seatId: null, postId: null, membershipId: "m", seatKind: null, status });
const allThree = [seat("local-authority"), seat("icb"), seat("police")];

describe("a quorum", () => {
  test.each<[string, QuorumRule, AttendanceView[], boolean, string[]]>([
    ["one of each is there", rule({ eachKind: true }), allThree, true, []],
    ["nobody for the police", rule({ eachKind: true }), [seat("local-authority"), seat("icb"), seat("police", "apologies")], false, ["nobody for the police"]],
    ["a kind has no seat at all", rule({ eachKind: true }), [seat("local-authority"), seat("police")], false, ["nobody for the integrated care board"]],
    ["one of two of a kind is enough", rule({ eachKind: true }), [...allThree, seat("icb", "absent")], true, []],
    ["a deputy counts", rule({ eachKind: true }), [seat("local-authority", "deputy"), seat("icb"), seat("police")], true, []],
    ["a deputy does not count", rule({ eachKind: true, deputiesCount: false }), [seat("local-authority", "deputy"), seat("icb"), seat("police")], false, ["nobody for the local authority"]],
    ["too few seats", rule({ seatsLeast: 3 }), [seat("icb"), seat("police"), agency()], false, ["3 statutory partners needed, 2 there"]],
    ["too few in all", rule({ allLeast: 4 }), allThree, false, ["4 needed in all, 3 there"]],
    ["agencies count in all", rule({ allLeast: 4 }), [...allThree, agency()], true, []],
    ["education is missing", rule({ education: true }), [...allThree, education("apologies")], false, ["nobody for education"]],
    ["education is there", rule({ education: true }), [education("deputy")], true, []],
    ["everything is missing", rule({ eachKind: true, seatsLeast: 1, education: true }), [agency()], false, ["nobody for the local authority", "nobody for the integrated care board", "nobody for the police", "1 statutory partner needed, 0 there", "nobody for education"]],
  ])("%s", (_name, by, attendance, quorate, missing) => {
    expect(quorumOf(by, attendance)).toEqual({ quorate, missing });
  });

  test("is neither there nor missing without a rule or a list", () => {
    expect(quorumOf(null, allThree)).toEqual({ quorate: null, missing: [] });
    expect(quorumOf(rule({ eachKind: true }), [])).toEqual({ quorate: null, missing: [] });
  });

  test("is by the rule of the day: the latest that had begun, and of one day the last", () => {
    const rules = [rule({ revision: 1, startsOn: "2026-01-01" }), rule({ revision: 2, startsOn: "2026-06-01" }), rule({ revision: 3, startsOn: "2026-06-01" }), rule({ revision: 4, startsOn: "2025-06-01" }), rule({ kind: "leads", revision: 1, startsOn: "2026-06-02" })];
    const on = (kind: MeetingKind, day: string) => ruleOn(rules, kind, day)?.revision ?? null;
    expect([on("delegates", "2025-05-31"), on("delegates", "2025-06-01"), on("delegates", "2026-05-31"), on("delegates", "2026-06-01"), on("leads", "2026-06-01"), on("leads", "2026-06-02"), on("sub-group", "2026-06-02")]).toEqual([null, 4, 1, 3, null, 1, null]);
  });

  test("is said in a sentence", () => {
    expect(quorumWords(rule({ eachKind: true, seatsLeast: 4, allLeast: 6, education: true }))).toBe("At least one of each of the three kinds of statutory partner, at least 4 statutory partners, at least 6 in all and somebody for education. A deputy counts.");
    expect(quorumWords(rule({ seatsLeast: 1, deputiesCount: false }))).toBe("At least 1 statutory partner. A deputy does not count.");
  });
});

describe("a meeting", () => {
  test.each<[MeetingState, string, string[]]>([
    ["planned", "2026-09-08T09:00:01.000Z", ["agenda", "change", "move", "share", "cancel"]],
    ["planned", "2026-09-08T09:00:00.000Z", ["attendance", "minutes", "agenda", "change", "move", "share", "cancel"]],
    ["held", "2026-09-08T09:00:00.000Z", ["attendance", "minutes", "approve", "agenda", "change"]],
    ["approved", "2026-09-08T09:00:00.000Z", []],
    ["cancelled", "2026-09-08T09:00:00.000Z", []],
  ])("that is %s and begins at %s lets its host do %j", (state, startsAt, acts) => {
    expect(actsOn({ state, startsAt }, "2026-09-08T09:00:00.000Z")).toEqual(acts);
  });

  test("is called by whose it is and its day in London", () => {
    expect(datedTitle({ kind: "sub-group", groupName: "Quality group", startsAt: "2026-06-30T23:30:00.000Z" })).toBe("Quality group, 1 July 2026");
    expect(datedTitle({ kind: "leads", groupName: null, startsAt: "2026-03-03T09:30:00.000Z" })).toBe("Meeting of the lead safeguarding partners, 3 March 2026");
  });
});

describe("the texts of minutes", () => {
  const text = (number: number, stands: boolean, seen = 0) => ({ number, stands, seen });
  test.each<[string, ReturnType<typeof text>[], number | null, number[]]>([
    ["nothing", [], null, []],
    ["one", [text(1, true)], 1, []],
    ["one after the other", [text(1, true), text(2, true, 1)], 2, []],
    ["two at once", [text(1, true), text(2, false)], 1, [2]],
    ["three at once", [text(1, true), text(2, false), text(3, false)], 1, [2, 3]],
    ["brought together in sight of both", [text(1, true), text(2, false), text(3, true, 2)], 3, []],
    ["another saved by whoever had not seen the second", [text(1, true), text(2, false), text(3, true, 1)], 3, [2]],
    ["two at once, again", [text(1, true), text(2, false), text(3, true, 2), text(4, false, 2)], 3, [4]],
  ])("%s", (_name, texts, standing, beside) => {
    const sorted = sortTexts(texts);
    expect([sorted.standing?.number ?? null, sorted.beside.map((each) => each.number)]).toEqual([standing, beside]);
  });

  test("are approved once every item has one, and only one", () => {
    const words = { number: 1, body: "Noted.", office: "Chair", savedAt: "2026-09-08T09:00:00.000Z", mine: false };
    const item = (title: string, standing: boolean, beside = 0) => ({ title, minutes: { standing: standing ? words : null, beside: Array.from({ length: beside }, () => words) } });
    expect(minutesProblem([item("A", true), item("B", true)])).toBeNull();
    expect(minutesProblem([item("A", false), item("B", true, 1), item("C", false)])).toEqual({ refusal: "minutes-incomplete", items: ["A", "C"] });
    expect(minutesProblem([item("A", true), item("B", true, 1)])).toEqual({ refusal: "minutes-two-texts", items: ["B"] });
    expect(minutesProblem([])).toEqual({ refusal: "minutes-incomplete", items: [] });
  });
});
