import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { confirmIdentity } from "#app/auth/confirm-identity.server.ts";
import { personFrame } from "#app/auth/frame.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { notConfirmed, wantedPath } from "#app/auth/replies.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { ConfirmFields } from "#app/components/account/confirm-fields.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { rawText, readForm, text } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Confirm who you are", hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  return { frame: personFrame(signedIn), strength: signedIn.me.strength };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requirePerson(request);
  const values = await readForm(request);
  const entered = { password: rawText(values, "password"), code: text(values, "code") };
  const result = await confirmIdentity(actor, entered, context.clientAddress);
  if (!result.ok) return notConfirmed(result);
  return redirectTo(wantedPath(request, "/account"), { "Set-Cookie": result.setCookie });
}

export default function Confirm() {
  const { frame, strength } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <PortalFrame {...frame}>
      <AccountForm
        title="Confirm who you are"
        errors={sent?.errors.summary}
        lead={<p className="govuk-body">What you are about to do counts. So we check that it is still you at the keyboard. You are not asked again for five minutes.</p>}
        button="Continue"
      >
        <ConfirmFields strength={strength} errors={sent?.errors.fields} />
      </AccountForm>
    </PortalFrame>
  );
}
