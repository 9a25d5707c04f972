import { Button } from "#app/components/govuk/button.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { showMoment } from "#app/domain/shared/dates.ts";

export interface OwnFactorResetProps {
  reset: { askedAt: string | null; proposedAt: string | null; proposer: string | null; confirmedAt: string | null; confirmer: string | null };
  submissionKey: string;
}

/** Tells somebody that their second factor is about to be set up anew, with the button that stops it. */
export function OwnFactorReset({ reset, submissionKey }: OwnFactorResetProps) {
  const { askedAt, proposedAt, proposer, confirmedAt, confirmer } = reset;
  const lines = [
    askedAt && `Asked for in your name, with your password, on ${showMoment(askedAt)}.`,
    proposedAt && `Proposed by ${proposer ?? "somebody"} on ${showMoment(proposedAt)}.`,
    confirmedAt && `Confirmed by ${confirmer ?? "somebody"} on ${showMoment(confirmedAt)}. A link went to your e-mail address.`,
  ].filter((line) => typeof line === "string");
  return (
    <>
      <WarningText>A reset of your second factor is under way</WarningText>
      {lines.map((line) => <p key={line} className="govuk-body">{line}</p>)}
      <p className="govuk-body">If you did not ask for it, stop it now and change your password.</p>
      <form method="post" action="/account/second-factor-reset/stop">
        <SubmissionKey value={submissionKey} />
        <Button variant="warning">Stop the reset</Button>
      </form>
    </>
  );
}
