import { Details } from "#app/components/govuk/details.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import type { Archive, ArchiveEntry } from "#app/domain/publication/archive.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";

export interface ArchiveRecordProps {
  archive: Archive;
  /** Where what is still stored of an entry taken off can be erased, for those who may. */
  eraseHref?: (entryId: string) => string;
}

/** How entries were put right, what was taken off the list, and the fingerprints of the files: the record behind the list. */
export function ArchiveRecord({ archive: { entries, removed }, eraseHref }: ArchiveRecordProps) {
  const corrected = entries.filter((entry) => entry.corrections.length > 0);
  const files = entries.flatMap(({ entryId, title, file }) => (file ? [{ entryId, title, file }] : []));
  return (
    <>
      {(corrected.length > 0 || removed.length > 0) && <h2 className="govuk-heading-m">What was changed in this list</h2>}
      {corrected.map((entry) => <Corrections key={entry.entryId} entry={entry} />)}
      {removed.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {removed.map(({ entryId, removedAt, reason, erasedAt }) => (
            <li key={entryId}>
              An entry was taken off this list on {showDate(removedAt)}.{reason && ` Reason: ${withFullStop(reason)}`}
              {erasedAt && ` What was stored of it was erased for good on ${showDate(erasedAt)}.`}
              {eraseHref && !erasedAt && <> <a className="govuk-link" href={eraseHref(entryId)}>Erase what is still stored of it</a></>}
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <Details summaryText="Fingerprints of the PDFs (SHA-256)">
          <p className="govuk-body">A fingerprint is a long number worked out from the exact bytes of a file. If a copy you hold has the same one, it is the same file.</p>
          <Table caption="Fingerprints of the PDFs" captionHidden columns={[{ label: "Document" }, { label: "Fingerprint" }]} rows={files.map(({ entryId, title, file }) => ({ key: entryId, cells: [title, <span key="hash" className="hash">{file.sha256}</span>] }))} />
        </Details>
      )}
    </>
  );
}

function Corrections({ entry: { entryId, title, corrections } }: { entry: ArchiveEntry }) {
  return (
    <section id={`corrected-${entryId}`} aria-label={`Corrections of ${title}`}>
      <h3 className="govuk-heading-s">{title}</h3>
      <ul className="corrections">
        {corrections.map(({ at, office, reason, before }) => (
          <li key={at}>Corrected on {showDate(at)}. {before.join(" ")} Reason: {withFullStop(reason)} Corrected by: {office}.</li>
        ))}
      </ul>
    </section>
  );
}
