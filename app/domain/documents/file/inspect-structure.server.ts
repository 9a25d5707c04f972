import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFRef, PDFStream, PDFString } from "pdf-lib";

import type { FileFinding, FileProblem } from "./vocabulary.ts";

/** What acts by itself or leads out of the file into another program. Links to addresses and places do not. */
const actions = new Set(["/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToE", "/GoToR", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute", "/GoTo3DView", "/Hide", "/SetOCGState"]);
const notes = new Set(["/Text", "/Popup", "/FreeText", "/Caret", "/Ink", "/Stamp", "/Redact"]);
const players = new Set(["/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"]);

/** Everything of a file that is not words and drawings on a page, with the page where it is. */
export function inspectStructure(document: PDFDocument): FileFinding[] {
  const findings: FileFinding[] = [];
  const seen = new Set<PDFObject>();
  const look = (object: PDFObject | undefined, page: number | null) => {
    walk(document, object, seen, (dict) => findings.push(...problemsOf(dict).map((problem) => ({ problem, page }))));
  };
  // Pages first, so that what a page leads to is known to be on it. The tree above them is not followed from below.
  const pages = document.getPages();
  for (const page of pages) seen.add(page.node);
  pages.forEach((page, index) => {
    for (const [key, value] of page.node.entries()) if (key.asString() !== "/Parent") look(value, index + 1);
    findings.push(...problemsOf(page.node).map((problem) => ({ problem, page: index + 1 })));
  });
  look(document.catalog, null);
  return findings;
}

function problemsOf(dict: PDFDict): FileProblem[] {
  const has = (name: string) => dict.has(PDFName.of(name));
  const text = (name: string) => {
    const value = dict.lookup(PDFName.of(name));
    return value instanceof PDFName ? value.asString() : "";
  };
  const problems: FileProblem[] = [];
  const isNote = text("Type") === "/Annot" || (has("Rect") && has("Subtype"));
  if (text("Type") === "/EmbeddedFile" || has("EF") || has("EmbeddedFiles") || (isNote && text("Subtype") === "/FileAttachment")) problems.push("attachment");
  if (actions.has(text("S")) || has("JS") || has("JavaScript") || has("AA")) problems.push("script");
  if (isNote && players.has(text("Subtype"))) problems.push("script");
  if (isNote && notes.has(text("Subtype"))) problems.push("comment");
  if (isNote && text("Subtype") === "/Widget") problems.push("form");
  if (has("XFA")) problems.push("form");
  return [...new Set(problems)];
}

/** Every dictionary that an object leads to, each once. */
function walk(document: PDFDocument, start: PDFObject | undefined, seen: Set<PDFObject>, visit: (dict: PDFDict) => void): void {
  const waiting: (PDFObject | undefined)[] = [start];
  while (waiting.length > 0) {
    const next = waiting.pop();
    const object = next instanceof PDFRef ? document.context.lookup(next) : next;
    if (!object || seen.has(object)) continue;
    if (object instanceof PDFArray) {
      seen.add(object);
      waiting.push(...object.asArray());
    }
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    seen.add(object);
    visit(dict);
    waiting.push(...dict.values());
  }
}

/** What a catalogue, a page or a picture says about itself that nobody reads on paper: who made it, with what, from what. */
const metadata = ["Metadata", "PieceInfo", "LastModified", "Thumb", "Info", "SpiderInfo", "Threads", "Collection"];

/** Takes out the metadata and everything that nothing leads to, such as earlier states of the file. */
export function strip(document: PDFDocument): void {
  const { context } = document;
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  const reached = new Set<string>();
  const waiting: PDFObject[] = [document.catalog];
  const root = context.trailerInfo.Root;
  if (root instanceof PDFRef) reached.add(root.toString());
  const seen = new Set<PDFObject>();
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof PDFRef) reached.add(next.toString());
    const object = next instanceof PDFRef ? context.lookup(next) : next;
    if (!object || seen.has(object)) continue;
    seen.add(object);
    if (object instanceof PDFArray) waiting.push(...object.asArray());
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    for (const name of metadata) dict.delete(PDFName.of(name));
    waiting.push(...dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.toString())) context.delete(ref);
}

/** The texts that stand in the file outside its pages: titles, bookmarks, descriptions of pictures, contents of notes. */
export function readStrings(document: PDFDocument): string[] {
  const texts = new Set<string>();
  for (const [, object] of document.context.enumerateIndirectObjects()) collect(object, texts, 0);
  return [...texts];
}

function collect(object: PDFObject, texts: Set<string>, depth: number): void {
  if (depth > 20) return;
  if (object instanceof PDFString || object instanceof PDFHexString) {
    const text = readText(object).trim();
    if (text.length >= 3) texts.add(text);
  } else if (object instanceof PDFArray) for (const each of object.asArray()) collect(each, texts, depth + 1);
  else if (object instanceof PDFRawStream) collect(object.dict, texts, depth + 1);
  else if (object instanceof PDFDict) for (const each of object.values()) collect(each, texts, depth + 1);
}

function readText(value: PDFString | PDFHexString): string {
  try {
    return value.decodeText();
  } catch {
    return "";
  }
}
