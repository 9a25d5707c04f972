import { describe, expect, test } from "vitest";

import { fundingTable, readFundingTable, statusOf } from "#app/domain/publication/funding-tables.ts";
import { allRows, type FundingTable, showCell, tableCells, tableData } from "#app/domain/publication/table-data.ts";

import { given, outlineWith, paidFor, yearOf } from "./funding-example.ts";

const column = (table: FundingTable, name: string) => allRows(table).map(({ cells }) => cells[name]?.value ?? cells[name]?.none);
const shown = (table: FundingTable, name: string) => {
  const found = table.columns.find((each) => each.name === name);
  if (!found) throw new Error(`no column ${name}`);
  return allRows(table).map(({ cells }) => showCell(found, cells[name]));
};
const outturn = { on: "2027-04-20", note: null };

describe("contributions in cash", () => {
  test("shares sum to the whole, and the last row is the sum of the others", () => {
    const table = fundingTable("contributions", yearOf(outlineWith({ contributions: ["a", "b", "c"].map((contributor) => given({ contributor })) })));
    expect(column(table, "share")).toEqual([334, 333, 333, 1000]);
    expect(shown(table, "varied")).toEqual(["£100", "£100", "£100", "£300"]);
    expect(column(table, "row")).toEqual(["line", "line", "line", "total"]);
  });

  test("help in kind is in a table of its own and in no sum", () => {
    const outline = outlineWith({ contributions: [given({}), given({ form: "in-kind", contributor: "Vale Police", purpose: "A room", varied: null }), given({ form: "in-kind", contributor: "Vale ICB", varied: 5_00 })] });
    expect(column(fundingTable("contributions", yearOf(outline)), "varied")).toEqual([100_00, 100_00]);
    expect(shown(fundingTable("in-kind", yearOf(outline)), "value")).toEqual(["Not valued", "£5"]);
  });

  test("of a pot shared with adults the children's part is to the penny", () => {
    const table = fundingTable("contributions", yearOf(outlineWith({ contributions: [given({ varied: 1_01, childrenShare: 5_000 }), given({ contributor: "b", varied: 1_00, childrenShare: 3_333 })] })));
    expect(column(table, "for_children")).toEqual([51, 33, 84]);
    expect(shown(table, "children_percent")).toEqual(["50.0%", "33.3%", "Not applicable"]);
  });

  test("are compared with the year before by contributor, and by purpose where one has several lines", () => {
    const before = outlineWith({ contributions: [given({ varied: 80_00, purpose: "Core" }), given({ contributor: "b", purpose: "x", varied: 50_00 }), given({ contributor: "b", purpose: "y", varied: 10_00 }), given({ contributor: "d", varied: 10_00, childrenShare: 5_000 })] });
    const now = outlineWith({ contributions: [given({ purpose: "Renamed" }), given({ contributor: "b", purpose: "y", varied: 5_00 }), given({ contributor: "b", purpose: "new" }), given({ contributor: "c" }), given({ contributor: "d" })] });
    expect(shown(fundingTable("contributions", yearOf(now, before)), "change").slice(0, -1)).toEqual(["+25.0%", "−50.0%", "Not applicable", "Not applicable", "Not applicable"]);
  });

  test("of a year not signed here nothing is said to be signed; what was not provided is not nought", () => {
    const table = fundingTable("contributions", yearOf(outlineWith({ signed: null, contributions: [given({ signed: null, varied: null })] })));
    expect(shown(table, "signed")).toEqual(["Not applicable", "Not applicable"]);
    expect(shown(table, "varied")).toEqual(["Not provided", "Not provided"]);
    expect(shown(table, "received")).toEqual(["Not provided", "Not provided"]);
  });
});

describe("with the outturn", () => {
  const outline = outlineWith({
    outturn,
    contributions: [given({ received: 100_00 }), given({ contributor: "b", received: 90_00 }), given({ contributor: "c", received: 120_00, explanation: "Paid more." }), given({ contributor: "d", received: null })],
    spending: [paidFor({ spent: 91_00 })],
  });

  test("each difference is said, with its explanation or that it is open", () => {
    const table = fundingTable("contributions", yearOf(outline));
    expect(shown(table, "difference").slice(0, 4)).toEqual(["£0", "−£10", "£20", "Not provided"]);
    expect(shown(table, "explanation").slice(0, 4)).toEqual(["Not applicable", "Open: not yet explained", "Paid more.", "Open: not yet explained"]);
  });

  test("sums and shares are of what came", () => {
    expect(column(fundingTable("contributions", yearOf(outline)), "received").at(-1)).toBe(310_00);
    expect(column(fundingTable("spending", yearOf(outline)), "spent")).toEqual([91_00, 91_00]);
    expect(shown(fundingTable("spending", yearOf(outlineWith({}))), "spent")).toEqual(["Not applicable", "Not applicable"]);
  });
});

test("years are compared with the one before them, and not where the pot is shared with adults in one of them", () => {
  const joint = outlineWith({ contributions: [given({ childrenShare: 5_000 })] });
  expect(shown(fundingTable("years", yearOf(outlineWith({ contributions: [given({ varied: 110_00 })] }), outlineWith({}))), "change")).toEqual(["+10.0%", "Not applicable"]);
  expect(shown(fundingTable("years", yearOf(joint, outlineWith({}))), "change")).toEqual(["Not applicable", "Not applicable"]);
});

test("a change that waits for signatures says that it does not count", () => {
  const variation = { id: "v", list: "spending", lineId: "s", line: "The team", before: 1_00, after: 2_00, on: "2026-07-01", reason: "Why.", office: "Business manager" } as const;
  const table = fundingTable("variations", yearOf(outlineWith({ variations: [{ ...variation, awaitsSignature: true }, { ...variation, awaitsSignature: false }] })));
  expect(column(table, "counts")).toEqual(["no", "yes"]);
  expect(shown(table, "from")).toEqual(["1 July 2026", "1 July 2026"]);
});

test("files say the same: pounds for spreadsheets, pence for programs, and why a value is missing", () => {
  const table = fundingTable("spending", yearOf(outlineWith({ spending: [paidFor({ varied: 1_234_56 })] })));
  const { columns, rows } = tableCells(table);
  expect(rows.map((row) => row[columns.indexOf("varied")])).toEqual(["1234.56", "1234.56"]);
  expect(rows.map((row) => row[columns.indexOf("spent")])).toEqual(["Not applicable", "Not applicable"]);
  expect(tableData(table)[0]).toMatchObject({ row: "line", variedPence: 1_234_56, spentPence: null, sharePercent: 100, missing: { spent: "Not applicable" } });
});

test("an address names a table or none, and the state of a year is said in words", () => {
  expect([readFundingTable("in-kind"), readFundingTable("toString"), readFundingTable(undefined)]).toEqual(["in-kind", null, null]);
  expect([statusOf({ budgetNumber: 1, outturn: false }), statusOf({ budgetNumber: null, outturn: true })]).toEqual(["Signed", "Not signed here, outturn published"]);
});
