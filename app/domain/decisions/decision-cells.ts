import { writeMoney } from "#app/domain/shared/money.ts";

import type { DecisionLine } from "./decision-view.ts";
import { decisionStateLabels, matterLabel, privateKindLabels, takerLabels } from "./vocabulary.ts";

export const decisionColumns = [
  "number", "decision", "about", "commits_pounds", "who_decides", "partners", "delegations", "decided_on", "options_considered", "dissent", "leads_to", "state",
  "replaces", "replaced_by", "public", "not_public_because", "recorded_on", "recorded_by",
] as const;

/** A decision as a row of a file, in the order of the columns. Days are ISO dates. */
export function decisionCells(decision: DecisionLine): string[] {
  const { number, sentence, matter, amountPence, takenBy, takers, decidedOn, options, dissent, leadsTo, state, replaces, replacedBy, privateKind, privateReason, recordedOn, office } = decision;
  return [
    String(number), sentence, matterLabel(matter), amountPence === null ? "" : writeMoney(amountPence), takerLabels[takenBy], takers.map((each) => each.body).join("; "), takers.flatMap(({ body, delegation }) => (delegation ? [`${body}: from ${delegation.since}`] : [])).join("; "), decidedOn ?? "",
    options, dissent ?? "", leadsTo ?? "", decisionStateLabels[state], replaces ? String(replaces.number) : "", replacedBy ? String(replacedBy.number) : "", privateKind ? "no" : "yes", privateKind ? `${privateKindLabels[privateKind]}: ${privateReason ?? ""}` : "", recordedOn, office,
  ];
}
