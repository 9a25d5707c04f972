import { Button } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";

/** The way out of a file that is not to be taken in. */
export function ForgetForm({ action, submissionKey }: { action: string; submissionKey: string }) {
  return (
    <form method="post" action={action}>
      <SubmissionKey value={submissionKey} />
      <Button variant="secondary">Forget this file</Button>
    </form>
  );
}
