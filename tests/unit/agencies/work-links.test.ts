import { expect, test } from "vitest";

import { requestLinks } from "#app/components/agencies/own/work-links.ts";
import type { RequestView } from "#app/domain/agencies/requests/request-view.ts";

const request = (number: number, changes: Partial<RequestView> = {}): RequestView => ({
  id: String(number), number, requester: null, recipient: "Vale College", membershipId: "ours", purpose: "To see how it works.", askedFor: "Figures", basis: "ca04-16h", basisWords: null, askedOn: "2026-09-01", firstDueOn: "2026-09-30", dueOn: "2026-09-30",
  answer: null, answeredOn: null, stage: null, decidedOn: null, closedOn: null, outcome: null, steps: 0, office: "Business manager", recordedOn: "2026-09-01", state: "open", daysOverdue: 0, daysLeft: 10, ...changes,
});

test("what an agency has not answered is linked, the first due first, and nobody else's", () => {
  const links = requestLinks("alderwick", "ours", [request(1, { dueOn: "2026-10-30" }), request(2, { daysOverdue: 3, dueOn: "2026-09-01" }), request(3, { answer: "in-full" }), request(4, { closedOn: "2026-09-05" }), request(5, { membershipId: "another" }), request(6, { membershipId: null })]);
  expect(links.map(({ text, about }) => [text, about])).toEqual([
    ["Answer request 2 for information", "To see how it works. It was due on 1 September 2026."],
    ["Answer request 1 for information", "To see how it works. Due on 30 October 2026."],
  ]);
});
