import { describe, expect, test } from "vitest";

import { drawIds } from "#app/domain/agencies/assessments/draw-ids.server.ts";
import { type RatedAnswer, ratesBySector, ratesOf, shareOf, showRate, themesOf, weakest } from "#app/domain/agencies/assessments/figures.ts";
import type { Rating, Standard } from "#app/domain/agencies/assessments/question-set.ts";
import { roundColumns, roundRows } from "#app/domain/agencies/assessments/round-csv.ts";
import { filterReturns, pageOf, readRoundQuery, roundSearch } from "#app/domain/agencies/assessments/round-query.ts";
import { type Answer, incomplete, missingOf, returnState } from "#app/domain/agencies/assessments/rules.ts";
import type { ReturnRow } from "#app/domain/agencies/assessments/views.ts";
import { readWhom, waysToChoose } from "#app/domain/agencies/assessments/whom.ts";

const rating = (id: string, asksForAction: boolean, measured = true): Rating => ({ id, title: id, meaning: id, measured, asksForAction });
const ratings = [rating("met", false), rating("partly", true), rating("not-met", true), rating("not-applicable", false, false)];
const standard = (id: string): Standard => ({ id, part: "Part", title: `The ${id}`, question: "How?", goodLooksLike: ["Well"], evidence: "Papers", basis: "The law", confidence: "to-verify" });
const set = { ratings, standards: [standard("lead"), standard("policy")] };
const nothing: Answer = { evidence: null, rating: null, action: null, actionOwner: null, actionDueOn: null };
const today = "2026-09-07";
const row = (values: Partial<ReturnRow> = {}): ReturnRow => ({ id: "r", membershipId: "m", agency: "Heron Hill", sector: "education", firstDueOn: "2026-10-31", dueOn: "2026-10-31", status: "issued", submittedOn: null, onBehalf: false, addedLater: false, sampled: false, challenges: { waiting: 0, answered: 0, all: 0 }, ...values });

describe("an answer", () => {
  test.each<{ name: string; answer: Answer | undefined; missing: string[] }>([
    { name: "not begun", answer: undefined, missing: ["an answer"] },
    { name: "with nothing", answer: nothing, missing: ["the evidence", "a rating"] },
    { name: "rated well, without evidence", answer: { ...nothing, rating: "met" }, missing: ["the evidence"] },
    { name: "rated well", answer: { ...nothing, evidence: "Yes", rating: "met" }, missing: [] },
    { name: "rated low, without an action", answer: { ...nothing, evidence: "Yes", rating: "partly" }, missing: ["an action", "who does it", "by when"] },
    { name: "rated low, with an action by nobody", answer: { ...nothing, evidence: "Yes", rating: "partly", action: "Do it" }, missing: ["who does it", "by when"] },
    { name: "rated well, with an action all the same", answer: { ...nothing, evidence: "Yes", rating: "met", action: "Do it", actionOwner: "Head" }, missing: ["by when"] },
    { name: "that does not apply", answer: { ...nothing, evidence: "No boarders", rating: "not-applicable" }, missing: [] },
    { name: "with a rating that the set does not know", answer: { ...nothing, evidence: "Yes", rating: "splendid" }, missing: ["a rating"] },
  ])("$name lacks $missing", ({ answer, missing }) => expect(missingOf(set, answer)).toEqual(missing));

  test("of every standard is needed", () => {
    expect(incomplete(set, [{ ...nothing, standardId: "lead", evidence: "Yes", rating: "met" }]).map((each) => each.standard.id)).toEqual(["policy"]);
  });
});

describe("how something stands", () => {
  test.each([
    { clock: { status: "issued", dueOn: "2026-09-07", submittedOn: null }, text: "Not begun" },
    { clock: { status: "issued", dueOn: "2026-09-06", submittedOn: null }, text: "Not begun, 1 day overdue" },
    { clock: { status: "begun", dueOn: "2026-08-31", submittedOn: null }, text: "Begun, 7 days overdue" },
    { clock: { status: "begun", dueOn: "2026-10-31", submittedOn: null }, text: "Begun" },
    { clock: { status: "submitted", dueOn: "2026-08-31", submittedOn: "2026-08-31" }, text: "Submitted" },
    { clock: { status: "submitted", dueOn: "2026-08-31", submittedOn: "2026-09-02" }, text: "Submitted 2 days late" },
  ] as const)("$text", ({ clock, text }) => expect(returnState(clock, today).text).toBe(text));
});

