import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { newPasswordForm } from "#app/auth/forms.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { findPasswordReset, resetPassword } from "#app/auth/password-reset.server.ts";
import { comeBack } from "#app/auth/replies.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { NewPasswordFields } from "#app/components/account/new-password-fields.tsx";
import { EmailAddress } from "#app/components/facts/email-address.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm, toObject } from "#app/http/parse-form.server.ts";
import { refused } from "#app/http/responses.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Choose a new password", hidden: true });

function linkNotGood(): Response {
  return refused(410, {
    title: "This link does not work any more",
    message: "A link to choose a new password works once, for one hour, and stops working when a newer one is sent.",
    reasons: ["If you have chosen a new password, sign in with it.", "Otherwise ask for another link. Your password stays as it was."],
    next: { href: "/sign-in/help", text: "Ask for another link" },
  });
}

export async function loader({ params }: LoaderFunctionArgs) {
  const owner = await findPasswordReset(params.token);
  if (!owner) throw linkNotGood();
  return { email: owner.email };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const owner = await findPasswordReset(params.token);
  if (!owner || !params.token) throw linkNotGood();
  const values = await readForm(request);
  const input = newPasswordForm(owner).safeParse(toObject(values));
  if (!input.success) return comeBack(values, fieldErrors(input.error));
  if (!(await resetPassword(params.token, input.data.newPassword))) throw linkNotGood();
  return redirectWithFlash(request, "/sign-in", { type: "success", text: "Your password is changed, and every browser was signed out. Sign in with the new password and the code from your phone" });
}

export default function PasswordReset() {
  const { email } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const lead = <p className="govuk-body">For the account of <strong><EmailAddress address={email} /></strong>. Every browser is signed out. You still need the code from your phone to sign in.</p>;
  return (
    <PublicFrame>
      <AccountForm title="Choose a new password" errors={sent?.errors.summary} lead={lead} button="Change the password">
        <NewPasswordFields label="New password" errors={sent?.errors.fields} />
      </AccountForm>
    </PublicFrame>
  );
}
