import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { MemberAccountPage } from "#app/components/people/member-account-page.tsx";
import { withdrawInvitation } from "#app/domain/people/withdraw-invitation.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireMemberAccount } from "./require-inviter.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, frame, account } = await requireMemberAccount(request, params);
  return data({ frame, account, partnership: member.partnership, submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, account } = await requireMemberAccount(request, params);
  const { id: partnershipId, slug } = member.partnership;
  const list = `/portal/${slug}/people/accounts`;
  const submission = readSubmission(await readForm(request));
  const outcome = await withdrawInvitation(member.actor, { partnershipId, appointmentId: account.appointmentId }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: list, text: "See all accounts" });
  return redirectWithFlash(request, list, { type: "success", text: `The invitation to ${outcome.value.email} was withdrawn. Its link works no more` });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Withdraw an invitation", partnership: page?.partnership.name, hidden: true });

export default function Withdraw() {
  const { frame, account, partnership, submissionKey } = useLoaderData<typeof loader>();
  const name = account.name ?? account.email;
  const place = { frame, account, back: `/portal/${partnership.slug}/people/accounts` };
  if (account.setUp || account.invitation !== "open") {
    return (
      <MemberAccountPage {...place} title="There is no open invitation">
        <p className="govuk-body">{account.setUp ? `${name} has set up the account.` : `${name} has no invitation that still works.`} There is nothing to withdraw.</p>
      </MemberAccountPage>
    );
  }
  return (
    <MemberAccountPage {...place} title={`Withdraw the invitation of ${name}?`} submit={{ key: submissionKey, button: "Withdraw the invitation", warning: true }}>
      <p className="govuk-body">The link that {name} has stops working at once. The appointment stays: if it was a mistake, end it too.</p>
    </MemberAccountPage>
  );
}
