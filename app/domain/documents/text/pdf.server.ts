import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SignedContent } from "./content.ts";
import { FONT_FILES, TEXT_FOLDER } from "./font-files.server.ts";
import { pdfData } from "./pdf-data.server.ts";

/**
 * A version that cannot be made into a PDF. The message is fixed, so that logs hold no text of a draft; what the
 * compiler said, which may quote the text, is in `reasons()`.
 */
export class PdfRenderingError extends Error {
  override name = "PdfRenderingError";
  readonly #reasons: string[];

  constructor(reasons: string[]) {
    super("The PDF could not be made");
    this.#reasons = reasons;
  }

  reasons(): string[] {
    return [...this.#reasons];
  }
}

interface Renderer {
  compiler: NodeCompiler;
  template: string;
}

/** How many renderings a memoised piece of work survives without being used; keeps memory level. */
const CACHE_AGE = 5;

let renderer: Renderer | null = null;

/**
 * A PDF/UA-1 file of a frozen version. The same content and hash give the same bytes, in any process on any machine:
 * the date inside is `frozenAt`, the fonts are the project's own. Works synchronously for some tens of milliseconds.
 * Throws PdfRenderingError when the text cannot be set, for example when a glyph is missing.
 */
export async function renderPdf(content: SignedContent, contentSha256: string): Promise<Uint8Array> {
  if (!/^[0-9a-f]{64}$/.test(contentSha256)) throw new PdfRenderingError(["The hash is not 64 hexadecimal digits"]);
  // One turn of the event loop: other requests go first, and what earlier renderings held outside the heap is let go.
  await new Promise(setImmediate);
  const { compiler, template } = (renderer ??= createRenderer());
  try {
    const inputs = { data: JSON.stringify(pdfData(content, contentSha256)) };
    return new Uint8Array(compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: "ua-1" }));
  } catch (error) {
    throw new PdfRenderingError(compilerReasons(error));
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
}

function createRenderer(): Renderer {
  return {
    // The workspace holds nothing but the template and fonts: a template can read no other file.
    compiler: NodeCompiler.create({ workspace: TEXT_FOLDER, fontArgs: [{ fontBlobs: FONT_FILES.map((file) => readFileSync(file)) }] }),
    template: readFileSync(join(TEXT_FOLDER, "arrangements.typ"), "utf8"),
  };
}

/** The compiler reports as one string: `SourceDiagnostic { …, message: "…", … }`. */
function compilerReasons(error: unknown): string[] {
  const text = error instanceof Error ? error.message : String(error);
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.){0,400})"/g)].map((match) => (match[1] ?? "").replace(/\\+"/g, '"'));
  return messages.length > 0 ? messages : ["The compiler gave no reason"];
}
