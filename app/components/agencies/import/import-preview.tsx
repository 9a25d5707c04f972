import type { ReactNode } from "react";

import { Figures } from "#app/components/facts/figures.tsx";
import { PartPages } from "#app/components/file-import/part-pages.tsx";
import { type ImportPart, importParts, type ImportPreview } from "#app/domain/agencies/import/import-view.ts";

import { AddedTable, AttentionTable, ChangesTable } from "./import-tables.tsx";

/** Everything that taking a file in would do, and what it shows that only a person can decide. */
export function ImportPreviewParts({ slug, preview }: { slug: string; preview: ImportPreview }) {
  const { closed, changed, added, attention, unchanged } = preview;
  const count = (many: number) => many.toLocaleString("en-GB");
  const part = (name: ImportPart, title: string, table: ReactNode) =>
    preview[name].count > 0 && (
      <section className="section" aria-labelledby={name}>
        <h2 className="govuk-heading-m" id={name}>{title} ({count(preview[name].count)})</h2>
        {table}
        <PartPages parts={preview} names={importParts} name={name} what={title.toLowerCase()} />
      </section>
    );
  return (
    <>
      <Figures
        figures={[
          { term: "New", value: count(added.count), note: "to be proposed" },
          { term: "Changed", value: count(changed.count) },
          { term: "Closed", value: count(closed.count) },
          { term: "Unchanged", value: count(unchanged) },
        ]}
      />
      {part("closed", "Agencies that closed", <ChangesTable slug={slug} caption="Agencies that closed" changes={closed.items} />)}
      {part("changed", "Agencies that change", <ChangesTable slug={slug} caption="Agencies that change" changes={changed.items} />)}
      {part("attention", "For you to decide afterwards", <AttentionTable slug={slug} attention={attention.items} />)}
      {part("added", "New agencies", <AddedTable added={added.items} />)}
    </>
  );
}
