import { documentPath } from "#app/components/drafting/paths.ts";
import type { DraftOverview } from "#app/domain/documents/drafting-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { showExtent } from "#app/domain/shared/sizes.ts";

/** The PDF that a draft carries, or the way to give it one. */
export function DraftFileSummary({ at, file, mayEdit }: { at: DocumentAddress; file: DraftOverview["file"]; mayEdit: boolean }) {
  if (!file && !mayEdit) return null;
  return (
    <section className="panel-box" aria-labelledby="file-title">
      <h2 className="govuk-heading-s" id="file-title">PDF</h2>
      {file ? (
        <p className="govuk-body govuk-!-margin-bottom-0">
          <a className="govuk-link" href={documentPath(at, "pdf")}>{file.name}</a>, {showExtent(file)}. It is signed and published with the sections.
        </p>
      ) : (
        <p className="govuk-body govuk-!-margin-bottom-0">
          Is it written and laid out already? <a className="govuk-link" href={documentPath(at, "pdf")}>Use a PDF</a>
        </p>
      )}
    </section>
  );
}
