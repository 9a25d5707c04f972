import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { OutturnForm } from "#app/components/funding/outturn-form.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { ReconciliationTable } from "#app/components/funding/reconciliation-table.tsx";
import { YearSums } from "#app/components/funding/year-sums.tsx";
import { outturnForm } from "#app/domain/funding/forms.server.ts";
import { publishOutturn } from "#app/domain/funding/publish-outturn.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { differs, isOpen, missingActuals, reconcile, sumsOf } from "#app/domain/funding/reconciliation.ts";
import { fundingLists } from "#app/domain/funding/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { daysOf, showYear } from "#app/domain/shared/financial-year.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, rawText, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireYear } from "./require-year.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `Outturn of ${showYear(page.year)}` : "Outturn", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireYear(request, params, "publish");
  const { actor, me, partnership, year } = member;
  const found = await findFundingYear(actor, partnership.id, year);
  if (!found) throw notFound();
  const over = found.today > daysOf(year).last;
  if (over) await requireConfirmed(request, me);
  const lines = reconcile(found);
  const state = { over, missing: missingActuals(found), publishedOn: found.record.outturnOn, signed: found.inForce?.number ?? null, open: lines.filter(isOpen).length };
  return data({ frame: partnershipFrame(member), partnership, year, state, sums: sumsOf(found), lines: lines.filter(differs), submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, year } = await requireYear(request, params, "publish");
  const values = await readForm(request);
  const submission = readSubmission(values);
  const again = (errors: ReturnType<typeof oneError>, status: number) => data({ note: rawText(values, "note"), errors }, { status });
  const form = outturnForm.safeParse({ note: rawText(values, "note") });
  if (!form.success) return again(fieldErrors(form.error), 422);
  const outcome = await publishOutturn(actor, { partnershipId: partnership.id, year, note: form.data.note }, submission);
  const path = fundingPath(partnership.slug, year);
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: `The outturn of ${showYear(year)} is published`, link: { href: pathTo.funding(partnership.slug, year), text: "See the public page" } });
  if (outcome.refusal === "identity-not-confirmed") await requireConfirmed(request, me);
  if (outcome.refusal === "nothing-to-change") return again(oneError("Say why the outturn is published again: it is published with it", "note"), 422);
  throw refusalResponse(outcome, { href: fundingPath(partnership.slug, year, "reconcile"), text: "See what was received and spent" });
}

export default function Outturn() {
  const { frame, partnership, year, state, sums, lines, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = fundingPath(partnership.slug, year);
  return (
    <FundingPage frame={frame} back={{ href: path, text: `Back to ${showYear(year)}` }} caption={`Funding, ${showYear(year)}`} title={`Publish the outturn of ${showYear(year)}`} errors={answer?.errors} wide>
      <p className="govuk-body">
        {state.signed === null ? "No budget of this year was signed here. The outturn is published as not signed here, with what is on record." : `Anybody will see what was received and spent beside what was signed in version ${String(state.signed)} and varied since, line by line.`}
      </p>
      <YearSums {...sums} />
      <h2 className="govuk-heading-m">What is published as different</h2>
      {lines.length === 0 ? <p className="govuk-body">Every line came out as agreed.</p> : <p className="govuk-body">{state.open === 0 ? "Each difference is explained." : `${String(state.open)} ${state.open === 1 ? "is" : "are"} published as open: not explained yet.`} <a className="govuk-link" href={fundingPath(partnership.slug, year, "reconcile")}>Explain the differences</a></p>}
      {fundingLists.map((list) => ({ list, own: lines.filter((line) => line.list === list) })).map(({ list, own }) => own.length > 0 && <ReconciliationTable key={list} list={list} lines={own} edit={false} errors={{}} />)}
      <OutturnForm year={year} state={state} typed={answer?.note ?? ""} error={answer?.errors.fields["note"]} submissionKey={submissionKey} cancelHref={path} />
    </FundingPage>
  );
}
