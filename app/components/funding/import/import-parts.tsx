import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { type ImportPart, importParts, type ImportPreview, type Part } from "#app/domain/funding/import/import-view.ts";
import { columnNames } from "#app/domain/funding/lists/vocabulary.ts";
import type { FundingList } from "#app/domain/funding/vocabulary.ts";

/** What a cell says; nothing is said too. Only a long word may break anywhere. */
function Cell({ text }: { text: string | undefined }) {
  if (!text) return <span className="muted">Empty</span>;
  return /\S{20}/.test(text) ? <span className="breakable">{text}</span> : <>{text}</>;
}

/** The pages of one of the long lists of a preview. The others stay on theirs. */
export function PartPages({ preview, name, what }: { preview: ImportPreview; name: ImportPart; what: string }) {
  const { page, pages } = preview[name];
  const others = importParts.filter((part) => part !== name && preview[part].page > 1).map((part) => `${part}=${String(preview[part].page)}&`);
  const numbers = pageNumbers(page, pages, (number) => `?${others.join("")}${name}=${String(number)}#${name}`);
  return numbers && <Pagination {...numbers} landmarkLabel={`Pages of ${what}`} />;
}

/** What is wrong, row by row, with how to put it right. */
export function ErrorsTable({ errors }: { errors: Part<ImportPreview["errors"]["items"][number]> }) {
  return (
    <Table
      caption="What is wrong"
      captionHidden
      columns={[{ label: "Row" }, { label: "Column" }, { label: "Value" }, { label: "What is wrong" }, { label: "How to put it right" }]}
      rows={errors.items.map(({ row, column, value, problem, fix }, at) => ({
        key: String(at),
        cells: [row === null ? "Not in the file" : `Row\u00a0${String(row)}`, column ? <code key="column">{column}</code> : "The whole row", <Cell key="value" text={shortened(value)} />, problem, fix],
      }))}
    />
  );
}

/** Each field that would change, before and after. */
export function ChangedTable({ changed }: Pick<ImportPreview, "changed">) {
  return (
    <Table
      caption="Lines that change"
      captionHidden
      columns={[{ label: "Line" }, { label: "Column" }, { label: "Before" }, { label: "After" }]}
      rows={changed.items.flatMap(({ row, name, fields }) => fields.map(({ column, before, after }) => ({
        key: `${String(row)} ${column}`,
        cells: [<>{name}<span className="muted"><br />Row {row}</span></>, <code key="column">{column}</code>, <Cell key="before" text={before} />, <Cell key="after" text={after} />],
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
        cells: [<>{name}<span className="muted"><br />Row {row}</span></>, ...told[list].map((column) => <Cell key={column} text={cells[names.indexOf(column)]} />)],
      }))}
    />
  );
}

function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
