import { describe, expect, test } from "vitest";

import { matchItem } from "#app/domain/documents/word/match-items.ts";

const items = ["Area covered", "Independent scrutiny", "Funding", "Relevant agencies", "Training and audit", "Voice of children and families", "Local child safeguarding practice reviews"].map((title) => ({ id: title, title }));

describe("a heading and the item of the guidance it answers", () => {
  test.each([
    ["Independent scrutiny arrangements", "Independent scrutiny"],
    ["How we are funded", "Funding"],
    ["THE RELEVANT AGENCIES", "Relevant agencies"],
    ["Reviewing practice: local child safeguarding practice reviews", "Local child safeguarding practice reviews"],
    ["The voice of families", "Voice of children and families"],
  ])("%s", (heading, item) => {
    expect(matchItem(heading, items)).toBe(item);
  });

  test.each(["Introduction", "The partnership", "Information sharing", ""])("%s answers none", (heading) => {
    expect(matchItem(heading, items)).toBeNull();
  });
});
