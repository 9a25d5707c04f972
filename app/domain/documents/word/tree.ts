/** The parts of a Word document as mammoth reads them that the portal understands. */
export interface WordNode {
  type: string;
  children?: WordNode[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  numbering?: { level: string | number; isOrdered: boolean } | null;
  isBold?: boolean;
  isItalic?: boolean;
  isStrikethrough?: boolean;
  verticalAlignment?: string;
  href?: string;
  anchor?: string;
  noteType?: string;
  noteId?: string;
  commentId?: string;
  authorName?: string;
  body?: WordNode[];
  altText?: string | null;
  colSpan?: number;
  rowSpan?: number;
  isHeader?: boolean;
  breakType?: string;
  checked?: boolean;
}

export interface WordDocument extends WordNode {
  notes?: { resolve(reference: WordNode): WordNode | null };
  comments?: WordNode[];
}

/** The words of a part, without any formatting. */
export function plainWords(node: WordNode): string {
  if (node.type === "text") return node.value ?? "";
  if (node.type === "tab" || node.type === "break") return " ";
  const between = node.type === "paragraph" || node.type === "tableCell" ? " " : "";
  return (node.children ?? []).map(plainWords).join("") + between;
}

/** 1 to 9 for a heading of the word processor's own heading styles, else null. */
export function headingLevel(node: WordNode): number | null {
  if (node.type !== "paragraph") return null;
  const named = /^heading\s?([1-9])$/i.exec(node.styleName ?? "") ?? /^heading([1-9])$/i.exec(node.styleId ?? "");
  return named ? Number(named[1]) : null;
}

export function isTitle(node: WordNode): boolean {
  return node.type === "paragraph" && /^(title|subtitle)$/i.test(node.styleName ?? node.styleId ?? "");
}

export function isContentsLine(node: WordNode): boolean {
  return node.type === "paragraph" && /^toc(\s?\d|\s?heading)?$/i.test(node.styleName ?? node.styleId ?? "");
}

/** A short paragraph wholly in bold: how headings look in a file without heading styles. */
export function looksLikeHeading(node: WordNode): boolean {
  if (node.type !== "paragraph" || node.numbering) return false;
  const runs = (node.children ?? []).filter((child) => plainWords(child).trim() !== "");
  const words = plainWords(node).trim();
  return words.length > 2 && words.length <= 100 && !/[.:;,]$/.test(words) && runs.length > 0 && runs.every((run) => run.type === "run" && run.isBold === true);
}
