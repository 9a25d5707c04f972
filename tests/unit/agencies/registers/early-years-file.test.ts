import { describe, expect, test } from "vitest";

import type { RegisterRow } from "#app/domain/agencies/registers/register-row.ts";
import { type Cells, ofstedColumns, ofstedText, personalIn, readFileOf, readRows, settingsText } from "#tests/support/register-files.ts";

describe("Ofsted’s list", () => {
  test("is read under its titles, by the names of areas", async () => {
    const read = await readRows("early-years", ofstedText([{}, { "Local authority": "Westvale" }, { "Local authority": "Not Recorded" }, { "Local authority": "Fenwick and Sorrel Council", "Provider URN": "2634567", "Provider subtype": "" }]));
    expect(read.counts).toEqual({ rows: 4, outsideArea: 2, notOpen: 0, skipped: 0, duplicates: 0, errors: 0 });
    expect(read.rows).toEqual([
      {
        row: 4, legalName: "Alder Nursery 0", urn: null, charityNumber: null, organisationCode: "EY100000", categoryId: "early-later-years", phase: null, kind: "Full day care", areaCode: null, areaName: "Northmoor",
        inArea: "X06000001", parent: null, parentCode: null, openedOn: "2012-02-14", closedOn: null, open: true, own: null,
      },
      expect.objectContaining({ row: 7, organisationCode: "2634567", inArea: "X06000002", kind: "Childcare on non-domestic premises" }),
    ]);
  });

  test.each<[string, Cells]>([
    ["a childminder", { "Provider type": "Childminder" }],
    ["a childminder, redacted", { "Provider type": "Childminder", "Provider name": "REDACTED" }],
    ["a home childcarer", { "Provider type": "Home childcarer" }],
    ["care in somebody’s home", { "Provider type": "Childcare on domestic premises" }],
    ["a name that is withheld", { "Provider name": "Redacted" }],
  ])("%s is counted and not kept, known or not", async (_what, cells) => {
    const read = await readFileOf("early-years", ofstedText([{ "Provider name": "Aurelia Quillfeather", ...cells }, { "Provider type": "Childminder agency" }]), { known: ["EY100000"] });
    expect(read).toMatchObject({ ok: true, counts: { rows: 2, skipped: 1 }, rows: [{ organisationCode: "EY100001", kind: "Full day care" }], errors: [] });
    expect(personalIn(read)).toEqual([]);
  });

  test.each<[string, Cells, string[], Partial<RegisterRow>[], Record<string, number>]>([
    ["no longer on the register", { "Provider status": "Resigned" }, [], [], { notOpen: 1 }],
    ["no longer on it, and known", { "Provider status": "Cancelled" }, ["ey 100000"], [{ open: false }], {}],
    ["suspended", { "Provider status": "Suspended" }, [], [{ open: true }], {}],
    ["known, elsewhere", { "Local authority": "Westvale" }, ["EY100000"], [{ inArea: null, areaName: "Westvale" }], {}],
  ])("%s", async (_what, cells, known, rows, counts) => {
    const read = await readRows("early-years", ofstedText([cells]), { known });
    expect(read.rows).toMatchObject(rows);
    expect(read.counts).toEqual({ rows: 1, outsideArea: 0, notOpen: 0, skipped: 0, duplicates: 0, errors: 0, ...counts });
  });

  test("what is wrong is said, and nobody’s name with it", async () => {
    const read = await readRows("early-years", ofstedText([{ "Provider URN": "" }, { "Registration date": "30/02/2012" }, { "Provider status": "Barnaby" }, { "Provider name": "" }, { "Provider URN": "EY100009" }, { "Provider URN": "ey100009" }]));
    expect(read.errors.map(({ row, column, value }) => [row, column, value])).toEqual([[4, "Provider URN", ""], [5, "Registration date", "30/02/2012"], [6, "Provider status", ""], [7, "Provider name", ""], [9, "Provider URN", "EY100009"]]);
    expect(personalIn(read)).toEqual([]);
  });

  test("a column that is missing is named, of the layout that is nearest", async () => {
    const read = await readFileOf("early-years", ofstedText([{}], ofstedColumns.filter((name) => name !== "Provider status")));
    expect(read).toMatchObject({ ok: false, problems: ["These columns are not in row 3: “Provider status”. Columns may be in any order and others are passed over, but names must be as they are published"] });
  });
});

test("a council’s own list has areas by name or code, and what runs the setting", async () => {
  const cells: Cells[] = [{ parent: "Alder Nurseries Limited", parent_code: "R1", opened_on: "2020-02-29" }, { area: "x06000002" }, { kind: "Childminding" }, { closed_on: "31/08/2025" }, { area: "" }, { closed_on: "2025-02-30" }];
  const read = await readRows("early-years", settingsText(cells));
  expect(read.rows).toMatchObject([{ row: 2, parent: "Alder Nurseries Limited", parentCode: "R1", openedOn: "2020-02-29", areaName: "Northmoor", kind: "Sessional day care" }, { row: 3, inArea: "X06000002", areaCode: "X06000002", areaName: null }]);
  expect(read.errors).toMatchObject([{ row: 7, column: "closed_on", value: "2025-02-30" }]);
  expect(read.counts).toEqual({ rows: 6, outsideArea: 1, notOpen: 1, skipped: 1, duplicates: 0, errors: 1 });
});
