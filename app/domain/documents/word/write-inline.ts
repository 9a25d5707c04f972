import { allowedHref } from "../text/link-address.ts";

import { plainWords, type WordNode } from "./tree.ts";
import type { LossKind } from "./vocabulary.ts";

/** Told of each thing that does not come along, as it is met. */
export type ReportLoss = (kind: LossKind, what: string) => void;

interface Piece {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** One paragraph's words as one line of Markdown; `note` numbers a footnote and keeps its words for later. */
export function writeInline(nodes: readonly WordNode[], report: ReportLoss, note: (reference: WordNode) => string): string {
  const pieces: Piece[] = [];
  const add = (text: string, bold: boolean, italic: boolean): void => {
    const last = pieces.at(-1);
    if (last && last.bold === bold && last.italic === italic) last.text += text;
    else if (text) pieces.push({ text, bold, italic });
  };
  const take = (node: WordNode, bold: boolean, italic: boolean): void => {
    switch (node.type) {
      case "run":
        if (node.isStrikethrough && plainWords(node).trim()) report("formatting", `Crossed-out words are kept as plain words: “${shorten(plainWords(node))}”`);
        for (const child of node.children ?? []) take(child, bold || node.isBold === true, italic || node.isItalic === true);
        return;
      case "text":
        return add(escapeInline(readable(node.value ?? "", report)), bold, italic);
      case "tab":
      case "break":
        return add(" ", bold, italic);
      case "hyperlink":
        return add(writeLink(node, report), bold, italic);
      case "checkbox":
        return add(node.checked ? "\\[x\\]" : "\\[ \\]", bold, italic);
      case "noteReference":
        return add(note(node), bold, italic);
      case "image":
        return report("picture", node.altText ? `A picture described as “${shorten(node.altText)}”` : "A picture without a description");
      case "commentReference":
      case "bookmarkStart":
        return;
      default:
        for (const child of node.children ?? []) take(child, bold, italic);
    }
  };
  for (const node of nodes) take(node, false, false);
  return pieces.map(mark).join("").replace(/\s+/g, " ").trim();
}

/** White space stands outside the marks: `**word** ` is bold, `**word **` is not. */
function mark({ text, bold, italic }: Piece): string {
  const sign = `${bold ? "**" : ""}${italic ? "_" : ""}`;
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (!sign || !words) return text;
  return `${before}${sign}${words}${[...sign].reverse().join("")}${after}`;
}

function writeLink(node: WordNode, report: ReportLoss): string {
  const words = (node.children ?? []).map(plainWords).join("").trim();
  for (const child of node.children ?? []) if (child.type === "image") report("picture", "A picture that was a link");
  const shown = escapeInline(readable(words, report));
  if (!words || (node.anchor && !node.href)) return shown;
  const href = allowedHref(node.href ?? "");
  if (href !== null && !/[\s()<>]/.test(href)) return `[${shown}](${href})`;
  if (href !== null && !/[\s<>]/.test(href)) return `[${shown}](<${href}>)`;
  report("link", `The words “${shorten(words)}” stay; the address they pointed to cannot be used`);
  return shown;
}

/** Characters only one font can show, and ones that cannot be seen, do not come along. */
function readable(text: string, report: ReportLoss): string {
  const clean = text.replace(/[\t\u00a0]/g, " ").replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
  return clean.replace(/[\p{Co}\p{Cs}\p{Cn}]|[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    report("character", `A character that cannot be shown (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`);
    return "";
  });
}

/** Only what would be read as Markdown is escaped, so that the text stays pleasant to edit. */
function escapeInline(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\\*[\]<|]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/\{(?=\{)/g, "\\{");
}

export function shorten(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}
