import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { LookedBox } from "#app/components/portal/looked-box.tsx";
import { NoChildWords } from "#app/components/portal/no-child-words.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { ReviewDay, RiskFields } from "#app/components/risks/risk-fields.tsx";
import { reviewForm } from "#app/domain/risks/forms.server.ts";
import { reviewRisk } from "#app/domain/risks/review-risk.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, text, toObject, typedOr, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";
import { wordsFound } from "#app/http/words-found.ts";

import { requireRisk } from "./require-risk.server.ts";

const title = "Review the risk";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

async function requireOpen(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireRisk(request, params, "review-risks");
  if (member.risk.closedOn === null) return member;
  throw refusalResponse(refused("risk-closed"), { href: member.here, text: "Open the risk" });
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params);
  const { partnership, risk, owners, here } = member;
  return { frame: partnershipFrame(member), partnership, risk, owners, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, risk: { number }, owners, today, here } = await requireOpen(request, params);
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: wordsFound(values, { mitigation: "What is done about it", words: "What changed" }) }, { status });
  const form = reviewForm(owners, today).safeParse({ goesOn: "", ...toObject(values), reviewOn: dateParts(values, "reviewOn") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await reviewRisk(actor, { ...form.data, partnershipId: partnership.id, number }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, here, { type: "success", text: form.data.reviewOn ? "The review is recorded." : "The risk is closed." });
  if (outcome.refusal === "stale") return again(oneError("Somebody else reviewed it first. Open it in another tab to see how; what you typed is below."), 409);
  throw refusalResponse(outcome, { href: here, text: "Open the risk" });
}

export default function ReviewRisk() {
  const { frame, risk, owners, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: here, text: "Back to the risk" }} caption={`Risk ${String(risk.number)}: ${risk.title}`} title={title} errors={answer?.errors}>
      <NoChildWords what="a review" />
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={risk.reviews} />
        <RiskFields {...typed} owners={owners} now={risk} />
        <Textarea name="words" label="What changed since the last review" labelSize="s" rows={3} hint="Or that nothing did" defaultValue={typedOr(typed.values, "words", "")} error={typed.errors["words"]} />
        <Radios name="goesOn" legend="From now on" legendSize="s" items={[{ value: "open", text: "It stays open" }, { value: "closed", text: "It is closed" }]} defaultValue={text(typed.values, "goesOn")} error={typed.errors["goesOn"]} />
        <ReviewDay {...typed} hint="Only if it stays open" />
        <LookedBox found={answer?.found ?? []} values={typed.values} error={typed.errors["looked"]} />
        <ButtonGroup>
          <Button>Record the review</Button>
          <a className="govuk-link" href={here}>Cancel</a>
        </ButtonGroup>
      </form>
    </PortalPage>
  );
}
