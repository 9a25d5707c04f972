import { createHash } from "node:crypto";

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { WordGuidance } from "#app/components/drafting/word-guidance.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { FileUpload } from "#app/components/govuk/file-upload.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { keepWordImport } from "#app/domain/documents/word/keep-word-import.server.ts";
import { listOpenWordImports } from "#app/domain/documents/word/queries.server.ts";
import { readWordFile } from "#app/domain/documents/word/read-word-file.server.ts";
import { wordProblems } from "#app/domain/documents/word/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { oneError } from "#app/http/parse-form.server.ts";
import { readUpload } from "#app/http/parse-upload.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Start from a Word file", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "edit-drafts");
  const { flash, headers: once } = readFlash(request);
  const open = await listOpenWordImports(member.actor, member.partnership.id, member.at.kind);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, at: member.at, open, flash, submissionKey: newSubmissionKey() }, { headers: once });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const { values, file } = await readUpload(request, "file");
  if (!file) return data({ errors: oneError("Choose a Word document (.docx)", "file") }, { status: 422 });
  const reading = await readWordFile(file.bytes);
  if (!reading.ok) return data({ errors: oneError(`${file.name}: ${wordProblems[reading.problem]}`, "file") }, { status: 422 });
  const sent = readSubmission(values);
  const fields = { ...sent.fields, file: createHash("sha256").update(file.bytes).digest("hex") };
  const outcome = await keepWordImport(actor, { partnershipId: partnership.id, kind: at.kind, fileName: file.name, bytes: file.bytes, draft: reading.draft }, { ...sent, fields });
  if (!outcome.ok) throw refusalResponse(outcome, { href: documentPath(at), text: backText(at) });
  return redirect(documentPath(at, `word/${outcome.value.importId}`));
}

export default function UploadWordFile() {
  const { frame, at, open, flash, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalFrame {...frame} current={at.kind} flash={answer ? null : flash} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <h1 className="govuk-heading-l">Start from a Word file</h1>
      <WordGuidance />
      <form method="post" encType="multipart/form-data">
        <SubmissionKey value={submissionKey} />
        <FileUpload name="file" label="Word document" hint="A .docx file of up to 20 MB. The file itself is not kept." accept=".docx" error={answer?.errors.fields.file} />
        <Button>Read this file</Button>
      </form>
      {open.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Read, and waiting to be looked through</h2>
          <ul className="govuk-list govuk-list--bullet">
            {open.map((each) => (
              <li key={each.id}>
                <a className="govuk-link" href={documentPath(at, `word/${each.id}`)}>{each.fileName}</a>, read by {each.readBy} on {showMoment(each.readAt)}
              </li>
            ))}
          </ul>
        </>
      )}
    </PortalFrame>
  );
}
