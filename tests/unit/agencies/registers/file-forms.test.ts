import { describe, expect, test } from "vitest";

import { readRegister } from "#app/domain/agencies/registers/read-register.server.ts";
import { mostRegisterRows, registerColumnNames, type RegisterSource } from "#app/domain/agencies/registers/vocabulary.ts";
import { areas, type Cells, charityJson, charityText, giasColumns, giasFile, giasText, ofstedText, ownText, readFileOf, readRows, settingsText, windows1252, withFile, writeGiasFile } from "#tests/support/register-files.ts";

const name = "St Ælfric’s School – Alder";
const text = giasText([{ EstablishmentName: name }]);

/** More than what is looked at before a file is read, all of it ASCII. */
const long = Array.from({ length: 1_500 }, (): Cells => ({ charity_activities: "Does good. ".repeat(70), "ReligiousEthos (name)": "None. ".repeat(30) }));

describe("a file is read", () => {
  const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");

  test.each<[string, Uint8Array | string]>([
    ["in Windows-1252", windows1252(text)],
    ["in UTF-8", text],
    ["in UTF-8 with a byte order mark", `\ufeff${text}`],
    ["in UTF-16", utf16],
    ["in UTF-16, the other way round", Buffer.from(utf16).swap16()],
    ["with lines that end in LF", giasText([{ EstablishmentName: name }], giasColumns, "\n")],
    ["with lines that end in CR", giasText([{ EstablishmentName: name }], giasColumns, "\r")],
    ["with its last line unended", text.trimEnd()],
    ["with its columns in another order", giasText([{ EstablishmentName: name }], [...giasColumns].reverse())],
    ["with semicolons", text.replaceAll('","', '";"')],
    ["with tabs", text.replaceAll('","', '"\t"')],
    ["with spaces around its cells", text.replaceAll('","', '" , "')],
    ["with names of columns in capitals", text.replace(/^.*/, (line) => line.toUpperCase())],
    ["with lines above its heading", `Schools of Northmoor; as at 1 September,,\r\n,,\r\n${text}`],
    ["with empty rows", text.replaceAll("\r\n", `\r\n\r\n${",".repeat(138)}\r\n`)],
  ])("%s", async (_form, file) => {
    const { rows, errors, counts } = await readRows("gias", file);
    expect(errors).toEqual([]);
    expect(counts.rows).toBe(1);
    expect(rows).toMatchObject([{ legalName: name, urn: 100_000, openedOn: "1998-09-01" }]);
  });

  test("with a letter beyond ASCII only where nobody has looked yet", async () => {
    const last = { EstablishmentName: name, charity_name: name };
    const [schools, charities] = [giasFile([...long, last]), charityText([...long, last])];
    expect(Math.min(schools.length, charities.length)).toBeGreaterThan(1_100_000);
    expect((await readRows("gias", schools)).rows.at(-1)).toMatchObject({ legalName: name });
    expect((await readRows("charity-commission", charities, { asked: ["1001500"] })).rows).toMatchObject([{ legalName: name }]);
  });

  test("with a row of a quoted line end counted as one row, like a spreadsheet does", async () => {
    const { rows } = await readRows("gias", giasText([{ EstablishmentName: "Alder\nSchool" }, {}]));
    expect(rows.map((row) => row.row)).toEqual([2, 3]);
  });
});

describe("a file is not read", () => {
  const noText = "The file is not text. Take it out of its .zip folder first; save a workbook that ends in .xlsx or .ods as CSV";

  test.each<[string, Uint8Array | string, string]>([
    ["that is empty", "", "The file is empty"],
    ["that is a workbook or a .zip folder", Buffer.from("504b030414000000", "hex"), noText],
    ["with a null character far down", `${giasText(long)}\0`, noText],
    ["with nothing under its heading", giasText([]), "The file has no rows under its heading"],
    ["with a quote that is never closed", giasText([{}, {}]).replace(/"100001",[^\0]*$/, '"100001'), "A double quote in row 3 is in the wrong place or never closed. Put it right, or get the file again"],
  ])("%s", async (_what, file, problem) => {
    expect(await readFileOf("gias", file)).toEqual({ ok: false, problems: [problem] });
  });

  test("with more rows than may be kept", async () => {
    const columns = registerColumnNames("gias");
    expect(await readFileOf("gias", giasText(Array.from({ length: mostRegisterRows + 1 }, () => ({})), columns))).toEqual({ ok: false, problems: ["More than 10,000 rows of the file are asked for. Divide it"] });
  });

  test.each<[RegisterSource, string, string]>([
    ["charity-commission", giasText([{}]), "Get Information about Schools"],
    ["early-years", giasText([{}]), "Get Information about Schools"],
    ["gias", charityText([{}]), "Charity Commission register"],
    ["gias", charityJson([{}]), "Charity Commission register"],
    ["own", ofstedText([{}]), "Early years list"],
    ["gias", settingsText([{}]), "Early years list"],
    ["early-years", ownText([{}]), "This register"],
  ])("as %s when it is of another register, which is named", async (source, file, other) => {
    const read = await readFileOf(source, file);
    expect(read).toMatchObject({ ok: false, problems: [expect.stringContaining(`This looks like a file of “${other}”`), expect.stringContaining("These columns are not in row ")] });
  });

  test("that is of no register, every column named", async () => {
    const read = await readFileOf("charity-commission", "name,town\r\nAlder,Northmoor\r\n");
    expect(read).toMatchObject({ ok: false, problems: [expect.stringMatching(/^These columns are not in row 1: “organisation_number”, “registered_charity_number”, “linked_charity_number”, “charity_name”, “charity_registration_status”, “date_of_removal”\. /)] });
  });
});

test("a thread reads the file, and what it finds is what is there", async () => {
  const read = await withFile("", async (path) => {
    await writeGiasFile(path, 1_200, (at): Cells => (at % 2 === 0 ? {} : { "LA (code)": "998", "LA (name)": "Westvale", "GSSLACode (name)": "X08000003" }));
    return readRegister({ path, name: "edubasealldata20260901.csv", source: "gias", keep: { areas, known: ["100001"] } });
  });
  expect(read).toMatchObject({ ok: true, extractDate: "2026-09-01", counts: { rows: 1_200, outsideArea: 599 }, errors: [] });
  expect(read.ok && read.rows.map((row) => row.urn)).toEqual(Array.from({ length: 1_200 }, (_, at) => 100_000 + at).filter((urn) => urn % 2 === 0 || urn === 100_001));
});
