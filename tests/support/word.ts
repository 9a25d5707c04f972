import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  type FileChild,
} from "docx";
import JSZip from "jszip";

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;
const dot = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const when = { author: "Rowan Fell", date: "2026-01-05T09:00:00Z" };

export const heading = (level: 1 | 2 | 3 | 4, text: string): Paragraph => new Paragraph({ text, heading: levels[level - 1] });
export const title = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.TITLE });
export const words = (...runs: (string | TextRun | ExternalHyperlink | ImageRun | FootnoteReferenceRun | InsertedTextRun | DeletedTextRun | CommentReference | CommentRangeStart | CommentRangeEnd)[]): Paragraph =>
  new Paragraph({ children: runs.map((run) => (typeof run === "string" ? new TextRun(run) : run)) });
export const bold = (text: string): TextRun => new TextRun({ text, bold: true });
export const italic = (text: string): TextRun => new TextRun({ text, italics: true });
export const link = (text: string, address: string): ExternalHyperlink => new ExternalHyperlink({ link: address, children: [new TextRun(text)] });
export const picture = (description: string): ImageRun => new ImageRun({ type: "png", data: dot, transformation: { width: 9, height: 9 }, altText: { name: "picture", title: "picture", description } });
export const inserted = (text: string): InsertedTextRun => new InsertedTextRun({ id: 11, text, ...when });
export const deleted = (text: string): DeletedTextRun => new DeletedTextRun({ id: 12, text, ...when });
export const footnote = (): FootnoteReferenceRun => new FootnoteReferenceRun(1);
export const comment = (): (CommentRangeStart | CommentRangeEnd | TextRun)[] => [new CommentRangeStart(0), new CommentRangeEnd(0), new TextRun({ children: [new CommentReference(0)] })];
export const bullet = (level: number, text: string): Paragraph => new Paragraph({ text, numbering: { reference: "dots", level } });
export const step = (level: number, text: string): Paragraph => new Paragraph({ text, numbering: { reference: "steps", level } });
export const contents = (): TableOfContents => new TableOfContents("Contents");
export const table = (rows: (string | { text: string; across: number })[][]): Table =>
  new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map((cell) => new TableCell({ columnSpan: typeof cell === "string" ? 1 : cell.across, children: [new Paragraph(typeof cell === "string" ? cell : cell.text)] })),
        }),
    ),
  });

/** A real .docx with these parts, a footnote and a comment that they may refer to, and a header. */
export async function wordFile(children: FileChild[], { header = "" } = {}): Promise<Buffer> {
  const level = (format: "bullet" | "decimal") => [0, 1, 2].map((each) => ({ level: each, format, text: format === "bullet" ? "•" : `%${String(each + 1)}.` }));
  const document = new Document({
    numbering: { config: [{ reference: "dots", levels: level("bullet") }, { reference: "steps", levels: level("decimal") }] },
    footnotes: { 1: { children: [new Paragraph("Agreed in *May* 2026.")] } },
    comments: { children: [{ id: 0, author: "Rowan Fell", date: new Date("2026-01-05T09:00:00Z"), children: [new Paragraph("Is this still right?")] }] },
    sections: [{ ...(header ? { headers: { default: new Header({ children: [new Paragraph(header)] }) } } : {}), children }],
  });
  return Packer.toBuffer(document);
}

/** The same file with parts added, changed or (null) taken out. */
export async function withParts(file: Buffer, parts: Record<string, string | Buffer | null>): Promise<Buffer> {
  const zip = await JSZip.loadAsync(file);
  for (const [name, body] of Object.entries(parts)) {
    if (body === null) zip.remove(name);
    else zip.file(name, body);
  }
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

/** The text of one part of a file. */
export async function part(file: Buffer, name: string): Promise<string> {
  return (await (await JSZip.loadAsync(file)).file(name)?.async("string")) ?? "";
}
