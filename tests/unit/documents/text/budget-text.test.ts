import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPdf } from "#app/domain/documents/file/read-pdf.server.ts";
import { plainText } from "#app/domain/documents/text/blocks.ts";
import { canonicalBytes, parseCanonical, sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import type { SignedContent } from "#app/domain/documents/text/content.ts";
import { parseMarkdown } from "#app/domain/documents/text/parse-markdown.server.ts";
import { renderPdf } from "#app/domain/documents/text/pdf.server.ts";
import { BUDGET_TOKENS, writeToken } from "#app/domain/documents/text/record-tokens.ts";
import { renderSignedContentHtml } from "#app/domain/documents/text/render-html.server.ts";
import { resolveTokens } from "#app/domain/documents/text/resolve-tokens.server.ts";
import { sum } from "#app/domain/funding/rules.ts";
import type { SignedBudget } from "#app/domain/funding/signed-budget.ts";
import { sectors, spendingCategories, spendingCategoryLabels } from "#app/domain/funding/vocabulary.ts";
import { largestAmount, showMoney } from "#app/domain/shared/money.ts";
import { budgetContent, budgetRecords, sampleBudget, signedBudget, signedContribution, signedSpending } from "./sample-budget.ts";

const all = BUDGET_TOKENS.map((token) => writeToken(token.name));

/** The cells of the one table that a token becomes, heading first, as a reader sees them. */
function tableOf(token: (typeof BUDGET_TOKENS)[number]["name"], budget: SignedBudget): string[][] {
  const { blocks, problems } = parseMarkdown(resolveTokens(writeToken(token), budgetRecords(budget)).markdown);
  expect(problems).toEqual([]);
  const [table] = blocks.filter((block) => block.type === "table");
  if (table?.type !== "table") throw new Error("no table");
  return [table.columns.map((column) => plainText(column.heading)), ...table.rows.map((row) => row.map((cell) => plainText(cell)))];
}

describe("the record tokens of a budget", () => {
  it("become its figures and statements, each a sound block", () => {
    const { markdown, unresolved } = resolveTokens(all.join("\n"), budgetRecords(sampleBudget()));
    expect(unresolved).toEqual([]);
    expect(markdown).not.toContain("{{");
    expect(parseMarkdown(markdown).problems).toEqual([]);
    expect(parseMarkdown(markdown).blocks.filter((block) => block.type === "table")).toHaveLength(4);
  });

  it("say who gives what, with each share and the total", () => {
    expect(tableOf("contributions", sampleBudget())).toEqual([
      ["Contributor", "What for", "Amount", "Of it for children", "Share"],
      ["Northmoor Council", "The core budget", "£200,000.50", "£200,000.50", "64.4%"],
      ["NHS Northmoor Integrated Care Board", "The work shared by the partners", "£75,000.25", "£37,500.13", "24.1%"],
      ["Northmoor Police, paid by The Mayor of the Moors", "The work shared by the partners", "£34,592", "£11,529.51", "11.1%"],
      ["Young Moors Fund, ring-fenced grant", "A young scrutineer. For one year.", "£1,250", "£1,250", "0.4%"],
      ["Total in cash", "", "£310,842.75", "£250,280.14", "100.0%"],
    ]);
  });

  it("keep help in kind apart, valued or not", () => {
    expect(tableOf("in-kind", sampleBudget())).toEqual([["Contributor", "Help", "Value"], ["Cafcass", "A manager for two days a month", "Not valued"], ["Northmoor College", "Rooms for training", "£2,400"]]);
    expect(resolveTokens("{{in-kind}}", budgetRecords(sampleBudget({ contributions: [] }))).markdown).toBe("Nobody gives help in kind that is recorded here.");
  });

  it("reconcile in brief, and say what part is children’s only where a pot is shared", () => {
    expect(tableOf("budget-in-brief", sampleBudget())).toEqual([
      ["What", "Amount", "Of it for children"],
      ["Given in cash", "£310,842.75", "£250,280.14"],
      ["Brought forward from the year before", "−£1,000.01", "−£500.01"],
      ["Spent", "£262,346.42", "£152,346.42"],
      ["Carried forward to the next year", "£47,496.32", "£97,433.71"],
    ]);
    const whole = signedBudget({ contributions: [signedContribution({ pence: 100 })], spending: [signedSpending({ pence: 40 })] });
    expect(tableOf("budget-in-brief", whole)[0]).toEqual(["What", "Amount"]);
    expect(tableOf("contributions", whole)[0]).toEqual(["Contributor", "What for", "Amount", "Share"]);
    expect(resolveTokens("{{budget-in-brief}}", budgetRecords(whole)).markdown).not.toContain("rounding");
    expect(resolveTokens("{{budget-in-brief}}", budgetRecords(sampleBudget())).markdown).toContain("what rounding leaves over goes to the part with the larger remainder");
  });

  it("say from what change on a new version is needed", () => {
    const brief = (materialPence: number) => resolveTokens("{{budget-in-brief}}", budgetRecords(sampleBudget({ materialPence }))).markdown;
    expect(brief(5_000_00)).toContain("A change of £5,000 or more in one line or in a total, measured from these figures, needs a new version");
    expect(brief(0)).toContain("Every change of an amount needs a new version");
    expect(brief(0)).not.toContain("£0 or more");
  });

  it("have no shares of nothing", () => {
    const nothing = signedBudget({ contributions: [signedContribution({ pence: 0 })], spending: [] });
    expect(tableOf("contributions", nothing).map((row) => row.at(-1))).toEqual(["Share", "—", "—"]);
  });

  it.each(all)("%s is in a budget alone, on a line of its own", (token) => {
    const { budget: _none, ...elsewhere } = budgetRecords(sampleBudget());
    expect(resolveTokens(token, { ...elsewhere, budget: null })).toEqual({ markdown: token, unresolved: [token] });
    expect(resolveTokens(`Here: ${token}`, budgetRecords(sampleBudget()))).toEqual({ markdown: `Here: ${token}`, unresolved: [token] });
  });
});

describe("what people typed stays text", () => {
  const corpus = ["**bold**", "a|b", "|", "# Ada", "- Ada", "1. Ada", "[x](javascript:alert(1))", "<script>alert(1)</script>", "{{contributions}}", "{{area}}", "=1+1", "+44", "-2+3", "@SUM(A1)", "=HYPERLINK(\"https://evil.example\")", "a\\", "\\|", "`a`", "~~a~~", "&amp;", "https://evil.example/", "---", "_a_", "![x](/y)"];

  it.each(corpus)("%s", (value) => {
    const budget = signedBudget(
      { contributions: [signedContribution({ contributor: value, payer: value, purpose: value, note: value, pence: 1 }), signedContribution({ id: "given-2", contributor: value, form: "in-kind", pence: null, purpose: value })], spending: [signedSpending({ description: value, note: value, pence: 1 })] },
      { sharesStatement: `${value}\n\n${value}`, notIncluded: value, population: { children: 69_000, source: value } },
    );
    expect(() => canonicalBytes(budgetContent(budget))).not.toThrow();
    const noted = /[.!?]$/.test(value) ? `${value} ${value}` : `${value}. ${value}`;
    expect(tableOf("contributions", budget)[1]).toEqual([`${value}, paid by ${value}`, noted, "£0.01", "100.0%"]);
    expect(tableOf("in-kind", budget)[1]).toEqual([value, value, "Not valued"]);
    expect(tableOf("spending", budget)[1]).toEqual(["Staffing", noted, "£0.01"]);
    const statement = parseMarkdown(resolveTokens("{{shares-statement}}", budgetRecords(budget)).markdown).blocks;
    expect(statement.map((block) => (block.type === "paragraph" ? plainText(block.children) : block.type))).toEqual([value, value]);
    const html = renderSignedContentHtml(budgetContent(budget));
    expect(html).not.toMatch(/<(?:script|a|img)[ >]/);
    expect(html).not.toContain("javascript:alert(1)\"");
  });
});

/** A table of the HTML: its rows, and in them the text of each cell. */
function tablesOf(html: string): string[][][] {
  const text = (markup: string) => markup.replace(/<[^>]*>/g, "").replace(/&#x?\w+;|&(\w+);/g, (entity, name: string | undefined) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name ?? ""] ?? entity);
  return [...html.matchAll(/<table[^]*?<\/table>/g)].map(([table]) => [...table.matchAll(/<tr[^]*?<\/tr>/g)].map(([row]) => [...row.matchAll(/<t[hd][^]*?<\/t[hd]>/g)].map(([cell]) => text(cell))));
}

/** Pence from "−£1,200.50": written apart from what the product reads amounts with, which stops at a billion pounds. */
function penceOf(shown: string | undefined): number {
  const [, sign = "", pounds = "", part = "00"] = /^(−?)£(\d{1,3}(?:,\d{3})*)(?:\.(\d\d))?$/.exec(shown ?? "") ?? [];
  if (pounds === "") throw new Error(`no amount: ${shown ?? ""}`);
  const pence = Number(`${pounds.replaceAll(",", "")}${part}`);
  return sign === "" ? pence : -pence;
}

/** All text of the PDF on one line. */
async function pdfText(content: SignedContent): Promise<string> {
  const reading = await readPdf(await renderPdf(content, sha256Hex(canonicalBytes(content))));
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  return reading.file.texts.join("\n").replace(/\s+/g, " ");
}

/** The first amounts that stand after some words. */
function amountsAfter(text: string, words: string, count: number): number[] {
  const after = text.slice(text.indexOf(words) + words.length);
  expect(text).toContain(words);
  return [...after.matchAll(/−?£[\d,]+(?:\.\d\d)?/g)].slice(0, count).map(([shown]) => penceOf(shown));
}

describe("HTML and PDF of a frozen budget", () => {
  it("hold every amount", async () => {
    const budget = sampleBudget();
    const content = budgetContent(budget);
    const pdf = await pdfText(content);
    const html = renderSignedContentHtml(content);
    const { inKindPence: _sumOfKind, ...totals } = budget.totals;
    const amounts = [...budget.contributions, ...budget.spending, budget.broughtForward].flatMap((line) => (line.pence === null ? [] : [line.pence, ...("form" in line && line.form === "in-kind" ? [] : [line.childrenPence ?? 0])]));
    for (const pence of [...amounts, ...Object.values(totals), budget.materialPence]) {
      expect(html).toContain(showMoney(pence));
      expect(pdf).toContain(showMoney(pence));
    }
    for (const words of ["Northmoor Police, paid by The Mayor of the Moors", "ring- fenced grant", "Not valued", "69,000 children", "And by need."]) expect(pdf).toContain(words);
    expect(pdf).toContain("Shared annual budget");
  });

  it.each([99_999_99, 999_999_99, 9_999_999_99, largestAmount - 1])("keep amounts of up to %i pence whole beside long names and words", async (most) => {
    const words = { contributor: "The Royal Borough Council of Northmoor-upon-Calder and Fenwickshire", payer: "The Police, Fire and Crime Commissioner", purpose: "The core budget and everything that goes with it, misunderstandings included", note: "Notwithstanding internationalisation" };
    const budget = signedBudget({
      contributions: [0, 1, 2].map((at) => signedContribution({ ...words, id: `given-${String(at)}`, pence: most - at * 7_13, childrenShare: 7_777 })),
      spending: [signedSpending({ description: "Interdisciplinary commissioning", note: words.note, pence: most - 11, childrenShare: 5_000 })],
      broughtForward: { pence: -most, childrenShare: 5_000 },
    });
    const pdf = await pdfText(budgetContent(budget));
    const { inKindPence: _none, ...totals } = budget.totals;
    const amounts = [...budget.contributions, ...budget.spending, budget.broughtForward].flatMap((line) => [line.pence ?? 0, line.childrenPence ?? 0]);
    for (const pence of [...amounts, ...Object.values(totals)]) expect(pdf).toContain(showMoney(pence));
  });

  const share = fc.oneof(fc.constant(10_000), fc.integer({ min: 0, max: 10_000 }));
  const amount = fc.oneof(fc.integer({ min: 0, max: 500_000_00 }), fc.integer({ min: 0, max: largestAmount }));
  const randomBudget = fc
    .record({
      given: fc.array(fc.record({ pence: amount, childrenShare: share, sector: fc.constantFrom(...sectors) }), { minLength: 1, maxLength: 12 }),
      inKind: fc.array(fc.option(amount), { maxLength: 3 }),
      spent: fc.array(fc.record({ pence: amount, childrenShare: share, category: fc.constantFrom(...spendingCategories) }), { minLength: 1, maxLength: 8 }),
      broughtForward: fc.record({ pence: fc.integer({ min: -500_000_00, max: 500_000_00 }), childrenShare: share }),
    })
    .map(({ given, inKind, spent, broughtForward }) =>
      signedBudget({
        contributions: [
          ...given.map((line, at) => signedContribution({ ...line, id: `given-${String(at)}`, contributor: `Contributor ${String(at)}` })),
          ...inKind.map((pence, at) => signedContribution({ id: `help-${String(at)}`, contributor: `Helper ${String(at)}`, form: "in-kind", pence, purpose: "A room" })),
        ],
        spending: spent.map((line, at) => signedSpending({ ...line, id: `spent-${String(at)}`, description: `Line ${String(at)}` })),
        broughtForward,
      }),
    );

  it("and its canonical bytes have totals that are the sums of the lines, whatever the lines are", async () => {
    await fc.assert(
      fc.asyncProperty(randomBudget, async (budget) => {
        const content = budgetContent(budget);
        const signed = parseCanonical(canonicalBytes(content)).budget;
        if (!signed) throw new Error("no budget");
        const cashLines = signed.contributions.filter((line) => line.form === "cash");
        const sums = {
          cash: sum(cashLines.map((line) => line.pence)),
          childrenCash: sum(cashLines.map((line) => line.childrenPence)),
          spent: sum(signed.spending.map((line) => line.pence)),
          childrenSpent: sum(signed.spending.map((line) => line.childrenPence)),
        };
        expect(signed.totals).toMatchObject({ cashPence: sums.cash, childrenCashPence: sums.childrenCash, spendingPence: sums.spent, childrenSpendingPence: sums.childrenSpent });
        const carried = sums.cash + signed.broughtForward.pence - sums.spent;
        const joint = [...signed.contributions, ...signed.spending, signed.broughtForward].some((line) => line.childrenShare < 10_000);

        const tables = tablesOf(renderSignedContentHtml(content));
        const [brief = [], given = []] = tables;
        const spending = tables.at(-1) ?? [];
        expect(brief.slice(1).map((row) => penceOf(row[1]))).toEqual([sums.cash, signed.broughtForward.pence, sums.spent, carried]);
        expect(given.slice(1).map((row) => penceOf(row[2]))).toEqual([...cashLines.map((line) => line.pence), sums.cash]);
        expect(spending.slice(1).map((row) => [row[0], penceOf(row[2])])).toEqual([...signed.spending.map((line) => [spendingCategoryLabels[line.category], line.pence]), ["Total spent", sums.spent]]);
        if (joint) {
          expect(brief.slice(1).map((row) => penceOf(row[2]))).toEqual([sums.childrenCash, signed.broughtForward.childrenPence, sums.childrenSpent, signed.totals.childrenCarriedForwardPence]);
          expect(given.slice(1).map((row) => penceOf(row[3]))).toEqual([...cashLines.map((line) => line.childrenPence), sums.childrenCash]);
          expect(spending.slice(1).map((row) => penceOf(row[3]))).toEqual([...signed.spending.map((line) => line.childrenPence), sums.childrenSpent]);
        }

        const pdf = await pdfText(content);
        const [columns, spentColumns] = joint ? [[sums.cash, sums.childrenCash], [sums.spent, sums.childrenSpent]] : [[sums.cash], [sums.spent]];
        expect(amountsAfter(pdf, "Given in cash", columns.length)).toEqual(columns);
        expect(amountsAfter(pdf, "Total in cash", columns.length)).toEqual(columns);
        expect(amountsAfter(pdf, "Total spent", spentColumns.length)).toEqual(spentColumns);
        expect(amountsAfter(pdf, "Carried forward to the next year", 1)).toEqual([carried]);
        for (const line of cashLines) expect(amountsAfter(pdf, `${line.contributor} `, 1)).toEqual([line.pence]);
      }),
      // Made smaller, a failure would print hundreds of PDFs.
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});
