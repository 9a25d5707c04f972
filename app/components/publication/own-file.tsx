import type { DocumentFacts } from "#app/domain/publication/record.ts";
import { showExtent } from "#app/domain/shared/sizes.ts";

/** The PDF that is part of a published version: its name, size and fingerprint, and the link to save it. */
export function OwnFile({ path, facts }: { path: string; facts: Pick<DocumentFacts, "file" | "fileName"> }) {
  const { file, fileName } = facts;
  if (!file) return null;
  return (
    <section className="panel-box" aria-labelledby="own-file">
      <h2 className="govuk-heading-s" id="own-file">The document</h2>
      <p className="govuk-body"><a className="govuk-link" href={`${path}/file.pdf`}>{fileName ?? "The document"} (PDF, {showExtent(file)})</a></p>
      <p className="govuk-body-s muted govuk-!-margin-bottom-0">Every lead safeguarding partner signed this very file. Its fingerprint (SHA-256): <span className="hash">{(file.sha256.match(/.{1,4}/g) ?? []).join(" ")}</span></p>
    </section>
  );
}
