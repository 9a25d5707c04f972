import { createHash } from "node:crypto";

import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FileForm, FileRules } from "#app/components/drafting/file-form.tsx";
import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { ReadinessList } from "#app/components/drafting/readiness-list.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { Fingerprint } from "#app/components/versions/fingerprint.tsx";
import { addFile } from "#app/domain/documents/file/add-file.server.ts";
import { findDraftFile } from "#app/domain/documents/file/queries.server.ts";
import { readPdfFile } from "#app/domain/documents/file/read-pdf-file.server.ts";
import { describeFindings } from "#app/domain/documents/file/vocabulary.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { showExtent } from "#app/domain/shared/sizes.ts";
import { readFlash, redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readUpload } from "#app/http/parse-upload.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `PDF of ${documentWords(found?.at.kind ?? "threshold-document").the}`, partnership: found?.partnership.name, hidden: true });

/** The member and the document, of a kind that may be a PDF. */
async function requireFilePlace(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireDocument(request, params, "edit-drafts");
  if (!documentWords(member.at.kind).mayBeUploaded) throw refusalResponse(refused("file-not-allowed"), { href: documentPath(member.at), text: backText(member.at) });
  return member;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireFilePlace(request, params);
  const view = await findDraftFile(member.actor, member.partnership.id, member.at.kind);
  if (!view) throw notFound();
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, at: member.at, view, flash, submissionKey: newSubmissionKey(), removeKey: newSubmissionKey() }, { headers: once });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireFilePlace(request, params);
  const { values, file } = await readUpload(request, "file");
  if (!file) return data({ problems: ["Choose a PDF"] }, { status: 422 });
  const reading = await readPdfFile(file.bytes);
  if (!reading.ok) return data({ problems: describeFindings(reading.findings).map((each) => `${file.name}: ${each}`) }, { status: 422 });
  const sent = readSubmission(values);
  const fields = { ...sent.fields, file: createHash("sha256").update(file.bytes).digest("hex") };
  const outcome = await addFile(actor, { partnershipId: partnership.id, kind: at.kind, name: file.name, file: reading.file }, { ...sent, fields });
  if (!outcome.ok) throw refusalResponse(outcome, { href: documentPath(at), text: backText(at) });
  return redirectWithFlash(request, documentPath(at, "pdf"), { type: "success", text: outcome.value.changed ? `“${file.name}” is part of the draft.` : "It was this very file already." });
}

export default function DraftPdf() {
  const { frame, at, view, flash, submissionKey, removeKey } = useLoaderData<typeof loader>();
  const problems: readonly string[] = useActionData<typeof action>()?.problems ?? [];
  const { file, lines } = view;
  return (
    <PortalFrame {...frame} current={at.kind} flash={problems.length > 0 ? null : flash} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <ErrorSummary errors={problems.map((text) => ({ href: "#file", text }))} />
      <h1 className="govuk-heading-l">PDF of {documentWords(at.kind).the}</h1>
      {file && (
        <>
          <SummaryList
            rows={[
              { key: "File", value: <><a className="govuk-link" href={documentPath(at, "pdf/file.pdf")}>{file.name}</a>, {showExtent(file)}</> },
              { key: "Added", value: `${showMoment(file.addedAt)}${file.addedBy ? `, by ${file.addedBy}` : ""}` },
              { key: "Fingerprint", value: <Fingerprint sha256={file.sha256} /> },
            ]}
          />
          {lines.length > 0 && <h2 className="govuk-heading-m">What the check found in it</h2>}
          {lines.length > 0 && <ReadinessList at={at} lines={lines} />}
          <form method="post" action={documentPath(at, "pdf/remove")}>
            <SubmissionKey value={removeKey} />
            <input type="hidden" name="sha256" value={file.sha256} />
            <Button variant="secondary">Take the PDF out of the draft</Button>
          </form>
        </>
      )}
      {!file && <FileRules />}
      <FileForm at={at} replaces={file !== null} error={problems[0]} submissionKey={submissionKey} />
    </PortalFrame>
  );
}
