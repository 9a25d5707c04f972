import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { QuestionSet } from "#app/domain/agencies/assessments/question-set.ts";
import type { Answer } from "#app/domain/agencies/assessments/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { RatingTag } from "./rating-tag.tsx";
import { Paragraphs } from "./submitted-answers.tsx";

/** An answer as it stands, with what is not there said. */
export function AnswerSummary({ set, answer }: { set: QuestionSet; answer: Answer }) {
  const nothing = <span className="muted">Not provided</span>;
  const { evidence, rating, action, actionOwner, actionDueOn } = answer;
  return (
    <SummaryList
      rows={[
        { key: "Rating", value: rating ? <RatingTag set={set} rating={rating} /> : nothing },
        { key: "Evidence", value: evidence ? <Paragraphs text={evidence} /> : nothing },
        ...(action ? [{ key: "Action", value: <>{action}<span className="muted"><br />{[actionOwner, actionDueOn && `by ${showDate(actionDueOn)}`].filter(Boolean).join(", ")}</span></> }] : []),
      ]}
    />
  );
}
