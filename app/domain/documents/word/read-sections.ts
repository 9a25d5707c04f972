import { headingLevel, isContentsLine, isTitle, looksLikeHeading, plainWords, type WordDocument, type WordNode } from "./tree.ts";
import type { WordDraft, WordLoss, WordSection } from "./vocabulary.ts";
import { BlockWriter } from "./write-blocks.ts";
import { type ReportLoss, shorten, writeInline } from "./write-inline.ts";

const titleMost = 160;

/**
 * The sections of a Word document: one for each heading of the level that divides it best, with the headings below as
 * headings inside. Words before the first heading become a section of their own.
 */
export function readSections(document: WordDocument): WordDraft {
  const nodes = document.children ?? [];
  const levels = headingLevels(nodes);
  const sectionLevel = dividingLevel(nodes.map((node) => levels(node)));
  const losses: WordLoss[] = [];
  const drafts: { title: string; nodes: WordNode[] }[] = [{ title: "Introduction", nodes: [] }];
  let contents = 0;
  let title: string | null = null;
  for (const node of nodes) {
    const level = levels(node);
    if (isContentsLine(node)) contents += 1;
    else if (title === null && isTitle(node) && plainWords(node).trim() !== "") title = titleOf(node);
    else if (level !== null && level <= sectionLevel) drafts.push({ title: titleOf(node), nodes: [] });
    else drafts.at(-1)?.nodes.push(node);
  }
  if (contents > 0) losses.push({ kind: "table-of-contents", where: null, what: "The portal makes a table of contents by itself" });

  const sections = drafts.flatMap((draft, index) => {
    const section = writeSection(draft, levels, sectionLevel, document, losses);
    return index === 0 && section.words === 0 ? [] : [section];
  });
  return { title, sections, losses };
}

/** Headings by style; in a file without heading styles, short bold paragraphs. */
function headingLevels(nodes: readonly WordNode[]): (node: WordNode) => number | null {
  if (nodes.some((node) => headingLevel(node) !== null && plainWords(node).trim() !== "")) {
    return (node) => (plainWords(node).trim() === "" ? null : headingLevel(node));
  }
  return (node) => (looksLikeHeading(node) && !isTitle(node) ? 1 : null);
}

/** The highest level that stands at least twice; a single heading at the top is the document's title. */
function dividingLevel(levels: readonly (number | null)[]): number {
  const found = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((level) => levels.filter((each) => each === level).length >= 2);
  return found ?? levels.find((level) => level !== null) ?? 1;
}

function writeSection(
  { title, nodes }: { title: string; nodes: WordNode[] },
  levels: (node: WordNode) => number | null,
  sectionLevel: number,
  document: WordDocument,
  losses: WordLoss[],
): WordSection {
  const report: ReportLoss = (kind, what) => losses.push({ kind, where: title, what });
  const notes: string[] = [];
  const note = (reference: WordNode): string => {
    const words = (document.notes?.resolve(reference)?.body ?? []).map(plainWords).join(" ").trim();
    notes.push(words);
    return ` (note ${notes.length})`;
  };
  const writer = new BlockWriter(report, note);
  let last = 1;
  for (const node of nodes) {
    listComments(node, document, report);
    const level = levels(node);
    const words = level === null ? "" : writeInline(node.children ?? [], report, note).replace(/\*\*/g, "");
    if (level === null || words === "") {
      writer.take(node);
      continue;
    }
    last = Math.min(level - sectionLevel + 1, last + 1, 4);
    writer.heading(last, words);
  }
  if (notes.length > 0) {
    writer.heading(2, "Notes");
    for (const words of notes) writer.take({ type: "paragraph", numbering: { level: 0, isOrdered: true }, children: [{ type: "text", value: words }] });
  }
  const body = writer.text();
  return { title, body, words: body.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length };
}

function listComments(node: WordNode, document: WordDocument, report: ReportLoss): void {
  if (node.type === "commentReference") {
    const comment = document.comments?.find((each) => each.commentId === node.commentId);
    const words = shorten((comment?.body ?? []).map(plainWords).join(" "));
    report("comment", comment?.authorName ? `${comment.authorName}: “${words}”` : `“${words}”`);
  }
  for (const child of node.children ?? []) listComments(child, document, report);
}

/** A heading's words without a typed number: the portal numbers sections. */
function titleOf(node: WordNode): string {
  const words = plainWords(node).replace(/[\p{C}\s]+/gu, " ").trim();
  const unnumbered = words.replace(/^(?:(?:section|chapter|part)\s+)?\d+(?:\.\d+)*[.):]?\s+(?=\S)/i, "");
  return unnumbered.length > titleMost ? `${unnumbered.slice(0, titleMost - 1).trimEnd()}…` : unnumbered;
}
