import type { ReactNode } from "react";

import { itemPath } from "#app/components/drafting/paths.ts";
import { Table } from "#app/components/govuk/table.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import type { DraftOverview } from "#app/domain/documents/drafting-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { strengthLabels } from "#app/domain/guidance/vocabulary.ts";

type Row = DraftOverview["coverage"][number];

/** Each thing the guidance asks for: the sections that cover it, the stated gap, or that it is still open. */
export function CoverageTable({ at, overview }: { at: DocumentAddress; overview: DraftOverview }) {
  const { coverage, sections, edition } = overview;
  return (
    <Table
      caption={`What ${edition.title} asks for, and where it is`}
      captionHidden
      columns={[{ label: "What the guidance asks" }, { label: "Must or should" }, { label: "Where it is" }]}
      rows={coverage.map((row) => ({
        key: row.itemId,
        cells: [
          <a key="item" className="govuk-link" href={itemPath(at, row.itemId)}>{row.title}</a>,
          `${strengthLabels[row.strength]}${row.inForce ? "" : ", not yet in force"}`,
          <Where key="where" row={row} sections={sections} />,
        ],
      }))}
    />
  );
}

function Where({ row, sections }: { row: Row; sections: DraftOverview["sections"] }): ReactNode {
  if (row.sections.length > 0) {
    return row.sections.map((number) => `${String(number)}. ${sections[number - 1]?.title ?? ""}`).join("; ");
  }
  if (row.notCovered !== null) return <>Not covered: {row.notCovered}</>;
  if (!row.inForce) return "Not needed yet";
  return row.strength === "must" ? <Tag text="Nothing written yet" tone="yellow" /> : "Nothing written yet";
}
