import { CsvError, parse } from "csv-parse/sync";

import { layoutsOf, registerColumnNames, registerColumns, type RegisterLayout, type RegisterSource, registerSourceLabels, registerSources } from "./vocabulary.ts";

/** Where a file names its columns, and how its cells are divided. */
export interface Heading {
  layout: RegisterLayout;
  /** As a spreadsheet counts it: Ofsted has titles above. */
  row: number;
  /** How many columns it names. */
  width: number;
  /** Where each column of the layout is; -1 for one that is not there. */
  places: ReadonlyMap<string, number>;
  separator: string;
  lineEnds: string[];
  /** False in the tab separated extract of charities, where quotes are letters and a backslash escapes. */
  quoted: boolean;
}

interface Line {
  separator: string;
  row: number;
  names: string[];
}

const separators = [",", "\t", ";"];
const mostRowsAbove = 10;

/** Finds the heading in the beginning of a comma, tab or semicolon separated text, or says what is wrong with it. */
export function findHeading(text: string, source: RegisterSource): { ok: true; heading: Heading } | { ok: false; problems: string[] } {
  const lineEnds = lineEndsOf(text);
  const lines = separators.flatMap((separator) => firstLines(text, separator, lineEnds));
  const { layout, line, missing } = bestFit(lines, layoutsOf[source]);
  const problems = headingProblems(source, line, layout, missing, lines);
  if (problems.length > 0) return { ok: false, problems };
  const places = new Map(registerColumnNames(layout).map((name) => [name, line.names.indexOf(plain(name))]));
  const quoted = layout !== "charity-commission" || line.separator !== "\t" || text.trimStart().startsWith('"');
  return { ok: true, heading: { layout, row: line.row, width: line.names.length, places, separator: line.separator, lineEnds, quoted } };
}

/** The same for the names of a list of objects. */
export function findNames(names: readonly string[], source: RegisterSource): { ok: true; layout: RegisterLayout } | { ok: false; problems: string[] } {
  const lines = [{ separator: ",", row: 1, names: names.map(plain) }];
  const { layout, line, missing } = bestFit(lines, layoutsOf[source]);
  const problems = headingProblems(source, line, layout, missing, lines);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, layout };
}

/** The line and the layout that go best together: fewest columns missing, then most columns there. */
function bestFit(lines: readonly Line[], layouts: readonly RegisterLayout[]) {
  const fits = layouts.flatMap((layout) =>
    lines.map((line) => {
      const columns = registerColumns[layout];
      const missing = columns.filter(({ name, required }) => required && !line.names.includes(plain(name))).map(({ name }) => name);
      return { layout, line, missing, share: missing.length / columns.filter(({ required }) => required).length };
    }),
  );
  const [best] = fits.sort((one, other) => one.share - other.share);
  if (!best) throw new Error("a text has a first line");
  return best;
}

function headingProblems(source: RegisterSource, line: Line, layout: RegisterLayout, missing: readonly string[], lines: readonly Line[]): string[] {
  const row = `row ${String(line.row)}`;
  const repeated = registerColumnNames(layout).filter((name) => line.names.indexOf(plain(name)) !== line.names.lastIndexOf(plain(name)));
  if (repeated.length > 0) return [`These columns are more than once in ${row}: ${listed(repeated)}. Keep one of each`];
  if (missing.length === 0) return [];
  const other = registerSources.find((each) => each !== source && bestFit(lines, layoutsOf[each]).missing.length === 0);
  return [
    ...(other ? [`This looks like a file of “${registerSourceLabels[other]}”, not of “${registerSourceLabels[source]}”. Choose that register, then the file again`] : []),
    `These columns are not in ${row}: ${listed(missing)}. Columns may be in any order and others are passed over, but names must be as they are published`,
  ];
}

/** The first rows of a text, as far as they can be read. */
function firstLines(text: string, separator: string, lineEnds: string[]): Line[] {
  const lines: Line[] = [];
  const keep = (record: string[]) => void lines.push({ separator, row: lines.length + 1, names: record.map(plain) });
  try {
    parse(text, { ...csvForm({ separator, lineEnds, quoted: true }), to: mostRowsAbove, on_record: keep });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return lines.length > 0 ? lines : [{ separator, row: 1, names: [] }];
}

/** How a text of separated cells is read: as spreadsheets read it, who take quotes inside a cell as they are. */
export function csvForm({ separator, lineEnds, quoted }: Pick<Heading, "separator" | "lineEnds" | "quoted">) {
  const longestRow = 200_000;
  return { bom: true, trim: true, delimiter: separator, record_delimiter: lineEnds, quote: quoted ? '"' : null, relax_column_count: true, relax_quotes: true, max_record_size: longestRow };
}

/** What ends the first line ends all of them: where lines end with LF, a CR on its own is part of a cell. */
function lineEndsOf(text: string): string[] {
  const firstEnd = /\r\n|\n|\r/.exec(text.slice(0, 100_000).replace(/"[^"]*"/g, ""))?.[0];
  return firstEnd === "\r" ? ["\r\n", "\n", "\r"] : ["\r\n", "\n"];
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/[\s_]+/g, " ");
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(", ");
}
