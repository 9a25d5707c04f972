import { createHash } from "node:crypto";

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { KeptFiles } from "#app/components/file-import/kept-files.tsx";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { FileGuidance } from "#app/components/funding/import/file-guidance.tsx";
import { UploadForm } from "#app/components/funding/import/upload-form.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { keepImport } from "#app/domain/funding/import/keep-import.server.ts";
import { listFundingImports } from "#app/domain/funding/import/queries.server.ts";
import { readImportFile } from "#app/domain/funding/import/read-import-file.server.ts";
import { largestImportFile } from "#app/domain/funding/lists/vocabulary.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { fundingListWords } from "#app/domain/funding/vocabulary.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import type { FormErrors } from "#app/http/field-errors.ts";
import { text } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readUpload } from "#app/http/parse-upload.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireList } from "../require-year.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `Take ${fundingListWords[page.list].many} from a file` : "Take lines from a file", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireList(request, params, "edit-funding");
  const { actor, partnership, year, list } = member;
  const found = await findFundingYear(actor, partnership.id, year);
  if (!found) throw notFound();
  const files = await listFundingImports(actor, { partnershipId: partnership.id, year, list });
  return { frame: partnershipFrame(member), partnership, year, list, signed: found.inForce !== null, files, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, year, list } = await requireList(request, params, "edit-funding");
  const { values, file } = await readUpload(request, "file");
  const missing = text(values, "missing");
  const again = (...problems: string[]) => data({ errors: fileErrors(problems), missing }, { status: 422 });
  if (!file) return again("Choose a file that ends in .csv");
  if (file.bytes.length > largestImportFile) return again(`${file.name} is larger than 5 MB. Divide it`);
  const submission = readSubmission(values);
  const read = await readImportFile(list, file.bytes);
  if (!read.ok) return again(...read.problems.map((problem, at) => (at === 0 ? `${file.name}: ${problem}` : problem)));
  const fileSha256 = createHash("sha256").update(file.bytes).digest("hex");
  const input = { partnershipId: partnership.id, year, list, fileName: file.name, fileSha256, removesMissing: missing === "remove", chunks: read.chunks };
  const outcome = await keepImport(actor, input, { ...submission, fields: { ...submission.fields, file: fileSha256 } });
  if (!outcome.ok) throw refusalResponse(outcome, { href: fundingPath(partnership.slug, year), text: "Open the year" });
  return redirect(fundingPath(partnership.slug, year, `${list}/import/${outcome.value.importId}`));
}

/** All that is wrong with a file as a whole, at the top and beside the field. */
function fileErrors(problems: readonly string[]): FormErrors {
  return { summary: problems.map((problem) => ({ href: "#file", text: problem })), fields: { file: problems.join(". ") } };
}

export default function UploadLines() {
  const { frame, partnership, year, list, signed, files, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { title, many } = fundingListWords[list];
  const path = fundingPath(partnership.slug, year);
  return (
    <FundingPage frame={frame} back={{ href: path, text: `Back to ${showYear(year)}` }} caption={`${title}, ${showYear(year)}`} title={`Take ${many} from a file`} errors={answer?.errors}>
      <FileGuidance slug={partnership.slug} year={year} list={list} signed={signed} />
      <UploadForm missing={answer?.missing || undefined} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
      <KeptFiles files={files} linkTo={(id) => fundingPath(partnership.slug, year, `${list}/import/${id}`)} />
    </FundingPage>
  );
}
