import type { RequestView } from "./request-view.ts";
import { basisOf, requestAnswerLabels, requestOutcomeLabels, requestStateLabels, stageLabels } from "./vocabulary.ts";

export const requestColumns = [
  "number", "requester", "recipient", "in_register", "purpose", "asked_for", "lawful_basis", "lawful_basis_words", "asked_on", "due_on", "first_due_on",
  "state", "working_days_overdue", "answer", "answered_on", "escalated_to", "closed_on", "outcome",
] as const;

/** A request as a row of a file, in the order of the columns. Days are ISO dates. */
export function requestCells(request: RequestView): string[] {
  const { number, requester, recipient, membershipId, purpose, askedFor, basis, basisWords, askedOn, dueOn, firstDueOn, state, daysOverdue, answer, answeredOn, stage, closedOn, outcome } = request;
  return [
    String(number), requester?.name ?? "All safeguarding partners", recipient, membershipId ? "yes" : "no", purpose, askedFor, basisOf(basis)?.label ?? basis, basisWords ?? "", askedOn, dueOn, firstDueOn,
    requestStateLabels[state], String(daysOverdue), answer ? requestAnswerLabels[answer] : "", answeredOn ?? "", stage ? stageLabels[stage] : "", closedOn ?? "", outcome ? requestOutcomeLabels[outcome] : "",
  ];
}
