import { daysUntil } from "#app/domain/shared/dates.ts";

import { agencySectorLabels } from "../vocabulary.ts";
import type { RatedAnswer } from "./figures.ts";
import type { QuestionSet } from "./question-set.ts";
import type { ReturnRow } from "./views.ts";
import { returnStatusLabels } from "./vocabulary.ts";

const fixed = ["agency", "kind_of_work", "first_due", "due", "state", "submitted", "days_late", "entered_on_its_behalf", "added_later", "sampled", "challenges", "challenges_open"] as const;

/** The columns of a round's file: what is known of each return, then its rating of each standard and the moderated one. */
export function roundColumns({ standards }: Pick<QuestionSet, "standards">): string[] {
  return [...fixed, ...standards.flatMap(({ id }) => [column(id), `${column(id)}_moderated`])];
}

const column = (id: string) => id.replaceAll("-", "_");

/** A row for each agency that was asked. A rating that was not given yet is empty; "Does not apply" is said. */
export function roundRows({ standards, ratings }: Pick<QuestionSet, "standards" | "ratings">, returns: readonly ReturnRow[], answers: readonly (RatedAnswer & { returnId: string })[]): string[][] {
  const title = (id: string | null | undefined) => ratings.find((each) => each.id === id)?.title ?? "";
  const byReturn = new Map<string, Map<string, RatedAnswer>>();
  for (const answer of answers) byReturn.set(answer.returnId, (byReturn.get(answer.returnId) ?? new Map<string, RatedAnswer>()).set(answer.standardId, answer));
  return returns.map((row) => {
    const own = byReturn.get(row.id);
    const yes = (is: boolean) => (is ? "yes" : "no");
    return [
      row.agency, agencySectorLabels[row.sector], row.firstDueOn, row.dueOn, returnStatusLabels[row.status], row.submittedOn ?? "",
      row.submittedOn ? String(Math.max(0, daysUntil(row.dueOn, row.submittedOn))) : "",
      yes(row.onBehalf), yes(row.addedLater), yes(row.sampled), String(row.challenges.all), String(row.challenges.waiting + row.challenges.answered),
      ...standards.flatMap(({ id }) => [title(own?.get(id)?.rating), title(own?.get(id)?.moderated)]),
    ];
  });
}
