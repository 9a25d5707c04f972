import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { correctionsOf, earlierReadable, isReadable, showSize, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { licence, publicationStateLabels } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { CorrectionsLink } from "./correction-list.tsx";
import { Path } from "./path.tsx";

export interface VersionTableProps {
  at: DocumentAddress;
  versions: readonly PublishedVersion[];
  /** By number; what a version changed, and the size of its PDF. */
  changes: readonly { number: number; changeNote: string | null; pdfBytes: number }[];
}

/** The facts strip of the list of versions. */
export function VersionsFacts({ partnership, at, versions }: { partnership: { name: string }; at: DocumentAddress; versions: readonly PublishedVersion[] }) {
  const [first, last] = [versions.at(-1), versions[0]];
  const path = pathTo.versions(at);
  return (
    <FactsStrip
      facts={[
        first && { term: "First published", description: showDate(first.publishedAt) },
        last && { term: "Last updated", description: showDate(last.publishedAt) },
        { term: "Owner", description: `The lead safeguarding partners of ${partnership.name}` },
        { term: "This page’s link", description: <a className="govuk-link" href={path}><Path path={path} /></a> },
        { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
      ]}
    />
  );
}

/** Every published version, newest first, for ever. */
export function VersionTable({ at, versions, changes }: VersionTableProps) {
  return (
    <Table
      caption="All versions"
      captionHidden
      columns={[{ label: "Version" }, { label: "Published" }, { label: "State" }, { label: "What changed" }, { label: "Download" }]}
      rows={versions.map((version) => {
        const path = pathTo.version(at, version.number);
        const change = changes.find((each) => each.number === version.number);
        const readable = isReadable(version.state);
        return {
          key: String(version.number),
          cells: [
            <a key="link" className="govuk-link together" href={path}>Version {version.number}</a>,
            <span key="date" className="together">{showDate(version.publishedAt)}</span>,
            publicationStateLabels[version.state],
            readable ? <WhatChanged key="note" at={at} version={version} before={earlierReadable(versions, version)} note={change?.changeNote ?? null} /> : "Not shown",
            readable ? <a key="pdf" className="govuk-link together" href={`${path}.pdf`}>PDF<span className="govuk-visually-hidden"> of version {version.number}</span>{change && ` (${showSize(change.pdfBytes)})`}</a> : "None",
          ],
        };
      })}
    />
  );
}

function WhatChanged({ at, version, before, note }: { at: DocumentAddress; version: PublishedVersion; before: PublishedVersion | undefined; note: string | null }) {
  return (
    <>
      {note ?? "No note was given"}
      <CorrectionsLink corrections={correctionsOf(version, "change-note")} href={`${pathTo.version(at, version.number)}#what-changed`} />
      {before && <br />}
      {before && <a className="govuk-link" href={pathTo.comparison(at, before.number, version.number)}>Compare with version {before.number}<span className="govuk-visually-hidden"> what version {version.number} says</span></a>}
    </>
  );
}
