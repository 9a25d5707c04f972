import type { ReactNode } from "react";

import { classNames } from "#app/components/govuk/class-names.ts";
import { describedBy } from "#app/components/govuk/described-by.ts";
import { Fieldset } from "#app/components/govuk/fieldset.tsx";
import { FieldParts } from "#app/components/govuk/form-group.tsx";
import type { Size } from "#app/components/govuk/label.tsx";

export type DatePart = "day" | "month" | "year";

export interface DateInputProps {
  /** The parts are sent as `{name}-day`, `{name}-month` and `{name}-year`. */
  name: string;
  legend: ReactNode;
  legendSize?: Size;
  legendIsPageHeading?: boolean;
  /** "For example, 30 9 2026" */
  hint?: ReactNode;
  error?: string;
  /** The parts at fault; all three when an error names none. */
  errorParts?: readonly DatePart[];
  defaultValues?: Partial<Record<DatePart, string>>;
}

const parts: readonly { part: DatePart; label: string; width: number }[] = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 2 },
  { part: "year", label: "Year", width: 4 },
];

/** A date as three numbers. The day's id is the name, so that an error summary can link to `#name`. */
export function DateInput({ name, legend, legendSize, legendIsPageHeading, hint, error, errorParts, defaultValues = {} }: DateInputProps) {
  return (
    <div className={classNames("govuk-form-group", error && "govuk-form-group--error")}>
      <Fieldset legend={legend} legendSize={legendSize} legendIsPageHeading={legendIsPageHeading} describedBy={describedBy(name, { hint, error })} role="group">
        <FieldParts id={name} hint={hint} error={error}>
          <div className="govuk-date-input">
            {parts.map(({ part, label, width }) => {
              const id = part === "day" ? name : `${name}-${part}`;
              const wrong = error !== undefined && (errorParts?.includes(part) ?? true);
              return (
                <div key={part} className="govuk-date-input__item">
                  <div className="govuk-form-group">
                    <label className="govuk-label govuk-date-input__label" htmlFor={id}>{label}</label>
                    <input
                      className={classNames("govuk-input govuk-date-input__input", `govuk-input--width-${String(width)}`, wrong && "govuk-input--error")}
                      id={id}
                      name={`${name}-${part}`}
                      type="text"
                      inputMode="numeric"
                      defaultValue={defaultValues[part]}
                    />
                  </div>
                </div>
              );
            })}
          </div>
        </FieldParts>
      </Fieldset>
    </div>
  );
}
