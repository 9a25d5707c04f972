import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { jsonObjects } from "#app/domain/agencies/registers/json-objects.server.ts";
import { registerColumnNames } from "#app/domain/agencies/registers/vocabulary.ts";
import { type Cells, charityColumns, charityJson, charityText, personalIn, readFileOf, readRows } from "#tests/support/register-files.ts";

const removed = { charity_registration_status: "Removed", date_of_removal: "2024-05-06" };

describe.each([
  ["tab separated", charityText],
  ["JSON", charityJson],
])("the extract, %s", (_form, fileOf) => {
  test("gives the charities that are asked for or known", async () => {
    const file = fileOf([{}, { charity_name: "Alder’s Fund" }, removed, removed, {}]);
    const read = await readRows("charity-commission", file, { asked: ["1000001", " 100 0002"], known: ["1000003"] });
    expect(read).toMatchObject({ extractDate: "2026-09-01", absent: [], errors: [], counts: { rows: 5, outsideArea: 2, notOpen: 1, skipped: 0, duplicates: 0, errors: 0 } });
    expect(read.rows).toEqual([
      {
        row: 3, legalName: "Alder’s Fund", urn: null, charityNumber: "1000001", organisationCode: null, categoryId: "charity", phase: null, kind: "Trust", areaCode: null, areaName: null, inArea: null, parent: null,
        parentCode: null, openedOn: "1999-04-01", closedOn: null, open: true, own: null,
      },
      expect.objectContaining({ row: 5, charityNumber: "1000003", open: false, closedOn: "2024-05-06" }),
    ]);
  });

  test("tells linked charities, which share a number, from one charity twice", async () => {
    const shared = { registered_charity_number: "1000000" };
    const file = fileOf([shared, { ...shared, linked_charity_number: "1" }, { ...shared, linked_charity_number: "2" }, { ...shared, organisation_number: "4000000" }, { ...shared, organisation_number: "4000009" }]);
    const read = await readRows("charity-commission", file, { asked: ["1000000-0", "1000000-2"] });
    expect(read.rows.map((row) => [row.row, row.charityNumber])).toEqual([[2, "1000000"], [4, "1000000-2"]]);
    expect(read.errors.map(({ row, column, problem }) => [row, column, problem])).toEqual([[5, "organisation_number", "Row 2 has this number already"], [6, "registered_charity_number", "Row 2 has this number already"]]);
    expect(read.counts).toMatchObject({ outsideArea: 1, duplicates: 2, errors: 2 });
  });

  test("keeps nothing of how to reach anybody", async () => {
    const read = await readFileOf("charity-commission", fileOf([{}, { date_of_registration: "2020-13-01" }, { charity_registration_status: "Aurelia" }]), { asked: ["1000000", "1000001", "1000002"] });
    expect(read).toMatchObject({ ok: true, rows: [{ charityNumber: "1000000" }], errors: [{ column: "date_of_registration" }, { column: "charity_registration_status", value: "" }] });
    expect(personalIn(read)).toEqual([]);
  });
});

test("quotes are letters in the tab separated extract, and a backslash escapes", async () => {
  const cells: Cells[] = [{ charity_name: '"ALDER" FUND', charity_activities: '"not closed' }, { charity_name: 'ALDER \\"OLD\\" FUND' }, { charity_activities: "two\rlines" }];
  const { rows } = await readRows("charity-commission", charityText(cells), { asked: ["1000000", "1000001", "1000002"] });
  expect(rows.map((row) => row.legalName)).toEqual(['"ALDER" FUND', 'ALDER "OLD" FUND', "ALDER FUND 2"]);
});

test("a line that is the rest of another names no charity", async () => {
  const text = charityText([{ charity_activities: "first\nsecond" }, {}]);
  const read = await readRows("charity-commission", text, { asked: ["1000000", "1000001"] });
  expect(read).toMatchObject({ rows: [{ row: 4, charityNumber: "1000001" }], errors: [{ row: 2, column: null, problem: "The row has 2 cells fewer than row 1 names" }], counts: { rows: 3, skipped: 1, errors: 1 } });
});

test.each<[string, string, string]>([
  ["JSON that is broken off", charityJson([{}, {}]).slice(0, -40), "The list in the file is broken off or is no JSON. Get it again"],
  ["JSON that is wrong", '[{"organisation_number": 1, }]', "The list in the file is broken off or is no JSON. Get it again"],
  ["an empty list", "[]", "The list in the file has no entries"],
])("%s is refused", async (_what, file, problem) => {
  expect(await readFileOf("charity-commission", file)).toEqual({ ok: false, problems: [problem] });
});

test("every column that is read is one of the extract’s", () => {
  expect(charityColumns).toHaveLength(34);
  expect(registerColumnNames("charity-commission").filter((name) => !charityColumns.includes(name))).toEqual([]);
});

test("a list of objects is taken apart wherever its text is cut", async () => {
  const entry = fc.dictionary(fc.string({ maxLength: 5 }), fc.oneof(fc.string(), fc.stringMatching(/^[{}"\\[\],]{0,6}$/), fc.integer(), fc.constant(null), fc.record({ inner: fc.string() })));
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 5 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), async (entries, size, isList) => {
      const text = isList ? JSON.stringify(entries, null, 1) : entries.map((each) => JSON.stringify(each)).join("\n");
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
      const found: unknown[] = [];
      for await (const object of jsonObjects(pieces)) found.push(JSON.parse(object));
      expect(found).toEqual(JSON.parse(JSON.stringify(entries)));
    }),
  );
});
