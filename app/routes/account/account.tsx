import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { readOwnSecurity } from "#app/auth/own-account.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { OfficeList } from "#app/components/account/office-list.tsx";
import { OwnFactorReset } from "#app/components/account/own-factor-reset.tsx";
import { SecurityList } from "#app/components/account/security-list.tsx";
import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { findFactorReset } from "#app/domain/people/factor-resets.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Your account", hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, me } = await requirePerson(request);
  const { flash, headers: sent } = readFlash(request);
  const { email, secondFactor, recoveryCodesLeft, places } = await readOwnSecurity(actor);
  const offices = me.holds.map(({ appointmentId, partnership, slug, role, office, organisation, acting }) => ({
    appointmentId,
    partnership,
    slug,
    role: roleLabels[role],
    office,
    organisation,
    acting,
  }));
  return data(
    {
      frame: personFrame({ actor, me }),
      flash,
      name: me.name,
      email,
      administrator: me.administrator,
      offices,
      security: { secondFactor, recoveryCodesLeft, places: places.length },
      reset: await findFactorReset(actor, me.personId),
      submissionKey: newSubmissionKey(),
    },
    { headers: sent },
  );
}

export default function Account() {
  const { frame, flash, name, email, administrator, offices, security, reset, submissionKey } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      <h1 className="govuk-heading-l">Your account</h1>
      {reset && <OwnFactorReset reset={reset} submissionKey={submissionKey} />}
      <SummaryList
        rows={[
          { key: "Name", value: name },
          { key: "E-mail address", value: <EmailAddress address={email} /> },
          ...(administrator ? [{ key: "Role", value: "Administrator of this installation" }] : []),
        ]}
      />
      <OfficeList offices={offices} />
      <h2 className="govuk-heading-m">Signing in</h2>
      <SecurityList {...security} />
      <h2 className="govuk-heading-m">Messages</h2>
      <p className="govuk-body"><a className="govuk-link" href="/account/messages">Choose which messages you get</a></p>
      <p className="govuk-body"><a className="govuk-link" href="/account/calendar">Have your meetings in your calendar</a></p>
      <p className="govuk-body"><a className="govuk-link" href="/portal">Go to your work</a></p>
      <form method="post" action="/sign-out">
        <Button variant="secondary">Sign out</Button>
      </form>
    </PortalFrame>
  );
}
