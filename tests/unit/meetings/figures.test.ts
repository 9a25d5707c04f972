import { describe, expect, test } from "vitest";

import { attendanceFigures, type AttendanceRecord, figureCells } from "#app/domain/meetings/attendance/figures.ts";
import { readPeriod } from "#app/domain/meetings/attendance/period.server.ts";
import type { AttendanceStatus } from "#app/domain/meetings/vocabulary.ts";

const record = (meetingId: string, of: AttendanceRecord["of"], key: string, status: AttendanceStatus): AttendanceRecord => ({ meetingId, of, key, status, body: key });

describe("attendance figures", () => {
  test("count each partner, education together and apart, and agencies by name", () => {
    const figures = attendanceFigures(
      ["a", "b", "c"],
      [
        record("a", "partner", "Police", "present"), record("b", "partner", "Police", "deputy"), record("c", "partner", "Police", "absent"),
        record("a", "partner", "Council", "apologies"),
        record("a", "education", "Secondary heads", "present"), record("a", "education", "Primary heads", "present"), record("b", "education", "Primary heads", "apologies"),
        record("a", "agency", "Probation", "present"), record("b", "agency", "Ambulance", "present"),
        record("elsewhere", "partner", "Police", "present"),
      ],
    );
    expect(figures.rows.map(({ body, asked, present, deputy, apologies, absent, percent }) => [body, asked, present, deputy, apologies, absent, percent])).toEqual([
      ["Police", 3, 1, 1, 0, 1, 67],
      ["Council", 1, 0, 0, 1, 0, 0],
      ["Primary heads", 2, 1, 0, 1, 0, 50],
      ["Secondary heads", 1, 1, 0, 0, 0, 100],
      ["Ambulance", 1, 1, 0, 0, 0, 100],
      ["Probation", 1, 1, 0, 0, 0, 100],
    ]);
    expect([figures.held, figures.education]).toEqual([3, { came: 1, percent: 33 }]);
    expect(figureCells(figures.rows[2] ?? { body: "", of: "agency", asked: 0, present: 0, deputy: 0, apologies: 0, absent: 0, percent: 0 })).toEqual(["Primary heads", "Education", "2", "1", "0", "1", "0", "50"]);
  });

  test("of no meeting are none, and claim nothing of education", () => {
    expect(attendanceFigures([], [])).toEqual({ held: 0, rows: [], education: { came: 0, percent: null } });
  });
});

describe("a period", () => {
  const read = (query: string) => readPeriod(new URLSearchParams(query), "2026-09-08");
  test("is the financial year of today, or what is asked for", () => {
    expect(read("kind=leads")).toEqual({ success: true, period: { from: "2026-04-01", to: "2027-03-31", kind: "leads" } });
    expect(read("from-day=1&from-month=1&from-year=2026&to-day=30&to-month=6&to-year=2026&kind=other")).toEqual({ success: true, period: { from: "2026-01-01", to: "2026-06-30", kind: null } });
  });
  test.each([
    ["from-day=1&from-month=1&from-year=2026&to-day=31&to-month=12&to-year=2025", ["The last day cannot be before the first"]],
    ["from-day=31&from-month=2&from-year=2026&to-day=", ["The first day must be a real date, like 1 9 2026", "Enter the last day, like 1 9 2026"]],
  ])("is refused as %s", (query, messages) => {
    const asked = read(query);
    expect(asked.success ? [] : asked.error.issues.map((issue) => issue.message)).toEqual(messages);
    expect(asked.period.from).toBe("2026-04-01");
  });
});
