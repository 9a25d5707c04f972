import { describe, expect, it } from "vitest";
import { canonicalBytes, InvalidContentError, parseCanonical, sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import type { SignedContent } from "#app/domain/documents/text/content.ts";
import type { SignedBudget, SignedContribution, SignedSpending } from "#app/domain/funding/signed-budget.ts";
import { budgetContent, sampleBudget, signedContribution, signedSpending } from "./sample-budget.ts";
import { sampleContent } from "./sample-content.ts";

const bytesOf = (budget: SignedBudget, overrides: Partial<SignedContent> = {}) => canonicalBytes(budgetContent(sampleBudget(), { budget, ...overrides }));

/** The sample with one contribution, or one line of spending, changed and nothing worked out anew. */
const given = (at: number, values: Partial<SignedContribution>): Partial<SignedBudget> => ({ contributions: sampleBudget().contributions.map((line, index) => (index === at ? { ...line, ...values } : line)) });
const spent = (at: number, values: Partial<SignedSpending>): Partial<SignedBudget> => ({ spending: sampleBudget().spending.map((line, index) => (index === at ? { ...line, ...values } : line)) });

describe("the canonical bytes of a budget", () => {
  it("hold its figures and come back the same", () => {
    const content = budgetContent(sampleBudget());
    const bytes = canonicalBytes(content);
    expect(parseCanonical(bytes)).toEqual(content);
    expect(parseCanonical(bytes).budget?.totals).toEqual({ cashPence: 310_842_75, childrenCashPence: 250_280_14, inKindPence: 2_400_00, spendingPence: 262_346_42, childrenSpendingPence: 152_346_42, carriedForwardPence: 47_496_32, childrenCarriedForwardPence: 97_433_71 });
    expect(Buffer.from(bytes).toString("utf8")).toContain('"pence":20000050');
  });

  it("have this hash for the sample, for ever", () => {
    expect(sha256Hex(bytesOf(sampleBudget(), { sections: [] }))).toBe("3e7621991f1137fd1b38de6db8e647f4620c8d6379c185999065b29ac4fabfdf");
  });

  it("may hold no lines, no population, and amounts up to a billion pounds", () => {
    const whole = signedContribution({ pence: 100_000_000_000 });
    expect(() => canonicalBytes(budgetContent(sampleBudget({ population: null })))).not.toThrow();
    for (const lines of [{ contributions: [], spending: [] }, { contributions: [whole], spending: [signedSpending({ pence: 100_000_000_000 })] }]) {
      const cash = lines.contributions.reduce((sum, line) => sum + (line.pence ?? 0), 0);
      const broughtForward = { pence: 0, childrenShare: 10_000, childrenPence: 0 };
      const totals = { cashPence: cash, childrenCashPence: cash, inKindPence: 0, spendingPence: cash, childrenSpendingPence: cash, carriedForwardPence: 0, childrenCarriedForwardPence: 0 };
      expect(() => bytesOf({ ...sampleBudget(), ...lines, broughtForward, totals })).not.toThrow();
    }
  });
});

describe("a budget that may not be signed", () => {
  it.each<[what: string, changes: Partial<SignedBudget>]>([
    ...(["cashPence", "childrenCashPence", "inKindPence", "spendingPence", "childrenSpendingPence", "carriedForwardPence", "childrenCarriedForwardPence"] as const).flatMap((name): [string, Partial<SignedBudget>][] =>
      [-1, 1].map((by) => [`${name} off by ${String(by)} penny`, { totals: { ...sampleBudget().totals, [name]: sampleBudget().totals[name] + by } }]),
    ),
    ["an amount changed after the totals", given(0, { pence: 200_000_51, childrenPence: 200_000_51 })],
    // £75,000.25 halved is 37,500.125: the penny goes to children, who come first.
    ["children’s part rounded the other way", given(1, { childrenPence: 37_500_12 })],
    ["children’s part of spending that is not its share", spent(0, { childrenPence: 110_000_01 })],
    ["children’s part of what was brought forward that is not its share", { broughtForward: { pence: -1_000_01, childrenShare: 5_000, childrenPence: -500_00 } }],
    ["children’s part of help that is not valued", given(4, { childrenPence: 0 })],
    ["cash without an amount", given(0, { pence: null, childrenPence: null })],
    ["an amount below nought", given(3, { pence: -1, childrenPence: -1 })],
    ["half a penny", given(3, { pence: 0.5, childrenPence: 0.5 })],
    ["more than a billion pounds", given(3, { pence: 100_000_000_001, childrenPence: 100_000_000_001 })],
    ["more than all of a pot", given(3, { childrenShare: 10_001 })],
    ["less than none of a pot", spent(0, { childrenShare: -1 })],
    ["a share with a fraction", given(3, { childrenShare: 0.5 })],
    ["a pot brought forward of more than all", { broughtForward: { pence: 1, childrenShare: 10_001, childrenPence: 1 } }],
    ["an amount that no computer counts", given(3, { pence: 1e300, childrenPence: 1e300 })],
    ["an amount in words", given(3, { pence: "125000" as unknown as number })],
    ["a sector that is not known", given(3, { sector: "charity" as "other" })],
    ["a category that is not known", spent(0, { category: "parties" as "other" })],
    ["a form that is not known", given(3, { form: "goodwill" as "cash" })],
    ["a contributor without a name", given(3, { contributor: "" })],
    ["a contributor of two lines", given(3, { contributor: "Young\nMoors" })],
    ["a name that is not in NFC", given(3, { contributor: "Sia\u0302n" })],
    ["a hidden direction in a note", given(3, { note: "a\u202eb" })],
    ["a purpose that is too long", given(3, { purpose: "x".repeat(301) })],
    ["a line without an id", given(3, { id: "" })],
    ["one line twice", given(1, { id: "given-1" })],
    ["a contribution with the id of a line of spending", given(3, { id: "spent-1" })],
    ["a key too many", given(3, { extra: 1 } as Partial<SignedContribution>)],
    ["a missing key", given(3, { payer: undefined } as unknown as Partial<SignedContribution>)],
    ["a population of nobody", { population: { children: 0, source: "ONS" } }],
    ["a population without its source", { population: { children: 69_000, source: "" } }],
    ["a threshold below nought", { materialPence: -1 }],
    ["a year that is none", { year: "2026-28" }],
  ])("%s", (_what, changes) => {
    expect(() => bytesOf({ ...sampleBudget(), ...changes })).toThrow(InvalidContentError);
    expect(() => bytesOf({ ...sampleBudget(), ...changes })).toThrow(/budget/);
  });

  it("stands under the kind of its own year, and there is no such kind without one", () => {
    const budget = sampleBudget();
    expect(() => bytesOf({ ...budget, year: "2025-26" })).toThrow(/budget/);
    expect(() => bytesOf(budget, { kind: "budget-2027-28" })).toThrow(/budget/);
    for (const kind of ["arrangements", "threshold-document", "assessment-protocol"] as const) expect(() => bytesOf(budget, { kind })).toThrow(/budget/);
    expect(() => canonicalBytes(sampleContent(0, { kind: "budget-2026-27" }))).toThrow(/budget/);
    for (const kind of ["budget-1999-00", "budget-2026-28", "budget-2026", "budget-", "budget"]) expect(() => bytesOf(budget, { kind: kind as "budget-2026-27" })).toThrow(/kind/);
  });

  it("is named by its place, never quoted", () => {
    expect(() => bytesOf({ ...sampleBudget(), ...given(0, { contributor: "secret\u0000" }) })).toThrow(/budget\.contributions\.0\.contributor/);
    expect(() => bytesOf({ ...sampleBudget(), ...given(0, { contributor: "secret\u0000" }) })).not.toThrow(/secret/);
  });

  it("is not read from bytes either", () => {
    const text = Buffer.from(bytesOf(sampleBudget())).toString("utf8");
    for (const [right, wrong] of [['"cashPence":31084275', '"cashPence":31084276'], ['"childrenPence":3750013', '"childrenPence":3750012'], ['"year":"2026-27"', '"year":"2025-26"'], ['"cashPence":31084275', '"cashPence":31084275.0']] as const) {
      expect(text).toContain(right);
      expect(() => parseCanonical(Buffer.from(text.replace(right, wrong)))).toThrow(InvalidContentError);
    }
  });
});
