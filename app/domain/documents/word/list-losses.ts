import type { WordLoss } from "./vocabulary.ts";
import { shorten } from "./write-inline.ts";

/** What the body's XML holds that the reader passes over, found in the XML itself so that nothing goes missing unsaid. */
export function listLosses({ body, margins, embedded }: { body: string; margins: readonly string[]; embedded: number }): WordLoss[] {
  const losses: WordLoss[] = [];
  const add = (kind: WordLoss["kind"], what: string): unknown => losses.push({ kind, where: null, what });
  const kept = body.replace(/<mc:Choice[\s>][\s\S]*?<\/mc:Choice>/g, "");

  for (const part of kept.match(/<w:(del|moveFrom)\s[^>]*>[\s\S]*?<\/w:\1>/g) ?? []) {
    const words = shorten(wordsOf(part));
    if (words) add("tracked-change", `Deleted words are left out: “${words}”`);
  }
  for (const part of kept.match(/<w:(ins|moveTo)\s[^>]*[^/]>[\s\S]*?<\/w:\1>/g) ?? []) {
    const words = shorten(wordsOf(part));
    if (words) add("tracked-change", `Inserted words are taken in as if accepted: “${words}”`);
  }
  count(kept, /<m:oMath[\s>]/g, (many) => add("equation", many === 1 ? "One equation" : `${many} equations`));
  count(kept, /<(?:c:chart|dgm:relIds)\s/g, (many) => add("drawing", many === 1 ? "One chart or diagram" : `${many} charts or diagrams`));
  if (embedded > 0) add("embedded-file", embedded === 1 ? "One file" : `${embedded} files`);
  const repeated = [...new Set(margins.map((part) => shorten(wordsOf(part))).filter((words) => /[\p{L}]/u.test(words)))];
  for (const words of repeated) add("header-or-footer", `“${words}”`);
  return losses;
}

/** The words of the body that the sections do not hold, as one loss each; `carried` is everything that was taken. */
export function listMissingWords(body: string, carried: string): WordLoss[] {
  const kept = body
    .replace(/<mc:Choice[\s>][\s\S]*?<\/mc:Choice>/g, "")
    .replace(/<w:(del|moveFrom)\s[^>]*>[\s\S]*?<\/w:\1>/g, "")
    .replace(/<w:p[\s>](?:(?!<\/w:p>)[\s\S])*?<w:pStyle w:val="TOC[^"]*"[\s\S]*?<\/w:p>/gi, "");
  const left = new Map<string, number>();
  for (const word of words(carried)) left.set(word, (left.get(word) ?? 0) + 1);
  const losses: WordLoss[] = [];
  for (const paragraph of kept.match(/<w:p[\s>][\s\S]*?<\/w:p>/g) ?? []) {
    const missing = words(wordsOf(paragraph)).filter((word) => {
      const many = left.get(word) ?? 0;
      if (many > 0) left.set(word, many - 1);
      return many === 0;
    });
    if (missing.length > 2) losses.push({ kind: "words", where: null, what: `“${shorten(wordsOf(paragraph))}”` });
  }
  return losses;
}

function count(text: string, pattern: RegExp, tell: (many: number) => unknown): void {
  const many = text.match(pattern)?.length ?? 0;
  if (many > 0) tell(many);
}

function wordsOf(xml: string): string {
  const texts = xml.match(/<w:(?:t|delText)(?:\s[^>]*)?>[^<]*|<w:(?:tab|br|p)[\s/>]/g) ?? [];
  return texts
    .map((part) => (/^<w:(?:t|delText)(?:\s|>)/.test(part) ? part.slice(part.indexOf(">") + 1) : " "))
    .join("")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}

function words(text: string): string[] {
  return text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
