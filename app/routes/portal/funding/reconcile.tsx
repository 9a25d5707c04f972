import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { ReconciliationTable } from "#app/components/funding/reconciliation-table.tsx";
import { YearSums } from "#app/components/funding/year-sums.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readExplanations } from "#app/domain/funding/explanations.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { differs, isOpen, linesPerPage, reconcile, sumsOf } from "#app/domain/funding/reconciliation.ts";
import { saveAmounts } from "#app/domain/funding/save-amounts.server.ts";
import { fundingLists } from "#app/domain/funding/vocabulary.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { refusals } from "#app/domain/shared/refusals.ts";
import { readFlash, redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { errorsOf, oneError, readForm, withoutSecrets } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireYear } from "./require-year.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Reconcile received and spent", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireYear(request, params, "read-drafts");
  const { actor, me, partnership, year } = member;
  const found = await findFundingYear(actor, partnership.id, year);
  if (!found) throw notFound();
  const all = reconcile(found);
  const pages = Math.max(1, Math.ceil(all.length / linesPerPage));
  const page = Math.min(pages, Math.max(1, Number(new URL(request.url).searchParams.get("page")) || 1));
  const { flash, headers: once } = readFlash(request);
  const counted = { different: all.filter(differs).length, open: all.filter(isOpen).length };
  const shown = { lines: all.slice((page - 1) * linesPerPage, page * linesPerPage), page, pages, sums: sumsOf(found), counted, edit: can(me, "edit-funding", { partnershipId: partnership.id }) };
  return data({ frame: partnershipFrame(member), partnership, year, ...shown, flash, submissionKey: newSubmissionKey() }, { headers: once });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, year } = await requireYear(request, params, "edit-funding");
  const values = await readForm(request);
  const submission = readSubmission(values);
  const { lines, errors } = readExplanations(values);
  const again = (found: ReturnType<typeof oneError>, status: number) => data({ values: withoutSecrets(values), errors: found }, { status });
  if (Object.keys(errors).length > 0) return again(errorsOf(errors), 422);
  const outcome = await saveAmounts(actor, { partnershipId: partnership.id, year, lines }, submission);
  const path = fundingPath(partnership.slug, year, "reconcile");
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: "The explanations are saved." });
  if (outcome.detail) return again(oneError(`“${outcome.detail}”: ${refusals[outcome.refusal].title.toLowerCase()}. Nothing was saved; what you typed is below.`), 409);
  throw refusalResponse(outcome, { href: path, text: "Open the page again" });
}

export default function Reconcile() {
  const { frame, partnership, year, lines, page, pages, sums, counted, edit, flash, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const numbers = pageNumbers(page, pages, (number) => `${fundingPath(partnership.slug, year, "reconcile")}?page=${String(number)}`);
  const tables = fundingLists.map((list) => ({ list, lines: lines.filter((line) => line.list === list) })).filter((table) => table.lines.length > 0);
  const shown = tables.map(({ list, lines: own }) => <ReconciliationTable key={list} list={list} lines={own} edit={edit} values={answer?.values} errors={answer?.errors.fields ?? {}} />);
  return (
    <FundingPage frame={frame} back={{ href: fundingPath(partnership.slug, year), text: `Back to ${showYear(year)}` }} caption={`Funding, ${showYear(year)}`} title="Reconcile received and spent" errors={answer?.errors} flash={flash} wide>
      <YearSums {...sums} />
      <p className="govuk-body">{counted.different === 0 ? "Every line came out as agreed." : `${String(counted.different)} ${counted.different === 1 ? "line differs" : "lines differ"} from what was agreed or ${counted.different === 1 ? "is" : "are"} not provided; ${String(counted.open)} ${counted.open === 1 ? "is" : "are"} open. What is not explained is published as open.`}</p>
      {edit && lines.some((line) => differs(line) && line.difference !== null) ? (
        <form method="post" noValidate>
          <SubmissionKey value={submissionKey} />
          {shown}
          <Button>Save the explanations</Button>
        </form>
      ) : (
        shown
      )}
      {numbers && <Pagination {...numbers} />}
    </FundingPage>
  );
}
