import { Table } from "#app/components/govuk/table.tsx";

import { ValueCell } from "./value-cell.tsx";

interface Wrong {
  /** Null for what is not in the file. */
  row: number | null;
  /** Null when it is the row as a whole. */
  column: string | null;
  value: string;
  problem: string;
  fix: string;
}

/** What is wrong, row by row, with how to put it right. */
export function ErrorsTable({ errors }: { errors: readonly Wrong[] }) {
  return (
    <Table
      caption="What is wrong"
      captionHidden
      columns={[{ label: "Row" }, { label: "Column" }, { label: "Value" }, { label: "What is wrong" }, { label: "How to put it right" }]}
      rows={errors.map(({ row, column, value, problem, fix }, at) => ({
        key: String(at),
        cells: [row === null ? "Not in the file" : `Row\u00a0${String(row)}`, column ? <code key="column">{column}</code> : "The whole row", <ValueCell key="value" text={shortened(value)} />, problem, fix],
      }))}
    />
  );
}

function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
