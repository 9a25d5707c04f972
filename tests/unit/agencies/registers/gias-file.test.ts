import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { giasCategory } from "#app/domain/agencies/registers/gias-categories.ts";
import type { RegisterRow } from "#app/domain/agencies/registers/register-row.ts";
import { registerColumnNames } from "#app/domain/agencies/registers/vocabulary.ts";
import { type Cells, giasColumns, giasFile, giasText, personalIn, readFileOf, readRows } from "#tests/support/register-files.ts";

describe("a school", () => {
  test("is read in one shape, of its 139 cells those that are about the school", async () => {
    const trust = { "Trusts (code)": "17001", "Trusts (name)": "Alder Learning Trust", "Federations (code)": "17500", "Federations (name)": "Two Elms Federation" };
    const read = await readRows("gias", giasFile([{ EstablishmentName: "St Ælfric’s – Alder", "TypeOfEstablishment (name)": "Academy converter", ...trust }]), {}, "edubasealldata20260901.csv");
    expect(giasColumns).toHaveLength(139);
    expect(read).toEqual({
      ok: true,
      extractDate: "2026-09-01",
      absent: [],
      counts: { rows: 1, outsideArea: 0, notOpen: 0, skipped: 0, duplicates: 0, errors: 0 },
      errors: [],
      refusedRows: [],
      rows: [
        {
          row: 2, legalName: "St Ælfric’s – Alder", urn: 100_000, charityNumber: null, organisationCode: null, categoryId: "academy-school", phase: "Primary", kind: "Academy converter", areaCode: "999", areaName: "Northmoor",
          inArea: "X06000001", parent: "Alder Learning Trust", parentCode: "17001", openedOn: "1998-09-01", closedOn: null, open: true, own: null,
        },
      ],
    });
  });

  test.each<[string, Cells, Partial<RegisterRow>]>([
    ["in a federation", { "Federations (code)": "17500", "Federations (name)": "Two Elms Federation" }, { parent: "Two Elms Federation", parentCode: "17500" }],
    ["about to close", { "EstablishmentStatus (name)": "Open, but proposed to close", CloseDate: "31-08-2027" }, { open: true, closedOn: "2027-08-31" }],
    ["without a phase", { "PhaseOfEducation (name)": "Not applicable" }, { phase: null }],
    ["that is a college", { "TypeOfEstablishment (name)": "Further education", "FurtherEducationType (name)": "Sixth form college" }, { categoryId: "further-education", kind: "Sixth form college" }],
    ["of a type that has no category", { "TypeOfEstablishment (name)": "Offshore schools" }, { categoryId: null, kind: "Offshore schools" }],
    ["older than most", { OpenDate: "01-01-1552" }, { openedOn: "1552-01-01" }],
    ["whose dates a spreadsheet wrote", { OpenDate: "1/9/1998" }, { openedOn: "1998-09-01" }],
    ["with line ends in its name", { EstablishmentName: "Alder\r\nSchool" }, { legalName: "Alder School" }],
    ["with quotes in its name", { EstablishmentName: 'The "Alder" School' }, { legalName: 'The "Alder" School' }],
    ["whose area goes by name only", { "LA (code)": "0", "GSSLACode (name)": "", "LA (name)": "Fenwick & Sorrel" }, { inArea: "X06000002", areaCode: "0" }],
  ])("%s", async (_what, cells, row) => {
    const { rows, errors } = await readRows("gias", giasFile([cells]));
    expect(errors).toEqual([]);
    expect(rows).toMatchObject([row]);
  });

  test.each<[string, Cells, string, string, string]>([
    ["a day that there is not", { OpenDate: "31-02-2020" }, "OpenDate", "31-02-2020", "This is not a real date"],
    ["a date in words, which might be anything", { CloseDate: "Aurelia" }, "CloseDate", "", "This is not a real date"],
    ["no URN", { URN: "" }, "URN", "", "There is no URN"],
    ["a URN of five digits", { URN: "12345" }, "URN", "12345", "The URN must be six digits"],
    ["no name", { EstablishmentName: " " }, "EstablishmentName", "", "There is no name"],
    ["a status that there is not", { "EstablishmentStatus (name)": "Aurelia" }, "EstablishmentStatus (name)", "", "The status is none that is known here"],
    ["no area", { "LA (code)": "", "LA (name)": "", "GSSLACode (name)": "" }, "LA (code)", "", "The code of the area must be three digits"],
  ])("with %s is refused", async (_what, cells, column, value, problem) => {
    const { rows, errors, counts } = await readRows("gias", giasFile([cells, {}]));
    expect(rows).toMatchObject([{ row: 3, urn: 100_001 }]);
    expect(errors).toMatchObject([{ row: 2, column, value, problem }]);
    expect(errors[0]?.fix).not.toBe("");
    expect(counts).toMatchObject({ rows: 2, errors: 1 });
  });

  test.each<[string, string, string]>([
    ["lost a cell", "", "The row has 1 cell fewer than row 1 names"],
    ["a cell too many", '"Alder School 0","Aurelia",', "The row has 1 cell more than row 1 names"],
  ])("whose row has %s is refused, and nothing of its cells is told", async (_what, cells, problem) => {
    const { rows, errors } = await readRows("gias", giasText([{}, {}]).replace('"Alder School 0",', cells));
    expect(rows).toMatchObject([{ row: 3, urn: 100_001 }]);
    expect(errors).toEqual([{ row: 2, column: null, value: "", problem, fix: expect.stringContaining("Look for a comma") }]);
  });

  test.each<[string, string]>([
    ["loses the quote after it", '"Alder School 1,'],
    ["has a quote too many", '"Alder "School" 1",'],
  ])("whose name %s stops the file, by its row", async (_what, name) => {
    const text = giasText([{}, {}, {}]).replace('"Alder School 1",', name);
    expect(await readFileOf("gias", text)).toEqual({ ok: false, problems: ["A double quote in row 3 is in the wrong place or never closed. Put it right, or get the file again"] });
  });
});

