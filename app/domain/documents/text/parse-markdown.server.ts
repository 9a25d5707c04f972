import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { HIGHEST_HEADING, LOWEST_HEADING, plainText } from "./blocks.ts";
import type { Block, HeadingLevel, Inline, ParsedText, TextProblem } from "./blocks.ts";
import { parseInline } from "./parse-inline.server.ts";
import { readTable } from "./parse-table.server.ts";

/** Lists within lists and quotes within quotes, together. Deeper text is unreadable on a phone and is flattened. */
const MAX_DEPTH = 5;

// markdown-it drops what is nested past 100 levels without a word: long before that, MAX_DEPTH has reported a problem.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
// Entities are off because `&#x202e;` would bring back characters that normalising refused.
markdown.disable([
  "code", "fence", "reference", "lheading", "html_block", "html_inline", "entity", "image", "backticks", "strikethrough",
]);
// Every address is let through here so that a refused one is reported to the author (see link-address.ts).
markdown.validateLink = () => true;

/** Reads one section. The blocks are always safe to render, also when there are problems. Expects normalised text. */
export function parseMarkdown(text: string): ParsedText {
  return new BlockReader(text).read(markdown.parse(text, {}));
}

type Container = Extract<Block, { type: "list" | "quote" }>;

class BlockReader {
  private readonly blocks: Block[] = [];
  private readonly problems: TextProblem[] = [];
  private readonly lines: string[];
  /** Where blocks go: the innermost open list item or quote. */
  private targets: Block[][] = [this.blocks];
  private open: (Container | null)[] = [];
  private lastHeading = HIGHEST_HEADING - 1;
  private line = 1;

  constructor(text: string) {
    this.lines = text.split("\n");
  }

  read(tokens: readonly Token[]): ParsedText {
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token) break;
      if (token.map) this.line = token.map[0] + 1;
      if (token.type === "table_open") {
        const table = readTable(tokens, at, this.lines, this.problems);
        this.add(table.block);
        at = table.end;
      } else {
        this.take(token, tokens[at + 1]);
      }
    }
    this.problems.sort((a, b) => a.line - b.line);
    return { blocks: this.blocks, problems: this.problems };
  }

  private take(token: Token, next: Token | undefined): void {
    switch (token.type) {
      case "bullet_list_open":
      case "ordered_list_open": {
        const ordered = token.type === "ordered_list_open";
        const start = Number(token.attrGet("start") ?? 1);
        return this.openContainer({ type: "list", ordered, start, tight: true, items: [] });
      }
      case "blockquote_open":
        return this.openContainer({ type: "quote", children: [] });
      case "list_item_open":
        return this.openItem();
      case "bullet_list_close":
      case "ordered_list_close":
        this.open.pop();
        return;
      case "blockquote_close":
        if (this.open.pop()) this.targets.pop();
        return;
      case "list_item_close":
        if (this.open.at(-1)) this.targets.pop();
        return;
      case "heading_open":
        return this.heading(Number(token.tag.slice(1)), next);
      case "paragraph_open":
        return this.paragraph(token, next);
      case "hr":
        return this.add({ type: "rule" });
      default:
        return;
    }
  }

  private add(block: Block): void {
    this.targets.at(-1)?.push(block);
  }

  private openContainer(container: Container): void {
    if (this.open.length >= MAX_DEPTH) {
      if (this.open.length === MAX_DEPTH) {
        this.problem("too-deep", `Lists and quotes go more than ${MAX_DEPTH} levels deep here. Use fewer levels.`);
      }
      this.open.push(null);
      return;
    }
    this.add(container);
    this.open.push(container);
    if (container.type === "quote") this.targets.push(container.children);
  }

  private openItem(): void {
    const list = this.open.at(-1);
    if (list?.type !== "list") return;
    const item: Block[] = [];
    list.items.push(item);
    this.targets.push(item);
  }

  private paragraph(token: Token, content: Token | undefined): void {
    const list = this.open.at(-1);
    if (list?.type === "list" && !token.hidden) list.tight = false;
    const children = this.inline(content);
    if (children.length === 0) return;
    const raw = content?.content ?? "";
    if (/^\|.*\|/.test(raw) && raw.includes("\n")) {
      this.problem("table-header", "This looks like a table without headings. Under the first row, which holds the column headings, put a row such as | --- | --- |.");
    }
    if (/^#{2,6}[^\s#]/.test(raw)) {
      this.problem("heading-space", "Put a space between the # signs and the words of a heading.");
    }
    this.add({ type: "paragraph", children });
  }

  private heading(level: number, content: Token | undefined): void {
    const children = this.inline(content);
    const words = plainText(children).trim();
    if (words === "") return this.problem("heading-empty", "This heading has no words. Write the heading after the # signs or delete the line.");
    if (this.open.length > 0) {
      this.problem("heading-nested", "A heading cannot stand inside a list or a quote. Move it out, or make the words bold.");
      return this.add({ type: "paragraph", children });
    }
    this.checkLevel(level);
    this.lastHeading = level;
    this.add({ type: "heading", level: clampLevel(level), children });
  }

  private checkLevel(level: number): void {
    if (level < HIGHEST_HEADING) {
      return this.problem("heading-too-high", "Start headings inside a section with ##. One # is the level of the section's own title.");
    }
    if (level > LOWEST_HEADING) {
      return this.problem("heading-too-low", `Headings go down to ${"#".repeat(LOWEST_HEADING)}. Use fewer # signs, or make the words bold.`);
    }
    if (level > this.lastHeading + 1) {
      const expected = "#".repeat(Math.max(this.lastHeading + 1, HIGHEST_HEADING));
      this.problem("heading-skipped", `This heading skips a level, which confuses people who use screen readers. Write it with ${expected} instead of ${"#".repeat(level)}.`);
    }
  }

  private inline(token: Token | undefined): Inline[] {
    return token?.type === "inline" ? parseInline(token, this.line, this.problems) : [];
  }

  private problem(code: TextProblem["code"], message: string): void {
    this.problems.push({ line: this.line, code, message });
  }
}

function clampLevel(level: number): HeadingLevel {
  return level <= 2 ? 2 : level >= 4 ? 4 : 3;
}
