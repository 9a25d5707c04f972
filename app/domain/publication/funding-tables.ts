import { childrenPart, changeInTenths, sharesOf, sum, totalOf } from "#app/domain/funding/rules.ts";
import { fundingListWords, notApplicable, notProvided, notValued, sectorLabels, spendingCategoryLabels, wholeShare } from "#app/domain/funding/vocabulary.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";

import type { FundingOutline, PublishedContribution, PublishedSpending } from "./funding.ts";
import { cameTo } from "./funding-rules.ts";
import { changeOf, type PublishedFunding } from "./funding-year.ts";
import { type Cell, type FundingColumn, type FundingTable, money, percent, text, yesNo } from "./table-data.ts";

/** The tables of a year's funding as data: what the page shows, and what the CSV and the JSON beside each hold, row by row. */

/** Also the words of their addresses. */
export const fundingTables = ["contributions", "in-kind", "spending", "variations", "years"] as const;
export type FundingTableName = (typeof fundingTables)[number];

/** The table that an address names, or null. */
export function readFundingTable(word: string | undefined): FundingTableName | null {
  return fundingTables.find((table) => table === word) ?? null;
}

type Funding = PublishedFunding & { outline: FundingOutline };

const makers: Record<FundingTableName, (funding: Funding) => FundingTable> = { contributions: contributionsTable, "in-kind": inKindTable, spending: spendingTable, variations: variationsTable, years: yearsTable };

export function fundingTable(name: FundingTableName, funding: Funding): FundingTable {
  return makers[name](funding);
}

/** Whether any of it is of a pot shared with adults. */
export function isJoint({ contributions, spending }: FundingOutline): boolean {
  return [...contributions, ...spending].some((line) => line.childrenShare < wholeShare);
}

const row: FundingColumn = { name: "row", label: "Row", format: "text", description: "“line”, or “total” for the sum of the lines above" };
const amount = (name: string, label: string, description: string): FundingColumn => ({ name, label, format: "money", description });
const words = (name: string, label: string, description: string): FundingColumn => ({ name, label, format: "text", description });
const children = amount("for_children", "Of it for children", "Children’s part of a pot shared with adults, to the penny by the largest remainder; all of it where the pot is not shared");
const share: FundingColumn = { name: "share", label: "Share", format: "percent", description: "Share of the total; the shares sum to 100 by the largest remainder" };

function contributionsTable({ outline, previous, snapshot }: Funding): FundingTable {
  const lines = outline.contributions.filter((line) => line.form === "cash");
  const outturn = outline.outturn !== null;
  const came = lines.map((line) => cameTo(line, outturn) ?? 0);
  const shares = sharesOf(came.map((each) => Math.max(0, each)));
  const rows = lines.map((line, at) => ({
    key: line.id,
    cells: {
      row: text("line"),
      contributor: text(line.contributor),
      kind: text(sectorLabels[line.sector]),
      statutory_partner: yesNo(line.statutory),
      payer: text(line.payer ?? line.contributor),
      purpose: text(line.purpose),
      ring_fenced: yesNo(line.ringFenced),
      signed: signedCell(outline, line.signed),
      varied: money(line.varied),
      invoiced: money(line.invoiced),
      received: money(line.received),
      children_percent: percent(Math.round(line.childrenShare / 10)),
      for_children: money(partOf(cameTo(line, outturn), line.childrenShare)),
      share: percent(shares?.[at] ?? null),
      change: percent(changeOfLine(line, came[at] ?? 0, { lines, previous, outturn })),
      difference: differenceCell(line.varied, line.received, outturn),
      explanation: explanationCell(line.varied, line.received, line.explanation, outturn),
      note: text(line.note ?? ""),
    },
  }));
  const total = (of: (line: PublishedContribution) => number | null) => money(totalOf(lines.map(of)));
  const change = changeOf(snapshot.facts, previous?.facts ?? null)?.tenths ?? null;
  return {
    name: "contributions",
    title: fundingListWords.contributions.title,
    columns: [
      row,
      words("contributor", "Contributor", "Who contributes"),
      words("kind", "Kind", "What kind of body it is"),
      words("statutory_partner", "Statutory partner", "yes or no"),
      words("payer", "Paid by", "Who pays; often the contributor itself"),
      words("purpose", "What for", "What it is for, where it is said"),
      words("ring_fenced", "Ring-fenced", "Whether it is a grant that may be spent on this only: yes or no"),
      amount("signed", "Signed", "As every lead safeguarding partner signed it"),
      amount("varied", outline.signed ? "As varied" : "Agreed", "As signed or agreed, with the changes in the year that count"),
      amount("invoiced", "Invoiced", "What was invoiced"),
      amount("received", "Received", "What was received"),
      { name: "children_percent", label: "For children", format: "percent", description: "How much of the pot is for children" },
      children,
      share,
      { name: "change", label: "Change", format: "percent", description: "Change on the year before, of the same contributor" },
      amount("difference", "Difference", "Received less agreed, once the outturn is published"),
      words("explanation", "Explanation", "Why what was received differs; “Open” where nobody has said yet"),
      words("note", "Note", "A note of the partnership"),
    ],
    rows,
    total: {
      ...emptyCells(["kind", "statutory_partner", "payer", "purpose", "ring_fenced", "children_percent", "difference", "explanation", "note"]),
      row: text("total"),
      contributor: text("Total in cash"),
      signed: outline.signed ? total((line) => line.signed) : text("", notApplicable),
      varied: total((line) => line.varied),
      invoiced: total((line) => line.invoiced),
      received: total((line) => line.received),
      for_children: money(sum(lines.map((line) => partOf(cameTo(line, outturn), line.childrenShare)))),
      share: percent(shares ? 1000 : null),
      change: percent(change),
    },
  };
}

