import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { readOwnSecurity, renewRecoveryCodes } from "#app/auth/own-account.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { wantedPath } from "#app/auth/replies.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { takeCodes } from "#app/auth/shown-once.server.ts";
import { RecoveryCodes } from "#app/components/account/recovery-codes.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm, text } from "#app/http/parse-form.server.ts";
import { redirectTo, refused } from "#app/http/responses.ts";

const title = "Recovery codes";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title, hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const { secondFactor, recoveryCodesLeft } = await readOwnSecurity(signedIn.actor);
  const taken = takeCodes(request, signedIn.me.personId);
  const page = { frame: personFrame(signedIn), codes: taken?.codes ?? null, secondFactor, left: recoveryCodesLeft, onwards: wantedPath(request) };
  return data(page, taken ? { headers: { "Set-Cookie": taken.setCookie } } : {});
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, me } = await requirePerson(request);
  await requireConfirmed(request, me);
  if (text(await readForm(request), "make") !== "codes") throw refused(400);
  if (!(await readOwnSecurity(actor)).secondFactor) throw refused(409, { title: "There is no second factor", message: "Recovery codes stand in for a code from your phone. Set that up first.", next: { href: "/account", text: "Your account" } });
  return redirectTo("/account/recovery-codes?next=/account", { "Set-Cookie": await renewRecoveryCodes(actor) });
}

export default function RecoveryCodesPage() {
  const { frame, codes, secondFactor, left, onwards } = useLoaderData<typeof loader>();
  if (codes) {
    return (
      <PortalFrame {...frame}>
        <h1 className="govuk-heading-l">Keep your recovery codes</h1>
        <RecoveryCodes codes={codes} />
        <Button href={onwards}>I have kept them: continue</Button>
      </PortalFrame>
    );
  }
  return (
    <PortalFrame {...frame} before={<BackLink href="/account" text="Back to your account" />}>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">A recovery code stands in for the code from your phone when you sign in without it. Each works once. They are shown once, when they are made.</p>
      {secondFactor ? (
        <>
          <p className="govuk-body"><strong>{left === 0 ? "You have none left." : `You have ${String(left)} left.`}</strong> Making new ones ends those that are left.</p>
          <form method="post">
            <Button name="make" value="codes">Make ten new codes</Button>
          </form>
        </>
      ) : (
        <p className="govuk-body">You have no second factor, so there is nothing to stand in for.</p>
      )}
    </PortalFrame>
  );
}
