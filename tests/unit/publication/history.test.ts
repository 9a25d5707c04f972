import { describe, expect, test } from "vitest";

import { firstDayOf, historyOf, publicOffices } from "#app/domain/publication/history.ts";

const stored: Parameters<typeof publicOffices>[0] = {
  seats: [
    {
      id: "s",
      organisation: "NHS Northmoor ICB",
      lead: {
        office: "Chief Executive",
        since: "2024-01-01",
        until: null,
        holders: [
          { name: "Winifred Tarn", office: "Accountable Officer", since: "2024-04-01", until: "2026-07-01", acting: false },
          { name: null, since: "2026-09-01", until: null, acting: true },
        ],
      },
      delegate: null,
    },
  ],
  chair: { office: "Partnership chair", holders: [{ name: "Mei Larkfield", since: "2025-04-01", until: null, acting: false }] },
  scrutineer: null,
};

const offices = publicOffices(stored);
const onDay = (day: string) => Object.fromEntries(historyOf(offices, day).map((office) => [office.label, office.onDay]));

describe("who was accountable on a day, from one publication", () => {
  test.each([
    ["2023-12-31", { state: "not-there" }],
    ["2024-03-31", { state: "vacant", since: "2024-01-01" }],
    ["2024-04-01", { state: "held", holder: { who: "Winifred Tarn", office: "Accountable Officer", acting: false } }],
    ["2026-08-31", { state: "vacant", since: "2026-07-01" }],
    ["2026-09-01", { state: "held", holder: { who: null, office: "Chief Executive", acting: true } }],
  ])("%s: %o", (day, expected) => {
    expect(onDay(day)["Lead safeguarding partner, NHS Northmoor ICB"]).toMatchObject(expected);
  });

  test("a post published before its own dates were begins with its first holder", () => {
    expect(onDay("2025-03-31")["Partnership chair"]).toEqual({ state: "not-there" });
    expect(onDay("2025-04-01")["Partnership chair"]).toMatchObject({ state: "held" });
    expect(Object.keys(onDay("2025-04-01"))).not.toContain("Independent scrutineer");
    expect(firstDayOf(offices)).toBe("2024-01-01");
  });
});
