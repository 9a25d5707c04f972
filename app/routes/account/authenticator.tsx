import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { personFrame } from "#app/auth/frame.server.ts";
import { beginAuthenticatorChange, readOwnSecurity } from "#app/auth/own-account.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { notConfirmed } from "#app/auth/replies.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { PasswordInput } from "#app/components/govuk/password-input.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { rawText, readForm, text } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";

const title = "Set up another authenticator app";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title, hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  return { frame: personFrame(signedIn), secondFactor: (await readOwnSecurity(signedIn.actor)).secondFactor };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requirePerson(request);
  const values = await readForm(request);
  const begun = await beginAuthenticatorChange(actor, { password: rawText(values, "password"), code: text(values, "code") }, context.clientAddress);
  if (!begun.ok) return notConfirmed(begun);
  return redirectTo("/sign-in/second-factor?next=/account", { "Set-Cookie": begun.setCookie });
}

export default function Authenticator() {
  const { frame, secondFactor } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const back = <BackLink href="/account" text="Back to your account" />;
  if (!secondFactor) {
    return (
      <PortalFrame {...frame} before={back}>
        <h1 className="govuk-heading-l">{title}</h1>
        <p className="govuk-body">You have no second factor, so there is none to change. It is skipped because this is a demonstration.</p>
      </PortalFrame>
    );
  }
  const lead = <p className="govuk-body">For a new phone, or another app. The app you have works until the new one is set up. Then every other browser is signed out, and you get ten new recovery codes.</p>;
  return (
    <PortalFrame {...frame} before={back}>
      <AccountForm title={title} errors={sent?.errors.summary} lead={lead} button="Continue">
        <PasswordInput name="password" label="Your password" error={sent?.errors.fields.password} />
        <Input name="code" label="Code from the app you have, or a recovery code" hint="Six figures, like 123456, or a recovery code, like 7KQ2-M9XD-0TRW" error={sent?.errors.fields.code} width={20} autoComplete="one-time-code" spellCheck={false} />
      </AccountForm>
    </PortalFrame>
  );
}
