import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { declinePart } from "#app/domain/funding/shared/decline-part.server.ts";
import { declinePartForm } from "#app/domain/funding/shared/forms.server.ts";
import { showMoney } from "#app/domain/shared/money.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, rawText, readForm, toObject } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { readRevision, requireOffer } from "./require-shared.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOffer(request, params, "edit-funding");
  const { partnership, offer, here } = member;
  if (offer.state !== "proposed" || offer.withdrawnAt) throw redirectTo(here);
  return { frame: partnershipFrame(member), partnership, offer, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, offer, here } = await requireOffer(request, params, "edit-funding");
  const values = await readForm(request);
  const submission = readSubmission(values);
  const revision = readRevision(values);
  const form = declinePartForm.safeParse(toObject(values));
  if (!form.success) return data({ typed: rawText(values, "reason"), errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await declinePart(actor, { partnershipId: partnership.id, sharedId: offer.id, revision, reason: form.data.reason }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "See what is offered now" });
  return redirectWithFlash(request, here, { type: "success", text: `Our share is declined. ${offer.host.name} can read why.` });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Decline our share", partnership: page?.partnership.name, hidden: true });

export default function Decline() {
  const { frame, partnership, offer, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <FundingPage frame={frame} back={{ href: here, text: "Back to our share" }} caption={partnership.name} title={`Decline ${showMoney(offer.partPence)} from ${offer.contributor}`} errors={answer?.errors}>
      <p className="govuk-body">{offer.host.name} sees that we declined, and why. It can then offer something else.</p>
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={offer.revision} />
        <Textarea name="reason" label="Why we decline" labelSize="s" hint="Up to 300 characters, for the host to read. Name no child and no family" rows={4} defaultValue={answer?.typed ?? ""} error={answer?.errors.fields["reason"]} />
        <ButtonGroup>
          <Button>Decline our share</Button>
          <a className="govuk-link" href={here}>Cancel</a>
        </ButtonGroup>
      </form>
    </FundingPage>
  );
}
