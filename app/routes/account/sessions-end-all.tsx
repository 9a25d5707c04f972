import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { endEveryPlace } from "#app/auth/own-account.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { endSession } from "#app/auth/session.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm, text } from "#app/http/parse-form.server.ts";
import { refused } from "#app/http/responses.ts";

const title = "Sign out everywhere?";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title, hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  await requireConfirmed(request, signedIn.me);
  return { frame: personFrame(signedIn) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, me } = await requirePerson(request);
  await requireConfirmed(request, me);
  if (text(await readForm(request), "end") !== "everywhere") throw refused(400);
  await endEveryPlace(actor);
  return redirectWithFlash(request, "/sign-in", { type: "success", text: "You are signed out everywhere" }, { "Set-Cookie": await endSession(request) });
}

export default function EndAll() {
  const { frame } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} before={<BackLink href="/account/sessions" text="Back to where you are signed in" />}>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">Every browser is signed out at once, this one too. What was not saved there is lost.</p>
      <form method="post">
        <Button variant="warning" name="end" value="everywhere">Sign out everywhere</Button>
      </form>
    </PortalFrame>
  );
}
