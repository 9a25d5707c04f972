import type { ReactNode } from "react";

/** The error of one field, above it. "Error:" is spoken first, since colour says nothing to a screen reader. */
export function ErrorMessage({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {children}
    </p>
  );
}
