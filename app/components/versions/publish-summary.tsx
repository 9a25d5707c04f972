import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { publicVersionPath } from "#app/components/versions/paths.ts";
import { officeOf } from "#app/components/versions/seats-signed.tsx";
import { ReadIt } from "#app/components/versions/version-record.tsx";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** What becomes public, where, and what it takes the place of. */
export function PublishSummary({ at, version }: { at: DocumentAddress; version: VersionView }) {
  return (
    <SummaryList
      rows={[
        { key: "Title", value: version.title },
        { key: "What changed", value: version.changeNote ?? "Not stated" },
        { key: "In force from", value: version.inForceFrom ? showDate(version.inForceFrom) : "Not stated" },
        {
          key: "Signed by",
          value: (
            <ul className="govuk-list">
              {version.seats.map(({ seatId, organisation, signature }) => signature && (
                <li key={seatId}>{signature.name}, {officeOf(signature)}, {organisation}, {showDate(signature.signedAt)}</li>
              ))}
            </ul>
          ),
        },
        { key: "What becomes public", value: "The text, the PDF, which part covers each item of the guidance, and the names and offices of those who signed" },
        { key: "At this address, for ever", value: <Address path={publicVersionPath(at, version.number)} /> },
        { key: "Takes the place of", value: version.publishedNumber === null ? "Nothing: this is the first to be published" : `Version ${String(version.publishedNumber)}, which stays readable at its own address` },
        { key: "Read it", value: <ReadIt at={at} version={version} /> },
      ]}
    />
  );
}

/** An address that breaks after its slashes. */
function Address({ path }: { path: string }) {
  return path.split("/").filter(Boolean).map((part) => <span key={part}>/{part}<wbr /></span>);
}
