import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { CorrectedNote } from "#app/components/publication/correction-list.tsx";
import type { Correction } from "#app/domain/publication/rules.ts";

export interface CorrectionFormProps {
  /** What the public reads now; empty when there is no note. */
  reads: string;
  corrections: readonly Correction[];
  typed: { after: string; reason: string } | undefined;
  errors: Readonly<Record<string, string>> | undefined;
  submissionKey: string;
  cancelHref: string;
  takeDownHref: string;
}

/** A note beside a published version, put right by its editors. */
export function CorrectionForm({ reads, corrections, typed, errors, submissionKey, cancelHref, takeDownHref }: CorrectionFormProps) {
  return (
    <>
      <p className="govuk-body">Put right a typing mistake or a wrong date in a note beside the text. What was signed never changes: the text, its dates, the PDF and their fingerprints stay as they are. To change those, correct the draft and publish a new version.</p>
      <p className="govuk-body">The correction is public: what the note used to read, today’s date, your office and your reason. If the note could identify somebody, <a className="govuk-link" href={takeDownHref}>take the version down</a> instead: a correction would show the old words.</p>
      {reads !== "" && (
        <InsetText>
          <p className="govuk-body govuk-!-font-weight-bold">It reads now</p>
          <CorrectedNote note={reads} corrections={corrections} />
        </InsetText>
      )}
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="known" value={corrections.length} />
        <Textarea name="after" label="What it should read" labelSize="m" hint="One or two sentences, 1,000 characters at most" error={errors?.after} defaultValue={typed?.after ?? reads} rows={5} />
        <Textarea name="reason" label="Why you correct it" labelSize="m" hint="The public reads this. For example: “The month was wrong.”" error={errors?.reason} defaultValue={typed?.reason ?? ""} rows={3} />
        <ButtonGroup>
          <Button>Publish the correction</Button>
          <a className="govuk-link" href={cancelHref}>Cancel</a>
        </ButtonGroup>
      </form>
    </>
  );
}
