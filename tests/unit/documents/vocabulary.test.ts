import { describe, expect, test } from "vitest";

import { budgetKind, budgetYear, type DocumentKind, documentWords, isDocumentKind, readDocumentKind, standingKinds } from "#app/domain/documents/vocabulary.ts";
import { expanded } from "#app/domain/shared/abbreviations.ts";
import { financialYear } from "#app/domain/shared/financial-year.ts";
import { capitalised } from "#app/domain/shared/sentences.ts";

describe("the document that a word names", () => {
  test.each([...standingKinds, "budget-2000-01", "budget-2025-26", "budget-2098-99"] as const)("%s", (kind) => {
    expect(readDocumentKind(kind)).toBe(kind);
    expect(isDocumentKind(kind)).toBe(true);
  });

  test.each(["", "budget", "budget-", "budget-2026", "budget-2026-28", "budget-1999-00", "budget-2099-00", "budget-2025-26-27", "Budget-2025-26", "budgets-2025-26", "budget-2025-26 ", "budget-budget-2025-26", "2025-26", "funding", "people", "__proto__", "constructor"])("%j names none", (word) => {
    expect(readDocumentKind(word)).toBeNull();
    expect(isDocumentKind(word)).toBe(false);
  });

  test("nothing names none, nor does what is no word", () => {
    expect(readDocumentKind(undefined)).toBeNull();
    for (const value of [null, 1, {}, ["arrangements"]]) expect(isDocumentKind(value)).toBe(false);
  });

  test("a budget carries its year, there and back; no other document has one", () => {
    for (let start = 2000; start <= 2098; start += 1) expect(budgetYear(budgetKind(financialYear(start)))).toBe(financialYear(start));
    for (const kind of standingKinds) expect(budgetYear(kind)).toBeNull();
  });
});

describe("the words of a document", () => {
  test("of a budget name its year", () => {
    expect(documentWords("budget-2025-26")).toMatchObject({
      name: "Budget 2025 to 2026",
      fullName: "Shared annual budget, 2025 to 2026",
      the: "the budget for 2025 to 2026",
      none: "No budget for 2025 to 2026",
      firstTitle: "Our shared budget, 2025 to 2026",
      onCover: "Shared annual budget",
      guidance: null,
      mayBeUploaded: false,
      tellsGovernment: false,
    });
    expect(documentWords("budget-2008-09").name).toBe("Budget 2008 to 2009");
  });

  test("of the others are their own", () => {
    expect(documentWords("arrangements").fullName).toBe(capitalised(expanded("MASA")));
    expect(standingKinds.map((kind) => documentWords(kind).name)).toEqual(["Arrangements", "Threshold document", "Assessment protocol"]);
  });

  test.each<DocumentKind>([...standingKinds, "budget-2025-26"])("%s: fit into sentences", (kind) => {
    const words = documentWords(kind);
    for (const sentence of [words.says, words.purpose]) expect(sentence).toMatch(/^\S.*\.$/);
    expect(words.the).toMatch(/^the /);
    expect(words.these).toMatch(/^(this|these) /);
    expect(words.none).toMatch(/^No /);
    expect([words.are, words.they, words.them]).toEqual(words.are === "are" ? ["are", "they", "them"] : ["is", "it", "it"]);
    expect(Object.values(words).filter((word) => typeof word === "string").join(" ")).not.toMatch(/undefined|null|budget-/);
  });
});
