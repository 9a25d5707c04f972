import { classNames } from "#app/components/govuk/class-names.ts";
import { describedBy } from "#app/components/govuk/described-by.ts";
import type { TextFieldProps } from "#app/components/govuk/field-props.ts";
import { FormGroup } from "#app/components/govuk/form-group.tsx";
import { Label } from "#app/components/govuk/label.tsx";

export interface PasswordInputProps extends Omit<TextFieldProps, "defaultValue" | "spellCheck"> {
  autoComplete?: "current-password" | "new-password";
}

/** A password is never written back into a page, so there is no default value. */
export function PasswordInput({ name, id = name, label, labelSize, labelIsPageHeading, hint, error, classes, ...rest }: PasswordInputProps) {
  return (
    <FormGroup id={id} hint={hint} error={error} label={<Label htmlFor={id} size={labelSize} isPageHeading={labelIsPageHeading}>{label}</Label>}>
      <input
        className={classNames("govuk-input govuk-input--width-20", error && "govuk-input--error", classes)}
        id={id}
        name={name}
        type="password"
        aria-describedby={describedBy(id, { hint, error, describedBy: rest.describedBy })}
        autoComplete={rest.autoComplete ?? "current-password"}
        autoCapitalize="none"
        spellCheck={false}
      />
    </FormGroup>
  );
}
