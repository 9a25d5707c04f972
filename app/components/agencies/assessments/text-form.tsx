import type { ReactNode } from "react";

import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

interface TextFormProps {
  /** What is typed, and the button that sends it. */
  label: string;
  hint?: string;
  button: string;
  name?: string;
  revision?: number;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
  /** Other fields, before the text. */
  children?: ReactNode;
}

/** A form with a few sentences in it. */
export function TextForm({ label, hint, button, name = "text", revision, values, errors, submissionKey, cancelHref, children }: TextFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
      {children}
      <Textarea name={name} label={label} labelSize="s" rows={6} hint={hint} defaultValue={typedOr(values, name, "")} error={errors[name]} />
      <ButtonGroup>
        <Button>{button}</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
