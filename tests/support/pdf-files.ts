import { degrees, PDFDocument, type PDFFont, PDFHexString, PDFName, type PDFPage, PDFString, rgb, setTextRenderingMode, StandardFonts, TextRenderingMode } from "pdf-lib";

const black = rgb(0, 0, 0);
const white = rgb(1, 1, 1);

export type DrawPage = (page: PDFPage, font: PDFFont, document: PDFDocument) => void | Promise<void>;

/** A PDF with one page for each function. */
export async function pdfFile(pages: readonly DrawPage[], finish: (document: PDFDocument) => void | Promise<void> = () => undefined): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const draw of pages) await draw(document.addPage([420, 595]), font, document);
  await finish(document);
  return document.save();
}

export const words =
  (text: string, { x = 40, y = 500, colour = black } = {}): DrawPage =>
  (page, font) => page.drawText(text, { x, y, size: 12, font, color: colour });

export const whiteWords = (text: string): DrawPage => words(text, { colour: white });

/** Words, and then a box drawn over them. */
export const covered =
  (text: string, { opacity = 1 } = {}): DrawPage =>
  (page, font) => {
    page.drawText(text, { x: 40, y: 500, size: 12, font });
    page.drawRectangle({ x: 30, y: 490, width: 300, height: 30, color: black, opacity });
  };

/** White words on a dark band: they can be read. */
export const banded =
  (text: string): DrawPage =>
  (page, font) => {
    page.drawRectangle({ x: 0, y: 480, width: 420, height: 60, color: rgb(0.06, 0.3, 0.29) });
    page.drawText(text, { x: 40, y: 500, size: 12, font, color: white });
  };

/** White words on a shape with round corners, whose colour cannot be known from a rectangle. */
export const rounded =
  (text: string): DrawPage =>
  (page, font) => {
    page.drawEllipse({ x: 160, y: 504, xScale: 150, yScale: 40, color: black });
    page.drawText(text, { x: 60, y: 500, size: 12, font, color: white });
  };

export const invisible =
  (text: string): DrawPage =>
  (page, font) => {
    page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
    page.drawText(text, { x: 40, y: 500, size: 12, font });
  };

export const turned =
  (text: string): DrawPage =>
  (page, font) => {
    page.drawText(text, { x: 200, y: 300, size: 12, font, rotate: degrees(90) });
    page.drawRectangle({ x: 180, y: 290, width: 30, height: 200, color: black });
  };

/** A note of the kind that reviewers leave. */
export const note =
  (text: string): DrawPage =>
  (page, _font, document) => {
    const annotation = document.context.obj({ Type: "Annot", Subtype: "Text", Rect: [10, 10, 30, 30] });
    annotation.set(PDFName.of("Contents"), PDFHexString.fromText(text));
    page.node.set(PDFName.of("Annots"), document.context.obj([document.context.register(annotation)]));
  };

/** A link of the page that does what `action` says. */
export const link =
  (action: Record<string, string>): DrawPage =>
  (page, font, document) => {
    page.drawText("Press here", { x: 40, y: 500, size: 12, font });
    const does = document.context.obj({ Type: "Action" });
    for (const [key, value] of Object.entries(action)) does.set(PDFName.of(key), value.startsWith("/") ? PDFName.of(value.slice(1)) : PDFString.of(value));
    const annotation = document.context.obj({ Type: "Annot", Subtype: "Link", Rect: [40, 490, 140, 520] });
    annotation.set(PDFName.of("A"), does);
    page.node.set(PDFName.of("Annots"), document.context.obj([document.context.register(annotation)]));
  };

/** A PDF of so many pages that hold hardly anything. */
export function manyPages(count: number): Promise<Uint8Array> {
  return pdfFile(Array.from({ length: count }, (_, at) => words(`Page ${String(at + 1)}`)));
}
