import { type ActionFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { helpForm } from "#app/auth/forms.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { askPasswordReset } from "#app/auth/password-reset.server.ts";
import { comeBack, waitFor } from "#app/auth/replies.server.ts";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { mailIsSent } from "#app/domain/notifications/mail-is-sent.server.ts";
import { typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm, toObject } from "#app/http/parse-form.server.ts";

const title = "Help with signing in";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title, hidden: true });

export const loader = () => ({ mailIsSent: mailIsSent() });

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const input = helpForm.safeParse(toObject(values));
  if (!input.success) return comeBack(values, fieldErrors(input.error));
  const result = await askPasswordReset(input.data.email, context.clientAddress);
  if (result.kind === "throttled") return waitFor(values, result.waitUntil);
  return data({ asked: true as const });
}

export default function SignInHelp() {
  const { mailIsSent: byMail } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent && "asked" in sent) return <Asked />;
  return (
    <PublicFrame>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary errors={sent?.errors.summary ?? []} />
          <h1 className="govuk-heading-l">{title}</h1>
          <h2 className="govuk-heading-m">I forgot my password</h2>
          {byMail || <p className="govuk-body">This site is not set up to send e-mail yet, so no link will reach you. Tell whoever runs it.</p>}
          <form method="post" noValidate>
            <Input name="email" type="email" label="E-mail address" hint="We send a link to choose a new password. You still need the code from your phone to sign in." autoComplete="username" spellCheck={false} defaultValue={typedOr(sent?.values, "email", "")} error={sent?.errors.fields.email} />
            <Button>Send the link</Button>
          </form>
          <h2 className="govuk-heading-m">I have no phone to hand, or lost it</h2>
          <p className="govuk-body"><a className="govuk-link" href="/sign-in">Sign in with your e-mail address and password</a>. On the page that asks for the code, choose “Use a recovery code instead”. If your recovery codes are gone too, you can ask there to set up your second factor anew.</p>
          <h2 className="govuk-heading-m">I never set up my account, or my invitation ran out</h2>
          <p className="govuk-body">Ask whoever invited you, or the business manager of your partnership, to send a new invitation.</p>
        </div>
      </div>
    </PublicFrame>
  );
}

/** One page whatever the address: it must not tell who has an account. */
function Asked() {
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">Look in your e-mail</h1>
      <p className="govuk-body">If there is an account with the address you entered, a link to choose a new password is on its way to it. It works once, for one hour.</p>
      <p className="govuk-body">If nothing comes within ten minutes, look among unwanted mail, check the address, then ask again or ask the business manager of your partnership.</p>
      <p className="govuk-body"><a className="govuk-link" href="/sign-in">Back to signing in</a></p>
    </PublicFrame>
  );
}
