import { plainText } from "./blocks.ts";
import type { Block, Inline, TableColumn } from "./blocks.ts";
import { escapeHtml, renderInlines } from "./render-inline.server.ts";

/**
 * On a narrow screen the stylesheet (class `govuk-table--stack`) shows each row as a block with `data-label` before every value.
 * Browsers drop a table's meaning when its display changes, so the roles are written out.
 */
export function renderTable(table: Extract<Block, { type: "table" }>): string {
  const head = table.columns
    .map((column) => `<th scope="col" role="columnheader" class="govuk-table__header${numeric(column, "header")}">${renderInlines(column.heading)}</th>`)
    .join("");
  const rows = table.rows.map((row) => `<tr class="govuk-table__row" role="row">${renderCells(row, table.columns)}</tr>`);
  return [
    '<table class="govuk-table govuk-table--stack" role="table">',
    `<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">${head}</tr></thead>`,
    '<tbody class="govuk-table__body" role="rowgroup">',
    ...rows,
    "</tbody>",
    "</table>",
  ].join("\n");
}

function renderCells(row: readonly Inline[][], columns: readonly TableColumn[]): string {
  return columns
    .map((column, index) => {
      const cell = row[index] ?? [];
      const label = escapeHtml(plainText(column.heading));
      // The first cell names the row, unless it is empty or the only one.
      if (index === 0 && columns.length > 1 && plainText(cell).trim() !== "") {
        return `<th scope="row" role="rowheader" class="govuk-table__header" data-label="${label}">${renderInlines(cell)}</th>`;
      }
      return `<td role="cell" class="govuk-table__cell${numeric(column, "cell")}" data-label="${label}">${renderInlines(cell)}</td>`;
    })
    .join("");
}

function numeric(column: TableColumn, part: "header" | "cell"): string {
  return column.align === "right" ? ` govuk-table__${part}--numeric` : "";
}
