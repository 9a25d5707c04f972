import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { ConfirmAgain } from "#app/components/people/confirm-again.tsx";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { declineProposal } from "#app/domain/people/close-proposal.server.ts";
import { declineProposalForm } from "#app/domain/people/office-forms.server.ts";
import { describeProposal } from "#app/domain/people/proposal-words.ts";
import { refused as refusedOutcome } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { rawText, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { actConfirmed, askWho } from "../confirmed-act.server.ts";
import { requireProposal } from "./require-proposal.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProposal(request, params, "agree");
  const { proposal, here } = member;
  if (!proposal.may.decline) throw refusalResponse(refusedOutcome(proposal.status === "open" ? "not-your-seat" : "proposal-closed"), { href: here, text: "See the proposal" });
  return data({ frame: partnershipFrame(member), partnership: member.partnership, proposal, here, submissionKey: newSubmissionKey(), confirm: await askWho(member) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireProposal(request, params, "agree");
  const { proposal, here, partnership } = member;
  const values = await readForm(request);
  const submission = readSubmission(values);
  const parsed = declineProposalForm.safeParse(toObject(values));
  if (!parsed.success) return data({ values: withoutSecrets(values), errors: fieldErrors(parsed.error), confirm: await askWho(member) }, { status: 422 });
  const acting = await actConfirmed(member, values, context.clientAddress);
  if (!acting.ok) return data({ values: withoutSecrets(values), errors: acting.errors, confirm: await askWho(member) }, { status: acting.status });
  const outcome = await declineProposal(acting.actor, { partnershipId: partnership.id, proposalId: proposal.id, reason: parsed.data.reason }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "See the proposal" }, acting.headers);
  return redirectWithFlash(request, here, { type: "success", text: "Declined. Whoever proposed it, and the other leads, have been told." }, acting.headers);
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Decline a proposal", partnership: page?.partnership.name, hidden: true });

export default function Decline() {
  const { frame, proposal, here, submissionKey, confirm } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <OfficePage frame={frame} back={{ href: here, text: "Back to the proposal" }} caption={describeProposal(proposal)} title="Decline this proposal" errors={sent?.errors}>
      <p className="govuk-body">Declining closes the proposal. Whoever made it can propose again.</p>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <Textarea name="reason" label="Your reason, or what must change" labelSize="s" hint="The other leads and whoever proposed it read it. It is not published." rows={4} defaultValue={rawText(sent?.values, "reason")} error={sent?.errors.fields["reason"]} />
        <ConfirmAgain strength={sent ? sent.confirm : confirm} errors={sent?.errors.fields} />
        <Button variant="warning">Decline</Button>
      </form>
    </OfficePage>
  );
}
