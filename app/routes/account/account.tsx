import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { OfficeList } from "#app/components/account/office-list.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Your account", hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const { flash, headers: sent } = readFlash(request);
  const { name, strength, administrator, holds } = signedIn.me;
  const offices = holds.map(({ appointmentId, partnership, slug, role, office, organisation, acting }) => ({
    appointmentId,
    partnership,
    slug,
    role: roleLabels[role],
    office,
    organisation,
    acting,
  }));
  return data({ frame: personFrame(signedIn), flash, name, strength, administrator, offices }, { headers: sent });
}

export default function Account() {
  const { frame, flash, name, strength, administrator, offices } = useLoaderData<typeof loader>();
  const secondFactor = strength === "password+totp" ? "On: a code from your authenticator app" : "Skipped, because this is a demonstration";
  return (
    <PortalFrame {...frame}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      <h1 className="govuk-heading-l">Your account</h1>
      <SummaryList
        rows={[
          { key: "Name", value: name },
          ...(administrator ? [{ key: "Role", value: "Administrator of this installation" }] : []),
          { key: "Second factor", value: secondFactor },
          { key: "Signs you out", value: "After 30 minutes without use, and after 8 hours" },
        ]}
      />
      <OfficeList offices={offices} />
      <p className="govuk-body"><a className="govuk-link" href="/portal">Go to your work</a></p>
      <form method="post" action="/sign-out">
        <Button variant="secondary">Sign out</Button>
      </form>
    </PortalFrame>
  );
}
