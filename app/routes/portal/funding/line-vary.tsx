import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { ChangeFields, MoneyInput } from "#app/components/funding/money-fields.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { varyLine } from "#app/domain/funding/change-lines.server.ts";
import { variationForm } from "#app/domain/funding/forms.server.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, toObject, typedOr, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireLine } from "./require-line.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Record a change in the year", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, line, materialPence } = await requireLine(request, params);
  const { partnership, year, list } = member;
  return { frame: partnershipFrame(member), partnership, year, list, line, materialPence, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, line } = await requireLine(request, params);
  const { actor, partnership, year, list } = member;
  const values = await readForm(request);
  const submission = readSubmission(values);
  const again = (errors: ReturnType<typeof oneError>, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = variationForm.safeParse({ ...toObject(values), on: dateParts(values, "on") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const { amount, ...rest } = form.data;
  const outcome = await varyLine(actor, { partnershipId: partnership.id, year, list, lineId: line.id, after: amount ?? 0, ...rest }, submission);
  const path = fundingPath(partnership.slug, year);
  if (!outcome.ok) {
    if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "on"), 422);
    if (outcome.refusal === "nothing-to-change") return again(oneError("That is the amount already", "amount"), 422);
    if (outcome.refusal === "stale") return again(oneError("Somebody else changed this line first. What it is now is above the form; what you typed is below."), 409);
    throw refusalResponse(outcome, { href: path, text: "Open the year" });
  }
  const text = outcome.value.needsSignature ? "The change is recorded and public. It counts once a new version of the budget that holds it is signed: freeze one." : "The change is recorded, public, and counts from now on.";
  return redirectWithFlash(request, path, { type: "success", text });
}

export default function VaryLine() {
  const { frame, partnership, year, list, line, materialPence, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = fundingPath(partnership.slug, year, `${list}/${line.id}`);
  return (
    <FundingPage frame={frame} back={{ href: path, text: "Back to the line" }} caption={line.name} title="Record a change in the year" errors={answer?.errors}>
      <p className="govuk-body">The signed budget for {showYear(year)} says {showMoney(line.signed)}. The line is now at {showMoney(line.current)}.</p>
      <p className="govuk-body">The change is published at once. {materialPence === 0 ? "Every change" : `A change of ${showMoney(materialPence)} or more from what was signed, of this line or of the total,`} counts only once the <Abbr of="LSP" /> of every seat has signed a new version of the budget.</p>
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={line.revision} />
        <MoneyInput name="amount" label="New amount for the year" hint="The whole of it, not the difference" defaultValue={typedOr(answer?.values, "amount", "")} error={answer?.errors.fields["amount"]} />
        <ChangeFields values={answer?.values} errors={answer?.errors.fields ?? {}} />
        <ButtonGroup>
          <Button>Record and publish the change</Button>
          <a className="govuk-link" href={path}>Cancel</a>
        </ButtonGroup>
      </form>
    </FundingPage>
  );
}
