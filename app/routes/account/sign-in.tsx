import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { isDemonstration } from "#app/auth/demo.server.ts";
import { notRight, signInForm } from "#app/auth/forms.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { comeBack, goOn, waitFor } from "#app/auth/replies.server.ts";
import { signInWithPassword } from "#app/auth/sign-in.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { PasswordInput } from "#app/components/govuk/password-input.tsx";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { typedOr } from "#app/http/form-values.ts";
import { fieldErrors, oneError, readForm, toObject } from "#app/http/parse-form.server.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Sign in", hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const { flash, headers: sent } = readFlash(request);
  return data({ flash, demo: await isDemonstration() }, { headers: sent });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const input = signInForm.safeParse(toObject(values));
  if (!input.success) return comeBack(values, fieldErrors(input.error));
  const result = await signInWithPassword(request, input.data, context.clientAddress);
  if (result.kind === "throttled") return waitFor(values, result.waitUntil);
  if (result.kind === "wrong") return comeBack(values, oneError(notRight, "email"));
  return goOn(request, result);
}

export default function SignIn() {
  const { flash, demo } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const lead = (
    <>
      {demo && <InsetText>This is a demonstration, so no code is asked for after the password. <a className="govuk-link" href="/demo">Choose a ready sign-in</a> instead.</InsetText>}
      <p className="govuk-body">For people who work in a partnership. Reading what partnerships publish needs no account.</p>
    </>
  );
  return (
    <PublicFrame>
      {flash && !sent && <NotificationBanner text={flash.text} />}
      <AccountForm title="Sign in" errors={sent?.errors.summary} lead={lead} button="Sign in">
        <Input
          name="email"
          type="email"
          label="E-mail address"
          autoComplete="username"
          spellCheck={false}
          defaultValue={typedOr(sent?.values, "email", "")}
          error={sent?.errors.fields.email}
        />
        <PasswordInput name="password" label="Password" error={sent?.errors.fields.password} />
      </AccountForm>
      <p className="govuk-body"><a className="govuk-link" href="/sign-in/help">Forgot your password, or lost your phone?</a></p>
      <p className="govuk-body">No account yet? The business manager of your partnership, or whoever runs this site, sends you an invitation.</p>
    </PublicFrame>
  );
}
