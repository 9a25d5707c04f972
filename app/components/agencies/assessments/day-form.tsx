import type { ReactNode } from "react";

import { DateInput } from "#app/components/govuk/date-input.tsx";
import { dateParts, type FormValues } from "#app/http/form-values.ts";

import { TextForm } from "./text-form.tsx";

interface DayFormProps {
  button: string;
  /** The name of the reason's field. */
  reason: "reason" | "text";
  revision?: number;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
  children?: ReactNode;
}

/** Another day, and why. */
export function DayForm({ button, reason, children, ...rest }: DayFormProps) {
  return (
    <TextForm {...rest} button={button} name={reason} label="Why" hint="It is kept with every day that it had">
      {children}
      <DateInput name="dueOn" legend="The new day" legendSize="s" hint="Like 30 11 2026" defaultValues={dateParts(rest.values, "dueOn")} error={rest.errors["dueOn"]} />
    </TextForm>
  );
}
