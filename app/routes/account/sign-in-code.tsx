import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { codeForm, codeMessages } from "#app/auth/forms.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { comeBack, goOn, keepWanted, startAgain, waitFor } from "#app/auth/replies.server.ts";
import { awaitsCode, signInWithCode } from "#app/auth/sign-in.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { CodeField } from "#app/components/account/code-field.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm, toObject } from "#app/http/parse-form.server.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Enter your code", hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await awaitsCode(request))) throw startAgain(request);
  return { startHref: keepWanted(request, "/sign-in"), recoveryHref: keepWanted(request, "/sign-in/recovery-code") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const input = codeForm.safeParse(toObject(values));
  if (!input.success) return comeBack(values, fieldErrors(input.error));
  const result = await signInWithCode(request, input.data.code, context.clientAddress);
  if (result.kind === "throttled") return waitFor(values, result.waitUntil);
  if (result.kind === "expired") return startAgain(request);
  if (result.kind === "wrong" || result.kind === "used") return comeBack(values, oneError(codeMessages[result.kind], "code"));
  return goOn(request, result);
}

export default function SignInCode() {
  const { startHref, recoveryHref } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <PublicFrame>
      <AccountForm title="Enter your code" errors={sent?.errors.summary} button="Continue">
        <CodeField error={sent?.errors.fields.code} />
      </AccountForm>
      <p className="govuk-body"><a className="govuk-link" href={startHref}>Start again with another e-mail address</a></p>
      <p className="govuk-body">No phone to hand? <a className="govuk-link" href={recoveryHref}>Use a recovery code instead</a></p>
    </PublicFrame>
  );
}