function partOf(pence: number | null, childrenShare: number): number | null {
  return pence === null ? null : childrenPart(pence, childrenShare);
}

function signedCell(outline: FundingOutline, signed: number | null): Cell {
  return outline.signed ? money(signed) : money(null, notApplicable);
}

function differenceCell(agreed: number | null, actual: number | null, outturn: boolean): Cell {
  return outturn ? money(agreed === null || actual === null ? null : actual - agreed) : money(null, notApplicable);
}

/** A difference nobody has explained is open, and so is an amount that was not provided. */
function explanationCell(agreed: number | null, actual: number | null, explanation: string | null, outturn: boolean): Cell {
  if (!outturn || (agreed === actual && actual !== null)) return text("", notApplicable);
  return text(explanation ?? "Open: not yet explained");
}

/** Where one line is the only one of its contributor in both years, it is compared by name; otherwise by its purpose too. */
function changeOfLine(line: PublishedContribution, now: number, { lines, previous, outturn }: { lines: readonly PublishedContribution[]; previous: PublishedFunding["previous"]; outturn: boolean }): number | null {
  const before = (previous?.contributions ?? []).filter((each) => each.form === "cash" && each.contributor === line.contributor);
  const alone = lines.filter((each) => each.contributor === line.contributor).length === 1;
  const same = alone && before.length === 1 ? before[0] : before.find((each) => each.purpose === line.purpose);
  const came = same ? cameTo(same, previous?.facts.outturn ?? outturn) : null;
  return came === null || same?.childrenShare !== line.childrenShare ? null : changeInTenths(came, now);
}

function inKindTable({ outline }: Funding): FundingTable {
  const lines = outline.contributions.filter((line) => line.form === "in-kind");
  return {
    name: "in-kind",
    title: "Help in kind",
    columns: [
      row,
      words("contributor", "Contributor", "Who gives the help"),
      words("kind", "Kind", "What kind of body it is"),
      words("help", "Help", "What is given"),
      amount("value", "Value", "What it is worth, where a value was put on it; never part of the cash"),
      words("note", "Note", "A note of the partnership"),
    ],
    rows: lines.map((line) => ({
      key: line.id,
      cells: { row: text("line"), contributor: text(line.contributor), kind: text(sectorLabels[line.sector]), help: text(line.purpose), value: money(line.varied, notValued), note: text(line.note ?? "") },
    })),
    total: null,
  };
}

