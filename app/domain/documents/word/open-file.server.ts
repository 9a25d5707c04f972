import type { Readable } from "node:stream";

import { type Entry, fromBuffer, type ZipFile } from "yauzl";

import type { WordProblem } from "./vocabulary.ts";

/** What of a Word file is looked at besides what mammoth reads. */
export interface WordFile {
  /** The XML of the body. */
  body: string;
  /** The XML of headers and footers. */
  margins: string[];
  /** How many files are embedded. */
  embedded: number;
}

const mostUnpacked = 60_000_000;
const mostEntries = 5_000;
/** The old binary format, and the wrapper of an encrypted document. */
const compoundFile = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * Opens a .docx without trusting what it says of itself: every part is unpacked against a limit, 60 MB in all, before
 * anything reads it.
 */
export async function openWordFile(bytes: Buffer): Promise<{ ok: true; file: WordFile } | { ok: false; problem: WordProblem }> {
  if (bytes.subarray(0, 8).equals(compoundFile)) return { ok: false, problem: "protected" };
  if (bytes.subarray(0, 4).toString("latin1") !== "PK\u0003\u0004") return { ok: false, problem: "not-word" };
  let parts: Map<string, string>;
  try {
    parts = await readParts(bytes);
  } catch (error) {
    return { ok: false, problem: error instanceof TooLarge ? "too-large-unpacked" : "damaged" };
  }
  const names = [...parts.keys()];
  if (names.some((name) => /vbaproject|\/macrosheets\//i.test(name)) || /macroEnabled/i.test(parts.get("[Content_Types].xml") ?? "")) {
    return { ok: false, problem: "macros" };
  }
  const body = parts.get("word/document.xml");
  if (body === undefined) return { ok: false, problem: "not-word" };
  if ([...parts.values()].some((part) => /<!DOCTYPE|<!ENTITY/i.test(part))) return { ok: false, problem: "damaged" };
  const margins = names.filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name)).map((name) => parts.get(name) ?? "");
  return { ok: true, file: { body, margins, embedded: names.filter((name) => /^word\/embeddings\//.test(name)).length } };
}

class TooLarge extends Error {}

/** Every part by name; the words of XML parts only. */
async function readParts(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await open(bytes);
  if (zip.entryCount > mostEntries) throw new TooLarge();
  const parts = new Map<string, string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.uncompressedSize > mostUnpacked) throw new TooLarge();
    const isXml = /\.(xml|rels)$/i.test(entry.fileName);
    const chunks: Buffer[] = [];
    for await (const chunk of await openEntry(zip, entry)) {
      if (!Buffer.isBuffer(chunk)) continue;
      unpacked += chunk.length;
      if (unpacked > mostUnpacked) throw new TooLarge();
      if (isXml) chunks.push(chunk);
    }
    parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
  }
  return parts;
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => (zip ? resolve(zip) : reject(error ?? new Error("no file"))));
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (stream ? resolve(stream) : reject(error ?? new Error("no part"))));
  });
}
