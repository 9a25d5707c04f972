import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { YearForm } from "#app/components/funding/year-form.tsx";
import { yearForm } from "#app/domain/funding/forms.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { saveYear } from "#app/domain/funding/save-year.server.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, readForm, toObject, withoutSecrets } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireYear } from "./require-year.server.ts";

const title = "Statements and figures beside the lines";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireYear(request, params, "edit-funding");
  const { actor, partnership, year } = member;
  const found = await findFundingYear(actor, partnership.id, year);
  if (!found) throw notFound();
  const { record, inForce, previousCarriedForward } = found;
  return { frame: partnershipFrame(member), partnership, year, record, signed: inForce !== null, previousCarriedForward, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, year } = await requireYear(request, params, "edit-funding");
  const values = await readForm(request);
  const submission = readSubmission(values);
  const again = (errors: ReturnType<typeof oneError>, status: number) => data({ values: withoutSecrets(values), errors }, { status });
  const form = yearForm.safeParse(toObject(values));
  if (!form.success) return again(fieldErrors(form.error), 422);
  const { revision, ...record } = form.data;
  const outcome = await saveYear(actor, { partnershipId: partnership.id, year, revision, record }, submission);
  if (!outcome.ok && outcome.refusal === "stale") return again(oneError("Somebody else changed this first. Open the year in another tab to see what is there now; what you typed is below."), 409);
  const path = fundingPath(partnership.slug, year);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Open the year" });
  return redirectWithFlash(request, path, { type: "success", text: "The statements and figures are saved." });
}

export default function Details() {
  const { frame, partnership, year, record, signed, previousCarriedForward, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = fundingPath(partnership.slug, year);
  return (
    <FundingPage frame={frame} back={{ href: path, text: `Back to ${showYear(year)}` }} caption={`Funding, ${showYear(year)}`} title={title} errors={answer?.errors}>
      {signed && <p className="govuk-body">The budget is signed: what is published stays as it was signed. What you change here goes into its next version.</p>}
      <YearForm record={record} previousCarriedForward={previousCarriedForward} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </FundingPage>
  );
}
