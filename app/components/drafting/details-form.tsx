import { DetailsRows } from "#app/components/drafting/details-summary.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { DraftDetails } from "#app/domain/documents/draft-details.ts";
import { type DocumentKind, documentWords } from "#app/domain/documents/vocabulary.ts";
import type { FormErrors } from "#app/http/field-errors.ts";
import { dateParts, type FormValues, partsOfDate, rawText, typedOr } from "#app/http/form-values.ts";

export interface DetailsFormProps {
  kind: DocumentKind;
  stored: DraftDetails & { stamp: string; frozenBefore: boolean };
  values: FormValues | undefined;
  errors: FormErrors | null;
  /** Somebody saved other details meanwhile: both are shown. */
  stale: boolean;
  submissionKey: string;
}

/** Title, dates and change note of a draft. */
export function DetailsForm({ kind, stored, values, errors, stale, submissionKey }: DetailsFormProps) {
  const date = (name: string, iso: string | null) => (values ? dateParts(values, name) : partsOfDate(iso));
  const fields = errors?.fields ?? {};
  const staleErrors = [{ text: "Yours are not saved yet. Save them over what is there, or keep what is there." }];
  return (
    <>
      <ErrorSummary titleText={stale ? "Somebody else saved other details while you were writing" : undefined} errors={stale ? staleErrors : (errors?.summary ?? [])} />
      <h1 className="govuk-heading-l">Details of {documentWords(kind).the}</h1>
      {stale && (
        <section className="panel-box" aria-labelledby="saved-title">
          <h2 className="govuk-heading-s" id="saved-title">What is saved now</h2>
          <DetailsRows details={stored} />
        </section>
      )}
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="stamp" value={stale || !values ? stored.stamp : rawText(values, "stamp")} />
        <Input name="title" label="Title" labelSize="s" hint="What the public sees at the top." defaultValue={typedOr(values, "title", stored.title)} error={fields.title} autoComplete="off" />
        <DateInput name="inForceFrom" legend="In force from" legendSize="s" hint="For example, 1 9 2026. It may fall in the middle of a year." defaultValues={date("inForceFrom", stored.inForceFrom)} error={fields.inForceFrom} />
        <DateInput name="nextReviewOn" legend="Next review" legendSize="s" hint="For example, 1 9 2027. The guidance asks for a review at least once a year." defaultValues={date("nextReviewOn", stored.nextReviewOn)} error={fields.nextReviewOn} />
        <Textarea
          name="changeNote"
          label="What changed"
          labelSize="s"
          hint={stored.frozenBefore ? "One or two plain sentences for the public: what is different from the last version, and why." : "One or two plain sentences for the public. For a first version it may be left empty."}
          rows={4}
          defaultValue={typedOr(values, "changeNote", stored.changeNote)}
          error={fields.changeNote}
        />
        <ButtonGroup>
          <Button>{stale ? "Save mine over it" : "Save"}</Button>
          {stale && <a className="govuk-link" href="">Keep what is saved and drop mine</a>}
        </ButtonGroup>
      </form>
    </>
  );
}
