import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { withdrawProposal } from "#app/domain/people/close-proposal.server.ts";
import { describeProposal } from "#app/domain/people/proposal-words.ts";
import { refused as refusedOutcome } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireProposal } from "./require-proposal.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProposal(request, params, "propose-appointment");
  const { proposal, here } = member;
  if (!proposal.may.withdraw) throw refusalResponse(refusedOutcome(proposal.status === "open" ? "not-permitted" : "proposal-closed"), { href: here, text: "See the proposal" });
  return data({ frame: partnershipFrame(member), partnership: member.partnership, proposal, here, submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, proposal, here, partnership } = await requireProposal(request, params, "propose-appointment");
  const submission = readSubmission(await readForm(request));
  const outcome = await withdrawProposal(actor, { partnershipId: partnership.id, proposalId: proposal.id }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "See the proposal" });
  return redirectWithFlash(request, here, { type: "success", text: "Withdrawn. The leads who were asked have been told." });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Withdraw a proposal", partnership: page?.partnership.name, hidden: true });

export default function Withdraw() {
  const { frame, proposal, here, submissionKey } = useLoaderData<typeof loader>();
  return (
    <OfficePage frame={frame} back={{ href: here, text: "Back to the proposal" }} caption={describeProposal(proposal)} title="Withdraw this proposal">
      <p className="govuk-body">Nothing changes, and the leads who were asked are told. You can propose again.</p>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <Button variant="warning">Withdraw</Button>
      </form>
    </OfficePage>
  );
}
