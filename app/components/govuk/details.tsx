import type { ReactNode } from "react";

export interface DetailsProps {
  summaryText: string;
  open?: boolean;
  id?: string;
  children: ReactNode;
}

export function Details({ summaryText, open = false, id, children }: DetailsProps) {
  return (
    <details className="govuk-details" open={open} id={id}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summaryText}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
