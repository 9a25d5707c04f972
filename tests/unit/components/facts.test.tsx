import { describe, expect, it } from "vitest";

import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { ClockLine } from "#app/components/facts/clock-line.tsx";
import { ContentsList } from "#app/components/facts/contents-list.tsx";
import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { Figures } from "#app/components/facts/figures.tsx";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { abbreviations } from "#app/domain/shared/abbreviations.ts";
import { glossaryTerms, termId } from "#app/components/facts/glossary-terms.ts";
import { NeedsList } from "#app/components/facts/needs-list.tsx";
import { SeatCards } from "#app/components/facts/seat-cards.tsx";

import { attributes, danglingReferences, markup, textOf } from "./markup.ts";

describe("facts strip", () => {
  it("pairs terms and descriptions under a name, leaving out what is not known", () => {
    const html = markup(<FactsStrip facts={[{ term: "Status", description: "Published, version 3" }, null, false]} />);
    expect(html).toBe('<section aria-label="About this page"><dl class="facts"><div><dt>Status</dt><dd>Published, version 3</dd></div></dl></section>');
  });

  it("is nothing without facts", () => {
    expect(markup(<FactsStrip facts={[undefined]} />)).toBe("");
  });
});

describe("records at a glance", () => {
  it("seat cards say in words what their colour repeats", () => {
    const html = markup(<SeatCards seats={[{ body: "Northmoor Police", state: "signed", lines: ["Chief Constable, Rosa Winterbourne", "Signed 26 August 2026"] }]} />);
    expect(html).toBe('<ul class="seats"><li class="seat seat--signed"><h3>Northmoor Police</h3><p>Chief Constable, Rosa Winterbourne</p><p>Signed 26 August 2026</p></li></ul>');
  });

  it("needs list puts the link first and the due date in words", () => {
    const html = markup(<NeedsList needs={[{ text: "Sign version 3", href: "/sign", about: "Westvale", due: { text: "3 days late", tone: "red" } }]} />);
    expect(textOf(html)).toBe("Sign version 3Westvale3 days late");
    expect(attributes(html, "a")["href"]).toBe("/sign");
  });

  it("figures keep each number with its name and note", () => {
    expect(textOf(markup(<Figures figures={[{ term: "Spent", value: "£398,240", note: "£14,260 carried forward" }]} />))).toBe("Spent£398,240£14,260 carried forward");
  });

  it("clock line carries its state", () => {
    expect(markup(<ClockLine state="late">8 days late</ClockLine>)).toBe('<p class="clock clock--late">8 days late</p>');
  });

  it("contents are named by their heading", () => {
    const html = markup(<><ContentsList items={[{ href: "#one", text: "Who we are" }]} /><h2 id="one">Who we are</h2></>);
    expect(attributes(html, "nav")["aria-labelledby"]).toBe("contents-title");
    expect(danglingReferences(html)).toEqual([]);
    expect(html).toContain("<ol>");
  });
});

describe("words of the field", () => {
  it("writes an abbreviation out at its first use", () => {
    expect(markup(<Abbr of="DSP" />)).toBe("delegated safeguarding partner (DSP)");
  });

  it("lists the glossary alphabetically, each term at its own address", () => {
    const terms = glossaryTerms.map(({ term }) => term.toLowerCase());
    expect(terms).toEqual([...terms].sort());
    expect(new Set(terms.map(termId)).size).toBe(terms.length);
  });

  it("explains every abbreviation, every office and every kind of document that the site names", () => {
    const named = (words: string) => glossaryTerms.some(({ term }) => term.toLowerCase() === words.toLowerCase());
    for (const [short, words] of Object.entries(abbreviations)) expect(glossaryTerms.find((each) => each.short === short)?.term.toLowerCase(), short).toBe(words.toLowerCase());
    for (const label of Object.values(roleLabels)) expect(named(label), label).toBe(true);
    for (const { name, fullName } of Object.values(documentWords)) expect(named(name) || named(fullName.replace(/ \(\w+\)$/, "")), name).toBe(true);
  });

  it("never calls a delegated partner designated", () => {
    expect(glossaryTerms.filter(({ term, meaning }) => /designated safeguarding partner/i.test(term + meaning))).toEqual([]);
  });
});
