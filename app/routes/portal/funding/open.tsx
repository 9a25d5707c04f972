import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { listYearsToOpen } from "#app/domain/funding/finance.server.ts";
import { openYearForm } from "#app/domain/funding/open-form.server.ts";
import { openYear } from "#app/domain/funding/open-year.server.ts";
import { showYear, yearsLater } from "#app/domain/shared/financial-year.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { rawText, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Open a financial year", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "edit-funding");
  const { actor, partnership } = member;
  return { frame: partnershipFrame(member), partnership, ...(await listYearsToOpen(actor, partnership.id)), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "edit-funding");
  const values = await readForm(request);
  const submission = readSubmission(values);
  const again = (errors: ReturnType<typeof oneError>, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = openYearForm.safeParse({ year: "", ...toObject(values) });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const { year, copy } = form.data;
  const outcome = await openYear(actor, { partnershipId: partnership.id, year, copy }, submission);
  if (!outcome.ok && copy && outcome.refusal === "not-found") return again(oneError(`${showYear(yearsLater(year, -1))} is not open, so there is nothing to copy`, "copy"), 422);
  if (!outcome.ok) throw refusalResponse(outcome, { href: fundingPath(partnership.slug), text: "See the years that are open" });
  const { contributions, spending } = outcome.value;
  return redirectWithFlash(request, fundingPath(partnership.slug, year), { type: "success", text: copy ? `${showYear(year)} is open, with ${String(contributions + spending)} lines of the year before. Check each amount.` : `${showYear(year)} is open.` });
}

export default function OpenYear() {
  const { frame, partnership, years, open, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const item = (year: (typeof years)[number]) => ({ value: year, text: showYear(year), ...(open.includes(yearsLater(year, -1)) ? { hint: "The lines of the year before can be copied" } : {}) });
  return (
    <FundingPage frame={frame} back={{ href: fundingPath(partnership.slug), text: "Back to funding" }} caption={partnership.name} title="Open a financial year" errors={answer?.errors}>
      <p className="govuk-body">A financial year runs from 1 April to 31 March. Opening one publishes nothing. A year before the partnership used this site can be opened too: its outturn is then published as not signed here.</p>
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <Radios name="year" legend="Which year?" legendSize="s" items={years.map(item)} defaultValue={rawText(answer?.values, "year")} error={answer?.errors.fields["year"]} />
        <Radios name="copy" legend="Copy the lines of the year before?" legendSize="s" hint="With the amounts as they came to stand, without what was paid. Parts of one payer’s amount are offered anew and are not copied" inline items={[{ value: "yes", text: "Yes" }, { value: "no", text: "No, begin empty" }]} defaultValue={rawText(answer?.values, "copy")} error={answer?.errors.fields["copy"]} />
        <Button>Open the year</Button>
      </form>
    </FundingPage>
  );
}
