import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { ContributionInput, SpendingInput } from "#app/domain/funding/forms.server.ts";
import type { ImportRow } from "#app/domain/funding/import/import-row.ts";
import { type ImportPlan, planImport } from "#app/domain/funding/import/plan-import.ts";
import { readRows } from "#app/domain/funding/import/read-rows.server.ts";
import { contributionsList } from "#app/domain/funding/lists/contributions-list.server.ts";
import type { ListDefinition, Partner, PresentLine } from "#app/domain/funding/lists/list-definition.ts";
import { spendingList } from "#app/domain/funding/lists/spending-list.server.ts";
import { columnNames, exampleCells, listColumns } from "#app/domain/funding/lists/vocabulary.ts";
import { contributionForms, sectors, spendingCategories } from "#app/domain/funding/vocabulary.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";

const council: Partner = { seatId: "00000000-0000-4000-8000-00000000000a", name: "Alderwick Council", sector: "local-authority" };
const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;

const contribution: ContributionInput = { seatId: null, postId: null, contributor: "Cafcass", sector: "cafcass", payer: null, form: "cash", pence: 55_000, invoicedPence: null, receivedPence: null, childrenShare: 10_000, purpose: "", ringFenced: false, note: null };
const staff: SpendingInput = { category: "staffing", description: "The team", pence: 100_000, actualPence: null, childrenShare: 10_000, note: null };

function rowsOf<Values extends object>(definition: ListDefinition<Values>, text: string): ImportRow<Values>[] {
  const read = readRows(definition, Buffer.from(text));
  if (!read.ok) throw new Error(read.problems.join("; "));
  const rows: ImportRow<Values>[] = JSON.parse(`[${read.chunks.join(",")}]`);
  return rows;
}

interface Ground<Values> {
  present?: readonly PresentLine<Values>[];
  signed?: boolean;
  removesMissing?: boolean;
}

function planOf<Values extends object>(definition: ListDefinition<Values>, text: string, { present = [], signed = false, removesMissing = false }: Ground<Values> = {}): Promise<ImportPlan<Values>> {
  return planImport(rowsOf(definition, text), { definition, present, partners: [council], signed, removesMissing });
}

const exportOf = <Values extends object>(definition: ListDefinition<Values>, lines: readonly { id: string; values: Values }[]) => writeCsv(columnNames(definition.list), lines.map(({ id, values }) => definition.toCells(id, values)));

/** A file with one row of contributions, with these cells changed. */
function contributionsFile(...rows: Partial<Record<string, string>>[]): string {
  const given = { contributor: "Cafcass", sector: "cafcass", form: "cash", amount: "550" };
  return writeCsv(columnNames("contributions"), rows.map((row) => columnNames("contributions").map((name) => ({ ...given, ...row })[name] ?? "")));
}

function spendingFile(...rows: Partial<Record<string, string>>[]): string {
  return writeCsv(columnNames("spending"), rows.map((row) => columnNames("spending").map((name) => ({ category: "staffing", description: "The team", ...row })[name] ?? "")));
}

const errorsOf = <Values>({ errors }: ImportPlan<Values>) => errors.map(({ row, column, problem }) => [row, column, problem]);
const present = <Values>(values: Values, more: Partial<PresentLine<Values>> = {}): PresentLine<Values> => ({ id: idOf(1), revision: 1, shared: false, values, ...more });