function spendingTable({ outline }: Funding): FundingTable {
  const lines = outline.spending;
  const outturn = outline.outturn !== null;
  const came = (line: PublishedSpending) => (outturn ? line.spent : line.varied);
  const shares = sharesOf(lines.map((line) => Math.max(0, came(line) ?? 0)));
  const total = (of: (line: PublishedSpending) => number | null) => money(totalOf(lines.map(of)));
  return {
    name: "spending",
    title: fundingListWords.spending.title,
    columns: [
      row,
      words("description", "What is paid for", "What is paid for"),
      words("category", "Kind", "What kind of spending it is"),
      amount("signed", "Signed", "As every lead safeguarding partner signed it"),
      amount("varied", outline.signed ? "As varied" : "Budget", "As signed or budgeted, with the changes in the year that count"),
      amount("spent", "Spent", "What was spent, once the outturn is published"),
      { name: "children_percent", label: "For children", format: "percent", description: "How much of the pot is for children" },
      children,
      share,
      amount("difference", "Difference", "Spent less budgeted, once the outturn is published"),
      words("explanation", "Explanation", "Why what was spent differs; “Open” where nobody has said yet"),
      words("note", "Note", "A note of the partnership"),
    ],
    rows: lines.map((line, at) => ({
      key: line.id,
      cells: {
        row: text("line"),
        description: text(line.description),
        category: text(spendingCategoryLabels[line.category]),
        signed: signedCell(outline, line.signed),
        varied: money(line.varied),
        spent: money(line.spent, outturn ? notProvided : notApplicable),
        children_percent: percent(Math.round(line.childrenShare / 10)),
        for_children: money(partOf(came(line), line.childrenShare)),
        share: percent(shares?.[at] ?? null),
        difference: differenceCell(line.varied, line.spent, outturn),
        explanation: explanationCell(line.varied, line.spent, line.explanation, outturn),
        note: text(line.note ?? ""),
      },
    })),
    total: {
      ...emptyCells(["category", "children_percent", "difference", "explanation", "note"]),
      row: text("total"),
      description: text("Total spending"),
      signed: outline.signed ? total((line) => line.signed) : text("", notApplicable),
      varied: total((line) => line.varied),
      spent: outturn ? total((line) => line.spent) : text("", notApplicable),
      for_children: money(sum(lines.map((line) => partOf(came(line), line.childrenShare)))),
      share: percent(shares ? 1000 : null),
    },
  };
}

function variationsTable({ outline }: Funding): FundingTable {
  return {
    name: "variations",
    title: "Changes in the year",
    columns: [
      row,
      words("line", "Line", "The contributor, or what is paid for"),
      words("list", "List", "contributions or spending"),
      { name: "from", label: "From", format: "date", description: "The day from which it holds" },
      amount("before", "Before", "The amount before"),
      amount("after", "After", "The amount after"),
      words("reason", "Why", "The reason"),
      words("office", "Recorded by", "The office that recorded it"),
      words("counts", "Counts", "yes, or no while it waits for a version of the budget that every lead safeguarding partner signs"),
    ],
    rows: outline.variations.map((each) => ({
      key: each.id,
      cells: { row: text("line"), line: text(each.line), list: text(each.list), from: text(each.on), before: money(each.before), after: money(each.after), reason: text(each.reason), office: text(each.office), counts: yesNo(!each.awaitsSignature) },
    })),
    total: null,
  };
}

function yearsTable({ history }: Funding): FundingTable {
  return {
    name: "years",
    title: "Over the years",
    columns: [
      row,
      words("year", "Year", "The financial year, 1 April to 31 March"),
      amount("cash", "Given in cash", "What was received, or for a year without a published outturn what was agreed"),
      amount("for_children", "Of it for children", "Children’s part where the pot is shared with adults"),
      { name: "change", label: "Change", format: "percent", description: "Change of cash on the year before, where both can be compared" },
      amount("spending", "Spent", "What was spent, or for a year without a published outturn what was budgeted"),
      amount("brought_forward", "Brought forward", "From the year before; may be negative"),
      amount("carried_forward", "Carried forward", "To the next year; may be negative"),
      amount("in_kind", "In kind, valued", "Help in kind that a value was put on; no part of the cash"),
      words("status", "Status", "How far the figures are signed and final"),
    ],
    rows: history.map((facts, at) => ({
      key: facts.year,
      cells: {
        row: text("line"),
        year: text(showYear(facts.year)),
        cash: money(facts.summary.cash),
        for_children: money(facts.summary.childrenCash),
        change: percent(isNext(history[at + 1]?.year, facts.year) ? (changeOf(facts, history[at + 1] ?? null)?.tenths ?? null) : null),
        spending: money(facts.summary.spending),
        brought_forward: money(facts.summary.broughtForward),
        carried_forward: money(facts.summary.carriedForward),
        in_kind: money(facts.summary.inKind),
        status: text(statusOf(facts)),
      },
    })),
    total: null,
  };
}

function isNext(before: string | undefined, year: string): boolean {
  return before !== undefined && Number(before.slice(0, 4)) + 1 === Number(year.slice(0, 4));
}

/** How far a year's figures are signed and final, in words. */
export function statusOf({ budgetNumber, outturn }: { budgetNumber: number | null; outturn: boolean }): string {
  const signed = budgetNumber === null ? "Not signed here" : "Signed";
  return outturn ? `${signed}, outturn published` : signed;
}

function emptyCells(names: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(names.map((name) => [name, text("", notApplicable)]));
}
