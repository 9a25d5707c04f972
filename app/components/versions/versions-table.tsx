import { Table } from "#app/components/govuk/table.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { ShortFingerprint } from "#app/components/versions/fingerprint.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { stateLabel, stateTone } from "#app/domain/documents/version-state.ts";
import type { VersionSummary } from "#app/domain/documents/version-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

const columns = [{ label: "Version" }, { label: "State" }, { label: "Frozen" }, { label: "Signatures" }, { label: "What changed" }, { label: "Fingerprint" }];

/** Every version of a document, newest first. */
export function VersionsTable({ at, versions, corrected }: { at: DocumentAddress; versions: readonly VersionSummary[]; corrected: Readonly<Record<number, string>> }) {
  return (
    <Table
      caption="Versions, newest first"
      captionHidden
      columns={columns}
      rows={versions.map((version) => ({
        key: version.id,
        cells: [
          <a className="govuk-link unbroken" href={versionPath(at, version.number)} key="link">Version {version.number}</a>,
          <Tag text={stateLabel(version)} tone={stateTone(version)} key="state" />,
          <span className="unbroken" key="frozen">{showDate(version.frozenAt)}</span>,
          `${String(version.signed)} of ${String(version.required)}`,
          corrected[version.number] ? `${corrected[version.number] ?? ""} (corrected)` : (version.changeNote ?? "Not stated"),
          <ShortFingerprint sha256={version.contentSha256} key="hash" />,
        ],
      }))}
    />
  );
}
