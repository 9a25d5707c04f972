import type { ConfirmFieldsProps } from "#app/components/account/confirm-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ConfirmAgain } from "#app/components/people/confirm-again.tsx";
import { ActingChoice, OfficeTitle, ScopeField, StartDate } from "#app/components/people/office-fields.tsx";
import { PersonFields } from "#app/components/people/person-fields.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { FormValues } from "#app/http/form-values.ts";

export interface AppointFormProps {
  submissionKey: string;
  /** The post's title today. */
  office: string;
  dateHint: string;
  /** Whether the lead also says what is delegated. */
  delegates?: boolean;
  /** Set while the person must confirm who they are; how they signed in. */
  confirm?: ConfirmFieldsProps["strength"];
  values?: FormValues;
  errors?: Record<string, string>;
}

/** Who is appointed, under what title, and from when. */
export function AppointForm({ submissionKey, office, dateHint, delegates = false, confirm, values, errors = {} }: AppointFormProps) {
  return (
    <form method="post">
      <SubmissionKey value={submissionKey} />
      <PersonFields values={values} errors={errors} />
      <OfficeTitle office={office} values={values} errors={errors} />
      <ActingChoice values={values} errors={errors} />
      <StartDate hint={dateHint} values={values} errors={errors} />
      {delegates && <ScopeField values={values} errors={errors} />}
      <ConfirmAgain strength={confirm ?? null} errors={errors} />
      <Button>Appoint</Button>
    </form>
  );
}
