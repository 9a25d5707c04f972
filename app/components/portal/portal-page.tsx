import type { ReactNode } from "react";

import { PortalFrame, type PortalFrameProps } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import type { FormErrors } from "#app/http/field-errors.ts";

export interface PortalPageProps {
  frame: Pick<PortalFrameProps, "person" | "partnership" | "switchHref" | "demo">;
  current: PortalFrameProps["current"];
  back: { href: string; text: string };
  caption: string;
  title: string;
  errors?: FormErrors;
  flash?: PortalFrameProps["flash"];
  /** As wide as a table needs; otherwise as wide as a form. */
  wide?: boolean;
  children: ReactNode;
}

/** A page of one area of a partnership in the portal: where it is, what it is, the table or form. */
export function PortalPage({ frame, current, back, caption, title, errors, flash, wide = false, children }: PortalPageProps) {
  return (
    <PortalFrame {...frame} current={current} flash={errors ? null : flash} before={<BackLink {...back} />}>
      <div className="govuk-grid-row">
        <div className={wide ? "govuk-grid-column-full" : "govuk-grid-column-two-thirds"}>
          <ErrorSummary errors={errors?.summary ?? []} />
          <span className="govuk-caption-l">{caption}</span>
          <h1 className="govuk-heading-l">{title}</h1>
          {children}
        </div>
      </div>
    </PortalFrame>
  );
}
