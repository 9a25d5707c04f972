import { ConfirmFields, type ConfirmFieldsProps } from "#app/components/account/confirm-fields.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";

export interface ReasonFormProps {
  submissionKey: string;
  label: string;
  hint: string;
  error?: string;
  typed: string;
  button: string;
  /** Red for what cannot be undone. */
  warning?: boolean;
  cancelHref: string;
  cancelText?: string;
  /** Present where the act needs the person to confirm who they are. */
  confirm?: ConfirmFieldsProps;
}

/** One reason and one button: declining, withdrawing, taking down. */
export function ReasonForm({ submissionKey, label, hint, error, typed, button, warning = false, cancelHref, cancelText = "Cancel", confirm }: ReasonFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <Textarea name="reason" label={label} labelSize="m" hint={hint} error={error} defaultValue={typed} rows={6} />
      {confirm && <ConfirmFields {...confirm} />}
      <ButtonGroup>
        <Button variant={warning ? "warning" : undefined}>{button}</Button>
        <a className="govuk-link" href={cancelHref}>{cancelText}</a>
      </ButtonGroup>
    </form>
  );
}
