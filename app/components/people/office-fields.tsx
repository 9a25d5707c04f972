import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { dateParts, type FormValues, rawText, typedOr } from "#app/http/form-values.ts";

interface FieldsProps {
  values?: FormValues;
  errors: Record<string, string>;
}

export function OfficeTitle({ values, errors, office }: FieldsProps & { office: string }) {
  return (
    <Input
      name="office"
      label="Title of the office"
      labelSize="s"
      hint="As the organisation calls it, for example Chief Executive or Director of Children’s Services. It will be published."
      width={30}
      defaultValue={typedOr(values, "office", office)}
      error={errors["office"]}
    />
  );
}

export function ActingChoice({ values, errors }: FieldsProps) {
  return (
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
  );
}

export function StartDate({ values, errors, hint }: FieldsProps & { hint: string }) {
  return <DateInput name="startsOn" legend="When does the appointment start?" legendSize="s" hint={hint} defaultValues={dateParts(values, "startsOn")} error={errors["startsOn"]} />;
}

/** What a lead delegates, and what not. */
export function ScopeField({ values, errors, scope = "" }: FieldsProps & { scope?: string }) {
  return (
    <Textarea
      name="scope"
      label="What is delegated, and what is not"
      labelSize="s"
      hint="For example: Day to day work and decisions up to £10,000; not the budget or the yearly report. It will be published. You stay accountable for all of it."
      rows={4}
      defaultValue={typedOr(values, "scope", scope)}
      error={errors["scope"]}
    />
  );
}

export function WhyField({ values, errors }: FieldsProps) {
  return (
    <Textarea
      name="reason"
      label="Why"
      labelSize="s"
      hint="For the leads who decide, for example: The council has appointed her from that day. It is not published."
      rows={3}
      defaultValue={rawText(values, "reason")}
      error={errors["reason"]}
    />
  );
}

/** What a scrutineer declares. */
export function InterestsField({ values, errors, interests = "" }: FieldsProps & { interests?: string | null }) {
  return (
    <Textarea
      name="interests"
      label="Interests declared"
      labelSize="s"
      hint="Work, family or money that ties them to one of the partners, or “None declared”. It will be published."
      rows={4}
      defaultValue={typedOr(values, "interests", interests)}
      error={errors["interests"]}
    />
  );
}
