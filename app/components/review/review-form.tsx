import { Button } from "#app/components/govuk/button.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { reviewOutcomeLabels, reviewOutcomes } from "#app/domain/documents/review/rules.ts";
import { type FormValues, rawText, typedOr } from "#app/http/form-values.ts";

export interface ReviewFormProps {
  revision: number;
  /** Their own review would not count towards freezing. */
  lastAuthor: boolean;
  values?: FormValues;
  errors?: Readonly<Record<string, string>>;
  submissionKey: string;
}

const hints = {
  ready: "It may be frozen as it is and go to the lead safeguarding partners.",
  "changes-wanted": "Say below what must change first.",
} as const;

/** A reviewer says whether the draft is ready. */
export function ReviewForm({ revision, lastAuthor, values, errors = {}, submissionKey }: ReviewFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={typedOr(values, "revision", String(revision))} />
      {lastAuthor && <p className="govuk-body">You changed this draft last, so freezing it needs a review by somebody else as well.</p>}
      <Radios
        name="outcome"
        legend="Is the draft ready?"
        legendSize="s"
        items={reviewOutcomes.map((outcome) => ({ value: outcome, text: reviewOutcomeLabels[outcome], hint: hints[outcome] }))}
        defaultValue={rawText(values, "outcome") || undefined}
        error={errors.outcome}
      />
      <Textarea name="words" label="Your words" labelSize="s" hint="Those who may read the draft see them. With a review that says it is ready, the signers do too. Never published." rows={5} defaultValue={rawText(values, "words")} error={errors.words} />
      <Button>Record my review</Button>
    </form>
  );
}
