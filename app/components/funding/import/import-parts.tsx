import { ValueCell } from "#app/components/file-import/value-cell.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import type { ImportPreview } from "#app/domain/funding/import/import-view.ts";
import { columnNames } from "#app/domain/funding/lists/vocabulary.ts";
import type { FundingList } from "#app/domain/funding/vocabulary.ts";

/** Each field that would change, before and after. */
export function ChangedTable({ changed }: Pick<ImportPreview, "changed">) {
  return (
    <Table
      caption="Lines that change"
      captionHidden
      columns={[{ label: "Line" }, { label: "Column" }, { label: "Before" }, { label: "After" }]}
      rows={changed.items.flatMap(({ row, name, fields }) => fields.map(({ column, before, after }) => ({
        key: `${String(row)} ${column}`,
        cells: [<>{name}<span className="muted"><br />Row {row}</span></>, <code key="column">{column}</code>, <ValueCell key="before" text={before} />, <ValueCell key="after" text={after} />],
      })))}
    />
  );
}

const told: Record<FundingList, readonly string[]> = {
  contributions: ["sector", "form", "amount", "received", "children_percent"],
  spending: ["category", "budget", "actual", "children_percent"],
};

/** Lines that would be added, with the columns that matter most. */
export function AddedTable({ list, added }: { list: FundingList } & Pick<ImportPreview, "added">) {
  const names = columnNames(list);
  return (
    <Table
      caption="New lines"
      captionHidden
      columns={[{ label: "Line" }, ...told[list].map((label) => ({ label }))]}
      rows={added.items.map(({ row, name, cells }) => ({
        key: String(row),
        cells: [<>{name}<span className="muted"><br />Row {row}</span></>, ...told[list].map((column) => <ValueCell key={column} text={cells[names.indexOf(column)]} />)],
      }))}
    />
  );
}
