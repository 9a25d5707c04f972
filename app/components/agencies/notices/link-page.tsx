import type { ReactNode } from "react";

import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import type { FormErrors } from "#app/http/field-errors.ts";

/** A page behind the link of a letter: no account, nothing but the letter's own partnership. */
export function LinkPage({ backHref, errors, children }: { backHref?: string; errors?: FormErrors; children: ReactNode }) {
  return (
    <PublicFrame before={backHref && <BackLink href={backHref} text="Back to the letter" />}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary errors={errors?.summary ?? []} />
          {children}
        </div>
      </div>
    </PublicFrame>
  );
}
