import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "#app/domain/documents/text/blocks.ts";
import type { Block } from "#app/domain/documents/text/blocks.ts";
import { allowedHref } from "#app/domain/documents/text/link-address.ts";
import { parseMarkdown } from "#app/domain/documents/text/parse-markdown.server.ts";

const problems = (text: string) => parseMarkdown(text).problems.map(({ line, code }) => `${line} ${code}`);

function words(blocks: readonly Block[]): string {
  return blocks
    .map((block): string => {
      if (block.type === "list") return block.items.map(words).join(" ");
      if (block.type === "quote") return words(block.children);
      if (block.type === "table") return [block.columns.map((column) => column.heading), ...block.rows].flat().map(plainText).join(" ");
      return block.type === "rule" ? "" : plainText(block.children);
    })
    .join(" ");
}

describe("what Markdown becomes", () => {
  it.each<[string, string, Block[]]>([
    ["a heading", "## Who we are", [{ type: "heading", level: 2, children: [{ type: "text", text: "Who we are" }] }]],
    [
      "nested emphasis, as flat runs",
      "a **b *c***",
      [{ type: "paragraph", children: [{ type: "text", text: "a " }, { type: "text", text: "b ", strong: true }, { type: "text", text: "c", strong: true, emphasis: true }] }],
    ],
    ["a line within a paragraph", "a\nb", [{ type: "paragraph", children: [{ type: "text", text: "a b" }] }]],
    ["a hard break", "a\\\nb", [{ type: "paragraph", children: [{ type: "text", text: "a" }, { type: "break" }, { type: "text", text: "b" }] }]],
    [
      "a link",
      "[the plan](https://northmoor.example/a?b=1&c=2)",
      [{ type: "paragraph", children: [{ type: "link", href: "https://northmoor.example/a?b=1&c=2", children: [{ type: "text", text: "the plan" }] }] }],
    ],
    [
      "a numbered list from 3",
      "3. c\n4. d",
      [{ type: "list", ordered: true, start: 3, tight: true, items: [[{ type: "paragraph", children: [{ type: "text", text: "c" }] }], [{ type: "paragraph", children: [{ type: "text", text: "d" }] }]] }],
    ],
    ["a quote", "> q", [{ type: "quote", children: [{ type: "paragraph", children: [{ type: "text", text: "q" }] }] }]],
    ["a rule", "---", [{ type: "rule" }]],
    [
      "a table, short rows filled",
      "| A | B |\n|---|--:|\n| 1 |",
      [{ type: "table", columns: [{ align: "left", heading: [{ type: "text", text: "A" }] }, { align: "right", heading: [{ type: "text", text: "B" }] }], rows: [[[{ type: "text", text: "1" }], []]] }],
    ],
    ["an entity, as typed", "&#x202e;&amp;", [{ type: "paragraph", children: [{ type: "text", text: "&#x202e;&amp;" }] }]],
    ["no code, no strike-through, no bare links", "    a `b` ~~c~~ www.d.example", [{ type: "paragraph", children: [{ type: "text", text: "a `b` ~~c~~ www.d.example" }] }]],
  ])("%s", (_name, text, expected) => {
    expect(parseMarkdown(text)).toEqual({ blocks: expected, problems: [] });
  });
});

