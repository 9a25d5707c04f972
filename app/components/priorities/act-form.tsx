import type { ReactNode } from "react";

import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { LookedBox, type LookedBoxProps } from "#app/components/portal/looked-box.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { FormValues } from "#app/http/form-values.ts";

export interface ActFormProps {
  /** Of the priority, as the page was read. */
  revision: number;
  button: string;
  warning?: boolean;
  values?: FormValues;
  errors: Record<string, string>;
  found: LookedBoxProps["found"];
  submissionKey: string;
  cancelHref: string;
  children: ReactNode;
}

/** What the form of everything done to a priority has. */
export function ActForm({ revision, button, warning = false, values, errors, found, submissionKey, cancelHref, children }: ActFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={revision} />
      {children}
      <LookedBox found={found} values={values} error={errors["looked"]} />
      <ButtonGroup>
        <Button variant={warning ? "warning" : undefined}>{button}</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
