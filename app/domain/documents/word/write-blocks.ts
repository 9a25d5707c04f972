import { plainWords, type WordNode } from "./tree.ts";
import { type ReportLoss, shorten, writeInline } from "./write-inline.ts";

type Note = (reference: WordNode) => string;

/** Words at the start of a line that would become a heading, list, quote or rule. */
const atStart = /^(?:[-+=>#]|(\d{1,9})(?=[.)]\s))/;

/** A run of paragraphs, lists and tables as Markdown blocks. Headings are written by the caller. */
export class BlockWriter {
  private readonly blocks: string[] = [];
  private list: string[] = [];
  /** The number reached at each level of the list being written. */
  private counters: number[] = [];
  private indents: number[] = [];

  constructor(
    private readonly report: ReportLoss,
    private readonly note: Note,
  ) {}

  heading(level: number, words: string): void {
    this.endList();
    this.blocks.push(`${"#".repeat(level)} ${words}`);
  }

  take(node: WordNode): void {
    if (node.type === "table") return this.table(node);
    if (node.type !== "paragraph") {
      for (const child of node.children ?? []) this.take(child);
      return;
    }
    const words = writeInline(node.children ?? [], this.report, this.note);
    if (words === "") return;
    if (node.numbering) return this.item(Number(node.numbering.level) || 0, node.numbering.isOrdered, words);
    this.endList();
    this.blocks.push(words.replace(atStart, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`)));
  }

  text(): string {
    this.endList();
    return this.blocks.join("\n\n");
  }

  private item(wanted: number, ordered: boolean, words: string): void {
    const level = Math.min(wanted, this.counters.length, 4);
    if (level < wanted && level === 4) this.report("formatting", `A list deeper than five levels was made shallower: “${shorten(words)}”`);
    this.counters.length = Math.min(this.counters.length, level + 1);
    this.indents.length = Math.min(this.indents.length, level + 1);
    const count = (this.counters[level] ?? 0) + 1;
    this.counters[level] = count;
    const sign = ordered ? `${count}. ` : "- ";
    const indent = this.indents.slice(0, level).reduce((sum, width) => sum + width, 0);
    this.indents[level] = sign.length;
    this.list.push(`${" ".repeat(indent)}${sign}${words.replace(atStart, "\\$&")}`);
  }

  private endList(): void {
    if (this.list.length > 0) this.blocks.push(this.list.join("\n"));
    this.list = [];
    this.counters = [];
    this.indents = [];
  }

  private table(node: WordNode): void {
    this.endList();
    const rows = (node.children ?? []).filter((row) => row.type === "tableRow");
    const grid = rows.map((row) => this.cells(row));
    const width = Math.max(0, ...grid.map((row) => row.length));
    if (width === 0) return;
    if (width === 1) return this.box(rows);
    if (rows.some((row) => (row.children ?? []).some((cell) => (cell.colSpan ?? 1) > 1 || (cell.rowSpan ?? 1) > 1))) {
      this.report("merged-cells", `A table with merged cells became a plain table: check that each cell is under the right heading (“${shorten(plainWords(rows[0] ?? node))}”)`);
    }
    const lines = grid.map((row) => `| ${Array.from({ length: width }, (_, index) => row[index] ?? "").join(" | ")} |`);
    this.blocks.push([lines[0] ?? "", `|${" --- |".repeat(width)}`, ...lines.slice(1)].join("\n"));
  }

  private cells(row: WordNode): string[] {
    return (row.children ?? []).flatMap((cell) => {
      const words = (cell.children ?? []).flatMap((child) => this.cellLines(child)).join("; ");
      return [words, ...Array.from({ length: (cell.colSpan ?? 1) - 1 }, () => "")];
    });
  }

  private cellLines(node: WordNode): string[] {
    if (node.type === "table") {
      this.report("merged-cells", `A table inside a table became plain words (“${shorten(plainWords(node))}”)`);
      return (node.children ?? []).flatMap((row) => (row.children ?? []).flatMap((cell) => (cell.children ?? []).flatMap((child) => this.cellLines(child))));
    }
    const words = writeInline(node.children ?? [], this.report, this.note);
    return words === "" ? [] : [words];
  }

  /** A table of one column is a box drawn around words: its paragraphs stand on their own. */
  private box(rows: readonly WordNode[]): void {
    this.report("formatting", `A box around words became plain paragraphs (“${shorten(rows.map(plainWords).join(" "))}”)`);
    for (const row of rows) for (const cell of row.children ?? []) for (const child of cell.children ?? []) this.take(child);
  }
}
