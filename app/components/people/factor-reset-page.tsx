import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { PortalFrame, type PortalFrameProps } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { FactorReset } from "#app/domain/people/factor-reset.ts";
import type { FormErrors } from "#app/http/field-errors.ts";
import type { Flash } from "#app/http/flash.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

import { FactorResetState } from "./factor-reset-state.tsx";

export interface FactorResetPageProps {
  frame: Omit<PortalFrameProps, "children">;
  account: { name: string | null; email: string; secondFactor: boolean };
  reset: FactorReset | null;
  /** Whether it is the reader's own account. */
  own: boolean;
  proposedByMe: boolean;
  mayPropose: boolean;
  submissionKey: string;
  /** The page's own address. */
  path: string;
  back: { href: string; text: string };
  flash?: Flash | null;
  values?: FormValues;
  errors?: FormErrors;
}

/** Where the reset of somebody's second factor stands, with what this reader may do next. */
export function FactorResetPage({ frame, account, reset, own, proposedByMe, mayPropose, submissionKey, path, back, flash, values, errors }: FactorResetPageProps) {
  const name = account.name ?? account.email;
  const open = !own && account.secondFactor;
  return (
    <PortalFrame {...frame} current="people" before={<BackLink {...back} />}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      <ErrorSummary errors={errors?.summary ?? []} />
      <span className="govuk-caption-l"><EmailAddress address={account.email} /></span>
      <h1 className="govuk-heading-l">Second factor of {name}</h1>
      {own && <p className="govuk-body">This is your own. If you lose your phone, two other people must agree that you set it up anew.</p>}
      {!own && !account.secondFactor && <p className="govuk-body">{name} has set up no second factor yet, so there is nothing to set up anew.</p>}
      {open && <FactorResetState reset={reset} name={name} />}
      {open && !reset?.proposedAt && (mayPropose ? <Propose name={name} submissionKey={submissionKey} values={values} error={errors?.fields["howChecked"]} /> : <p className="govuk-body">A business manager of the partnership, or an administrator of this site, can propose it. You can then confirm it.</p>)}
      {open && reset?.proposedAt && !reset.confirmedAt && <Confirm path={path} submissionKey={submissionKey} proposedByMe={proposedByMe} />}
      {open && reset && (
        <form method="post" action={`${path}/stop`}>
          <SubmissionKey value={submissionKey} />
          <Button variant="warning">Stop the reset</Button>
        </form>
      )}
    </PortalFrame>
  );
}

function Propose({ name, submissionKey, values, error }: { name: string; submissionKey: string; values: FormValues | undefined; error: string | undefined }) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <p className="govuk-body">Only when phone and recovery codes are both lost. Speak to {name} yourself first, by video or in person: an e-mail or a call from a number you do not know proves nothing. They, and the business managers and chairs of their partnerships, are told at once.</p>
      <Input name="howChecked" label="How did you make sure it is them?" hint="The second person reads this. For example: met her in the office today" defaultValue={typedOr(values, "howChecked", "")} error={error} />
      <Button>Propose that they set it up anew</Button>
    </form>
  );
}

function Confirm({ path, submissionKey, proposedByMe }: { path: string; submissionKey: string; proposedByMe: boolean }) {
  if (proposedByMe) return <p className="govuk-body">You proposed it, so somebody else must confirm it: another business manager, the chair, or an administrator of this site.</p>;
  return (
    <form method="post" action={`${path}/confirm`}>
      <SubmissionKey value={submissionKey} />
      <p className="govuk-body">Make sure of it yourself before you confirm. A link then goes to the person alone; it also needs their password.</p>
      <Button>Confirm as the second person</Button>
    </form>
  );
}