describe("a cell of contributions", () => {
  test.each<[string, Partial<Record<string, string>>, Partial<ContributionInput>]>([
    ["an amount with pounds and commas", { amount: "£1,200.50" }, { pence: 120_050 }],
    ["an amount in brackets, paid back", { received: "(300)" }, { receivedPence: -30_000 }],
    ["nothing", { amount: "" }, { pence: null }],
    ["nothing, in words", { amount: "not provided", invoiced: "NOT PROVIDED" }, { pence: null, invoicedPence: null }],
    ["nought, which is something", { amount: "0", received: "0.00" }, { pence: 0, receivedPence: 0 }],
    ["the label of a sector", { sector: "Schools and Other Education" }, { sector: "education" }],
    ["the word of a sector", { sector: "district-council" }, { sector: "district-council" }],
    ["a share with its sign", { children_percent: "33.33%" }, { childrenShare: 3_333 }],
    ["no share", { children_percent: "" }, { childrenShare: 10_000 }],
    ["a ring-fenced grant", { ring_fenced: "Yes", sector: "grant" }, { ringFenced: true }],
    ["help in kind, not valued", { form: "In kind", amount: "Not valued", invoiced: "Not applicable", received: "not applicable", purpose: "A room" }, { form: "in-kind", pence: null, invoicedPence: null }],
    ["help in kind, valued", { form: "in-kind", amount: "99", purpose: "A room" }, { form: "in-kind", pence: 9_900 }],
    ["a partner by its name, its kind left out", { contributor: " alderwick  COUNCIL ", sector: "" }, { seatId: council.seatId, contributor: "Alderwick Council", sector: "local-authority" }],
    ["a note in two lines", { note: "One\r\ntwo" }, { note: "One\ntwo" }],
  ])("%s", async (_what, cells, values) => {
    const plan = await planOf(contributionsList, contributionsFile(cells));
    expect(plan.errors).toEqual([]);
    expect(plan.added).toMatchObject([{ row: 2, values }]);
  });

  test.each<[string, Partial<Record<string, string>>, [string | null, string][]]>([
    ["words for an amount", { amount: "lots" }, [["amount", "The amount must be an amount in pounds, like 1,200.50"]]],
    ["not valued, in cash", { amount: "Not valued" }, [["amount", "The amount must be an amount in pounds, like 1,200.50"]]],
    ["less than nothing", { invoiced: "-1" }, [["invoiced", "The amount invoiced cannot be less than £0"]]],
    ["no kind of body", { sector: "" }, [["sector", "Choose what kind of body it is"]]],
    ["a kind that there is not", { sector: "Charity" }, [["sector", "Choose what kind of body it is"]]],
    ["a partner of another kind", { contributor: "Alderwick Council", sector: "police" }, [["sector", "Alderwick Council is a statutory partner here, of another kind"]]],
    ["neither cash nor in kind", { form: "cheque" }, [["form", "Choose cash or in kind"]]],
    ["help in kind of which nothing is said", { form: "in kind", amount: "" }, [["amount", "Say whether a value was put on it: help in kind is valued, or expressly not"], ["purpose", "Describe the help in kind, such as a seconded officer for two days a week"]]],
    ["maybe", { ring_fenced: "maybe" }, [["ring_fenced", "Whether it is ring-fenced must be yes or no"]]],
    ["more than all", { children_percent: "101" }, [["children_percent", "How much of it is for children must be a percentage from 0 to 100, like 50 or 33.33"]]],
    ["everything at once", { contributor: "", sector: "", form: "", amount: "x", received: "y" }, [["contributor", "Enter who contributes"], ["sector", "Choose what kind of body it is"], ["form", "Choose cash or in kind"], ["amount", "The amount must be an amount in pounds, like 1,200.50"], ["received", "The amount received must be an amount in pounds, like 1,200.50"]]],
    ["the example of the template", Object.fromEntries(columnNames("contributions").map((name, at) => [name, exampleCells.contributions[at]])), [[null, "This is the example of the template"]]],
    ["an id that is none", { id: "7" }, [["id", "This is not an id of the portal"]]],
    ["an id of another year", { id: idOf(9) }, [["id", "No line of this list and year has this id: it may have been removed"]]],
  ])("%s is refused", async (_what, cells, problems) => {
    const plan = await planOf(contributionsList, contributionsFile(cells));
    expect(errorsOf(plan)).toEqual(problems.map(([column, problem]) => [2, column, problem]));
    expect(plan.errors.every((error) => error.fix !== "")).toBe(true);
    expect(plan.added).toEqual([]);
  });

  test("an amount whose comma is not in quotes is not taken for a smaller one", async () => {
    const text = contributionsFile({ amount: "1,200.50" }).replace('"1,200.50"', "1,200.50").replace(/,\r\n$/, ",end\r\n");
    expect(errorsOf(await planOf(contributionsList, text))).toEqual([[2, null, "The row has 1 more cell than row 1 names"]]);
  });

  test("what certainly identifies somebody is refused and not kept", () => {
    const [row] = rowsOf(contributionsList, contributionsFile({ note: "NHS number 943 476 5919", amount: "x" }));
    expect(row?.judged).toMatchObject({ ok: false, problems: [{ column: "amount" }, { column: "note", fix: "Write the cell again without it. What was in the cell is not kept here" }] });
    expect(JSON.stringify(row)).not.toContain("5919");
  });
});

