import { documentPath } from "#app/components/drafting/paths.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { FileUpload } from "#app/components/govuk/file-upload.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

export interface FileFormProps {
  at: DocumentAddress;
  /** Whether there is one already, whose place this one takes. */
  replaces: boolean;
  error: string | undefined;
  submissionKey: string;
}

/** Chooses the PDF of a draft. */
export function FileForm({ at, replaces, error, submissionKey }: FileFormProps) {
  return (
    <form method="post" encType="multipart/form-data" action={documentPath(at, "pdf")}>
      <SubmissionKey value={submissionKey} />
      <FileUpload name="file" label={replaces ? "Another PDF, in its place" : "PDF"} hint="A .pdf file of up to 19 MB and 200 pages" accept=".pdf" error={error} />
      <Button variant={replaces ? "secondary" : undefined}>{replaces ? "Replace the PDF" : "Read this PDF"}</Button>
    </form>
  );
}

/** What becomes of a PDF, and what may not be in it. */
export function FileRules() {
  return (
    <>
      <p className="govuk-body">The lead safeguarding partners sign exactly this file, and the public can save it. What the file says of who made it, and when, is taken out first.</p>
      <p className="govuk-body">It is refused when it has:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>words that cannot be seen but can be copied, for example under a black box</li>
        <li>another file, a script, a form or a reviewer’s note inside</li>
        <li>a password, or only scanned pictures of pages</li>
      </ul>
    </>
  );
}
