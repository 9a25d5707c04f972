import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { findFeed, renewFeed } from "#app/domain/meetings/calendar-feed.server.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import { env } from "#app/env.server.ts";
import { readFlash, redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

const title = "Your meetings in your calendar";

export const headers = privateHeaders;
export const meta: MetaFunction<typeof loader> = () => pageMeta({ title, hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const { flash, headers: sent } = readFlash(request);
  const feed = await findFeed(signedIn.actor);
  return data({ frame: personFrame(signedIn), flash, feed: feed && { address: `${env().ORIGIN}${feed.path}`, madeAt: feed.madeAt }, keys: { renew: newSubmissionKey(), stop: newSubmissionKey() } }, { headers: sent });
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requirePerson(request);
  const outcome = await renewFeed(actor, readSubmission(await readForm(request)));
  if (!outcome.ok) throw refusalResponse(outcome, { href: "/account/calendar", text: "See the address" });
  return redirectWithFlash(request, "/account/calendar", { type: "success", text: "The address is made. Give it to your calendar." });
}

export default function Calendar() {
  const { frame, flash, feed, keys } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} before={<BackLink href="/account" text="Your account" />}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          {flash && <NotificationBanner type={flash.type} text={flash.text} />}
          <h1 className="govuk-heading-l">{title}</h1>
          <p className="govuk-body">A calendar program can fetch your meetings from an address of your own: those of every partnership in which you hold an office, when and where they are. What is on the agenda is not in it.</p>
          {feed ? (
            <>
              <InsetText><strong>Your address, made {showMoment(feed.madeAt)}:</strong><br /><span className="hash">{feed.address}</span></InsetText>
              <p className="govuk-body">Whoever has the address sees when and where you meet, without signing in. Keep it to yourself. If somebody else has it, make another: the old one stops at once.</p>
            </>
          ) : <p className="govuk-body">You have no such address yet.</p>}
          <form method="post">
            <SubmissionKey value={keys.renew} />
            <Button variant={feed ? "secondary" : undefined}>{feed ? "Make another address" : "Make my address"}</Button>
          </form>
          {feed && (
            <form method="post" action="/account/calendar/stop">
              <SubmissionKey value={keys.stop} />
              <Button variant="warning">Stop the address</Button>
            </form>
          )}
        </div>
      </div>
    </PortalFrame>
  );
}
