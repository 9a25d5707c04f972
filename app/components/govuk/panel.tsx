import type { ReactNode } from "react";

/** The confirmation that something is done. Its title is the page's level-one heading. */
export function Panel({ titleText, children }: { titleText: string; children?: ReactNode }) {
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <h1 className="govuk-panel__title">{titleText}</h1>
      {children && <div className="govuk-panel__body">{children}</div>}
    </div>
  );
}
