import type { ReactNode } from "react";

import { ErrorSummary, type SummaryError } from "#app/components/govuk/error-summary.tsx";
import { Button } from "#app/components/govuk/button.tsx";

export interface AccountFormProps {
  title: string;
  errors?: readonly SummaryError[];
  /** What stands between the heading and the form. */
  lead?: ReactNode;
  button: string;
  children: ReactNode;
}

/** One heading, one form, one button: every page of signing in. The form goes to the page's own address. */
export function AccountForm({ title, errors = [], lead, button, children }: AccountFormProps) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1 className="govuk-heading-l">{title}</h1>
        {lead}
        <form method="post" noValidate>
          {children}
          <Button>{button}</Button>
        </form>
      </div>
    </div>
  );
}
