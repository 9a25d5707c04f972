import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { AmountsGrid } from "#app/components/funding/amounts-grid.tsx";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { type GridColumn, gridColumns, gridPageSize, gridRows } from "#app/domain/funding/amounts-grid.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { type LineChange, saveAmounts } from "#app/domain/funding/save-amounts.server.ts";
import { type FundingList, fundingListWords } from "#app/domain/funding/vocabulary.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { readMoney } from "#app/domain/shared/money.ts";
import { refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { errorsOf, type FormValues, oneError, rawText, readForm, sent, text, withoutSecrets } from "#app/http/parse-form.server.ts";
import { notFound, privateCache, refused } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireList } from "./require-year.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Change many amounts at once", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireList(request, params, "edit-funding");
  const { actor, partnership, year, list } = member;
  const found = await findFundingYear(actor, partnership.id, year);
  if (!found) throw notFound();
  const all = gridRows(found, list);
  const pages = Math.max(1, Math.ceil(all.length / gridPageSize));
  const page = Math.min(pages, Math.max(1, Number(new URL(request.url).searchParams.get("page")) || 1));
  const rows = all.slice((page - 1) * gridPageSize, page * gridPageSize);
  return { frame: partnershipFrame(member), partnership, year, list, columns: gridColumns(list, found.inForce !== null), rows, page, pages, signed: found.inForce !== null, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, year, list } = await requireList(request, params, "edit-funding");
  const values = await readForm(request);
  const submission = readSubmission(values);
  const { lines, errors } = readLines(values, list);
  const again = (found: ReturnType<typeof oneError>, status: number) => data({ values: withoutSecrets(values), errors: found }, { status });
  if (Object.keys(errors).length > 0) return again(errorsOf(errors), 422);
  const outcome = await saveAmounts(actor, { partnershipId: partnership.id, year, lines }, submission);
  const path = fundingPath(partnership.slug, year);
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: outcome.value.changed === 0 ? "Nothing was changed." : `${String(outcome.value.changed)} ${outcome.value.changed === 1 ? "line is" : "lines are"} saved.` });
  if (outcome.detail) return again(oneError(`“${outcome.detail}”: ${refusals[outcome.refusal].title.toLowerCase()}. Nothing was saved. ${refusals[outcome.refusal].text}`), 409);
  throw refusalResponse(outcome, { href: path, text: "Open the year" });
}

/** What was typed, line by line; a field that was not sent stays as it is. */
function readLines(values: FormValues, list: FundingList): { lines: LineChange[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const ids = Object.keys(values).flatMap((name) => (name.startsWith("revision-") ? [name.slice("revision-".length)] : []));
  const lines = ids.map((lineId): LineChange => {
    const revision = Number(text(values, `revision-${lineId}`));
    if (!Number.isSafeInteger(revision)) throw refused(400);
    const typed = gridColumns(list, false).filter((column) => sent(values, `${column.name}-${lineId}`));
    return { list, lineId, revision, ...Object.fromEntries(typed.map((column) => [column.field, readAmount(values, column, lineId, errors)])) };
  });
  return { lines, errors };
}

function readAmount(values: FormValues, { name, label, mayBeNegative }: GridColumn, lineId: string, errors: Record<string, string>): number | null {
  const read = readMoney(rawText(values, `${name}-${lineId}`), { what: label, mayBeNegative });
  if (read.ok) return read.pence;
  errors[`${name}-${lineId}`] = read.problem;
  return null;
}

export default function Amounts() {
  const { frame, partnership, year, list, columns, rows, page, pages, signed, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = fundingPath(partnership.slug, year);
  const numbers = pageNumbers(page, pages, (number) => `${fundingPath(partnership.slug, year, `${list}/amounts`)}?page=${String(number)}`);
  return (
    <FundingPage frame={frame} back={{ href: path, text: `Back to ${showYear(year)}` }} caption={`${fundingListWords[list].title}, ${showYear(year)}`} title="Change many amounts at once" errors={answer?.errors} wide>
      <p className="govuk-body">An empty field means that the amount is not provided, which is not the same as £0.{signed && " The budget is signed, so only what was paid can be changed here; amounts of the budget are changed line by line, with a reason."}</p>
      {rows.length === 0 ? <p className="govuk-body">There are no lines yet.</p> : <AmountsGrid columns={columns} rows={rows} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />}
      {numbers && <Pagination {...numbers} />}
    </FundingPage>
  );
}
