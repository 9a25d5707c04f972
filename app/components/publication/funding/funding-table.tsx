import { Table } from "#app/components/govuk/table.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { allRows, type Cell, type FundingTable, showCell } from "#app/domain/publication/table-data.ts";
import { showSize } from "#app/domain/shared/sizes.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

/** Where the rows of a table are as files. Sizes are in bytes. */
export interface TableFiles {
  slug: string;
  year: FinancialYear;
  sizes: Readonly<Record<string, { csv: number; json: number }>>;
}

interface FundingTableViewProps {
  table: FundingTable;
  /** The columns that the page shows, by name; the files have all. */
  shown: readonly string[];
  /** More words under the first cell of a row, by the names of columns. */
  under?: readonly string[];
  files: TableFiles;
  /** Shown over a table whose heading does not already say what it holds. */
  caption?: string;
}

/** A table of a year's funding with its rows as files beside it. */
export function FundingTableView({ table, shown, under = [], files, caption }: FundingTableViewProps) {
  const columns = shown.flatMap((name) => table.columns.filter((column) => column.name === name));
  const numeric = (format: string) => format === "money" || format === "percent";
  return (
    <>
      <Table
        caption={caption ?? table.title}
        captionHidden={!caption}
        captionSize="s"
        columns={columns.map(({ label, format }) => ({ label, ...(numeric(format) ? { format: "numeric" as const } : {}) }))}
        rows={allRows(table).map(({ key, cells }) => ({
          key,
          cells: columns.map((column, at) => <CellView key={column.name} words={wordsOf(showCell(column, cells[column.name]), key)} strong={key === "total" && at > 0} none={isNone(cells[column.name])} under={at === 0 ? underOf(table, cells, under) : []} />),
        }))}
      />
      <TableLinks table={table} files={files} />
    </>
  );
}

/** A total says nothing where a line has words. */
function wordsOf(words: string, key: string): string {
  return key === "total" && words === "Not applicable" ? "" : words;
}

function isNone(cell: Cell | undefined): boolean {
  return cell?.value === null && Boolean(cell.none);
}

function underOf(table: FundingTable, cells: Readonly<Record<string, Cell>>, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = cells[name]?.value;
    if (value === null || value === undefined || value === "" || value === "no") return [];
    if (name === "payer") return value === cells.contributor?.value ? [] : [`Paid by ${String(value)}`];
    return name === "ring_fenced" ? ["Ring-fenced grant"] : [showCell(table.columns.find((column) => column.name === name) ?? { name, label: name, format: "text", description: "" }, cells[name])];
  });
}

function CellView({ words, strong, none, under }: { words: string; strong: boolean; none: boolean; under: readonly string[] }) {
  const said = strong ? <strong>{words}</strong> : none ? <span className="muted">{words}</span> : words;
  if (under.length === 0) return <>{words === "" ? null : said}</>;
  return <>{said}{under.map((line) => <span className="muted" key={line}><br />{line}</span>)}</>;
}

function TableLinks({ table, files: { slug, year, sizes } }: { table: FundingTable; files: TableFiles }) {
  const path = `${pathTo.funding(slug, year)}/${table.name}`;
  const size = sizes[table.name];
  const of = <span className="govuk-visually-hidden">: {table.title.toLowerCase()}</span>;
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={`${path}.csv`}>Download these rows (CSV{size && `, ${showSize(size.csv)}`}){of}</a> · <a className="govuk-link" href={`${path}.json`}>JSON{size && ` (${showSize(size.json)})`}{of}</a>
    </p>
  );
}
