import type { Block, Inline, LineBreak, TextRun } from "./blocks.ts";
import { breakable } from "./breakable.ts";
import type { SignedContent, SignedCoverage } from "./content.ts";
import { documentWords, youngPeople } from "../vocabulary.ts";
import { columnWidths } from "./column-widths.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { longDate } from "#app/domain/shared/long-date.ts";
import { parseMarkdown } from "./parse-markdown.server.ts";

/** Up to this many headings, the contents fit one page with subheadings. */
const CONTENTS_PAGE = 38;

type PdfInline = TextRun | LineBreak | { type: "link"; url?: string; section?: number; children: (TextRun | LineBreak)[] };

/** What `arrangements.typ` reads: the content with every date and word in its final form, and widths for tables. */
export function pdfData(content: SignedContent, sha256: string): unknown {
  const sections = content.sections.map((section) => ({ ...section, blocks: parseMarkdown(section.markdown).blocks }));
  const headings = sections.flatMap((section) => section.blocks.filter((block) => block.type === "heading" && block.level === 2));
  const frozen = new Date(content.frozenAt);
  const known = new Set(sections.map((section) => section.number));
  return {
    partnership: breakable(content.partnership.name),
    title: breakable(content.title),
    number: content.number,
    sha256,
    kindWords: documentWords(content.kind).onCover,
    summary: `${documentWords(content.kind).onCover}, version ${content.number}`,
    edition: breakable(content.edition.title),
    frozen: {
      year: frozen.getUTCFullYear(),
      month: frozen.getUTCMonth() + 1,
      day: frozen.getUTCDate(),
      hour: frozen.getUTCHours(),
      minute: frozen.getUTCMinutes(),
      second: frozen.getUTCSeconds(),
    },
    facts: facts(content),
    seats: content.seats.map((seat) => ({
      organisation: breakable(seat.organisation, 3),
      office: breakable(seat.office, 3),
      holder: seat.holder === null ? "Vacant" : breakable(seat.acting ? `${seat.holder} (acting)` : seat.holder, 3),
    })),
    contentsDepth: sections.length + headings.length <= CONTENTS_PAGE ? 2 : 1,
    sections: sections.map(({ number, title, audience, blocks }) => ({
      number,
      audience: audience ? youngPeople.audience : null,
      title: breakable(title),
      blocks: blocks.map((block) => toPdf(block, known)),
    })),
    coverage: content.coverage.map(coverageRow),
  };
}

function facts(content: SignedContent): { label: string; value: string }[] {
  return [
    { label: "Version", value: String(content.number) },
    { label: "In force from", value: content.inForceFrom ? longDate(content.inForceFrom) : "Not yet set" },
    { label: "Next review", value: content.nextReviewOn ? longDate(content.nextReviewOn) : "Not yet set" },
    { label: "Text fixed for signing", value: showDate(content.frozenAt) },
    { label: "Written to", value: breakable(content.edition.title) },
    ...(content.file
      ? [
          { label: "Its text is the file", value: breakable(`${content.file.name}, ${content.file.pages === 1 ? "1 page" : `${content.file.pages} pages`}, ${content.file.size.toLocaleString("en-GB")} bytes`) },
          { label: "SHA-256 of the file", value: breakable(content.file.sha256) },
        ]
      : []),
    ...(content.changeNote ? [{ label: "What changed", value: breakable(content.changeNote) }] : []),
  ];
}

function coverageRow(item: SignedCoverage): unknown {
  const strength = item.strength === "must" ? "Must" : "Should";
  return {
    title: breakable(item.title, 3),
    strength: item.inForce ? strength : `${strength}, not yet in force`,
    sections: item.sections,
    gap: breakable(item.notCovered ? `Not covered: ${item.notCovered}` : "Not covered", 3),
  };
}

/** Blocks as the template reads them: headings count from the section's own, long words may break, links are settled. */
function toPdf(block: Block, sections: ReadonlySet<number>): unknown {
  const inlines = (all: readonly Inline[], columns = 1) => all.map((inline) => toPdfInline(inline, sections, columns));
  switch (block.type) {
    case "heading":
    case "paragraph":
      return { ...block, children: inlines(block.children) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map((child) => toPdf(child, sections))) };
    case "quote":
      return { ...block, children: block.children.map((child) => toPdf(child, sections)) };
    case "table": {
      const columns = columnWidths(block);
      return {
        type: "table",
        columns: block.columns.map((column, index) => ({ ...columns[index], align: column.align, heading: inlines(column.heading, columns.length) })),
        rows: block.rows.map((row) => row.map((cell) => inlines(cell, columns.length))),
      };
    }
    case "rule":
      return block;
  }
}

function toPdfInline(inline: Inline, sections: ReadonlySet<number>, columns: number): PdfInline {
  if (inline.type !== "link") return toPdfRun(inline, columns);
  const children = inline.children.map((child) => toPdfRun(child, columns));
  if (/^(?:https?|mailto):/i.test(inline.href)) return { type: "link", url: inline.href, children };
  const section = Number(/^#section-(\d{1,3})$/.exec(inline.href)?.[1]);
  // A path on this site leads nowhere from a file that someone downloaded, so its words stand without a link.
  return sections.has(section) ? { type: "link", section, children } : { type: "link", children };
}

function toPdfRun(run: TextRun | LineBreak, columns: number): TextRun | LineBreak {
  return run.type === "text" ? { ...run, text: breakable(run.text, columns) } : run;
}
