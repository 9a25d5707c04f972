import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { MemberAccountPage } from "#app/components/people/member-account-page.tsx";
import { SetUpLink } from "#app/components/people/set-up-link.tsx";
import { mailIsSent } from "#app/domain/notifications/mail-is-sent.server.ts";
import { sendInvitation } from "#app/domain/people/send-invitation.server.ts";
import { env } from "#app/env.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireMemberAccount } from "./require-inviter.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, frame, account } = await requireMemberAccount(request, params);
  return data({ frame, account, partnership: member.partnership, submissionKey: newSubmissionKey(), mailIsSent: mailIsSent() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, account } = await requireMemberAccount(request, params);
  const { id: partnershipId, slug } = member.partnership;
  const list = `/portal/${slug}/people/accounts`;
  const submission = readSubmission(await readForm(request));
  const outcome = await sendInvitation(member.actor, { partnershipId, appointmentId: account.appointmentId }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: list, text: "See all accounts" });
  const { email, path } = outcome.value;
  if (path) return data({ url: new URL(path, env().ORIGIN).href });
  const text = mailIsSent() ? `An invitation to ${email} is on its way. It works once, for 72 hours` : `An invitation for ${email} is written. This site sends no e-mail, so ask an administrator to make one to hand over`;
  return redirectWithFlash(request, list, { type: "success", text });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Send an invitation", partnership: page?.partnership.name, hidden: true });

export default function Invite() {
  const { frame, account, partnership, submissionKey, mailIsSent: byMail } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const name = account.name ?? account.email;
  const place = { frame, account, back: `/portal/${partnership.slug}/people/accounts` };
  if (made && "url" in made) {
    return (
      <MemberAccountPage {...place} title="Hand over the invitation">
        <SetUpLink name={name} url={made.url} />
      </MemberAccountPage>
    );
  }
  if (account.setUp || account.suspended) {
    return (
      <MemberAccountPage {...place} title={account.suspended ? "The account is suspended" : "The account is set up"}>
        <p className="govuk-body">{account.suspended ? `An administrator must restore it before ${name} can be invited.` : `${name} has chosen a password and signs in with it. There is nothing to send.`}</p>
      </MemberAccountPage>
    );
  }
  return (
    <MemberAccountPage {...place} title={`Invite ${name} to set up their account?`} submit={{ key: submissionKey, button: byMail ? "Send the invitation" : "Make the invitation" }}>
      <p className="govuk-body">
        {byMail ? `They get an e-mail at ${account.email} with a link that works once, for 72 hours.` : "This site sends no e-mail, so an administrator is shown the link once, to hand over. It works once, for 72 hours."}
        {account.invitation === "open" && " The link sent before stops working."}
      </p>
    </MemberAccountPage>
  );
}
