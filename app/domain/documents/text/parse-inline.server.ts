import type { Token } from "markdown-it";
import type { Inline, LineBreak, TextProblem, TextRun } from "./blocks.ts";
import { allowedHref } from "./link-address.ts";

/** Raw HTML as typed; an address in angle brackets (`<https://…>`) has a colon or @ straight after the name and is not. */
const HTML = /(?<!\\)<(?:\/?[a-z][a-z0-9-]*(?=[\s/>])[^<>]*>|!--)/gi;

/**
 * Turns the children of one markdown-it inline token into runs. `firstLine` is the line, counting from 1, on which the
 * token starts; problems found are added to `problems`.
 */
export function parseInline(token: Token, firstLine: number, problems: TextProblem[]): Inline[] {
  for (const match of token.content.matchAll(HTML)) {
    problems.push({
      line: firstLine + linesBefore(token.content, match.index),
      code: "html",
      message: `Take out the HTML code ${shorten(match[0])}. It would be shown to readers exactly as typed.`,
    });
  }
  return new InlineReader(firstLine, problems).read(token.children ?? []);
}

class InlineReader {
  private readonly inlines: Inline[] = [];
  private strong = 0;
  private emphasis = 0;
  private link: { href: string; children: (TextRun | LineBreak)[]; line: number } | null = null;

  constructor(
    private line: number,
    private readonly problems: TextProblem[],
  ) {}

  read(tokens: readonly Token[]): Inline[] {
    for (const token of tokens) this.take(token);
    return this.inlines;
  }

  private take(token: Token): void {
    switch (token.type) {
      case "softbreak":
        this.line += 1;
        return this.addText(" ");
      case "hardbreak":
        this.line += 1;
        return this.add({ type: "break" });
      case "strong_open":
        this.strong += 1;
        return;
      case "strong_close":
        this.strong -= 1;
        return;
      case "em_open":
        this.emphasis += 1;
        return;
      case "em_close":
        this.emphasis -= 1;
        return;
      case "link_open":
        return this.openLink(String(token.attrGet("href") ?? ""));
      case "link_close":
        return this.closeLink();
      default:
        return this.addText(token.content);
    }
  }

  private addText(text: string): void {
    if (text === "") return;
    const run: TextRun = { type: "text", text };
    if (this.strong > 0) run.strong = true;
    if (this.emphasis > 0) run.emphasis = true;
    this.add(run);
  }

  private add(inline: TextRun | LineBreak): void {
    const target: Inline[] = this.link?.children ?? this.inlines;
    const last = target.at(-1);
    if (inline.type === "text" && last?.type === "text" && last.strong === inline.strong && last.emphasis === inline.emphasis) {
      last.text += inline.text;
      return;
    }
    target.push(inline);
  }

  private openLink(href: string): void {
    const before = this.inlines.at(-1);
    if (before?.type === "text" && before.text.endsWith("!")) {
      this.problem("image", "Pictures cannot be used here. Describe in words what the picture shows, and take it out.");
    }
    this.link = { href, children: [], line: this.line };
  }

  private closeLink(): void {
    const link = this.link;
    this.link = null;
    if (!link) return;
    const words = link.children.map((child) => (child.type === "text" ? child.text : " ")).join("");
    if (words.trim() === "") {
      this.problem("link-empty", "A link has no words. Write between the square brackets where the link goes.", link.line);
      return;
    }
    const href = allowedHref(link.href);
    if (href === null) {
      this.problem(
        "link-refused",
        `The link “${shorten(words)}” has an address that cannot be used. Addresses start with https://, http://, mailto: or / (a page of this site).`,
        link.line,
      );
      for (const child of link.children) this.add(child);
      return;
    }
    this.inlines.push({ type: "link", href, children: link.children });
  }

  private problem(code: TextProblem["code"], message: string, line = this.line): void {
    this.problems.push({ line, code, message });
  }
}

function linesBefore(text: string, index: number): number {
  return text.slice(0, index).split("\n").length - 1;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
