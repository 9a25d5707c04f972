import type { ReactNode } from "react";

export function InsetText({ children, id }: { children: ReactNode; id?: string }) {
  return <div className="govuk-inset-text" id={id}>{children}</div>;
}
