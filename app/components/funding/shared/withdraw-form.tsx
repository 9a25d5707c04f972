import { Button } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";

export interface WithdrawFormProps {
  action: string;
  revision: number;
  submissionKey: string;
}

/** Takes an amount back of which nobody has accepted a share. */
export function WithdrawForm({ action, revision, submissionKey }: WithdrawFormProps) {
  return (
    <form method="post" action={action}>
      <p className="govuk-body">To take it back altogether, withdraw it. It stays on record as withdrawn.</p>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={revision} />
      <Button variant="warning">Withdraw it</Button>
    </form>
  );
}
