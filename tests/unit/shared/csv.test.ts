import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readCsv, writeCsv } from "#app/domain/shared/csv.server.ts";
import { decodeText } from "#app/domain/shared/decode-text.server.ts";

const columns = ["name", "amount", "ring_fenced"];
const file = ["name,amount,ring_fenced", 'Café,"£1,200.50",yes', '"Two\nlines",-300,"say ""no"""'];
const rows = [
  { row: 2, cells: { name: "Café", amount: "£1,200.50", ring_fenced: "yes" } },
  { row: 3, cells: { name: "Two\nlines", amount: "-300", ring_fenced: 'say "no"' } },
];

/** As spreadsheets of the western world save it; the euro sign and the like are not in the texts. */
const windows1252 = (text: string) => Buffer.from(text, "latin1");
const utf8 = (text: string) => Buffer.from(text, "utf8");
const marked = (text: string) => utf8(`\uFEFF${text}`);
const wide = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
const wideBigEndian = (text: string) => wide(text).swap16();
const decomposed = (text: string) => utf8(text.normalize("NFD"));

const encodings = Object.entries({ "UTF-8": utf8, "UTF-8 with a mark": marked, "Windows-1252": windows1252, "UTF-16": wide, "UTF-16, big end first": wideBigEndian, "UTF-8 with letters in parts": decomposed });
const lineEnds = Object.entries({ LF: "\n", CRLF: "\r\n", CR: "\r" });
const separators = [",", ";", "\t"];

describe("a file as a spreadsheet saves it", () => {
  const ways = encodings.flatMap(([encoding, encode]) => lineEnds.flatMap(([end, characters]) => separators.map((separator) => ({ encoding, encode, end, characters, separator }))));
  test.each(ways)("$encoding, lines that end with $end, cells apart by %j", ({ encode, characters, separator }) => {
    const text = file.map((line) => line.replace(/"[^"]*(?:""[^"]*)*"|,/g, (part) => (part === "," ? separator : part))).join(characters);
    for (const ended of [text, text + characters]) expect(readCsv(decodeText(encode(ended)) ?? "", columns, 10)).toEqual({ ok: true, rows });
  });

  test.each([
    ["columns in another order, in capitals, with spaces", "Ring fenced,AMOUNT, Name \nyes,1,A", { name: "A", amount: "1", ring_fenced: "yes" }],
    ["columns that are passed over", "name,problem,amount,ring_fenced\nA,too much,1,yes", { name: "A", amount: "1", ring_fenced: "yes" }],
    ["a column without a name, empty", "name,amount,ring_fenced,,\nA,1,yes,,", { name: "A", amount: "1", ring_fenced: "yes" }],
    ["spaces around quotes", 'name,amount,ring_fenced\n "A" , 1 ,yes', { name: "A", amount: "1", ring_fenced: "yes" }],
    ["a quote inside a cell", 'name,amount,ring_fenced\n5" pipe,1,yes', { name: '5" pipe', amount: "1", ring_fenced: "yes" }],
    ["a row that ends early", "name,amount,ring_fenced\nA", { name: "A", amount: "", ring_fenced: "" }],
  ])("%s", (_what, text, cells) => {
    expect(readCsv(text, columns, 10, ["problem"])).toEqual({ ok: true, rows: [{ row: 2, cells }] });
  });

  test("cells past the named columns are told, so that an amount with a bare comma is not taken for another", () => {
    expect(readCsv("name,amount,ring_fenced\nA,1,200.50,yes", columns, 10)).toEqual({ ok: true, rows: [{ row: 2, cells: { name: "A", amount: "1", ring_fenced: "200.50" }, surplus: ["yes"] }] });
  });

  test("empty rows are passed over and counted", () => {
    const read = readCsv("name,amount,ring_fenced\n\n,,\nA,1,yes\n", columns, 1);
    expect(read).toMatchObject({ ok: true, rows: [{ row: 4 }] });
  });

  test.each([
    ["name,amount\nA,1", ["Row 1 must name these columns: name, amount, ring_fenced. Missing: ring_fenced"]],
    ["name,amounts,ring_fenced\nA,1,yes", ["Row 1 must name these columns: name, amount, ring_fenced. Missing: amount", "Row 1 names columns that are not known here: amounts"]],
    ["name,amount,Ring-fenced,ring_fenced\nA,1,yes,no", ["Row 1 names these columns more than once: ring_fenced. Keep one of each"]],
    ["", ["Row 1 must name these columns: name, amount, ring_fenced. Missing: name, amount, ring_fenced"]],
    ["name,amount,ring_fenced\n", ["The file has no rows under its heading"]],
    ['name,amount,ring_fenced\nA,1,yes\n"B,2,no', ["A double quote that opens in row 3 is never closed. Put it right, or save the file from the spreadsheet as CSV again"]],
    ['name,amount,ring_fenced\n"A"B,1,yes', ["A double quote in row 2 is in the wrong place. Put it right, or save the file from the spreadsheet as CSV again"]],
  ])("%j is refused with what was expected", (text, problems) => {
    expect(readCsv(text, columns, 10)).toEqual({ ok: false, problems });
  });

  test.each([["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0])], ["UTF-16 that stops half way", wide("name").subarray(0, 7)], ["a NUL", utf8("a\0b")]])("%s is no text", (_what, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });
});

describe("a file that a spreadsheet opens", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["-2+3", "'-2+3"],
    ["\t1", "'\t1"],
    ["\r1", "\"'\r1\""],
    [" =1", "' =1"],
    ["=1 ", "\"'=1 \""],
    ["'=1", "''=1"],
    ["-300", "-300"],
    ["-300.50", "-300.50"],
    ["-300.", "'-300."],
    ["it’s", "it’s"],
  ])("%j is written %j, and runs nothing", (cell, written) => {
    const text = writeCsv(["a"], [[cell]]);
    expect(text).toBe(`a\r\n${written}\r\n`);
    expect(readCsv(text, ["a"], 10)).toEqual({ ok: true, rows: [{ row: 2, cells: { a: cell.trim() } }] });
  });

  test("any text comes back as it was written, but for white space around it", () => {
    const cell = fc.string({ unit: "grapheme" }).filter((text) => !/^\s|\s$|\0/u.test(text) && text.trim() === text);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (cells) => {
        const read = readCsv(writeCsv(["a", "b"], cells), ["a", "b"], 10);
        const kept = cells.filter(([a, b]) => a !== "" || b !== "");
        expect(read.ok ? read.rows.map((row) => [row.cells["a"], row.cells["b"]]) : []).toEqual(kept);
      }),
    );
  });
});
