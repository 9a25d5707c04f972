import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { askFactorReset } from "#app/auth/factor-reset.server.ts";
import { privateHeaders } from "#app/auth/page-headers.server.ts";
import { startAgain } from "#app/auth/replies.server.ts";
import { awaitsCode } from "#app/auth/sign-in.server.ts";
import { AccountForm } from "#app/components/account/account-form.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

const title = "Ask to set up your second factor anew";

export const headers = privateHeaders;
export const meta = () => pageMeta({ title, hidden: true });

export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await awaitsCode(request))) throw startAgain(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  if (!(await askFactorReset(request))) return startAgain(request);
  return redirectWithFlash(request, "/sign-in", {
    type: "success",
    text: "Your request was sent to the business managers and chairs of your partnerships. Speak to one of them: they check who you are, and a second person confirms. Then you get a link by e-mail",
  });
}

export default function LostPhone() {
  const lead = (
    <>
      <p className="govuk-body">For when both your phone and your recovery codes are gone. Nobody can do this alone, so that nobody can take over your account:</p>
      <ol className="govuk-list govuk-list--number">
        <li>You ask, with the button below. The business managers and chairs of your partnerships are told at once, and so are you.</li>
        <li>One of them, or an administrator of this site, makes sure it is you and proposes it.</li>
        <li>Another of them confirms it.</li>
        <li>You get a link by e-mail. With it and your password you set up a new authenticator app.</li>
      </ol>
      <p className="govuk-body">Call the business manager of your partnership too: that is the quickest way.</p>
    </>
  );
  return (
    <PublicFrame>
      <AccountForm title={title} lead={lead} button="Send the request">{null}</AccountForm>
      <p className="govuk-body"><a className="govuk-link" href="/sign-in/recovery-code">I have a recovery code after all</a></p>
    </PublicFrame>
  );
}