describe("which schools are kept", () => {
  const closed = { "EstablishmentStatus (name)": "Closed", CloseDate: "31-08-2025" };
  const elsewhere = { "LA (code)": "998", "LA (name)": "Westvale", "GSSLACode (name)": "X08000003" };

  test.each<[string, Cells, string[], Partial<RegisterRow>[], Record<string, number>]>([
    ["open and in the area", {}, [], [{ open: true }], {}],
    ["open and outside the area", elsewhere, [], [], { outsideArea: 1 }],
    ["known and moved outside the area", elsewhere, ["100000"], [{ inArea: null, areaCode: "998", areaName: "Westvale" }], {}],
    ["closed", closed, [], [], { notOpen: 1 }],
    ["closed since it is known", closed, ["100000"], [{ open: false, closedOn: "2025-08-31" }], {}],
    ["closed outside the area", { ...closed, ...elsewhere }, [], [], { outsideArea: 1 }],
    ["yet to open", { "EstablishmentStatus (name)": "Proposed to open", OpenDate: "01-09-2027" }, [], [], { notOpen: 1 }],
  ])("%s", async (_what, cells, known, rows, counts) => {
    const read = await readRows("gias", giasFile([cells]), { known });
    expect(read.rows).toMatchObject(rows);
    expect(read.counts).toEqual({ rows: 1, outsideArea: 0, notOpen: 0, skipped: 0, duplicates: 0, errors: 0, ...counts });
    expect(read.errors).toEqual([]);
  });

  test("the first of one URN; the later ones name both rows", async () => {
    const { rows, errors, counts } = await readRows("gias", giasFile([{}, elsewhere, { URN: "100000", EstablishmentName: "Twice" }, { URN: "100001" }]));
    expect(rows).toMatchObject([{ row: 2, legalName: "Alder School 0" }]);
    expect(errors).toEqual([
      { row: 4, column: "URN", value: "100000", problem: "Row 2 has this number already", fix: "Take row 2 or row 4 out of the file" },
      { row: 5, column: "URN", value: "100001", problem: "Row 3 has this number already", fix: "Take row 3 or row 5 out of the file" },
    ]);
    expect(counts).toEqual({ rows: 4, outsideArea: 1, notOpen: 0, skipped: 0, duplicates: 2, errors: 2 });
  });

  test("of a trust in five areas, each area its own schools, of one and the same trust", async () => {
    const trust = { "Trusts (code)": "17001", "Trusts (name)": "Alder Learning Trust" };
    const file = giasFile([1, 2, 3, 4, 5, 5].map((place) => ({ ...trust, "LA (code)": String(990 + place), "LA (name)": `Place ${"ABCDE".charAt(place - 1)}`, "GSSLACode (name)": `X0900000${String(place)}` })));
    const five = [1, 2, 3, 4, 5].map((place) => ({ code: `X0900000${String(place)}`, name: `Place ${"ABCDE".charAt(place - 1)}` }));
    const schools = await Promise.all(five.map(async (area) => (await readRows("gias", file, { areas: [area] })).rows));
    expect(schools.map((rows) => rows.length)).toEqual([1, 1, 1, 1, 2]);
    expect(schools.flat()).toEqual((await readRows("gias", file, { areas: five })).rows);
    expect(new Set(schools.flat().map(({ parent, parentCode }) => `${String(parent)} ${String(parentCode)}`))).toEqual(new Set(["Alder Learning Trust 17001"]));
  });

  test("of a real council by either of its codes, also where it has had two", async () => {
    const file = giasFile([{ "LA (code)": "370", "LA (name)": "", "GSSLACode (name)": "E08000016" }, { "LA (code)": "370", "LA (name)": "", "GSSLACode (name)": "" }, { "LA (code)": "801", "LA (name)": "Bristol", "GSSLACode (name)": "" }]);
    const inArea = async (code: string) => (await readRows("gias", file, { areas: [{ code, name: "" }] })).rows.map((row) => [row.row, row.inArea]);
    expect(await inArea("E08000038")).toEqual([[2, "E08000038"], [3, "E08000038"]]);
    expect(await inArea("370")).toEqual([[2, "370"], [3, "370"]]);
    expect(await inArea("E06000023")).toEqual([[4, "E06000023"]]);
  });
});

