import { CorrectedNote } from "#app/components/publication/correction-list.tsx";
import { SummaryList, type SummaryRow } from "#app/components/govuk/summary-list.tsx";
import { Reviewed } from "#app/components/versions/reviewed.tsx";
import { Fingerprint } from "#app/components/versions/fingerprint.tsx";
import { FileLink } from "#app/components/versions/file-link.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import type { Correction } from "#app/domain/publication/rules.ts";
import { type DocumentAddress, documentWords } from "#app/domain/documents/vocabulary.ts";
import { showDate, showMoment } from "#app/domain/shared/dates.ts";

/** What was frozen: by whom, for which dates, and the fingerprints of its bytes. */
export function VersionRecord({ at, version, corrections }: { at: DocumentAddress; version: VersionView; corrections: readonly Correction[] }) {
  const rows: (SummaryRow | null)[] = [
    { key: "Title", value: version.title },
    { key: "What changed", value: <CorrectedNote note={version.changeNote ?? "Not stated"} corrections={corrections.filter((each) => each.field === "change-note")} /> },
    { key: "In force from", value: version.inForceFrom ? showDate(version.inForceFrom) : "Not stated" },
    { key: "Next review", value: version.nextReviewOn ? showDate(version.nextReviewOn) : "Not stated" },
    { key: "Guidance", value: version.edition },
    { key: "Reviewed", value: <Reviewed version={version} /> },
    { key: "Frozen", value: `${showMoment(version.frozenAt)}${version.frozenBy ? `, by ${version.frozenBy}` : ""}` },
    version.publishedAt && { key: "Published", value: `${showMoment(version.publishedAt)}${version.publishedBy ? `, by ${version.publishedBy}` : ""}` },
    version.publishedAt && documentWords(version.kind).tellsGovernment && { key: "Secretary of State", value: version.toldGovernment ? `Told on ${showDate(version.toldGovernment.on)}${version.toldGovernment.recordedBy ? `, recorded by ${version.toldGovernment.recordedBy}` : ""}` : "Not recorded as told" },
    !version.takedown && { key: "Read it", value: <ReadIt at={at} version={version} /> },
    { key: "Fingerprint of the content", value: <Fingerprint sha256={version.contentSha256} /> },
    { key: "Fingerprint of the web page", value: <Fingerprint sha256={version.htmlSha256} /> },
    version.file && { key: "Fingerprint of the document’s own file", value: <Fingerprint sha256={version.file.sha256} /> },
    { key: "Fingerprint of the PDF", value: <Fingerprint sha256={version.pdfSha256} /> },
  ].map((row) => row || null);
  return <SummaryList rows={rows.filter((row): row is SummaryRow => row !== null)} />;
}

/** The links to the frozen text, the PDF and the differences. */
export function ReadIt({ at, version }: { at: DocumentAddress; version: Pick<VersionView, "number" | "comparedWith" | "file"> }) {
  return (
    <ul className="govuk-list">
      {version.file && <li><FileLink at={at} number={version.number} file={version.file} /></li>}
      <li><a className="govuk-link" href={versionPath(at, version.number, "text")}>Full text of version {version.number}</a></li>
      <li><a className="govuk-link" href={versionPath(at, version.number, "document.pdf")}>PDF of version {version.number}</a></li>
      {version.comparedWith !== null && (
        <li><a className="govuk-link" href={versionPath(at, version.number, "changes")}>What changed since version {version.comparedWith}</a></li>
      )}
    </ul>
  );
}
