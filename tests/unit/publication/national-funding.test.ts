import { describe, expect, test } from "vitest";

import { latestSentence, nationalPath, nationalRows, nationalTable, type PartnershipFunding, readFundingQuery, yearsPublished } from "#app/domain/publication/national-funding.ts";
import { showCell } from "#app/domain/publication/table-data.ts";

import { factsOf, given, outlineWith } from "./funding-example.ts";

function partnership(slug: string, cash: number | null, before: number | null = null, { joint = false, children = null as number | null } = {}): PartnershipFunding {
  const year = (label: "2025-26" | "2026-27", pence: number) => ({
    ...factsOf(label, outlineWith({ contributions: [given({ varied: pence, childrenShare: joint ? 5_000 : 10_000 })], population: children === null ? null : { children, source: "ONS" } })),
    partnership: { id: slug, slug, name: slug },
  });
  return { partnership: { id: slug, slug, name: slug }, areas: [`${slug} area`], years: [...(cash === null ? [] : [year("2026-27", cash)]), ...(before === null ? [] : [year("2025-26", before)])] };
}

const all = [partnership("alder", 100_00, 90_00, { children: 50 }), partnership("birch", 300_00, null, { joint: true, children: 10 }), partnership("cedar", null, 40_00), partnership("dune", 200_00, 250_00)];
const names = (query: string) => nationalRows(all, asked(query)).map((row) => row.partnership.slug);

function asked(query: string) {
  const read = readFundingQuery(new URLSearchParams(query), yearsPublished(all));
  if (!read) throw new Error("nothing is published");
  return read;
}

describe("what is asked", () => {
  test("is the newest year by name, unless the address says otherwise", () => {
    expect(yearsPublished(all)).toEqual(["2026-27", "2025-26"]);
    expect(asked("")).toEqual({ year: "2026-27", sort: "name", descending: false });
    expect(asked("year=2025-26&sort=cash&order=descending")).toEqual({ year: "2025-26", sort: "cash", descending: true });
  });

  test("leaves out what it does not know, and is null where nobody has published", () => {
    expect(asked("year=1999-00&sort=shoe-size&order=up")).toEqual({ year: "2026-27", sort: "name", descending: false });
    expect(readFundingQuery(new URLSearchParams("year=2026-27"), [])).toBeNull();
  });

  test("is in the address of every file beside the page", () => {
    expect(nationalPath(asked("sort=change&order=descending"), ".csv")).toBe("/funding.csv?year=2026-27&sort=change&order=descending");
    expect(nationalPath(asked(""))).toBe("/funding?year=2026-27");
  });
});

describe("the order", () => {
  test.each([
    ["", ["alder", "birch", "cedar", "dune"]],
    ["order=descending", ["dune", "cedar", "birch", "alder"]],
    ["sort=cash", ["alder", "dune", "birch", "cedar"]],
    ["sort=cash&order=descending", ["dune", "alder", "birch", "cedar"]],
    ["sort=per-child&order=descending", ["birch", "alder", "cedar", "dune"]],
    ["sort=change", ["dune", "alder", "birch", "cedar"]],
  ])("of %j has what is missing or not to be compared last, either way", (query, order) => {
    expect(names(query)).toEqual(order);
  });
});

test("a pot shared with adults and a year not published say why they are not compared", () => {
  const rows = nationalRows(all, asked(""));
  expect(rows.map((row) => row.notComparable)).toEqual([null, "A pot shared with adults: compare children’s part", "Not provided", null]);
  expect(rows.map((row) => row.perChild)).toEqual([2_00, 15_00, null, null]);
  expect(rows.map((row) => row.change)).toEqual([111, null, null, -200]);
});

test("as data, what was not provided says so and is not nought", () => {
  const query = asked("");
  const table = nationalTable(nationalRows(all, query), query);
  const shown = Object.fromEntries(table.columns.map((column) => [column.name, showCell(column, table.rows[2]?.cells[column.name])]));
  expect(shown).toEqual({ partnership: "cedar", address: "/partnerships/cedar/funding/2026-27", areas: "cedar area", cash: "Not provided", for_children: "Not provided", joint: "Not provided", per_child: "Not provided", change: "Not applicable", spending: "Not provided", status: "Not provided" });
});

test("the latest year of one partnership in a sentence", () => {
  expect(all.map((each) => latestSentence(each.years))).toEqual(["£100 in cash, up £10 (+11.1%) on the year before. Signed.", "£300 in cash. Signed.", "£40 in cash. Signed.", "£200 in cash, down £50 (−20.0%) on the year before. Signed."]);
  expect(latestSentence([])).toBeNull();
});
