import type { ReactNode } from "react";

import { PortalFrame, type PortalFrameProps } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";

export interface AccountChangeProps {
  frame: Omit<PortalFrameProps, "children">;
  account: { name: string; email: string };
  submissionKey: string;
  /** The question, and what the button says. */
  question: string;
  button: string;
  warning?: boolean;
  /** What it does. */
  children: ReactNode;
}

/** Asks before something is done to an account. */
export function AccountChange({ frame, account, submissionKey, question, button, warning = false, children }: AccountChangeProps) {
  return (
    <PortalFrame {...frame} before={<BackLink href="/admin/accounts" text="Back to accounts" />}>
      <span className="govuk-caption-l">{account.email}</span>
      <h1 className="govuk-heading-l">{question}</h1>
      {children}
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <Button variant={warning ? "warning" : undefined}>{button}</Button>
      </form>
    </PortalFrame>
  );
}
