import type { ConfirmFieldsProps } from "#app/components/account/confirm-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { ConfirmAgain } from "#app/components/people/confirm-again.tsx";
import { ActingChoice, InterestsField, OfficeTitle, StartDate, WhyField } from "#app/components/people/office-fields.tsx";
import { PersonFields } from "#app/components/people/person-fields.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { dateParts, type FormValues, rawText } from "#app/http/form-values.ts";

export interface ProposeFormProps {
  role: "lsp" | "chair" | "scrutineer";
  submissionKey: string;
  office: string;
  dateHint: string;
  /** Who may chair without a reason. */
  delegates: readonly { personId: string; name: string; body: string }[];
  confirm: ConfirmFieldsProps["strength"] | null;
  values?: FormValues;
  errors?: Record<string, string>;
}

/** The value of the choice that somebody else than a delegate chairs: the form's reader has the same. */
const somebodyElse = "somebody-else";

/** Who is proposed, from when, on what terms, and why. */
export function ProposeForm({ role, submissionKey, office, dateHint, delegates, confirm, values, errors = {} }: ProposeFormProps) {
  const fields = { values, errors };
  return (
    <form method="post">
      <SubmissionKey value={submissionKey} />
      {role === "chair" && <ChooseChair delegates={delegates} {...fields} />}
      {role !== "chair" && <PersonFields {...fields} />}
      {role === "lsp" && <OfficeTitle office={office} {...fields} />}
      {role === "lsp" && <ActingChoice {...fields} />}
      {role === "scrutineer" && <Input name="appointingBody" label="Who appoints them" labelSize="s" hint="For example, the three partners together. Nobody who scrutinises is managed by one partner alone. It will be published." width={30} defaultValue={rawText(values, "appointingBody")} error={errors["appointingBody"]} />}
      <StartDate hint={dateHint} {...fields} />
      {role === "chair" && <DateInput name="reviewOn" legend="When will the leads review this?" legendSize="s" hint="Who chairs is reviewed regularly, for example after a year. It will be published." defaultValues={dateParts(values, "reviewOn")} error={errors["reviewOn"]} />}
      {role === "scrutineer" && <ScrutineerTerms {...fields} />}
      <WhyField {...fields} />
      <ConfirmAgain strength={confirm} errors={errors} />
      <Button>Propose</Button>
    </form>
  );
}

interface FieldsProps {
  values?: FormValues;
  errors: Record<string, string>;
}

function ChooseChair({ delegates, values, errors }: FieldsProps & Pick<ProposeFormProps, "delegates">) {
  return (
    <Radios
      name="chair"
      legend="Who is to chair?"
      legendSize="s"
      hint="The chair is one of the delegated safeguarding partners. Somebody else needs a reason, which is published and flagged."
      items={[
        ...delegates.map(({ personId, name, body }) => ({ value: personId, text: name, hint: body })),
        {
          value: somebodyElse,
          text: "Somebody else: an independent chair",
          ...(delegates.length > 0 ? { divider: "or" } : {}),
          conditional: (
            <>
              <PersonFields values={values} errors={errors} />
              <Textarea name="independentReason" label="Why not one of the delegated partners" labelSize="s" hint="It will be published beside the chair’s name." rows={3} defaultValue={rawText(values, "independentReason")} error={errors["independentReason"]} />
            </>
          ),
        },
      ]}
      defaultValue={rawText(values, "chair")}
      error={errors["chair"]}
    />
  );
}

function ScrutineerTerms({ values, errors }: FieldsProps) {
  return (
    <>
      <DateInput name="termEndsOn" legend="When does the term end?" legendSize="s" hint="It will be published." defaultValues={dateParts(values, "termEndsOn")} error={errors["termEndsOn"]} />
      <DateInput name="contractEndsOn" legend="When does the contract end?" legendSize="s" hint="Leave it empty where there is none. It is not published. We warn the partnership 90 days before." defaultValues={dateParts(values, "contractEndsOn")} error={errors["contractEndsOn"]} />
      <InterestsField values={values} errors={errors} />
    </>
  );
}