describe("a layout of another year", () => {
  const without = (...names: string[]) => giasColumns.filter((name) => !names.includes(name));

  test("names each column that is missing", async () => {
    const read = await readFileOf("gias", giasText([{}], without("Trusts (code)", "CloseDate", "GSSLACode (name)")));
    expect(read).toEqual({ ok: false, problems: ["These columns are not in row 1: “CloseDate”, “Trusts (code)”. Columns may be in any order and others are passed over, but names must be as they are published"] });
  });

  test("may lack what is optional, which is said, and have what is new", async () => {
    const columns = [...without("GSSLACode (name)", "FurtherEducationType (name)"), "SomethingNew", "Head’s favourite"].reverse();
    const { rows, absent } = await readRows("gias", giasText([{ SomethingNew: "Barnaby" }], columns));
    expect(absent).toEqual(["FurtherEducationType (name)", "GSSLACode (name)"]);
    expect(rows).toMatchObject([{ urn: 100_000, inArea: "X06000001", phase: "Primary" }]);
  });

  test("may not have a column twice that is read", async () => {
    expect(await readFileOf("gias", giasText([{}], [...giasColumns, "URN"]))).toEqual({ ok: false, problems: ["These columns are more than once in row 1: “URN”. Keep one of each"] });
  });
});

test("nothing about people comes out, whatever becomes of a row", async () => {
  const cells: Cells[] = [{}, { OpenDate: "Barnaby" }, { URN: "" }, { URN: "100000" }, {}, { "EstablishmentStatus (name)": "Quillfeather" }, { "LA (code)": "Aurelia", "LA (name)": "", "GSSLACode (name)": "" }];
  const text = giasText(cells).replace('"Alder School 4",', '"Alder School 4","Aurelia",');
  const read = await readFileOf("gias", text, { known: ["100006"] });
  expect(text).toContain("Quillfeather");
  expect(read).toMatchObject({ ok: true, counts: { rows: 7, errors: 6 } });
  expect(personalIn(read)).toEqual([]);
});

test("every type has a category of the list, or none", () => {
  const list: { categories: { id: string }[] } = JSON.parse(readFileSync("db/rulesets/relevant-agency-categories.json", "utf8"));
  const types = ["Academy 16-19 converter", "Academy 16 to 19 sponsor led", "Free schools alternative provision", "Community special school", "Local authority nursery school", "Pupil referral unit", "City technology college", "Non-maintained special school", "Special post 16 institution", "Sixth form centres", "Higher education institutions", "Children’s Centre", "Secure units"];
  const ids = types.map(giasCategory);
  expect(ids).toEqual(["16-19-academy", "16-19-academy", "alternative-provision-academy", "maintained-school", "maintained-nursery", "pupil-referral-unit", "independent-school", "non-maintained-special", "special-post-16", "further-education", "higher-education", "childrens-centre", null]);
  expect(ids.filter((id) => id !== null && !list.categories.some((category) => category.id === id))).toEqual([]);
  expect(registerColumnNames("gias").filter((name) => !giasColumns.includes(name))).toEqual([]);
});
