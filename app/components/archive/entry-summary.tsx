import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { archiveKindLabels, periodText } from "#app/domain/archive/vocabulary.ts";
import type { ArchiveEntry } from "#app/domain/publication/archive.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showExtent } from "#app/domain/shared/sizes.ts";

/** What an entry says now. */
export function EntrySummary({ entry }: { entry: ArchiveEntry }) {
  const { kind, title, publishedOn, link, file } = entry;
  return (
    <SummaryList
      rows={[
        { key: "What it is", value: archiveKindLabels[kind] },
        { key: "Title", value: title },
        { key: "Period", value: periodText(entry) ?? "Not stated" },
        { key: "Published", value: publishedOn ? showDate(publishedOn) : "Not stated" },
        { key: "PDF", value: file ? showExtent(file) : "None" },
        { key: "Web address", value: link ? <span className="breakable">{link}</span> : "None" },
      ]}
    />
  );
}
