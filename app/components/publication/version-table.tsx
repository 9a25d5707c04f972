import { Table } from "#app/components/govuk/table.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { isReadable, showSize, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { publicationStateLabels } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

export interface VersionTableProps {
  slug: string;
  versions: readonly PublishedVersion[];
  /** By number; what a version changed, and the size of its PDF. */
  changes: readonly { number: number; changeNote: string | null; pdfBytes: number }[];
}

/** Every published version, newest first, for ever. */
export function VersionTable({ slug, versions, changes }: VersionTableProps) {
  return (
    <Table
      caption="All versions"
      captionHidden
      columns={[{ label: "Version" }, { label: "Published" }, { label: "State" }, { label: "What changed" }, { label: "Download" }]}
      rows={versions.map((version) => {
        const path = pathTo.version(slug, version.number);
        const change = changes.find((each) => each.number === version.number);
        const readable = isReadable(version.state);
        return {
          key: String(version.number),
          cells: [
            <a key="link" className="govuk-link together" href={path}>Version {version.number}</a>,
            <span key="date" className="together">{showDate(version.publishedAt)}</span>,
            publicationStateLabels[version.state],
            readable ? (change?.changeNote ?? "No note was given") : "Not shown",
            readable ? <a key="pdf" className="govuk-link together" href={`${path}.pdf`}>PDF<span className="govuk-visually-hidden"> of version {version.number}</span>{change && ` (${showSize(change.pdfBytes)})`}</a> : "None",
          ],
        };
      })}
    />
  );
}
