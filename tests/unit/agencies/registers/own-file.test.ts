import { readFileSync } from "node:fs";

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type OwnAgency, toOwnCells } from "#app/domain/agencies/registers/own-cells.ts";
import { mostRegisterErrors, publicColumnNames, registerColumnNames } from "#app/domain/agencies/registers/vocabulary.ts";
import { agencyAudits, agencyStatuses, inclusions } from "#app/domain/agencies/vocabulary.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { areas, type Cells, ownText, readRows } from "#tests/support/register-files.ts";

const { categories }: { categories: { id: string; title: string }[] } = JSON.parse(readFileSync("db/rulesets/relevant-agency-categories.json", "utf8"));
const id = "00000000-0000-4000-8000-00000000000a";
const areaNames = new Map(areas.map(({ code, name }) => [code, name]));
const read = (text: string | Uint8Array) => readRows("own", text, { categories });

describe("an agency in a file of the register itself", () => {
  test("has its cells as given, and what they say", async () => {
    const cells = {
      id: id.toUpperCase(), legal_name: "Alder  School", category: "ACADEMY school (proprietor)", inclusion: "under the statutory duty", reason: "One\r\ntwo", how_we_work: "Meets yearly", urn: "123456", charity_number: "1234567-2",
      organisation_code: "rx1", parent: "Alder Learning Trust", parent_code: "17001", phase: "Primary", kind: "Academy converter", areas: "fenwick & sorrel; X06000001", audits: "Section 157; section-11", status: "Named", contact_email: "office@alder.example",
    };
    const { rows, errors, counts } = await read(ownText([cells]));
    expect(errors).toEqual([]);
    expect(counts).toMatchObject({ rows: 1, errors: 0 });
    expect(rows).toEqual([
      {
        row: 2, legalName: "Alder School", urn: 123_456, charityNumber: "1234567-2", organisationCode: "RX1", categoryId: "academy-school", phase: "Primary", kind: "Academy converter", areaCode: null, areaName: null, inArea: null,
        parent: "Alder Learning Trust", parentCode: "17001", openedOn: null, closedOn: null, open: true,
        own: {
          id, inclusion: "statutory", reason: "One\ntwo", howWeWork: "Meets yearly", areas: ["X06000001", "X06000002"], audits: ["section-11", "section-157"], status: "named", contactEmail: "office@alder.example",
          cells: registerColumnNames("own").map((name) => (name === "reason" ? "One\ntwo" : (Object.entries(cells).find(([column]) => column === name)?.[1] ?? ""))),
        },
      },
    ]);
  });

  test.each<[string, Cells, string, string, string]>([
    ["no name", { legal_name: "" }, "legal_name", "", "There is no name"],
    ["the name of a public file that is withheld", { legal_name: "name withheld for safety" }, "legal_name", "", "This row is from the public file, which withholds the name"],
    ["no category", { category: "" }, "category", "", "There is no category"],
    ["a category that there is not", { category: "Circus" }, "category", "Circus", "The list in force has no such category"],
    ["words for inclusion", { inclusion: "perhaps" }, "inclusion", "perhaps", "This is none of the words for it"],
    ["a status that there is not", { status: "Gone" }, "status", "Gone", "This is none of the words for it"],
    ["one audit too many", { audits: "Section 11; Section 12" }, "audits", "Section 12", "This is none of the words for it"],
    ["an area of others", { areas: "Northmoor; Westvale" }, "areas", "Westvale", "This is no area of the partnership"],
    ["a URN of seven digits", { urn: "1234567" }, "urn", "1234567", "The URN must be six digits, like 123456"],
    ["a charity number in words", { charity_number: "none" }, "charity_number", "NONE", "The charity number must be six or seven digits, like 1234567, or 1234567-2"],
    ["a code with a dot", { organisation_code: "R.1" }, "organisation_code", "R.1", "The code must be 3 to 12 letters and digits, like RX1 or EY123456"],
    ["an id that is none", { id: "7" }, "id", "7", "This is not an id of the portal"],
    ["an address cut short", { contact_email: "office@alder" }, "contact_email", "", "This is not an e-mail address"],
    ["a phase that goes on", { phase: "P".repeat(61) }, "phase", "", "This is longer than 60 characters"],
  ])("with %s is refused", async (_what, cells, column, value, problem) => {
    const { rows, errors } = await read(ownText([cells]));
    expect(rows).toEqual([]);
    expect(errors).toMatchObject([{ row: 2, column, value, problem }]);
    expect(errors[0]?.fix).not.toBe("");
  });

  test("may leave open what an agency need not have", async () => {
    const { rows } = await read(ownText([{ inclusion: "", status: "" }]));
    expect(rows).toMatchObject([{ urn: null, charityNumber: null, organisationCode: null, phase: null, own: { id: null, inclusion: null, reason: null, areas: [], audits: [], status: null } }]);
  });

  test("says nothing of addresses without their column, which anybody may read", async () => {
    const columns = publicColumnNames;
    const { rows, absent } = await read(`${columns.join(",")}\r\n${columns.map((name) => ({ legal_name: "Alder Trust", category: "Charity" })[name] ?? "").join(",")}\r\n`);
    for (const name of ["contact_email", "name_withheld"]) expect(columns).not.toContain(name);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.own?.contactEmail).toBeUndefined();
    expect(absent).toEqual(["contact_email", "name_withheld"]);
  });

  test("who is identified for certain is refused and not kept", async () => {
    const found = await read(ownText([{ reason: "NHS number 943 476 5919", status: "Gone" }]));
    expect(found.errors).toMatchObject([{ column: "reason", value: "" }, { column: "status", value: "Gone" }]);
    expect(JSON.stringify(found)).not.toContain("5919");
  });

  test("one id or number in two rows is refused, whichever it is", async () => {
    const numbers: Cells[] = [{ id, urn: "123456" }, { id: id.toUpperCase() }, { urn: "123456" }, { charity_number: "1234567" }, { charity_number: "1234567 " }, { organisation_code: "RX1" }, { organisation_code: "rx1" }];
    const { errors, counts } = await read(ownText(numbers));
    expect(errors.map(({ row, column, problem }) => [row, column, problem])).toEqual([[3, "id", "Row 2 has this number already"], [4, "urn", "Row 2 has this number already"], [6, "charity_number", "Row 5 has this number already"], [8, "organisation_code", "Row 7 has this number already"]]);
    expect(counts).toMatchObject({ rows: 7, duplicates: 4, errors: 4 });
  });

  test("of many errors all are counted and the first listed", async () => {
    const { errors, counts } = await read(ownText(Array.from({ length: mostRegisterErrors + 50 }, () => ({ status: "Gone" }))));
    expect([errors.length, counts.errors]).toEqual([mostRegisterErrors, mostRegisterErrors + 50]);
  });
});

