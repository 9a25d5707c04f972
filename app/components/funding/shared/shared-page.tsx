import type { ReactNode } from "react";

import { PortalFrame, type PortalFrameProps } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import type { FormErrors } from "#app/http/field-errors.ts";

export interface SharedPageProps {
  frame: Pick<PortalFrameProps, "person" | "partnership" | "switchHref" | "demo">;
  flash?: PortalFrameProps["flash"];
  back: { href: string; text: string };
  caption: string;
  title: string;
  errors?: FormErrors | null;
  children: ReactNode;
}

/** A page about one payer's amount for several partnerships. */
export function SharedPage({ frame, flash, back, caption, title, errors, children }: SharedPageProps) {
  return (
    <PortalFrame {...frame} flash={flash} current="funding" before={<BackLink {...back} />}>
      <ErrorSummary errors={errors?.summary ?? []} />
      <span className="govuk-caption-l">{caption}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      {children}
    </PortalFrame>
  );
}
