import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "#app/domain/documents/text/parse-markdown.server.ts";
import { renderBlocks, renderSignedContentHtml } from "#app/domain/documents/text/render-html.server.ts";
import { randomContent } from "./random-content.ts";
import { sampleContent } from "./sample-content.ts";

const html = (text: string) => renderBlocks(parseMarkdown(text).blocks, { headingOffset: 1, idPrefix: "section-1" });

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/g;
const TAGS = new Set(["p", "h2", "h3", "h4", "h5", "a", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "br", "hr", "blockquote", "section"]);
const ATTRIBUTES = new Set(["class", "id", "href", "start", "scope", "role", "data-label"]);

/** Fails on any markup that the renderer does not itself write, and on any address that could run something. */
function expectInert(markup: string): void {
  const rest = markup.replace(TAG, (_tag, _slash, name: string, attributes: string) => {
    expect(TAGS.has(name), name).toBe(true);
    for (const [, attribute = "", value = ""] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      expect(ATTRIBUTES.has(attribute), attribute).toBe(true);
      if (attribute === "href") expect(value).toMatch(/^(?:https?:\/\/|mailto:|\/(?![/\\])|#)/i);
    }
    return "";
  });
  expect(rest).not.toMatch(/[<>"]/);
}

describe("renderBlocks", () => {
  it.each([
    ["a paragraph", "a **b** *c* ***d***", '<p class="govuk-body">a <strong>b</strong> <em>c</em> <strong><em>d</em></strong></p>'],
    ["a heading, one level down", "## Who we are", '<h3 class="govuk-heading-s" id="section-1-who-we-are">Who we are</h3>'],
    ["a link", "[a](/x?a=1&b=2)", '<p class="govuk-body"><a class="govuk-link" href="/x?a=1&amp;b=2">a</a></p>'],
    ["a bullet list", "- a\n- b", '<ul class="govuk-list govuk-list--bullet">\n<li>a</li>\n<li>b</li>\n</ul>'],
    ["a numbered list from 3", "3. a", '<ol class="govuk-list govuk-list--number" start="3">\n<li>a</li>\n</ol>'],
    ["a loose list", "- a\n\n- b", '<ul class="govuk-list govuk-list--bullet govuk-list--spaced">\n<li><p class="govuk-body">a</p></li>\n<li><p class="govuk-body">b</p></li>\n</ul>'],
    ["a quote", "> a", '<blockquote class="govuk-inset-text">\n<p class="govuk-body">a</p>\n</blockquote>'],
    ["a hard break", "a\\\nb", '<p class="govuk-body">a<br>b</p>'],
    ["a rule", "---", '<hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible">'],
  ])("%s", (_name, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it("a table with scopes, roles and column names on the cells", () => {
    expect(html("| Partner | Paid |\n|---|--:|\n| Police | £1 |")).toBe(
      [
        '<table class="govuk-table govuk-table--stack" role="table">',
        '<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" role="columnheader" class="govuk-table__header">Partner</th><th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric">Paid</th></tr></thead>',
        '<tbody class="govuk-table__body" role="rowgroup">',
        '<tr class="govuk-table__row" role="row"><th scope="row" role="rowheader" class="govuk-table__header" data-label="Partner">Police</th><td role="cell" class="govuk-table__cell govuk-table__cell--numeric" data-label="Paid">£1</td></tr>',
        "</tbody>",
        "</table>",
      ].join("\n"),
    );
  });

  it("gives every heading its own id, also when the words are the same or not Latin", () => {
    const ids = [...html("## Siân\n\n## Siân\n\n## 漢字\n\n## Siân 2").matchAll(/id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toEqual(["section-1-sian", "section-1-sian-2", "section-1-heading", "section-1-sian-2-2"]);
  });
});

describe("renderSignedContentHtml", () => {
  it("numbers the sections under stable ids and never repeats an id", () => {
    const markup = renderSignedContentHtml(sampleContent(3000));
    expect(markup).toContain('<h2 class="govuk-heading-m" id="section-3">3. Responding to children’s needs</h2>');
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    expectInert(markup);
  });
});

describe("hostile text stays text", () => {
  const corpus = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "<svg><script>alert(1)</script></svg>", "<iframe srcdoc='<b>'>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](javascript&colon;alert(1))", "[x](&#106;avascript:alert(1))", "[x](data:text/html;base64,PHN2Zz4=)",
    "[x](vbscript:x)", "[x](//evil.example)", "[x](/\\evil.example)", '[x](https://a.example/" onmouseover="alert(1))', '[x](<https://a.example/"><script>>)',
    "[x](https://a.example 'title\" onclick=alert(1)')", "![x](x\" onerror=\"alert(1))", "<javascript:alert(1)>", "<https://a.example/\"onclick=alert(1)>", "<a href=x>y</a>",
    "[<img src=x onerror=alert(1)>](https://a.example)", "[a]: javascript:alert(1)\n\n[a]", "## <script>alert(1)</script>", '## " onclick="x', "| <b> | \" onclick=\"x |\n|---|---|\n| <i> | ' |",
    "> <script>", "- <script>", "`<script>`", "```\n<script>\n```", "    <script>", "<!-- --><script>", "<![CDATA[<script>]]>", "&lt;script&gt;", "<style>*{}</style>", "<math><mi xlink:href=javascript:x>", "\\<script\\>",
    "<ScRiPt\n>alert(1)</sCrIpT\n>", "<details open ontoggle=alert(1)>", "[x](mailto:a@b.example?subject=<script>)", "{{<script>}}", "${alert(1)}", "<b onmouseover=alert(1)>",
  ];
  it.each(corpus)("%s", (text) => {
    expectInert(html(text));
    const titled = sampleContent(0);
    titled.sections = [{ number: 1, id: "a", title: text.replace(/\n/g, " "), markdown: text, items: [] }];
    expectInert(renderSignedContentHtml(titled));
  });

  it("in 200 random versions", () => {
    fc.assert(
      fc.property(randomContent, (content) => {
        expectInert(renderSignedContentHtml(content));
      }),
      { numRuns: 200 },
    );
  });
});
