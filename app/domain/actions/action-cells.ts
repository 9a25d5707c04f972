import { origins } from "./origins.ts";
import { isOverdue } from "./rules.ts";
import type { ActionRow } from "./views.ts";
import { actionStateLabels } from "./vocabulary.ts";

export const actionColumns = ["action", "owner", "agency", "due_on", "original_due_on", "state", "overdue", "closed_on", "comes_from", "comes_from_title"] as const;

/** An action as a row of a file, in the order of the columns. Days are ISO dates. */
export function actionCells(action: ActionRow, today: string): string[] {
  const { what, owner, agency, dueOn, originalDueOn, state, closedOn, origin, originTitle } = action;
  return [what, owner, agency ?? "", dueOn, originalDueOn, actionStateLabels[state], isOverdue(action, today) ? "yes" : "no", closedOn ?? "", origins[origin].label, originTitle ?? ""];
}
