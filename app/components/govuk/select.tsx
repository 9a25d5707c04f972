import { classNames } from "#app/components/govuk/class-names.ts";
import { describedBy } from "#app/components/govuk/described-by.ts";
import type { TextFieldProps } from "#app/components/govuk/field-props.ts";
import { FormGroup } from "#app/components/govuk/form-group.tsx";
import { Label } from "#app/components/govuk/label.tsx";

export interface SelectProps extends Omit<TextFieldProps, "spellCheck"> {
  items: readonly { value: string; text: string; disabled?: boolean }[];
}

export function Select({ name, id = name, label, labelSize, labelIsPageHeading, hint, error, classes, items, ...rest }: SelectProps) {
  return (
    <FormGroup id={id} hint={hint} error={error} label={<Label htmlFor={id} size={labelSize} isPageHeading={labelIsPageHeading}>{label}</Label>}>
      <select
        className={classNames("govuk-select", error && "govuk-select--error", classes)}
        id={id}
        name={name}
        defaultValue={rest.defaultValue}
        aria-describedby={describedBy(id, { hint, error, describedBy: rest.describedBy })}
        autoComplete={rest.autoComplete}
      >
        {items.map((item) => <option key={item.value} value={item.value} disabled={item.disabled}>{item.text}</option>)}
      </select>
    </FormGroup>
  );
}
