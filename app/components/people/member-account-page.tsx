import type { ReactNode } from "react";

import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { PortalFrame, type PortalFrameProps } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";

export interface MemberAccountPageProps {
  frame: Omit<PortalFrameProps, "children">;
  account: { email: string };
  /** The page to go back to: the list of accounts. */
  back: string;
  title: string;
  /** The one button; absent where there is nothing to send. */
  submit?: { key: string; button: string; warning?: boolean };
  children: ReactNode;
}

/** One question about one person's account, with one button. */
export function MemberAccountPage({ frame, account, back, title, submit, children }: MemberAccountPageProps) {
  return (
    <PortalFrame {...frame} current="people" before={<BackLink href={back} text="Back to accounts" />}>
      <span className="govuk-caption-l"><EmailAddress address={account.email} /></span>
      <h1 className="govuk-heading-l">{title}</h1>
      {children}
      {submit && (
        <form method="post">
          <SubmissionKey value={submit.key} />
          <Button variant={submit.warning ? "warning" : undefined}>{submit.button}</Button>
        </form>
      )}
    </PortalFrame>
  );
}
