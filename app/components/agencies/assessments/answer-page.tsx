import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { QuestionSet, Standard } from "#app/domain/agencies/assessments/question-set.ts";
import type { AnswerView } from "#app/domain/agencies/assessments/views.ts";
import { dateParts, type FormValues, partsOfDate, typedOr } from "#app/http/form-values.ts";

import { AnswerSummary } from "./answer-summary.tsx";

export interface AnswerPageProps {
  set: QuestionSet;
  standard: Standard;
  /** What is saved already. */
  answer: AnswerView | null;
  /** What was said before, and in which round. */
  before: { title: string; answer: AnswerView } | null;
  /** Somebody else saved another answer meanwhile. */
  stale: boolean;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** One standard: what is asked, what good looks like, and the agency's evidence, rating and action. */
export function AnswerPage({ set, standard, answer, before, stale, values, errors, submissionKey, cancelHref }: AnswerPageProps) {
  const carried = answer === null && before !== null;
  const from = answer ?? before?.answer ?? null;
  return (
    <>
      <p className="govuk-body-l">{standard.question}</p>
      <h2 className="govuk-heading-s">What good looks like</h2>
      <ul className="govuk-list govuk-list--bullet">{standard.goodLooksLike.map((each) => <li key={each}>{each}</li>)}</ul>
      {stale && answer && (
        <InsetText id="saved-now">
          <p className="govuk-body"><strong>What is saved now</strong>, by the {answer.savedOffice}:</p>
          <AnswerSummary set={set} answer={answer} />
          <p className="govuk-body">What you typed is below. Bring the two together, then save.</p>
        </InsetText>
      )}
      {carried && <InsetText><strong>Carried forward from “{before.title}”, check it.</strong> It counts only once you have saved it here.</InsetText>}
      {!carried && before && <Details summaryText={`What was said in “${before.title}”`}><AnswerSummary set={set} answer={before.answer} /></Details>}
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={answer?.revision ?? 0} />
        <Textarea name="evidence" label="Evidence" labelSize="s" rows={8} hint={<>{standard.evidence}. Nothing that could identify a child or a family</>} defaultValue={typedOr(values, "evidence", from?.evidence)} error={errors["evidence"]} />
        <Radios name="rating" legend="How you rate it" legendSize="s" items={set.ratings.map(({ id, title, meaning }) => ({ value: id, text: title, hint: meaning }))} defaultValue={typedOr(values, "rating", from?.rating)} error={errors["rating"]} />
        <h2 className="govuk-heading-m">Action</h2>
        <p className="govuk-body">Needed where you rate it {orList(set.ratings.filter((each) => each.asksForAction).map((each) => `“${each.title}”`))}.</p>
        <Textarea name="action" label="What will be done" labelSize="s" rows={3} defaultValue={typedOr(values, "action", from?.action)} error={errors["action"]} />
        <Input name="actionOwner" label="Who does it" labelSize="s" hint="A post, like “Designated safeguarding lead”, not a name" autoComplete="off" defaultValue={typedOr(values, "actionOwner", from?.actionOwner)} error={errors["actionOwner"]} />
        <DateInput name="actionDueOn" legend="By when" legendSize="s" hint="Like 31 3 2027" defaultValues={values ? dateParts(values, "actionDueOn") : partsOfDate(from?.actionDueOn)} error={errors["actionDueOn"]} />
        <ButtonGroup>
          <Button name="then" value="next">Save and continue</Button>
          <Button name="then" value="list" variant="secondary">Save and come back later</Button>
          <a className="govuk-link" href={cancelHref}>Cancel</a>
        </ButtonGroup>
      </form>
    </>
  );
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}
