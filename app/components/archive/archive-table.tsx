import type { ReactNode } from "react";

import { Table } from "#app/components/govuk/table.tsx";
import { archiveKindLabels, periodText } from "#app/domain/archive/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { ArchiveEntry } from "#app/domain/publication/archive.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showExtent } from "#app/domain/shared/sizes.ts";

export interface ArchiveTableProps {
  slug: string;
  caption: string;
  entries: readonly ArchiveEntry[];
  /** Said with each when the list holds several kinds. */
  withKind?: boolean;
  /** What may be done with each, for those who may. */
  act?: (entry: ArchiveEntry) => ReactNode;
}

/** Earlier documents, published elsewhere before: what, for when, and where to read each. */
export function ArchiveTable({ slug, caption, entries, withKind = false, act }: ArchiveTableProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[{ label: "Document" }, { label: "Period" }, { label: "Published" }, { label: "Read it" }, ...(act ? [{ label: "Change" }] : [])]}
      rows={entries.map((entry) => ({
        key: entry.entryId,
        cells: [
          <Named key="title" slug={slug} entry={entry} withKind={withKind} />,
          periodText(entry) ?? "Not stated",
          entry.publishedOn ? <span key="date" className="together">{showDate(entry.publishedOn)}</span> : "Not stated",
          <Where key="where" slug={slug} entry={entry} />,
          ...(act ? [act(entry)] : []),
        ],
      }))}
    />
  );
}

function Named({ slug, entry, withKind }: { slug: string; entry: ArchiveEntry; withKind: boolean }) {
  const { entryId, kind, title, corrections } = entry;
  const last = corrections.at(-1);
  return (
    <>
      {title}
      {withKind && <span className="item-summary">{archiveKindLabels[kind]}</span>}
      {last && <span className="item-summary">This entry was <a className="govuk-link" href={`${pathTo.archive(slug)}#corrected-${entryId}`}>corrected on {showDate(last.at)}</a></span>}
    </>
  );
}

function Where({ slug, entry: { entryId, title, file, link } }: { slug: string; entry: ArchiveEntry }) {
  const of = <span className="govuk-visually-hidden"> of {title}</span>;
  return (
    <>
      {file && <><a className="govuk-link" href={pathTo.archiveFile(slug, entryId)}>PDF{of}</a> ({showExtent(file)})</>}
      {file && link && <br />}
      {link && <a className="govuk-link breakable" href={link} rel="noopener noreferrer">{new URL(link).hostname}<span className="govuk-visually-hidden">: {title}</span></a>}
    </>
  );
}
