import mammoth from "mammoth";

import { mostSections } from "../rules.ts";
import { listLosses, listMissingWords } from "./list-losses.ts";
import { openWordFile } from "./open-file.server.ts";
import { readSections } from "./read-sections.ts";
import { plainWords, type WordDocument } from "./tree.ts";
import { mostWords, type WordReading } from "./vocabulary.ts";

/**
 * Reads a .docx into sections of Markdown, with everything that could not come along. Runs in a thread of its own
 * (read-word-file.server.ts): a hostile file costs that thread, not the portal.
 */
export async function readWord(bytes: Buffer): Promise<WordReading> {
  const opened = await openWordFile(bytes);
  if (!opened.ok) return opened;
  const document = await readTree(bytes);
  if (!document) return { ok: false, problem: "damaged" };
  const all = plainWords(document);
  const count = all.match(/\S+/g)?.length ?? 0;
  if (count === 0) return { ok: false, problem: "empty" };
  if (count > mostWords) return { ok: false, problem: "too-long" };
  const { title: heading, sections, losses } = readSections(document);
  if (sections.length > mostSections) return { ok: false, problem: "too-many-sections" };
  const missing = listMissingWords(opened.file.body, [heading ?? "", ...sections.flatMap(({ title, body }) => [title, body])].join("\n"));
  return { ok: true, draft: { title: heading, sections, losses: [...losses, ...listLosses(opened.file), ...missing] } };
}

/** The document as mammoth understands it. Its HTML is not used: everything is read from the tree. */
async function readTree(buffer: Buffer): Promise<WordDocument | null> {
  let tree: WordDocument | null = null;
  try {
    await mammoth.convertToHtml({ buffer }, {
      includeEmbeddedStyleMap: false,
      transformDocument: (document: WordDocument): WordDocument => {
        tree = document;
        return { ...document, children: [] };
      },
    });
  } catch {
    return null;
  }
  return tree;
}
