import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "#app/domain/documents/text/blocks.ts";
import { escapeMarkdown } from "#app/domain/documents/text/escape-markdown.server.ts";
import { parseMarkdown } from "#app/domain/documents/text/parse-markdown.server.ts";
import { RECORD_TOKENS, writeToken } from "#app/domain/documents/text/record-tokens.ts";
import { resolveTokens } from "#app/domain/documents/text/resolve-tokens.server.ts";
import type { PartnershipRecords } from "#app/domain/documents/text/resolve-tokens.server.ts";

const records: PartnershipRecords = {
  partnershipName: "Northmoor Safeguarding Children Partnership",
  areas: ["Northmoor", "Fenwick", "Sorrel"],
  partners: [
    {
      organisation: "Northmoor Council",
      kind: "local-authority",
      lead: { office: "Chief executive", organisation: "Northmoor Council", holder: { name: "Ada Fernhill", since: "2026-04-01", acting: true } },
      delegate: { office: "Director of children’s services", organisation: "Northmoor Council", holder: { name: "Tom Ashdown", since: "2025-01-02", acting: false } },
    },
    {
      organisation: "NHS Northmoor ICB",
      kind: "icb",
      lead: { office: "Chief executive", organisation: null, holder: { name: null, since: "2026-04-01", acting: false } },
      delegate: { office: "Chief nurse", organisation: null, holder: null },
    },
    { organisation: "Northmoor Police", kind: "police", lead: { office: "Chief constable", organisation: null, holder: null }, delegate: null },
  ],
  chair: { office: "Director of children’s services", organisation: "Northmoor Council", holder: { name: "Tom Ashdown", since: null, acting: false } },
  scrutineer: { office: "Independent scrutineer", organisation: null, holder: { name: "Mei Larkfield", since: null, acting: true } },
  businessManager: null,
  nextReviewOn: "2027-09-01",
  agencies: [],
  budget: null,
};

const resolve = (markdown: string, changes: Partial<PartnershipRecords> = {}) => resolveTokens(markdown, { ...records, ...changes });

describe("resolveTokens", () => {
  it.each([
    ["partnership-name", "Northmoor Safeguarding Children Partnership"],
    ["area", "Northmoor, Fenwick and Sorrel"],
    ["statutory-partners", "- Northmoor Council (local authority)\n- NHS Northmoor ICB (integrated care board)\n- Northmoor Police (police)"],
    [
      "lead-partners",
      "| Partner | Lead safeguarding partner | Office | Since |\n| --- | --- | --- | --- |\n| Northmoor Council | Ada Fernhill (acting) | Chief executive | 1 April 2026 |\n| NHS Northmoor ICB | Name withheld | Chief executive | 1 April 2026 |\n| Northmoor Police | Vacant | Chief constable | Not applicable |",
    ],
    [
      "delegated-partners",
      "| Partner | Delegated safeguarding partner | Office | Since |\n| --- | --- | --- | --- |\n| Northmoor Council | Tom Ashdown | Director of children’s services | 2 January 2025 |\n| NHS Northmoor ICB | Vacant | Chief nurse | Not applicable |\n| Northmoor Police | Not yet delegated | Not yet delegated | Not applicable |",
    ],
    ["partnership-chair", "The partnership chair is Tom Ashdown, Director of children’s services, Northmoor Council."],
    ["independent-scrutineer", "The independent scrutineer is Mei Larkfield (acting)."],
    ["business-manager", "The post of business manager is vacant."],
    ["next-review", "1 September 2027"],
  ] as const)("%s", (name, expected) => {
    expect(resolve(writeToken(name))).toEqual({ markdown: expected, unresolved: [] });
  });

  it("knows every token in the list, and every table it makes is sound", () => {
    const text = RECORD_TOKENS.map((token) => writeToken(token.name)).join("\n\n");
    const { markdown, unresolved } = resolve(text);
    expect(unresolved).toEqual([]);
    expect(markdown).not.toContain("{{");
    expect(parseMarkdown(markdown).problems).toEqual([]);
  });

  it("fills inline tokens within a sentence and leaves the rest as it is", () => {
    expect(resolve("We are **{{partnership-name}}**, reviewed on {{ Next Review }}.  ").markdown).toBe(
      "We are **Northmoor Safeguarding Children Partnership**, reviewed on 1 September 2027.  ",
    );
  });

  it("sets a table apart from the lines next to it", () => {
    const { markdown } = resolve("Before\n{{statutory-partners}}\nAfter");
    expect(markdown).toMatch(/^Before\n\n- Northmoor Council[^]*\n\nAfter$/);
  });

  it.each([
    ["an unknown name", "see {{lead-partner}}", ["{{lead-partner}}"]],
    ["a table in the middle of a line", "Here: {{lead-partners}}", ["{{lead-partners}}"]],
    ["two tables on one line", "{{lead-partners}} {{lead-partners}}", ["{{lead-partners}}"]],
    ["a token that is not closed", "the {{area is", ["{{area is"]],
    ["a token that is not opened", "the area}} is", ["the area}}"]],
  ])("leaves as typed and reports %s", (_name, text, unresolved) => {
    expect(resolve(text)).toEqual({ markdown: text, unresolved });
  });

  it("says when a date is not set", () => {
    expect(resolve("on {{next-review}}", { nextReviewOn: null }).markdown).toBe("on a date not yet set");
  });

  it("is not filled twice by a record that looks like a token", () => {
    const { markdown } = resolve("{{partnership-name}}", { partnershipName: "{{area}}" });
    expect(resolve(markdown)).toEqual({ markdown, unresolved: [] });
    expect(plain(markdown)).toBe("{{area}}");
  });
});

function plain(markdown: string): string {
  const [block] = parseMarkdown(markdown).blocks;
  return block?.type === "paragraph" ? plainText(block.children) : `not a paragraph: ${JSON.stringify(block)}`;
}

describe("escapeMarkdown", () => {
  it.each(["# Ada", "- Ada", "1. Ada", "12) Ada", "> Ada", "[x](javascript:y)", "*Ada*", "a|b", "<script>", "---", "+ a", "=a", "![x](/y)", "a\\", "_a_", "`a`", "~~a~~", "&amp;", "{{area}}", "<https://a.example>"])(
    "%s stays text",
    (value) => {
      expect(plain(escapeMarkdown(value))).toBe(value);
      const row = parseMarkdown(`| A | B |\n|---|---|\n| ${escapeMarkdown(value)} | b |`);
      expect(row.blocks).toMatchObject([{ type: "table", rows: [[[{ type: "text", text: value }], [{ type: "text", text: "b" }]]] }]);
    },
  );

  it("any name stays the same text on one line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), (value) => {
        const escaped = escapeMarkdown(value);
        expect(escaped).not.toMatch(/[\n\r\u0000\u202e]/);
        const seen = value.normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]+/gu, " ").replace(/\s+/g, " ").trim().normalize("NFC");
        if (seen !== "") expect(plain(escaped)).toBe(seen);
      }),
      { numRuns: 500 },
    );
  });
});
