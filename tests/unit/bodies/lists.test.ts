import { describe, expect, test } from "vitest";

import { icbSeatsOn } from "#app/domain/bodies/icb-cover.ts";
import { icbSeatsLine } from "#app/components/facts/icb-seats-line.ts";
import { planCoverage } from "#app/domain/bodies/read-coverage.ts";
import { type KnownBody, planSuccessors, type SuccessorRow } from "#app/domain/bodies/read-successors.ts";
import { readCsv, readCsvDate, writeCsv } from "#app/domain/shared/csv.server.ts";

const body = (code: string, name: string, other: Partial<KnownBody> = {}): KnownBody => ({ kind: "icb", code, name, validFrom: null, validTo: null, successorCode: null, ...other });
const register = [body("E5401", "NHS Old ICB"), body("E5402", "NHS Older ICB"), body("E5403", "NHS New ICB", { validFrom: "2026-04-01" }), body("E0601", "Northmoor", { kind: "local-authority" })];
const row = (other: Partial<SuccessorRow> = {}): SuccessorRow => ({ row: 2, code: "E5401", endedOn: "2026-03-31", successorCode: "E5403", successorKind: "", successorName: "", successorValidFrom: null, ...other });
const problemsIn = (...rows: Partial<SuccessorRow>[]) => {
  const planned = planSuccessors(rows.map((each, at) => row({ row: at + 2, ...each })), register);
  return planned.ok ? [] : planned.problems;
};

describe("a list of bodies that end", () => {
  test("says what it would change: two bodies to one successor, a body not known yet, one without a successor, one not ended after all", () => {
    const known = [...register, body("E5404", "NHS Early ICB", { validTo: "2026-01-31" })];
    const planned = planSuccessors(
      [row(), row({ row: 3, code: "E5402" }), row({ row: 4, code: "E5404", endedOn: null, successorCode: "" }), row({ row: 5, code: "E0601", endedOn: "2027-03-31", successorCode: "E0699", successorKind: "local-authority", successorName: "Greater Northmoor", successorValidFrom: "2027-04-01" })],
      known,
    );
    expect(planned.ok && planned.plan.rows).toEqual([
      { what: "Greater Northmoor (E0699)", state: "new", before: null, after: "A new body, from 1 April 2027" },
      { what: "NHS Old ICB (E5401)", state: "changed", before: "Not ended", after: "Last day 31 March 2026; successor NHS New ICB (E5403)" },
      { what: "NHS Older ICB (E5402)", state: "changed", before: "Not ended", after: "Last day 31 March 2026; successor NHS New ICB (E5403)" },
      { what: "NHS Early ICB (E5404)", state: "changed", before: "Last day 31 January 2026; no successor named", after: "Not ended" },
      { what: "Northmoor (E0601)", state: "changed", before: "Not ended", after: "Last day 31 March 2027; successor Greater Northmoor (E0699)" },
    ]);
  });

  test("what is recorded already is unchanged", () => {
    const planned = planSuccessors([row()], [body("E5401", "NHS Old ICB", { validTo: "2026-03-31", successorCode: "E5403" }), ...register.slice(2)]);
    expect(planned.ok && planned.plan.rows.map((each) => each.state)).toEqual(["unchanged"]);
  });

  test.each([
    [[{ code: "" }], "Row 2: code is empty"],
    [[{ code: "E9999" }], "Row 2: there is no body E9999 on the register"],
    [[{}, {}], "Row 3: E5401 is in the file twice"],
    [[{ endedOn: "wrong" as const }], "Row 2: ended_on must be a date like 2026-03-31, the body’s last day"],
    [[{ endedOn: null }], "Row 2: ended_on is empty, but there is a successor. Enter the body’s last day"],
    [[{ code: "E5403", endedOn: "2026-03-01", successorCode: "" }], "Row 2: ended_on is before NHS New ICB began, on 1 April 2026"],
    [[{ successorCode: "E5401" }], "Row 2: a body cannot be its own successor"],
    [[{ successorCode: "E0601" }], "Row 2: E0601 is of another kind than the body it follows: icb"],
    [[{ successorName: "NHS Elsewhere" }], "Row 2: E5403 is on the register as NHS New ICB. Leave successor_name empty, or correct the code"],
    [[{ endedOn: "2026-02-28" }], "Row 2: NHS New ICB begins on 1 April 2026, after the day that follows ended_on"],
    [[{ successorCode: "E5499" }], "Row 2: E5499 is not on the register. Fill in successor_kind (local-authority, icb, police) and successor_name"],
    [[{ successorCode: "<b>" }], "Row 2: successor_code must be 4 to 12 capital letters and digits, like E54000068"],
    [[{ successorCode: "E5499", successorKind: "icb", successorName: "NHS A" }, { code: "E5402", successorCode: "E5499", successorKind: "icb", successorName: "NHS B" }], "Row 3: E5499 is described differently in another row"],
    [[{ successorCode: "E5402" }, { code: "E5402", endedOn: "2026-04-30", successorCode: "E5401" }], "Row 2: E5401 would follow itself, by way of its successors"],
  ])("is refused by row: %j", (rows, problem) => {
    expect(problemsIn(...rows)).toContain(problem);
  });
});

