import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { missingGlyphs } from "#app/domain/documents/text/missing-glyphs.server.ts";
import { normaliseText } from "#app/domain/documents/text/normalise.server.ts";
import { parseMarkdown } from "#app/domain/documents/text/parse-markdown.server.ts";
import { type PartnershipRecords, resolveTokens } from "#app/domain/documents/text/resolve-tokens.server.ts";
import { countWords } from "#app/domain/documents/text/word-count.ts";
import { loadGaps, loadTexts, type Overlay, parseText } from "#db/seed/load-texts.ts";

interface Item {
  id: string;
  document: string;
  strength: string;
  inForce: boolean;
}
const ruleset: { items: Item[] } = JSON.parse(
  readFileSync(new URL("../../../db/rulesets/working-together-2026.json", import.meta.url), "utf8"),
);
const items = ruleset.items.filter((item) => item.document === "arrangements");
const must = items.filter((item) => item.strength === "must").map((item) => item.id);
const should = items.filter((item) => item.strength === "should").map((item) => item.id);

const sets: { slug: string; overlay?: Overlay }[] = [
  { slug: "northmoor" },
  { slug: "northmoor", overlay: "v1" },
  { slug: "fenwick-and-sorrel" },
  { slug: "westvale-and-harrowmere" },
  { slug: "model" },
];
const complete = sets.filter((set) => set.slug !== "westvale-and-harrowmere");

/** No holder is named, so every token resolves to a vacancy: enough to see that each token is known and well placed. */
const records: PartnershipRecords = {
  partnershipName: "Anywhere Safeguarding Children Partnership",
  areas: ["Anywhere"],
  partners: [
    { organisation: "Anywhere Council", kind: "local-authority", lead: { office: "Chief executive", organisation: null, holder: null }, delegate: null },
  ],
  chair: null,
  scrutineer: null,
  businessManager: null,
  nextReviewOn: "2027-06-30",
  agencies: [],
  budget: null,
};

