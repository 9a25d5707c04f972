import { classNames } from "#app/components/govuk/class-names.ts";
import { describedBy } from "#app/components/govuk/described-by.ts";
import type { TextFieldProps } from "#app/components/govuk/field-props.ts";
import { FormGroup } from "#app/components/govuk/form-group.tsx";
import { Label } from "#app/components/govuk/label.tsx";

export interface InputProps extends TextFieldProps {
  type?: "text" | "email" | "search" | "tel" | "url";
  /** Width in characters of what is expected; full width when absent. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  inputMode?: "numeric" | "decimal" | "email" | "search" | "text";
  prefix?: string;
  suffix?: string;
  /** The id of a datalist whose words are offered. */
  list?: string;
}

export function Input({ name, id = name, label, labelSize, labelIsPageHeading, hint, error, classes, type = "text", width, prefix, suffix, ...rest }: InputProps) {
  const input = (
    <input
      className={classNames("govuk-input", width && `govuk-input--width-${String(width)}`, error && "govuk-input--error", classes)}
      id={id}
      name={name}
      type={type}
      defaultValue={rest.defaultValue}
      aria-describedby={describedBy(id, { hint, error, describedBy: rest.describedBy })}
      autoComplete={rest.autoComplete}
      inputMode={rest.inputMode}
      list={rest.list}
      spellCheck={rest.spellCheck}
    />
  );
  return (
    <FormGroup id={id} hint={hint} error={error} label={<Label htmlFor={id} size={labelSize} isPageHeading={labelIsPageHeading}>{label}</Label>}>
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix && <div className="govuk-input__prefix" aria-hidden="true">{prefix}</div>}
          {input}
          {suffix && <div className="govuk-input__suffix" aria-hidden="true">{suffix}</div>}
        </div>
      ) : input}
    </FormGroup>
  );
}
