import { documentPath } from "#app/components/drafting/paths.ts";
import { versionPath, versionsPath } from "#app/components/versions/paths.ts";
import { editedLine, standingLine } from "#app/domain/documents/draft-status.ts";
import type { DraftOverview } from "#app/domain/documents/drafting-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

/** "Draft, edited today by Lena Roe; version 2 published on …; version 3 awaiting 1 of 4 signatures: …". */
export function DraftStatusLine({ at, overview }: { at: DocumentAddress; overview: DraftOverview }) {
  const { editedAt, editedBy, today, versions } = overview;
  return (
    <p className="govuk-body-l">
      Draft, {editedLine(editedAt, editedBy, today)}
      {versions.map((version) => (
        <span key={version.number}>
          ; <a className="govuk-link" href={versionPath(at, version.number)}>version {version.number}</a> {standingLine(version)}
        </span>
      ))}
      .
      {versions.length > 0 && (
        <>
          {" "}<a className="govuk-link" href={documentPath(at, "changes")}>What changed in the draft</a> · <a className="govuk-link" href={versionsPath(at)}>All versions</a>
        </>
      )}
    </p>
  );
}