describe("what a file would do", () => {
  test("new, changed with before and after, unchanged, removed", async () => {
    const lines = [present(staff), present({ ...staff, description: "Rooms", category: "venues" as const }, { id: idOf(2) }), present({ ...staff, description: "Advice" }, { id: idOf(3) })];
    const text = spendingFile({ id: idOf(1).toUpperCase(), budget: "1,100.00", children_percent: "50" }, { id: idOf(2), category: "Venues", description: "Rooms", budget: "1000", children_percent: "100%" }, { description: "New", actual: "-1" });
    const plan = await planOf(spendingList, text, { present: lines, removesMissing: true });
    expect(plan).toMatchObject({ unchanged: 1, errors: [], questions: [], ended: [{ id: idOf(3), name: "Advice" }], added: [{ row: 4, name: "New", values: { actualPence: -100 } }] });
    expect(plan.changed).toMatchObject([{ row: 2, id: idOf(1), fields: [{ column: "budget", before: "1000.00", after: "1100.00" }, { column: "children_percent", before: "100", after: "50" }] }]);
    expect((await planOf(spendingList, text, { present: lines })).ended).toEqual([]);
  });

  test("one line in two rows is refused", async () => {
    expect(errorsOf(await planOf(spendingList, spendingFile({ id: idOf(1) }, { id: idOf(1) }), { present: [present(staff)] }))).toEqual([[3, "id", "The line of this id is in row 2 already"]]);
  });

  test.each<[string, Partial<Record<string, string>>, number]>([
    ["the budget", { budget: "1" }, 1],
    ["the share", { budget: "1000", children_percent: "1" }, 1],
    ["what was spent and the words", { budget: "1000.00", actual: "7", note: "Late", description: "The whole team", category: "other" }, 0],
  ])("under a signed budget %s", async (_what, cells, errors) => {
    const plan = await planOf(spendingList, spendingFile({ id: idOf(1), ...cells }), { present: [present(staff)], signed: true });
    expect([plan.errors.length, plan.changed.length]).toEqual([errors, 1 - errors]);
  });

  test("under a signed budget no line is added or removed", async () => {
    const plan = await planOf(spendingList, spendingFile({ description: "New" }), { present: [present(staff)], signed: true, removesMissing: true });
    expect(plan.errors).toMatchObject([{ row: 2, column: null, fix: "Add the line in the portal, as a change in the year" }, { row: null, value: "The team" }]);
  });

  test("a part of one payer’s amount keeps its amount and stays", async () => {
    const lines = [present(contribution, { shared: true })];
    const plan = await planOf(contributionsList, contributionsFile({ id: idOf(1), amount: "1" }), { present: lines });
    expect(plan.errors).toMatchObject([{ column: "amount", fix: "Put “550.00” back. The host of that amount can change it" }]);
    expect((await planOf(contributionsList, contributionsFile({ id: idOf(1), received: "1" }), { present: lines })).changed).toHaveLength(1);
    expect((await planOf(contributionsList, contributionsFile({ contributor: "Other" }), { present: lines, removesMissing: true })).errors).toMatchObject([{ row: null, value: "Cafcass" }]);
  });

  test.each<[string, Partial<Record<string, string>>[], { row: number; like: string }[]]>([
    ["a new line like one that is there", [{ description: "THE TEAM" }], [{ row: 2, like: "a line that is there already" }]],
    ["two new lines alike", [{ description: "A new one" }, { description: "a new one" }], [{ row: 3, like: "row 2" }]],
    ["a new line like one that changes otherwise", [{}, { id: idOf(1), budget: "1" }], [{ row: 2, like: "a line that is there already" }]],
    ["a line that becomes like another", [{ id: idOf(2), description: "The team" }], [{ row: 2, like: "a line that is there already" }]],
    ["a line that stops being like it", [{ id: idOf(1), description: "The old team" }, {}], []],
    ["a line of another category", [{ category: "legal" }], []],
  ])("%s", async (_what, rows, questions) => {
    const plan = await planOf(spendingList, spendingFile(...rows), { present: [present(staff), present({ ...staff, description: "Rooms" }, { id: idOf(2) })] });
    expect(plan.questions).toMatchObject(questions);
    expect(plan.questions).toHaveLength(questions.length);
  });

  test("a line like one that the file removes is not asked about", async () => {
    expect((await planOf(spendingList, spendingFile({}), { present: [present(staff)], removesMissing: true })).questions).toEqual([]);
  });

  test("a contributor that stays keeps the seat or post; another one does not", async () => {
    const lines = [present({ ...contribution, contributor: "Old Council", seatId: idOf(7), sector: "local-authority" as const }), present({ ...contribution, contributor: "Youth Service", postId: idOf(8), sector: "other" as const }, { id: idOf(2) })];
    const plan = await planOf(contributionsList, contributionsFile({ id: idOf(1), contributor: "Old Council", sector: "" }, { id: idOf(2), contributor: "Alderwick Council", sector: "" }), { present: lines });
    expect(plan.errors).toEqual([]);
    expect(plan.changed).toMatchObject([{ values: { seatId: council.seatId, postId: null, sector: "local-authority" } }]);
    expect(plan.unchanged).toBe(1);
  });
});

