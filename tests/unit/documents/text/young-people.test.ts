import { describe, expect, it } from "vitest";

import { compareContents } from "#app/domain/documents/compare.server.ts";
import { canonicalBytes, InvalidContentError, parseCanonical } from "#app/domain/documents/text/canonical.server.ts";
import type { SignedContent, SignedSection } from "#app/domain/documents/text/content.ts";
import { renderPdf } from "#app/domain/documents/text/pdf.server.ts";
import { renderSignedContentHtml } from "#app/domain/documents/text/render-html.server.ts";
import { youngPeoplePart } from "#app/domain/publication/young-people-part.ts";

import { sampleContent } from "./sample-content.ts";

const page: SignedSection = { number: 15, id: "young", title: "Being <safe>", markdown: "You matter.\n\n## Who helps\n\n- a teacher\n- a nurse", items: [], audience: "young-people" };

function withPage(overrides: Partial<SignedSection> = {}, sample = sampleContent(0)): SignedContent {
  return { ...sample, sections: [...sample.sections, { ...page, number: sample.sections.length + 1, ...overrides }] };
}

describe("the page for children and young people in the signed bytes", () => {
  it("is a section that says for whom it is; no other section says anything", () => {
    const text = Buffer.from(canonicalBytes(withPage())).toString("utf8");
    expect(text.match(/"audience"/g)).toHaveLength(1);
    expect(text).toContain('{"audience":"young-people","id":"young","items":[],');
    expect(parseCanonical(canonicalBytes(withPage()))).toEqual(withPage());
    expect(Buffer.from(canonicalBytes(sampleContent(0))).toString("utf8")).not.toContain("audience");
  });

  it.each([
    ["one that is not the last section", { ...withPage(), sections: withPage().sections.map((section, at, all) => ({ ...(all.at(-1 - at) ?? section), number: at + 1 })) }],
    ["one that covers an item of the guidance", withPage({ items: ["needs"] })],
    ["two of them", withPage({ id: "another" }, withPage())],
  ])("is never %s", (_what, content) => {
    expect(() => canonicalBytes(content)).toThrow(InvalidContentError);
  });
});

describe("the page in the HTML", () => {
  it("comes last, without a number, under its own anchor, and a link to its number finds it", () => {
    expect(renderSignedContentHtml(withPage()).split("\n").slice(-10)).toEqual([
      '<section class="document-section young-people" id="section-15">',
      '<p class="govuk-caption-m young-people__for">For children and young people</p>',
      '<h2 class="govuk-heading-m" id="young-people">Being &lt;safe&gt;</h2>',
      '<p class="govuk-body">You matter.</p>',
      '<h3 class="govuk-heading-s" id="young-people-who-helps">Who helps</h3>',
      '<ul class="govuk-list govuk-list--bullet">',
      "<li>a teacher</li>",
      "<li>a nurse</li>",
      "</ul>",
      "</section>",
    ]);
  });

  it("leaves the HTML of a version without one as it was", () => {
    expect(renderSignedContentHtml(withPage()).startsWith(`${renderSignedContentHtml(sampleContent(0))}\n<section`)).toBe(true);
  });

  it("is cut out character for character, whatever the other sections say", () => {
    const hostile = withPage();
    const [first, ...rest] = hostile.sections;
    if (!first) throw new Error("The sample has changed");
    const html = renderSignedContentHtml({ ...hostile, sections: [{ ...first, markdown: '<section class="document-section young-people">Not this.' }, ...rest] });
    const part = youngPeoplePart(`<div data-content="a1">${html}</div>`);
    expect(part && html.endsWith(part)).toBe(true);
    expect(part).toMatch(/^<section [^>]*>\n<p[^>]*>For children/);
    expect(youngPeoplePart(renderSignedContentHtml(sampleContent(0)))).toBeNull();
  });
});

describe("the page in the PDF", () => {
  it("takes pages of its own and can be linked to by its number", async () => {
    const hash = "a1".repeat(32);
    const pages = (pdf: Uint8Array) => (Buffer.from(pdf).toString("latin1").match(/\/Type \/Page\b/g) ?? []).length;
    const without = await renderPdf(sampleContent(0), hash);
    const linked = withPage();
    const [first] = linked.sections;
    if (first) first.markdown = "See [the page for you](#section-15).";
    const withIt = await renderPdf(linked, hash);
    expect(pages(withIt)).toBeGreaterThan(pages(without));
  });
});

describe("the page in a comparison", () => {
  it("is compared like a section, said to be for young people, and never taken for another section of that title", () => {
    const changed = compareContents(withPage(), withPage({ markdown: "You matter a lot." }));
    expect(changed.sections.at(-1)).toMatchObject({ id: "young", audience: "young-people", change: "changed", movedFrom: null });
    const sample = sampleContent(0);
    const before = { ...sample, sections: [...sample.sections, { ...page, audience: undefined, id: "old", items: [] }].map(({ audience: _none, ...section }) => section) };
    const renamed = compareContents(before, withPage());
    expect(renamed.sections.slice(-2).map(({ id, audience, change }) => ({ id, audience, change }))).toEqual([
      { id: "young", audience: "young-people", change: "added" },
      { id: "old", audience: null, change: "removed" },
    ]);
  });
});
