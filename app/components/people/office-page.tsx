import type { ReactNode } from "react";

import { PortalFrame, type PortalFrameProps } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import type { FormErrors } from "#app/http/field-errors.ts";

export interface OfficePageProps {
  frame: Pick<PortalFrameProps, "person" | "partnership" | "switchHref" | "demo">;
  back: { href: string; text: string };
  caption: string;
  title: string;
  errors?: FormErrors;
  children: ReactNode;
}

/** A page of one act on one office: where it is, what it is, the form. */
export function OfficePage({ frame, back, caption, title, errors, children }: OfficePageProps) {
  return (
    <PortalFrame {...frame} current="people" before={<BackLink {...back} />}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary errors={errors?.summary ?? []} />
          <span className="govuk-caption-l">{caption}</span>
          <h1 className="govuk-heading-l">{title}</h1>
          {children}
        </div>
      </div>
    </PortalFrame>
  );
}
