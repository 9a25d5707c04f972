import "./array-buffer-transfer.server.ts";

import { PDFDocument } from "pdf-lib";
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";

import { findHiddenText, type Step } from "./find-hidden-text.ts";
import { inspectStructure, readStrings, strip } from "./inspect-structure.server.ts";
import { type FileFinding, type FileProblem, type FileReading, mostPages } from "./vocabulary.ts";

/**
 * Reads a PDF that may be published: what stands in the way with its page, or the file rewritten without metadata and
 * without what nothing leads to, and all its text. What is looked through is what would be published. Never throws.
 */
export async function readPdf(bytes: Uint8Array): Promise<FileReading> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) return refuse("not-pdf");
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
    if (document.context.trailerInfo.Encrypt) return refuse("encrypted");
    if (document.getPageCount() === 0) return refuse("damaged");
    if (document.getPageCount() > mostPages) return refuse("too-many-pages");
    const structure = inspectStructure(document);
    strip(document);
    const rewritten = await document.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false });
    const { texts, hidden } = await readPages(rewritten, document.getPageCount());
    const findings = [...structure, ...hidden];
    if (findings.length > 0) return { ok: false, findings };
    if (texts.every((text) => text.trim() === "")) return refuse("no-text");
    return { ok: true, file: { bytes: rewritten, pages: texts.length, texts: [...texts, readStrings(document).join("\n\n")] } };
  } catch {
    // What a library says of a file may quote it.
    return refuse("damaged");
  }
}

function refuse(problem: FileProblem): FileReading {
  return { ok: false, findings: [{ problem, page: null }] };
}

async function readPages(bytes: Uint8Array, count: number): Promise<{ texts: string[]; hidden: FileFinding[] }> {
  const { OPS } = await getResolvedPDFJS();
  const names = new Map<number, string>(Object.entries(OPS).map(([name, number]) => [number, name]));
  // Its own copy: the reader takes the memory over.
  const file = await getDocumentProxy(bytes.slice(), { stopAtErrors: true, useSystemFonts: false, disableFontFace: true, verbosity: 0 });
  if (file.numPages !== count) throw new Error("the pages do not agree");
  const layers = await file.getOptionalContentConfig();
  const isShown = (layer: unknown): boolean => layers.isVisible(layer);
  const texts: string[] = [];
  const hidden: FileFinding[] = [];
  for (let number = 1; number <= count; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false });
    texts.push(items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""));
    const { fnArray, argsArray } = await page.getOperatorList();
    const steps = fnArray.map((operator, at): Step => {
      const args: unknown = argsArray[at];
      return { name: names.get(operator) ?? "", args: Array.isArray(args) ? args : [] };
    });
    hidden.push(...findHiddenText(steps, isShown).map((problem) => ({ problem, page: number })));
    page.cleanup();
  }
  await file.loadingTask.destroy();
  return { texts, hidden };
}
