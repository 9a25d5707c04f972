import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";

import { unstable_parseMultipartFormData as parseMultipartFormData, type UploadHandlerPart } from "@remix-run/node";

import { refused } from "#app/http/responses.ts";

import type { FormValues } from "./form-values.ts";
import { cleanFileName } from "./file-name.ts";

export interface LargeUpload {
  values: FormValues;
  /** On disk for as long as it is used; null when no file was chosen. */
  file: { path: string; name: string; size: number; sha256: string } | null;
}

const folderPrefix = "safeguarding-upload-";
const mostFields = 50;
const longestField = 100_000;
const staleAfter = 60 * 60_000;

/**
 * Reads a form whose file in the field `name` is too large for memory, straight to disk, and removes it when `use` is
 * done, however that ends. How large it may be is decided before it gets here (server/body.ts). Throws a 4xx response
 * for what no form of ours sends, and for a form that breaks off.
 */
export async function withLargeUpload<T>(request: Request, name: string, use: (upload: LargeUpload) => Promise<T>): Promise<T> {
  await sweep();
  const folder = await mkdtemp(path.join(tmpdir(), folderPrefix));
  try {
    return await use(await readTo(folder, request, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readTo(folder: string, request: Request, name: string): Promise<LargeUpload> {
  const values = new Map<string, string[]>();
  let file: LargeUpload["file"] = null;
  let fields = 0;
  const take = async (part: UploadHandlerPart): Promise<undefined> => {
    fields += 1;
    if (fields > mostFields) throw refused(400);
    if (part.filename === undefined) {
      const value = await readField(part.data);
      if (`${part.name}${value}`.includes("\0")) throw refused(400);
      values.set(part.name, [...(values.get(part.name) ?? []), value.replace(/\r\n?/g, "\n").normalize("NFC")]);
    } else if (part.name === name && file === null) {
      const written = await write(part.data, path.join(folder, "file"));
      if (written.size > 0) file = { ...written, name: cleanFileName(part.filename) };
    } else throw refused(400);
  };
  try {
    await parseMultipartFormData(request, take);
  } catch (error) {
    throw error instanceof Response ? error : refused(400);
  }
  return { values: Object.fromEntries(values), file };
}

async function readField(data: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for await (const chunk of data) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestField) throw refused(413);
  }
  return text + decoder.decode();
}

async function write(data: AsyncIterable<Uint8Array>, to: string): Promise<{ path: string; size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  async function* measured() {
    for await (const chunk of data) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  await pipeline(measured, createWriteStream(to));
  return { path: to, size, sha256: hash.digest("hex") };
}

/** Takes away what a process that was killed has left. */
async function sweep(): Promise<void> {
  const left = (await readdir(tmpdir())).filter((each) => each.startsWith(folderPrefix)).map((each) => path.join(tmpdir(), each));
  for (const folder of left) {
    const found = await stat(folder).catch(() => null);
    if (found && Date.now() - found.mtimeMs > staleAfter) await rm(folder, { recursive: true, force: true });
  }
}
