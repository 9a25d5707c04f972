import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { showDate } from "#app/domain/shared/dates.ts";

interface PublishAgainProps {
  /** The takedown since which nothing is public; null when the list is not held back. */
  hold: { takenDownAt: string; reason: string } | null;
  error?: string;
  submissionKey: string;
  registerHref: string;
}

/** What was wrong, and the word of somebody that it is right now. */
export function PublishAgain({ hold, error, submissionKey, registerHref }: PublishAgainProps) {
  if (!hold) return <p className="govuk-body-l">Nothing holds the list back: every change of it is public at once.</p>;
  return (
    <>
      <p className="govuk-body-l">It was taken down on {showDate(hold.takenDownAt)}. The reason the public reads: {hold.reason}</p>
      <p className="govuk-body">What is published is the <a className="govuk-link" href={`${registerHref}?status=named`}>named agencies of the register</a> as they stand now: names, reasons and how you work together. Read them first.</p>
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <Checkboxes name="putRight" items={[{ value: "yes", text: "I read the register, and what was wrong is put right" }]} error={error} />
        <ButtonGroup>
          <Button>Publish the list again</Button>
          <a className="govuk-link" href={registerHref}>Not yet</a>
        </ButtonGroup>
      </form>
    </>
  );
}