const anyText = fc.oneof(fc.string({ unit: "grapheme", maxLength: 40 }), fc.string({ unit: fc.constantFrom(..."\t\r\n \u00a0\ufeff'\",;=-+@aé"), maxLength: 12 }), fc.string({ unit: "binary", maxLength: 12 })).map((text) => text.normalize("NFC")).filter((text) => !text.includes("\0"));
const pence = (mayBeNegative: boolean) => fc.option(fc.integer({ min: mayBeNegative ? -100_000_000_000 : 0, max: 100_000_000_000 }));
const anyContribution: fc.Arbitrary<ContributionInput> = fc
  .record({ contributor: anyText, sector: fc.constantFrom(...sectors), payer: fc.option(anyText.filter((text) => text.trim() !== "")), form: fc.constantFrom(...contributionForms), pence: pence(false), invoicedPence: pence(false), receivedPence: pence(true), childrenShare: fc.integer({ min: 0, max: 10_000 }), purpose: anyText, ringFenced: fc.boolean(), note: fc.option(anyText.filter((text) => text.trim() !== "")) })
  .map((line) => ({ ...line, seatId: null, postId: null, ...(line.form === "in-kind" ? { invoicedPence: null, receivedPence: null, ringFenced: false } : {}) }));
const anySpending: fc.Arbitrary<SpendingInput> = fc.record({ category: fc.constantFrom(...spendingCategories), description: anyText, pence: pence(false), actualPence: pence(true), childrenShare: fc.integer({ min: 0, max: 10_000 }), note: fc.option(anyText.filter((text) => text.trim() !== "")) });
const word = fc.string({ unit: fc.constantFrom(..."abc éß,;\"'=+-@£".split("")), minLength: 2, maxLength: 30 }).map((text) => `A${text.replace(/\s+/g, " ").trim()}z`);

describe("a list as a file and back", () => {
  const own = async <Values extends object>(definition: ListDefinition<Values>, values: readonly Values[]) => {
    const lines = values.map((each, at) => present(each, { id: idOf(at + 1) }));
    const plan = await planOf(definition, exportOf(definition, lines), { present: lines, removesMissing: true });
    expect(plan).toEqual({ added: [], changed: [], ended: [], errors: [], questions: [], unchanged: lines.length });
  };
  test("one’s own export changes nothing, whatever is on record", async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyContribution, { minLength: 1, maxLength: 6 }), (lines) => own(contributionsList, lines)));
    await fc.assert(fc.asyncProperty(fc.array(anySpending, { minLength: 1, maxLength: 6 }), (lines) => own(spendingList, lines)));
  });

  const again = async <Values extends object>(definition: ListDefinition<Values>, values: readonly Values[]) => {
    const text = exportOf(definition, values.map((each) => ({ id: "", values: each })));
    const plan = await planOf(definition, text);
    expect(plan.errors).toEqual([]);
    expect(plan.added.map((line) => line.values)).toEqual(values);
    expect(exportOf(definition, plan.added.map((line) => ({ id: "", values: line.values })))).toBe(text);
  };
  test("export, import, export is the same, byte for byte", async () => {
    const contributions = fc.array(fc.tuple(anyContribution, word, word, fc.option(word)), { minLength: 1, maxLength: 6 });
    await fc.assert(fc.asyncProperty(contributions, (lines) => again(contributionsList, lines.map(([line, contributor, purpose, text]) => ({ ...line, contributor, purpose, payer: text, note: text })))));
    const spending = fc.array(fc.tuple(anySpending, word, fc.option(word)), { minLength: 1, maxLength: 6 });
    await fc.assert(fc.asyncProperty(spending, (lines) => again(spendingList, lines.map(([line, description, note]) => ({ ...line, description, note })))));
  });

  test("every column says what it holds, and has a field", () => {
    for (const definition of [contributionsList, spendingList]) {
      expect(["id", ...Object.keys(definition.fields)]).toEqual(listColumns[definition.list].map((column) => column.name));
      expect(exampleCells[definition.list]).toHaveLength(listColumns[definition.list].length);
    }
  });
});