const forbidden: Record<string, RegExp> = {
  "e-mail address": /\S@\S/,
  "telephone number": /(?<![\d.])(?:\+44|0)\s?\d(?:[ ()-]*\d){7,}/,
  postcode: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i,
  "date of birth": /\b(?:d\.?o\.?b\b|date of birth|born on)/i,
  "exact age": /\b(?:aged?|ages)\s+\d/i,
  "long number": /\d(?:[ -]?\d){9}/,
  "raw HTML": /<\/?[a-z!]/i,
  image: /!\[/,
  "straight quotation mark": /["']/,
};

const covered = (slug: string, overlay?: Overlay) =>
  new Set(loadTexts(slug, overlay).filter((text) => text.markdown !== "").flatMap((text) => text.items));
const words = (slug: string, overlay?: Overlay) =>
  loadTexts(slug, overlay).reduce((total, text) => total + countWords(text.title) + countWords(text.markdown), 0);

describe.each(sets)("demonstration texts of $slug $overlay", ({ slug, overlay }) => {
  const texts = loadTexts(slug, overlay);
  const known = items.map((item) => item.id);

  it("gives each section a key and title of its own and only items that the edition has", () => {
    expect(texts.length).toBeGreaterThan(10);
    expect(new Set(texts.map((text) => text.key)).size).toBe(texts.length);
    expect(new Set(texts.map((text) => text.title)).size).toBe(texts.length);
    expect(texts.flatMap((text) => text.items).filter((id) => !known.includes(id))).toEqual([]);
  });

  it("declares gaps only for items that may have one and that no section covers", () => {
    const declared = loadGaps(slug, overlay);
    expect(declared.map((gap) => gap.item).filter((id) => !should.includes(id) || covered(slug, overlay).has(id))).toEqual([]);
    expect(declared.every((gap) => countWords(gap.reason) > 10)).toBe(true);
  });

  it("is Markdown that can be frozen: no skipped heading, known tokens, printable characters", () => {
    for (const text of texts) {
      const resolved = resolveTokens(text.markdown, records);
      expect(resolved.unresolved, text.key).toEqual([]);
      expect(parseMarkdown(resolved.markdown).problems, text.key).toEqual([]);
      expect(normaliseText(text.markdown), text.key).toEqual({ ok: true, text: text.markdown });
      expect(missingGlyphs(`${text.title}\n${text.markdown}`), text.key).toEqual([]);
    }
  });

  it("links only to public addresses and to this site's own partnership pages", () => {
    const addresses = texts.flatMap((text) => [...text.markdown.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1] ?? ""));
    const allowed = ["https://www.gov.uk/", "https://www.legislation.gov.uk/", `/partnerships/${slug}`];
    expect(addresses.filter((address) => !allowed.some((start) => address.startsWith(start)))).toEqual([]);
  });

  it.each(Object.entries(forbidden))("contains no %s", (_name, pattern) => {
    const prose = texts.map((text) => `${text.title}\n${text.markdown.replace(/\]\([^)]*\)/g, "]")}`);
    expect(prose.flatMap((text) => pattern.exec(text)?.[0] ?? [])).toEqual([]);
  });
});

describe.each(complete)("complete arrangements of $slug $overlay", ({ slug, overlay }) => {
  it("covers every must item, and every should item unless a gap is declared", () => {
    const answered = new Set([...covered(slug, overlay), ...loadGaps(slug, overlay).map((gap) => gap.item)]);
    expect(must.filter((id) => !covered(slug, overlay).has(id))).toEqual([]);
    expect(should.filter((id) => !answered.has(id))).toEqual([]);
    expect(loadGaps(slug, overlay).length).toBeLessThanOrEqual(2);
    expect(loadTexts(slug, overlay).filter((text) => text.markdown === "")).toEqual([]);
  });
});

describe.each(["northmoor", "fenwick-and-sorrel"])("the page for children and young people of %s", (slug) => {
  const page = loadTexts(slug).find((text) => text.audience === "young-people");

  it("is short, comes last and covers nothing", () => {
    const length = countWords(page?.markdown ?? "");
    expect(length).toBeGreaterThan(200);
    expect(length).toBeLessThan(350);
    expect(loadTexts(slug).at(-1)).toEqual(page);
    expect(page?.items).toEqual([]);
  });

  it("is in short sentences and short words", () => {
    const sentences = (page?.markdown ?? "").replaceAll(/[#*“”]/g, "").split(/[.!?:]\s|\n+/).filter((sentence) => sentence.trim() !== "");
    const all = sentences.map((sentence) => countWords(sentence));
    expect(all.reduce((sum, length) => sum + length, 0) / all.length).toBeLessThan(12);
    expect(Math.max(...all)).toBeLessThanOrEqual(24);
    expect((page?.markdown ?? "").match(/safeguarding|multi-agency|statutory|scrutin|arrangements|partnership/gi) ?? []).toEqual([]);
  });
});

describe("length and shape", () => {
  it("gives Northmoor a long text in both versions", () => {
    expect(words("northmoor")).toBeGreaterThanOrEqual(10_500);
    expect(words("northmoor", "v1")).toBeGreaterThanOrEqual(10_000);
  });

  it("makes Northmoor's first version differ: two sections fewer, several worded otherwise, one paragraph since removed", () => {
    const second = loadTexts("northmoor");
    const first = loadTexts("northmoor", "v1");
    const reworded = first.filter((text) => second.find((other) => other.key === text.key)?.markdown !== text.markdown);
    expect(second.map((text) => text.key).filter((key) => !first.some((text) => text.key === key))).toEqual(["racism-and-disproportionality", "young-people"]);
    expect(reworded.length).toBeGreaterThanOrEqual(8);
    expect(reworded.length).toBeLessThan(second.length / 1.5);
    expect(first.some((text) => text.markdown.includes("mid-term review of the scrutineer"))).toBe(true);
    expect(second.some((text) => text.markdown.includes("mid-term review of the scrutineer"))).toBe(false);
  });

  it("leaves Westvale and Harrowmere a draft that is not ready to be frozen", () => {
    const texts = loadTexts("westvale-and-harrowmere");
    const missing = items.filter((item) => item.inForce && !covered("westvale-and-harrowmere").has(item.id)).map((item) => item.id);
    expect(texts.filter((text) => text.markdown === "").map((text) => text.key)).toEqual([
      "independent-scrutiny",
      "voluntary-and-sport",
      "data-and-information-sharing",
    ]);
    expect(missing).toEqual(expect.arrayContaining(["independent-scrutiny", "threshold", "business-support"]));
    expect(loadGaps("westvale-and-harrowmere")).toHaveLength(1);
  });
});

describe("reading a section file", () => {
  it("takes the key from the name and the rest from the front matter", () => {
    expect(parseText("07-area.md", "---\ntitle: The area\nitems: [geography, needs]\n---\nWords.\n")).toEqual({
      key: "area",
      audience: "everyone",
      title: "The area",
      items: ["geography", "needs"],
      markdown: "Words.",
    });
  });

  it.each([
    ["area.md", "---\ntitle: The area\nitems: []\n---\n", "not named"],
    ["07-area.md", "The area\n", "does not begin"],
    ["07-area.md", "---\nitems: []\ntitle: The area\n---\n", "does not begin"],
  ])("refuses %s when it is not as described", (name, source, problem) => {
    expect(() => parseText(name, source)).toThrow(problem);
  });

  it("refuses a partnership that has no texts", () => {
    expect(() => loadTexts("nowhere")).toThrow();
  });
});