describe("figures", () => {
  test.each([[0, 0, null], [0, 7, 0], [1, 3, 33], [7, 7, 100], [1, 1_000, 1], [999, 1_000, 99]] as const)("%i of %i is %s", (part, whole, share) => expect(shareOf(part, whole)).toBe(share));

  test("count each state once, by kind of work, and divide nothing by nothing", () => {
    const returns = [row(), row({ status: "begun", dueOn: "2026-09-01" }), row({ status: "submitted", submittedOn: "2026-11-02", challenges: { waiting: 0, answered: 0, all: 1 } }), row({ sector: "voluntary" })];
    expect(ratesOf(returns, today)).toMatchObject({ asked: 4, notBegun: 2, begun: 1, submitted: 1, submittedLate: 1, overdue: 1, challenged: 1, rate: 25 });
    expect(ratesBySector(returns, today).map(({ sector, rates }) => [sector, rates.rate])).toEqual([["education", 33], ["voluntary", 0]]);
    expect(showRate(ratesOf([], today).rate)).toBe("Nobody asked");
  });

  test("keep what was not measured apart from nought", () => {
    const said = (standardId: string, given: string, moderated: string | null = null): RatedAnswer => ({ standardId, sector: "education", rating: given, moderated, withAction: given === "partly" });
    const themes = themesOf(set, [said("lead", "met", "partly"), said("lead", "partly", "met"), said("lead", "partly"), said("policy", "not-applicable")]);
    expect(themes).toMatchObject([{ best: 33, measured: 3, notApplicable: 0, moderatedDown: 1, moderatedUp: 1, withAction: 2, counts: { met: 1, partly: 2, "not-met": 0, "not-applicable": 0 } }, { best: null, measured: 0, notApplicable: 1 }]);
    expect(weakest(themes).map((each) => each.standard.id)).toEqual(["lead"]);
    expect(themesOf(set, []).map((each) => each.best)).toEqual([null, null]);
  });

  test("are a row for each agency in the file, with both ratings", () => {
    expect(roundColumns(set).slice(-4)).toEqual(["lead", "lead_moderated", "policy", "policy_moderated"]);
    const [line] = roundRows(set, [row({ status: "submitted", submittedOn: "2026-11-02" })], [{ returnId: "r", standardId: "lead", sector: "education", rating: "met", moderated: "partly", withAction: false }]);
    expect(line).toEqual(["Heron Hill", "Education and childcare", "2026-10-31", "2026-10-31", "Submitted", "2026-11-02", "2", "no", "no", "no", "0", "0", "met", "partly", "", ""]);
  });
});

describe("a list of returns", () => {
  test("is narrowed as the address says; what it does not know is left out", () => {
    const query = readRoundQuery(new URLSearchParams("sector=education&state=overdue&more=1"));
    expect(roundSearch(query)).toBe("?sector=education&state=overdue");
    expect(readRoundQuery(new URLSearchParams("sector=moon&state=lost"))).toEqual({ sector: null, state: null });
    const returns = [row({ id: "late", dueOn: "2026-09-01" }), row({ id: "early" }), row({ id: "other", sector: "other", dueOn: "2026-09-01" })];
    expect(filterReturns(returns, query, today).map((each) => each.id)).toEqual(["late"]);
  });
});

test("a long list has pages; one that is not there is the nearest", () => {
  const rows = Array.from({ length: 201 }, (_, at) => at);
  expect(["1", "3", "9", "-2", "x", null].map((asked) => pageOf(rows, asked)).map(({ rows: [first], page, pages }) => [first, page, pages])).toEqual([[0, 1, 3], [200, 3, 3], [200, 3, 3], [0, 1, 3], [0, 1, 3], [0, 1, 3]]);
  expect(pageOf([], "2")).toEqual({ rows: [], page: 1, pages: 1 });
});

describe("whom to ask", () => {
  const agencies = [{ id: "a", legalName: "A", sector: "education" as const, audits: ["section-175" as const] }, { id: "b", legalName: "B", sector: "voluntary" as const, audits: [] }];
  const ids = (whom: string | null, audits: "section-175"[] = ["section-175"]) => readWhom(waysToChoose({ audits, shortTitle: "Section 175" }, agencies), whom)?.agencies.map((each) => each.id);
  test("is by audit, by kind of work, all or picked", () => {
    expect(ids("audit")).toEqual(["a"]);
    expect(ids("sector-voluntary")).toEqual(["b"]);
    expect(ids("all")).toEqual(["a", "b"]);
    expect(ids("nobody")).toEqual(["a"]);
    expect(ids(null, [])).toEqual(["a", "b"]);
    expect(readWhom(waysToChoose({ audits: [], shortTitle: "" }, []), null)).toBeNull();
  });
});

describe("a sample drawn by a seed", () => {
  const all = Array.from({ length: 200 }, (_, at) => `return-${String(at)}`);
  test("is the same again, whatever the order, and another with another seed", () => {
    expect(drawIds([...all].reverse(), 10, "spring")).toEqual(drawIds(all, 10, "spring"));
    expect(drawIds(all, 10, "autumn")).not.toEqual(drawIds(all, 10, "spring"));
    expect(new Set(drawIds(all, 500, "spring")).size).toBe(200);
  });
});
