import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { type Stoppable, unsubscribe } from "#app/domain/notifications/unsubscribe.server.ts";
import { topicRules } from "#app/domain/notifications/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { refused } from "#app/http/responses.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Stop messages", hidden: true });

/** Opening the address changes nothing: mail scanners open every one. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { what: named(await unsubscribe(params.token, false)) };
}

/** Sent by the page's button, or by a mail reader at one click (RFC 8058): nobody is signed in and nothing else is read. */
export async function action({ params }: ActionFunctionArgs) {
  return data({ stopped: named(await unsubscribe(params.token, true)) });
}

function named(topic: Stoppable | null): string {
  if (topic === null) {
    throw refused(404, { title: "This address does not work", message: "It may have been cut short on the way. Sign in and choose your messages under “Your account”." });
  }
  return topic === "daily-digest" ? "the daily e-mail and everything in it" : `messages about ${topicRules[topic].label.toLowerCase()}`;
}

export default function Unsubscribe() {
  const { what } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <PublicFrame>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          {sent ? (
            <>
              <h1 className="govuk-heading-l">Stopped</h1>
              <p className="govuk-body">You no longer get {sent.stopped}. What needs your signature, and notices about safety and your account, still reach you.</p>
            </>
          ) : (
            <>
              <h1 className="govuk-heading-l">Stop {what}?</h1>
              <p className="govuk-body">What needs your signature, and notices about safety and your account, will still reach you.</p>
              <form method="post">
                <Button>Stop them</Button>
              </form>
            </>
          )}
          <p className="govuk-body"><a className="govuk-link" href="/account/messages">Choose which messages you get</a>. You need to sign in for that.</p>
        </div>
      </div>
    </PublicFrame>
  );
}
