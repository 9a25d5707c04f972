import type { ReactNode } from "react";

import { PortalFrame, type PortalFrameProps } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary, type SummaryError } from "#app/components/govuk/error-summary.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

export interface ActPageProps {
  frame: Pick<PortalFrameProps, "person" | "switchHref" | "demo">;
  partnership: { name: string; slug: string };
  at: DocumentAddress;
  number: number;
  title: string;
  errors?: readonly SummaryError[];
  /** Back to the version's page when absent. */
  back?: { href: string; text: string };
  children: ReactNode;
}

/** The page of one act on one version: what it is, what it does, the form. */
export function ActPage({ frame, partnership, at, number, title, errors = [], back, children }: ActPageProps) {
  const { href, text } = back ?? { href: versionPath(at, number), text: `Back to version ${String(number)}` };
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={href} text={text} />}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary errors={errors} />
          <span className="govuk-caption-l">{partnership.name}</span>
          <h1 className="govuk-heading-l">{title}</h1>
          {children}
        </div>
      </div>
    </PortalFrame>
  );
}
