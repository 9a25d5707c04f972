import { expect, test } from "vitest";

import { requestCells, requestColumns } from "#app/domain/agencies/requests/request-cells.ts";
import { countByState, findRequests, readRequestQuery, requestersOf, requestSearch } from "#app/domain/agencies/requests/request-query.ts";
import type { RequestView, StepView } from "#app/domain/agencies/requests/request-view.ts";
import { storyOf } from "#app/domain/agencies/requests/story.ts";

const seatId = "00000000-0000-4000-8000-000000000001";
const view = (values: Partial<RequestView> = {}): RequestView => ({
  id: "r",
  number: 7,
  requester: { seatId, name: "Vale Council" },
  recipient: "Vale Swimming Club",
  membershipId: null,
  purpose: "To see how clubs check coaches.",
  askedFor: "Figures of 2026.",
  basis: "ca04-16h",
  basisWords: null,
  askedOn: "2026-09-01",
  firstDueOn: "2026-09-04",
  dueOn: "2026-09-11",
  answer: null,
  answeredOn: null,
  stage: null,
  decidedOn: null,
  closedOn: null,
  outcome: null,
  steps: 0,
  office: "Business manager",
  recordedOn: "2026-09-02",
  state: "open",
  daysOverdue: 0,
  daysLeft: 3,
  ...values,
});
const step = (values: Partial<StepView>): StepView => ({ number: 1, kind: "answered", onDay: "2026-09-03", dueOn: null, answer: null, stage: null, outcome: null, words: null, advice: null, minorityView: null, office: "Business manager", byRecipient: false, recordedOn: "2026-09-03", ...values });

test("the filters of an address are read, written and applied", () => {
  const query = readRequestQuery(new URLSearchParams(`q=swim&state=overdue&from=${seatId}`));
  expect(query).toEqual({ q: "swim", state: "overdue", from: seatId });
  expect(requestSearch(query, 2)).toBe(`?q=swim&state=overdue&from=${seatId}&page=2`);
  expect(readRequestQuery(new URLSearchParams("state=lost&from=anybody"))).toEqual({ q: "", state: null, from: null });
  expect(requestSearch({ q: "", state: null, from: null })).toBe("");
  const requests = [view(), view({ number: 8, requester: null, recipient: "Otter Brook School", state: "overdue" })];
  const numbers = (found: Partial<typeof query>) => findRequests(requests, { q: "", state: null, from: null, ...found }).map((each) => each.number);
  expect([numbers({}), numbers({ q: "otter" }), numbers({ q: "7" }), numbers({ q: "coaches vale" }), numbers({ state: "overdue" }), numbers({ from: "together" }), numbers({ from: seatId })]).toEqual([[7, 8], [8], [7], [7], [8], [8], [7]]);
  expect(countByState(requests)).toMatchObject({ open: 1, overdue: 1, closed: 0 });
  expect(requestersOf(requests)).toEqual([{ seatId, name: "Vale Council" }]);
});

test("a request is a row of a file", () => {
  const row = Object.fromEntries(requestCells(view({ state: "overdue", daysOverdue: 3 })).map((cell, at) => [requestColumns[at], cell]));
  expect(row).toMatchObject({ number: "7", requester: "Vale Council", recipient: "Vale Swimming Club", in_register: "no", lawful_basis: "Children Act 2004, section 16H", due_on: "2026-09-11", first_due_on: "2026-09-04", state: "Overdue", working_days_overdue: "3", outcome: "" });
  expect(requestCells(view())).toHaveLength(requestColumns.length);
});

test("a request is told from the beginning, by day and office", () => {
  const story = storyOf(view(), [
    step({ kind: "due-moved", dueOn: "2026-09-11", words: "The office is closed." }),
    step({ number: 2, answer: "refused", words: "It is not ours to give.", byRecipient: true, office: "Secretary, Vale Swimming Club", recordedOn: "2026-09-04" }),
    step({ number: 3, kind: "escalated", stage: "chair", words: "It is." }),
    step({ number: 4, kind: "decided", stage: "chair", words: "Ask again.", advice: "Be patient.", minorityView: "The police would not." }),
    step({ number: 5, kind: "closed", outcome: "supplied", words: "It came." }),
  ]);
  expect(story.map(({ title, by }) => [title, by])).toEqual([
    ["Asked", "Business manager; recorded on 2 September 2026"],
    ["Due date moved from 4 September 2026 to 11 September 2026", "Business manager"],
    ["Refused", "Secretary, Vale Swimming Club, for the recipient; recorded on 4 September 2026"],
    ["Escalated to the partnership chair", "Business manager"],
    ["The partnership chair decided", "Business manager"],
    ["Closed: What was asked for was supplied", "Business manager"],
  ]);
  expect(story[0]?.paragraphs).toEqual(["Vale Council asked Vale Swimming Club, for an answer by 4 September 2026."]);
  expect(story[4]?.paragraphs).toEqual(["Ask again.", "The scrutineer’s advice: Be patient.", "Minority view: The police would not."]);
});
