import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { LookedBox } from "#app/components/portal/looked-box.tsx";
import { NoChildWords } from "#app/components/portal/no-child-words.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { withdrawalForm } from "#app/domain/decisions/forms.server.ts";
import { withdrawDecision } from "#app/domain/decisions/withdraw-decision.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { toObject, typedOr, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";
import { wordsFound } from "#app/http/words-found.ts";

import { requireDecision } from "./require-decision.server.ts";

const title = "Take the decision back";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

async function requireOpen(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireDecision(request, params, "record-decisions");
  if (member.decision.state === "asked") return member;
  throw refusalResponse(refused("decision-closed"), { href: member.here, text: "Open the decision" });
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params);
  const { partnership, decision, here } = member;
  return { frame: partnershipFrame(member), partnership, decision, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, decision: { number }, here } = await requireOpen(request, params);
  const values = await readForm(request);
  const form = withdrawalForm.safeParse(toObject(values));
  if (!form.success) return data({ values: withoutSecrets(values), errors: fieldErrors(form.error), found: wordsFound(values, { reason: "The reason" }) }, { status: 422 });
  const outcome = await withdrawDecision(actor, { ...form.data, partnershipId: partnership.id, number }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, here, { type: "success", text: "It is taken back, and waits for nobody." });
  throw refusalResponse(outcome, { href: here, text: "Open the decision" });
}

export default function WithdrawDecision() {
  const { frame, decision, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors.fields ?? {};
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: here, text: "Back to the decision" }} caption={`Decision ${String(decision.number)}: ${decision.sentence}`} title={title} errors={answer?.errors}>
      <p className="govuk-body">The leads are not asked any more. It stays in the register as taken back, with the answers so far.</p>
      <NoChildWords what="the reason" />
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <Textarea name="reason" label="Why it is taken back" labelSize="s" rows={3} defaultValue={typedOr(answer?.values, "reason", "")} error={errors["reason"]} />
        <LookedBox found={answer?.found ?? []} values={answer?.values} error={errors["looked"]} />
        <ButtonGroup>
          <Button variant="warning">Take it back</Button>
          <a className="govuk-link" href={here}>Cancel</a>
        </ButtonGroup>
      </form>
    </PortalPage>
  );
}
