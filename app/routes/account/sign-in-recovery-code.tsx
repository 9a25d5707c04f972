import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { recoveryCodeForm, wrongRecoveryCode } from "#app/auth/forms.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { comeBack, goOn, keepWanted, startAgain, waitFor } from "#app/auth/replies.server.ts";
import { awaitsCode, signInWithRecoveryCode } from "#app/auth/sign-in.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { RecoveryCodeField } from "#app/components/account/recovery-code-field.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm, toObject } from "#app/http/parse-form.server.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Use a recovery code", hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await awaitsCode(request))) throw startAgain(request);
  return { codeHref: keepWanted(request, "/sign-in/code") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const input = recoveryCodeForm.safeParse(toObject(values));
  if (!input.success) return comeBack(values, fieldErrors(input.error));
  const result = await signInWithRecoveryCode(request, input.data.recoveryCode, context.clientAddress);
  if (result.kind === "throttled") return waitFor(values, result.waitUntil);
  if (result.kind === "expired") return startAgain(request);
  if (result.kind === "wrong" || result.kind === "used") return comeBack(values, oneError(wrongRecoveryCode, "recoveryCode"));
  return goOn(request, result);
}

export default function UseRecoveryCode() {
  const { codeHref } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const lead = <p className="govuk-body">You were given ten when you set up your authenticator app. Each works once. We tell you by e-mail when one is used.</p>;
  return (
    <PublicFrame>
      <AccountForm title="Use a recovery code" errors={sent?.errors.summary} lead={lead} button="Continue">
        <RecoveryCodeField error={sent?.errors.fields.recoveryCode} />
      </AccountForm>
      <p className="govuk-body"><a className="govuk-link" href={codeHref}>Use the code from your phone after all</a></p>
      <p className="govuk-body">No recovery codes either? <a className="govuk-link" href="/sign-in/lost-phone">Ask to set up your second factor anew</a></p>
    </PublicFrame>
  );
}
