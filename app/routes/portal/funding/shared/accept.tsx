import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { AcceptForm } from "#app/components/funding/shared/accept-form.tsx";
import { addedInYearForm } from "#app/domain/funding/forms.server.ts";
import { acceptPart } from "#app/domain/funding/shared/accept-part.server.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";
import { type Outcome, refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, type FormValues, rawText, sent } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
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
  const inYear = offer.budgetSigned ? addedInYearForm.safeParse({ on: dateParts(values, "on"), reason: rawText(values, "reason") }) : null;
  if (inYear?.error) return again(values, fieldErrors(inYear.error), 422);
  const input = { partnershipId: partnership.id, sharedId: offer.id, revision, repeated: sent(values, "repeated"), inYear: inYear?.data };
  const outcome = await acceptPart(actor, input, submission);
  if (!outcome.ok) return refusedPart(outcome, values, here);
  return redirectWithFlash(request, here, { type: "success", text: `${showMoney(offer.partPence)} is accepted, and is now a line of our contributions of ${showYear(offer.year)}` });
}

function again(values: FormValues, errors: FormErrors, status: number, like: string | null = null) {
  return data({ values, errors, like }, { status });
}

/** The form again for what can be put right in it; anything else is a page of its own. */
function refusedPart(outcome: Extract<Outcome<never>, { ok: false }>, values: FormValues, here: string) {
  const { refusal, detail = "" } = outcome;
  if (refusal === "line-repeated") return again(values, oneError(`There is a line like this already: ${detail}. If both are right, tick the box`, "repeated"), 409, detail);
  if (refusal === "impossible-dates") return again(values, oneError(detail, "on"), 422);
  if (refusal === "budget-signed") return again(values, oneError(`${refusals[refusal].title}. Say from when the line holds, and why it is added`, "on"), 409);
  throw refusalResponse(outcome, { href: here, text: "See what is offered now" });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Accept our share", partnership: page?.partnership.name, hidden: true });

export default function Accept() {
  const { frame, partnership, offer, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <FundingPage frame={frame} back={{ href: here, text: "Back to our share" }} caption={partnership.name} title={`Accept ${showMoney(offer.partPence)} from ${offer.contributor}`} errors={answer?.errors}>
      <AcceptForm offer={offer} slug={partnership.slug} values={answer?.values} errors={answer?.errors.fields ?? {}} like={answer?.like ?? null} submissionKey={submissionKey} cancelHref={here} />
    </FundingPage>
  );
}
