import type { ReactNode } from "react";

import { classNames } from "#app/components/govuk/class-names.ts";
import { ErrorMessage } from "#app/components/govuk/error-message.tsx";
import { Hint } from "#app/components/govuk/hint.tsx";

export interface FormGroupProps {
  /** The field's id: its hint and its error are `{id}-hint` and `{id}-error`. */
  id: string;
  hint?: ReactNode;
  error?: string;
  /** What names the field, before the hint. */
  label?: ReactNode;
  children: ReactNode;
}

/** A field with its label, hint and error, in the order in which they are read. */
export function FormGroup({ id, label, hint, error, children }: FormGroupProps) {
  return (
    <div className={classNames("govuk-form-group", error && "govuk-form-group--error")}>
      <FieldParts id={id} label={label} hint={hint} error={error}>{children}</FieldParts>
    </div>
  );
}

/** The same parts without the group around them, for use inside a fieldset. */
export function FieldParts({ id, label, hint, error, children }: FormGroupProps) {
  return (
    <>
      {label}
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {children}
    </>
  );
}