describe("what the author must mend", () => {
  it.each([
    ["a skipped level", "## A\n\n#### B", ["3 heading-skipped"]],
    ["a first heading too deep", "### A", ["1 heading-skipped"]],
    ["levels going back up", "## A\n\n### B\n\n## C\n\n### D", []],
    ["the section title's level", "# A", ["1 heading-too-high"]],
    ["beyond the lowest", "## A\n### B\n#### C\n##### D", ["4 heading-too-low"]],
    ["an empty heading", "text\n\n##", ["3 heading-empty"]],
    ["a heading in a quote", "> ## A", ["1 heading-nested"]],
    ["a heading without space", "##A", ["1 heading-space"]],
    ["a hashtag is fine", "#SaferTogether", []],
    ["an empty link", "a\nb [](/x)", ["2 link-empty"]],
    ["a script address", "[x](javascript:alert\\(1\\))", ["1 link-refused"]],
    ["a data address", "[x](data:text/html,hi)", ["1 link-refused"]],
    ["another host without scheme", "[x](//evil.example)", ["1 link-refused"]],
    ["a relative page", "[x](page.html)", ["1 link-refused"]],
    ["an image", "line\n\nsee ![map](/map.png)", ["3 image"]],
    ["an image with nothing before it", "![map](/map.png)", ["1 image"]],
    ["HTML", "a\nb <b>bold</b>", ["2 html", "2 html"]],
    ["an HTML comment", "<!-- note -->", ["1 html"]],
    ["an address in angle brackets is fine", "<https://northmoor.example> <a@northmoor.example>", []],
    ["less-than signs are fine", "1 < 2 and a<b, \\<b>", []],
    ["a table without the row of dashes", "| A | B |\n| 1 | 2 |", ["1 table-header"]],
    ["a column without heading", "| A | |\n|---|---|\n| 1 | 2 |", ["1 table-header"]],
    ["a row with too many cells", "| A | B |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |", ["4 table-row"]],
    ["an escaped bar is not a cell", "| A | B |\n|---|---|\n| 1 \\| 2 | 3 |", []],
    ["too many columns", `${"| A ".repeat(9)}|\n${"|---".repeat(9)}|`, ["1 table-too-wide"]],
    ["lists too deep", [0, 1, 2, 3, 4, 5].map((depth) => `${"  ".repeat(depth)}- a`).join("\n"), ["6 too-deep"]],
  ])("%s", (_name, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("says how to mend it", () => {
    expect(parseMarkdown("## A\n\n#### B").problems[0]?.message).toBe(
      "This heading skips a level, which confuses people who use screen readers. Write it with ### instead of ####.",
    );
  });

  it("keeps the words of whatever is refused", () => {
    expect(words(parseMarkdown("[see this](javascript:x) ![alt](/a.png) <i>t</i>").blocks)).toBe("see this !alt <i>t</i>");
    expect(words(parseMarkdown([0, 1, 2, 3, 4, 5, 6, 7].map((depth) => `${"  ".repeat(depth)}- item${depth}`).join("\n")).blocks)).toMatch(/item0.*item5.*item7/);
  });
});

describe("addresses", () => {
  it.each(["https://a.example", "http://a.example/x", "mailto:a@b.example", "/partnerships/x", "#section-2", "HTTPS://A.example"])("allows %s", (href) => {
    expect(allowedHref(href)).toBe(href);
  });
  it.each(["", "javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "data:,x", "vbscript:x", "//a.example", "/\\a.example", "https://", "https:a", "file:///etc", "page", "#", "?q", `/${"x".repeat(2000)}`])(
    "refuses %s",
    (href) => {
      expect(allowedHref(href)).toBeNull();
    },
  );
});

describe("text made to be slow or deep", () => {
  const many = 10_000;
  it.each([
    ["quotes", ">".repeat(many)],
    ["quotes with spaces", "> ".repeat(many)],
    ["quotes and lists", "> - ".repeat(many)],
    ["list markers", "- ".repeat(many) + "x"],
    ["numbered markers", "1. ".repeat(many) + "x"],
    ["stars", "*".repeat(many)],
    ["open emphasis", "*a ".repeat(many)],
    ["nested emphasis", "*a ".repeat(many) + "b*".repeat(many)],
    ["brackets", "[".repeat(many)],
    ["half links", "[a](".repeat(many)],
    ["images", "![".repeat(many)],
    ["less-than signs", "<a ".repeat(many)],
    ["bars", "|".repeat(many)],
    ["backslashes", "\\".repeat(many)],
    ["wide table", `${"|a".repeat(3000)}|\n${"|-".repeat(3000)}|\n${"|x\n".repeat(many)}`],
    ["indented list", Array.from({ length: 200 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
  ])("%s", (_name, text) => {
    const { blocks } = parseMarkdown(text);
    expect(depth(blocks)).toBeLessThanOrEqual(6);
  });

  it("never throws", () => {
    const piece = fc.constantFrom("# ", "## ", "> ", "- ", "1. ", "|", "\n", "\n\n", "*", "**", "[a](", ")", "](/x)", "<b>", "\\", "---", "a", " ", "!");
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 60 }), (pieces) => {
        const { blocks, problems: found } = parseMarkdown(pieces.join(""));
        expect(depth(blocks)).toBeLessThanOrEqual(6);
        expect(found.every((problem) => problem.line >= 1 && problem.message.endsWith("."))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function depth(blocks: readonly Block[]): number {
  const inner = blocks.map((block) => (block.type === "list" ? Math.max(0, ...block.items.map(depth)) : block.type === "quote" ? depth(block.children) : 0));
  return blocks.length === 0 ? 0 : 1 + Math.max(...inner);
}