const line = fc.stringMatching(/^['=+@\tA-Za-z0-9 "’,;-]{2,30}$/).map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text.length > 1 && !/^(not (applicable|recorded|known)|redacted)$/i.test(text) && !/\d{4}/.test(text));
const prose = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));
const agency: fc.Arbitrary<OwnAgency & { category: { id: string } }> = fc.record({
  id: fc.uuid(),
  legalName: line,
  category: fc.constantFrom(...categories),
  inclusion: fc.constantFrom(...inclusions),
  reason: fc.option(prose),
  howWeWork: fc.option(prose),
  urn: fc.option(fc.integer({ min: 100_000, max: 999_999 })),
  charityNumber: fc.option(fc.constantFrom("1234567", "1234567-2", "200001")),
  organisationCode: fc.option(fc.constantFrom("RX1", "EY123456", "2634567")),
  parent: fc.option(line),
  parentCode: fc.option(fc.constantFrom("1", "17001")),
  phase: fc.option(line),
  establishment: fc.option(line),
  areas: fc.subarray(areas.map(({ code }) => code)),
  audits: fc.subarray([...agencyAudits]),
  status: fc.constantFrom(...agencyStatuses),
  contactEmail: fc.option(fc.constantFrom("office@alder.example", "head@otter.example")),
  nameWithheld: fc.boolean(),
});

test("what is exported comes back as it was, and nothing in it is a formula", async () => {
  await fc.assert(
    fc.asyncProperty(agency, async (given) => {
      const cells = toOwnCells(given, areaNames);
      const text = writeCsv(registerColumnNames("own"), [cells]);
      const written: string[][] = parse(text, { relax_column_count: true });
      expect(written.flat().filter((cell) => /^\s*[=+\-@\t\r]/.test(cell) && !/^-\d+$/.test(cell))).toEqual([]);
      const { rows, errors } = await read(text);
      expect(errors).toEqual([]);
      const [row] = rows;
      expect(cells.at(-1)).toBe(given.nameWithheld ? "Yes" : "");
      const { category, establishment, areas: codes, audits, id: ownId, inclusion, reason, howWeWork, status, contactEmail, nameWithheld: _decided, ...body } = given;
      expect(row).toMatchObject({ ...body, categoryId: category.id, kind: establishment, own: { id: ownId, inclusion, reason, howWeWork, status, contactEmail, cells } });
      expect([row?.own?.areas, row?.own?.audits]).toEqual([[...codes].sort(), [...audits].sort()]);
    }),
    { numRuns: 60 },
  );
});
