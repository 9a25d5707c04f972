import type { Block } from "./blocks.ts";
import { plainText } from "./blocks.ts";
import type { SignedContent, SignedSection } from "./content.ts";
import { parseMarkdown } from "./parse-markdown.server.ts";
import { escapeHtml, renderInlines } from "./render-inline.server.ts";
import { renderTable } from "./render-table.server.ts";
import { youngPeopleOpening } from "./young-people-opening.ts";
import { youngPeople } from "../vocabulary.ts";

export interface RenderOptions {
  /** Added to each heading's level as written: 1 turns `##` into h3, for text under an h2. */
  headingOffset: number;
  /** Starts every heading id, so that ids stay unique when several texts share a page. */
  idPrefix: string;
}

/** Accessible HTML with govuk-frontend's classes. Every character that came from a person is escaped. */
export function renderBlocks(blocks: readonly Block[], options: RenderOptions): string {
  const context = { ...options, ids: idsFor(blocks, options.idPrefix) };
  return blocks.map((block) => renderBlock(block, context)).join("\n");
}

/**
 * The sections of a frozen version, numbered, each under `id="section-<number>"`. Goes under the page's h1. The page for
 * young people comes last, without a number, under `id="young-people"`.
 * The coverage table and the signatures are drawn by the page from their own data.
 */
export function renderSignedContentHtml(content: SignedContent): string {
  return content.sections.map((section) => (section.audience ? renderYoungPeople(section) : renderSection(section))).join("\n");
}

function renderSection(section: SignedSection): string {
  const id = `section-${section.number}`;
  const heading = `<h2 class="govuk-heading-m" id="${id}">${section.number}. ${escapeHtml(section.title)}</h2>`;
  return `<section class="document-section">\n${heading}\n${renderBody(section, id)}\n</section>`;
}

/** Links to its number reach it too. */
function renderYoungPeople(section: SignedSection): string {
  const id = youngPeople.anchor;
  const audience = `<p class="govuk-caption-m young-people__for">${youngPeople.audience}</p>`;
  const heading = `<h2 class="govuk-heading-m" id="${id}">${escapeHtml(section.title)}</h2>`;
  return `${youngPeopleOpening} id="section-${section.number}">\n${audience}\n${heading}\n${renderBody(section, id)}\n</section>`;
}

function renderBody(section: SignedSection, idPrefix: string): string {
  return renderBlocks(parseMarkdown(section.markdown).blocks, { headingOffset: 1, idPrefix });
}

interface Context extends RenderOptions {
  ids: Map<Block, string>;
}

function renderBlock(block: Block, context: Context): string {
  switch (block.type) {
    case "heading": {
      const level = Math.min(block.level + context.headingOffset, 6);
      const id = context.ids.get(block) ?? context.idPrefix;
      const size = level <= 2 ? "m" : "s";
      return `<h${level} class="govuk-heading-${size}" id="${escapeHtml(id)}">${renderInlines(block.children)}</h${level}>`;
    }
    case "paragraph":
      return `<p class="govuk-body">${renderInlines(block.children)}</p>`;
    case "list":
      return renderList(block, context);
    case "quote":
      return `<blockquote class="govuk-inset-text">\n${block.children.map((child) => renderBlock(child, context)).join("\n")}\n</blockquote>`;
    case "table":
      return renderTable(block);
    case "rule":
      return '<hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible">';
  }
}

function renderList(list: Extract<Block, { type: "list" }>, context: Context): string {
  const tag = list.ordered ? "ol" : "ul";
  const start = list.ordered && list.start !== 1 ? ` start="${list.start}"` : "";
  const spaced = list.tight ? "" : " govuk-list--spaced";
  const items = list.items.map((item) => `<li>${item.map((block) => renderItemBlock(block, list.tight, context)).join("\n")}</li>`);
  return `<${tag} class="govuk-list govuk-list--${list.ordered ? "number" : "bullet"}${spaced}"${start}>\n${items.join("\n")}\n</${tag}>`;
}

function renderItemBlock(block: Block, tight: boolean, context: Context): string {
  return tight && block.type === "paragraph" ? renderInlines(block.children) : renderBlock(block, context);
}

/** Ids made of the heading's words, numbered when the same words come twice. Only top-level blocks are headings. */
function idsFor(blocks: readonly Block[], prefix: string): Map<Block, string> {
  const ids = new Map<Block, string>();
  const used = new Set<string>();
  for (const block of blocks) {
    if (block.type !== "heading") continue;
    const base = `${prefix}-${slug(plainText(block.children))}`;
    let id = base;
    for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
    used.add(id);
    ids.set(block, id);
  }
  return ids;
}

function slug(words: string): string {
  const ascii = words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-|-$/g, "") || "heading";
}
