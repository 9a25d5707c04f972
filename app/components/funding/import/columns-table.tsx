import { Table } from "#app/components/govuk/table.tsx";
import { listColumns } from "#app/domain/funding/lists/vocabulary.ts";
import { type FundingList, fundingListWords } from "#app/domain/funding/vocabulary.ts";

/** What the columns of a list's file hold, by the names that row 1 has. */
export function ColumnsTable({ list }: { list: FundingList }) {
  return (
    <Table
      caption={`The columns of a file of ${fundingListWords[list].many}`}
      captionHidden
      columns={[{ label: "Column" }, { label: "What it holds" }]}
      rows={listColumns[list].map(({ name, holds }) => ({ key: name, cells: [<code key="name">{name}</code>, holds] }))}
    />
  );
}
