import { classNames } from "#app/components/govuk/class-names.ts";
import { describedBy } from "#app/components/govuk/described-by.ts";
import type { TextFieldProps } from "#app/components/govuk/field-props.ts";
import { FormGroup } from "#app/components/govuk/form-group.tsx";
import { Label } from "#app/components/govuk/label.tsx";

export interface TextareaProps extends TextFieldProps {
  rows?: number;
}

export function Textarea({ name, id = name, label, labelSize, labelIsPageHeading, hint, error, classes, rows = 5, defaultValue, ...rest }: TextareaProps) {
  return (
    <FormGroup id={id} hint={hint} error={error} label={<Label htmlFor={id} size={labelSize} isPageHeading={labelIsPageHeading}>{label}</Label>}>
      <textarea
        className={classNames("govuk-textarea", error && "govuk-textarea--error", classes)}
        id={id}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        aria-describedby={describedBy(id, { hint, error, describedBy: rest.describedBy })}
        autoComplete={rest.autoComplete}
        spellCheck={rest.spellCheck}
      />
    </FormGroup>
  );
}
