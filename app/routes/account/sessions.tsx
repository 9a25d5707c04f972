import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { readOwnSecurity } from "#app/auth/own-account.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { showMoment } from "#app/domain/shared/dates.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

const title = "Where you are signed in";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title, hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const { places } = await readOwnSecurity(signedIn.actor);
  const { flash, headers: sent } = readFlash(request);
  const shown = places.map(({ handle, browser, startedAt, lastSeenAt, own }) => ({ handle, own, browser: browser ?? "A browser we could not recognise", started: showMoment(startedAt), lastUsed: showMoment(lastSeenAt) }));
  return data({ frame: personFrame(signedIn), places: shown, flash }, { headers: sent });
}

export default function Sessions() {
  const { frame, places, flash } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} before={<BackLink href="/account" text="Back to your account" />}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">Each ends by itself after 30 minutes without use, and after 8 hours. If you see one that is not yours, sign out everywhere and change your password.</p>
      <Table
        caption="Signed-in browsers"
        captionHidden
        columns={[{ label: "Browser" }, { label: "Signed in" }, { label: "Last used" }, { label: "What you can do" }]}
        rows={places.map((place) => ({
          key: place.handle,
          cells: [place.browser, place.started, place.lastUsed, place.own ? "This one" : <SignOut key="out" place={place} />],
        }))}
      />
      <p className="govuk-body"><a className="govuk-link" href="/account/sessions/end-all">Sign out everywhere</a></p>
    </PortalFrame>
  );
}

function SignOut({ place }: { place: { handle: string; browser: string; started: string } }) {
  return (
    <form method="post" action={`/account/sessions/${place.handle}/end`}>
      <Button variant="secondary" name="end" value="one" classes="govuk-!-margin-bottom-0">Sign out<span className="govuk-visually-hidden"> {place.browser}, signed in {place.started}</span></Button>
    </form>
  );
}
