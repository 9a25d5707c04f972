import { ConfirmFields } from "#app/components/account/confirm-fields.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Fieldset } from "#app/components/govuk/fieldset.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";

export interface SigningFormProps {
  number: number;
  /** The two sentences, exactly as they will stand in the signed statement. */
  declaration: readonly [string, string];
  /** What was ticked when the form came back; nothing is ticked at first. */
  ticked?: { agree: boolean; understand: boolean };
  errors: Record<string, string>;
  strength: "password+totp" | "password-demo";
  submissionKey: string;
  declineHref: string;
}

export function SigningForm({ number, declaration: [agree, understand], ticked, errors, strength, submissionKey, declineHref }: SigningFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <Fieldset legend="Your declaration" legendSize="m">
        <div className="declaration">
          <Checkboxes name="agree" items={[{ value: "yes", text: agree }]} error={errors.agree} defaultValues={ticked?.agree ? ["yes"] : []} />
          <Checkboxes name="understand" items={[{ value: "yes", text: understand }]} error={errors.understand} defaultValues={ticked?.understand ? ["yes"] : []} />
        </div>
      </Fieldset>
      <Fieldset legend="Confirm that it is you" legendSize="m">
        <ConfirmFields strength={strength} errors={errors} />
      </Fieldset>
      <ButtonGroup>
        <Button>Sign version {number}</Button>
        <a className="govuk-link" href={declineHref}>Decline or ask for changes</a>
      </ButtonGroup>
    </form>
  );
}
