import type { ReactNode } from "react";

import { classNames } from "#app/components/govuk/class-names.ts";
import type { Size } from "#app/components/govuk/label.tsx";

export interface TableColumn {
  /** The heading, repeated before each cell when the rows stack. */
  label: string;
  format?: "numeric";
}

export interface TableRow {
  key: string;
  /** One for each column, in order. */
  cells: readonly ReactNode[];
}

export interface TableProps {
  caption: ReactNode;
  captionSize?: Size;
  /** For a table under a heading that already says what it holds. */
  captionHidden?: boolean;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** The first cell names the row. True unless said otherwise. */
  firstCellIsHeader?: boolean;
  /** On a small screen each row becomes a card that names its columns. True unless said otherwise. */
  stack?: boolean;
}

/** The roles are written out because a stacked table is laid out as blocks, which hides from some browsers that it is one. */
export function Table({ caption, captionSize = "m", captionHidden = false, columns, rows, firstCellIsHeader = true, stack = true }: TableProps) {
  const role = (name: string) => (stack ? name : undefined);
  const numeric = (part: "header" | "cell", at: number) => columns[at]?.format === "numeric" && `govuk-table__${part}--numeric`;
  return (
    <table className={classNames("govuk-table", stack && "govuk-table--stack")} role={role("table")}>
      <caption className={captionHidden ? "govuk-visually-hidden" : `govuk-table__caption govuk-table__caption--${captionSize}`}>{caption}</caption>
      <thead className="govuk-table__head" role={role("rowgroup")}>
        <tr className="govuk-table__row" role={role("row")}>
          {columns.map((column, at) => (
            <th key={column.label} scope="col" role={role("columnheader")} className={classNames("govuk-table__header", numeric("header", at))}>{column.label}</th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body" role={role("rowgroup")}>
        {rows.map((row) => (
          <tr key={row.key} className="govuk-table__row" role={role("row")}>
            {row.cells.map((cell, at) =>
              at === 0 && firstCellIsHeader ? (
                <th key={at} scope="row" role={role("rowheader")} className="govuk-table__header">{cell}</th>
              ) : (
                <td key={at} role={role("cell")} className={classNames("govuk-table__cell", numeric("cell", at))} data-label={stack ? columns[at]?.label : undefined}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
