import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { confirmIdentity } from "#app/auth/confirm-identity.server.ts";
import { newPasswordForm } from "#app/auth/forms.server.ts";
import { personFrame } from "#app/auth/frame.server.ts";
import { changePassword, readOwnSecurity } from "#app/auth/own-account.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { comeBack, notConfirmed } from "#app/auth/replies.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { ConfirmFields } from "#app/components/account/confirm-fields.tsx";
import { NewPasswordFields } from "#app/components/account/new-password-fields.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, rawText, readForm, text, toObject } from "#app/http/parse-form.server.ts";

const title = "Change your password";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title, hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  return { frame: personFrame(signedIn), strength: signedIn.me.strength };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, me } = await requirePerson(request);
  const values = await readForm(request);
  const { email } = await readOwnSecurity(actor);
  const input = newPasswordForm({ email, name: me.name }).safeParse(toObject(values));
  if (!input.success) return comeBack(values, fieldErrors(input.error));
  const confirmed = await confirmIdentity(actor, { password: rawText(values, "password"), code: text(values, "code") }, context.clientAddress);
  if (!confirmed.ok) return notConfirmed(confirmed);
  await changePassword(confirmed.actor, input.data.newPassword);
  return redirectWithFlash(request, "/account", { type: "success", text: "Your password is changed. Every other browser was signed out" }, { "Set-Cookie": confirmed.setCookie });
}

export default function Password() {
  const { frame, strength } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <PortalFrame {...frame} before={<BackLink href="/account" text="Back to your account" />}>
      <AccountForm title={title} errors={sent?.errors.summary} lead={<p className="govuk-body">Every other browser is signed out, and you are told by e-mail.</p>} button="Change the password">
        <ConfirmFields strength={strength} errors={sent?.errors.fields} />
        <NewPasswordFields label="New password" errors={sent?.errors.fields} />
      </AccountForm>
    </PortalFrame>
  );
}
