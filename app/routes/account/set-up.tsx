import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { newPasswordForm } from "#app/auth/forms.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { comeBack, goOn } from "#app/auth/replies.server.ts";
import { acceptSetUp, findSetUp } from "#app/auth/set-up.server.ts";
import { continueSignIn } from "#app/auth/sign-in.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { PasswordInput } from "#app/components/govuk/password-input.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm, toObject } from "#app/http/parse-form.server.ts";
import { refused } from "#app/http/responses.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Set up your account", hidden: true });

function linkNotGood(): Response {
  return refused(404, {
    title: "This link does not work any more",
    message: "A link to set up an account works once, for 72 hours, and stops working when a newer one is sent.",
    reasons: ["If you have set a password, sign in with it.", "Otherwise ask whoever added you to send a new link."],
    next: { href: "/sign-in", text: "Sign in" },
  });
}

export async function loader({ params }: LoaderFunctionArgs) {
  const setUp = await findSetUp(params.token);
  if (!setUp) throw linkNotGood();
  return setUp;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const setUp = await findSetUp(params.token);
  if (!setUp || !params.token) throw linkNotGood();
  const values = await readForm(request);
  const input = newPasswordForm(setUp).safeParse(toObject(values));
  if (!input.success) return comeBack(values, fieldErrors(input.error));
  const accepted = await acceptSetUp(params.token, input.data.password);
  if (!accepted) throw linkNotGood();
  return goOn(request, await continueSignIn(request, accepted.personId));
}

export default function SetUp() {
  const { name, email } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const lead = (
    <>
      <SummaryList rows={[{ key: "Name", value: name }, { key: "E-mail address", value: email }]} />
      <p className="govuk-body">If this is not you, close this page and tell whoever sent you the link.</p>
    </>
  );
  return (
    <PublicFrame>
      <AccountForm title="Set up your account" errors={sent?.errors.summary} lead={lead} button="Set password and continue">
        <PasswordInput
          name="password"
          label="Choose a password"
          hint="12 characters or more. Three words that do not belong together are easy to remember and hard to guess."
          autoComplete="new-password"
          error={sent?.errors.fields.password}
        />
        <PasswordInput name="again" label="Type the password again" autoComplete="new-password" error={sent?.errors.fields.again} />
      </AccountForm>
    </PublicFrame>
  );
}
