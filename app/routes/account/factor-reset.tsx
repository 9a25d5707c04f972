import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { beginFactorReset, findFactorReset } from "#app/auth/factor-reset.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { comeBack, goOn, waitFor } from "#app/auth/replies.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { PasswordInput } from "#app/components/govuk/password-input.tsx";
import { showMoment } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { oneError, rawText, readForm } from "#app/http/parse-form.server.ts";
import { refused } from "#app/http/responses.ts";

const title = "Set up your second factor anew";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title, hidden: true });

function linkNotGood(): Response {
  return refused(410, {
    title: "This link does not work any more",
    message: "A link to set up a second factor anew works once, for 24 hours, unless somebody stops the reset.",
    reasons: ["If you have set up a new authenticator app, sign in with it.", "Otherwise ask the business manager of your partnership to begin again."],
    next: { href: "/sign-in", text: "Sign in" },
  });
}

export async function loader({ params }: LoaderFunctionArgs) {
  const reset = await findFactorReset(params.token);
  if (!reset) throw linkNotGood();
  return reset;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const password = rawText(values, "password");
  if (!(await findFactorReset(params.token)) || !params.token) throw linkNotGood();
  if (password === "") return comeBack(values, oneError("Enter your password", "password"));
  const result = await beginFactorReset(params.token, password, context.clientAddress);
  if (result.kind === "gone") throw linkNotGood();
  if (result.kind === "throttled") return waitFor(values, result.waitUntil);
  if (result.kind === "wrong") return comeBack(values, oneError("The password is not right", "password"));
  return goOn(request, { kind: "enrol", setCookies: [result.setCookie] });
}

export default function FactorReset() {
  const { name, expiresAt } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const lead = (
    <p className="govuk-body">
      Two people have agreed that {name} may set up a new authenticator app. The link works once, until {showMoment(expiresAt)}. The old app, its recovery codes and every signed-in browser stop working when you finish.
    </p>
  );
  return (
    <PublicFrame>
      <AccountForm title={title} errors={sent?.errors.summary} lead={lead} button="Continue">
        <PasswordInput name="password" label="Your password" error={sent?.errors.fields.password} />
      </AccountForm>
      <p className="govuk-body">If you did not ask for this, close the page, sign in as usual and stop it on your account page.</p>
    </PublicFrame>
  );
}
