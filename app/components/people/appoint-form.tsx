import { ConfirmFields, type ConfirmFieldsProps } from "#app/components/account/confirm-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { dateParts, type FormValues, rawText, typedOr } from "#app/http/form-values.ts";

export interface AppointFormProps {
  submissionKey: string;
  /** The post's title today. */
  office: string;
  /** ISO date from which the post exists. */
  dateHint: string;
  /** Set while the person must confirm who they are; how they signed in. */
  confirm?: ConfirmFieldsProps["strength"];
  values?: FormValues;
  errors?: Record<string, string>;
}

/** Who is appointed, under what title, and from when. */
export function AppointForm({ submissionKey, office, dateHint, confirm, values, errors = {} }: AppointFormProps) {
  return (
    <form method="post">
      <SubmissionKey value={submissionKey} />
      <Input name="name" label="Full name" labelSize="s" hint="It will be published." autoComplete="off" spellCheck={false} width={30} defaultValue={rawText(values, "name")} error={errors["name"]} />
      <Input
        name="email"
        type="email"
        label="Work e-mail address"
        labelSize="s"
        hint="They sign in with it. It is never published. If they already have an account, use its address and the name it was opened with."
        autoComplete="off"
        spellCheck={false}
        width={30}
        defaultValue={rawText(values, "email")}
        error={errors["email"]}
      />
      <Input
        name="office"
        label="Title of the office"
        labelSize="s"
        hint="As the organisation calls it, for example Chief Executive or Director of Children’s Services. It will be published."
        width={30}
        defaultValue={typedOr(values, "office", office)}
        error={errors["office"]}
      />
      <Radios
        name="acting"
        legend="Is this an acting appointment?"
        legendSize="s"
        hint="For example, while a permanent holder is being recruited. It will be shown."
        inline
        items={[{ value: "yes", text: "Yes" }, { value: "no", text: "No" }]}
        defaultValue={rawText(values, "acting")}
        error={errors["acting"]}
      />
      <DateInput name="startsOn" legend="When does the appointment start?" legendSize="s" hint={dateHint} defaultValues={dateParts(values, "startsOn")} error={errors["startsOn"]} />
      {confirm && (
        <>
          <h2 className="govuk-heading-m">Confirm who you are</h2>
          <p className="govuk-body">Whoever you appoint acts for the organisation, so we check that it is still you.</p>
          <ConfirmFields strength={confirm} errors={errors} />
        </>
      )}
      <Button>Appoint</Button>
    </form>
  );
}