describe("a list of boards by area", () => {
  const bodies = new Map(register.map((each) => [each.code, each]));
  const line = { row: 2, area: "E0601", icb: "E5403", from: "2026-04-01", to: null };
  const present = [{ area: "E0601", icb: "E5401", from: "2022-07-01", to: null }, { area: "E0602", icb: "E5401", from: "2022-07-01", to: null }];

  test("takes the place of what was known of its areas, and of no other", () => {
    const planned = planCoverage([line, { ...line, row: 3, icb: "E5401", from: "2022-07-01", to: "2026-03-31" }], bodies, present);
    expect(planned.ok && planned.plan.areas).toEqual(["E0601"]);
    expect(planned.ok && planned.plan.rows).toEqual([
      { what: "Northmoor: NHS New ICB", state: "new", before: null, after: "From 1 April 2026" },
      { what: "Northmoor: NHS Old ICB", state: "changed", before: "From 1 July 2022", after: "From 1 July 2022 to 31 March 2026" },
    ]);
    const gone = planCoverage([line], bodies, present);
    expect(gone.ok && gone.plan.rows[1]).toEqual({ what: "Northmoor: NHS Old ICB", state: "removed", before: "From 1 July 2022", after: null });
  });

  test.each([
    [{ area: "" }, "Row 2: local_authority_code is empty"],
    [{ area: "E5401" }, "Row 2: local_authority_code E5401 is NHS Old ICB, which is no local authority"],
    [{ icb: "E0000" }, "Row 2: there is no body E0000 on the register"],
    [{ from: null }, "Row 2: valid_from must be a date like 2026-04-01"],
    [{ to: "wrong" as const }, "Row 2: valid_to must be empty or a date like 2027-03-31, the last day"],
    [{ to: "2026-03-01" }, "Row 2: valid_to is before valid_from"],
  ])("is refused by row: %j", (other, problem) => {
    const planned = planCoverage([{ ...line, ...other }], bodies, []);
    expect(planned.ok ? [] : planned.problems).toEqual([problem]);
  });

  test("the same board twice for days that overlap is refused", () => {
    const planned = planCoverage([line, { ...line, row: 3, from: "2026-06-01" }], bodies, []);
    expect(planned.ok ? [] : planned.problems).toEqual(["Row 3: the same area and board are in row 2, for days that overlap"]);
  });
});

describe("whether every board has a seat", () => {
  const cover = [
    { areaCode: "E0601", code: "E5401", name: "NHS Old ICB", since: "2022-07-01", until: "2026-04-01" },
    { areaCode: "E0601", code: "E5403", name: "NHS New ICB", since: "2026-04-01", until: null },
  ];
  const areas = [{ code: "E0601", name: "Northmoor" }];
  test.each([
    ["2026-03-31", ["E5401"], "Every integrated care board that covers this area has a seat."],
    ["2026-04-01", ["E5401"], "NHS New ICB covers part of this area and has no seat here."],
    ["2020-01-01", ["E5401"], "Which integrated care boards cover Northmoor has not been checked."],
  ])("on %s with seats %j", (day, seats, line) => {
    expect(icbSeatsLine(icbSeatsOn(cover, areas, seats, day))).toBe(line);
  });
  test("one area unlisted: nothing is claimed", () => {
    expect(icbSeatsOn(cover, [...areas, { code: "E0602", name: "Westvale" }], ["E5403"], "2026-05-01")).toEqual({ state: "unchecked", areas: ["Westvale"] });
  });
});

describe("comma-separated text", () => {
  test("columns in any order, a byte order mark, capitals, spaces and empty rows", () => {
    expect(readCsv("\uFEFFB, a \r\n 2 ,1\r\n,\r\n", ["a", "b"], 10)).toEqual({ ok: true, rows: [{ row: 2, cells: { a: "1", b: "2" } }] });
  });
  test.each([
    ["a\n1", "Row 1 must name these columns: a, b. Missing: b"],
    ["a,b,c\n1,2,3", "Row 1 names columns that are not known here: c"],
    ["a,b\n", "The file has no rows under its heading"],
    ["a,b\n1,1\n2,2\n3,3", "The file has 3 rows; at most 2 are taken at once. Divide it"],
    ['a,b\n"1,2', "A double quote that opens in row 2 is never closed. Put it right, or save the file from the spreadsheet as CSV again"],
  ])("%j is refused", (text, problem) => {
    expect(readCsv(text, ["a", "b"], 2)).toEqual({ ok: false, problems: [problem] });
  });
  test("a cell that a spreadsheet would run is written inert, and read as it was", () => {
    const text = writeCsv(["a", "b"], [["=1+1", 'say "x", y']]);
    expect(text).toBe('a,b\r\n\'=1+1,"say ""x"", y"\r\n');
    expect(readCsv(text, ["a", "b"], 2)).toEqual({ ok: true, rows: [{ row: 2, cells: { a: "=1+1", b: 'say "x", y' } }] });
  });
  test.each([["2026-03-31", "2026-03-31"], ["31/03/2026", "2026-03-31"], ["1/4/2026", "2026-04-01"], ["31/02/2026", null], ["2026-02-30", null], ["March 2026", null], ["9026-01-01", null]])("the date %s is %s", (cell, date) => {
    expect(readCsvDate(cell)).toBe(date);
  });
});
