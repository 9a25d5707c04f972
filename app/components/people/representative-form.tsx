import type { ConfirmFieldsProps } from "#app/components/account/confirm-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { ConfirmAgain } from "#app/components/people/confirm-again.tsx";
import { StartDate } from "#app/components/people/office-fields.tsx";
import { PersonFields } from "#app/components/people/person-fields.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { type FormValues, rawText } from "#app/http/form-values.ts";

export interface RepresentativeFormProps {
  submissionKey: string;
  confirm: ConfirmFieldsProps["strength"] | null;
  values?: FormValues;
  errors: Record<string, string>;
}

/** For whom somebody speaks, who they are, and from when. */
export function RepresentativeForm({ submissionKey, confirm, values, errors }: RepresentativeFormProps) {
  return (
    <form method="post">
      <SubmissionKey value={submissionKey} />
      <Radios
        name="represents"
        legend="Whom do they represent?"
        legendSize="s"
        items={[
          { value: "agency", text: "A relevant agency", hint: "For example probation, a hospital trust or a charity" },
          { value: "strategic", text: "Education, at strategic level", hint: "Agrees direction with the partners" },
          { value: "operational", text: "Education, at operational level", hint: "Brings what settings see day to day" },
        ]}
        defaultValue={rawText(values, "represents")}
        error={errors["represents"]}
      />
      <Input name="body" label="Name of the agency or settings" labelSize="s" hint="For example Westshire Probation, or The secondary schools of Westshire" width={30} defaultValue={rawText(values, "body")} error={errors["body"]} />
      <PersonFields values={values} errors={errors} hint="Shown inside the portal." />
      <Input name="office" label="Title of the office" labelSize="s" hint="For example Head of Service or Deputy representative" width={30} defaultValue={rawText(values, "office")} error={errors["office"]} />
      <StartDate hint="In the past or to come, for example 1 9 2026" values={values} errors={errors} />
      <ConfirmAgain strength={confirm} errors={errors} />
      <Button>Name them</Button>
    </form>
  );
}
