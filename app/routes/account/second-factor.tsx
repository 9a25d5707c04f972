import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { enrolSecondFactor, findEnrolment } from "#app/auth/enrol-second-factor.server.ts";
import { codeForm, codeMessages } from "#app/auth/forms.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { qrCode } from "#app/auth/qr-code.server.ts";
import { comeBack, keepWanted, startAgain, waitFor, withCookies } from "#app/auth/replies.server.ts";
import { totpAddress } from "#app/auth/totp.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { CodeField } from "#app/components/account/code-field.tsx";
import { SecretKey } from "#app/components/account/secret-key.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm, toObject } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title: "Set up your authenticator app", hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  const enrolment = await findEnrolment(request);
  if (!enrolment) throw startAgain(request);
  const address = totpAddress(enrolment.secret, enrolment.name);
  return { secret: enrolment.secret, address, qr: qrCode(address) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const input = codeForm.safeParse(toObject(values));
  if (!input.success) return comeBack(values, fieldErrors(input.error));
  const result = await enrolSecondFactor(request, input.data.code, context.clientAddress);
  if (result.kind === "throttled") return waitFor(values, result.waitUntil);
  if (result.kind === "expired") return startAgain(request);
  if (result.kind === "wrong" || result.kind === "used") return comeBack(values, oneError(codeMessages[result.kind], "code"));
  return redirectTo(keepWanted(request, "/account/recovery-codes"), withCookies(result.setCookies));
}

export default function SecondFactor() {
  const { secret, address, qr } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const lead = (
    <>
      <p className="govuk-body">A password can be guessed or stolen. So signing in also asks for a code from an app on your phone or computer. You set it up once.</p>
      <SecretKey secret={secret} address={address} qr={qr} />
    </>
  );
  return (
    <PublicFrame>
      <AccountForm title="Set up your authenticator app" errors={sent?.errors.summary} lead={lead} button="Finish and sign in">
        <CodeField error={sent?.errors.fields.code} hint="The six figures your app shows now. They show that it is set up." />
      </AccountForm>
    </PublicFrame>
  );
}
