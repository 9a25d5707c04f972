import type { ReactNode } from "react";

import { Figures } from "#app/components/facts/figures.tsx";
import { PartPages } from "#app/components/file-import/part-pages.tsx";
import { type ImportPart, importParts, type ImportPreview } from "#app/domain/funding/import/import-view.ts";
import type { FundingList } from "#app/domain/funding/vocabulary.ts";

import { AddedTable, ChangedTable } from "./import-parts.tsx";

/** Everything that taking a file in would do: lines that change with before and after, new ones, and those that are removed. */
export function ImportPreviewParts({ list, preview }: { list: FundingList; preview: ImportPreview }) {
  const { changed, added, ended, unchanged, removesMissing } = preview;
  const part = (name: ImportPart, title: string, table: ReactNode) =>
    preview[name].count > 0 && (
      <section aria-labelledby={name}>
        <h2 className="govuk-heading-m" id={name}>{title} ({preview[name].count.toLocaleString("en-GB")})</h2>
        {table}
        <PartPages parts={preview} names={importParts} name={name} what={title.toLowerCase()} />
      </section>
    );
  return (
    <>
      <Figures
        figures={[
          { term: "New", value: added.count.toLocaleString("en-GB") },
          { term: "Changed", value: changed.count.toLocaleString("en-GB") },
          { term: "Unchanged", value: unchanged.toLocaleString("en-GB") },
          { term: "Removed", value: ended.count.toLocaleString("en-GB"), note: removesMissing ? "not in the file" : "lines not in the file stay" },
        ]}
      />
      {part("changed", "Lines that change", <ChangedTable changed={changed} />)}
      {part("added", "New lines", <AddedTable list={list} added={added} />)}
      {part("ended", "Lines that are removed", <ul className="govuk-list govuk-list--bullet">{ended.items.map(({ id, name }) => <li key={id}>{name}</li>)}</ul>)}
    </>
  );
}
