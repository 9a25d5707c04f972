import { describe, expect, test } from "vitest";

import { readDates } from "#app/domain/publication/guidance.server.ts";

describe("the dates of an edition", () => {
  test("are read with what is known of them; what is not understood is left out", () => {
    const found = readDates([
      { id: "a", title: "Arrangements published", date: "2019-06-29", confidence: "verified" },
      { id: "b", title: "Sent to the Panel", rule: "days after publication", days: 7, confidence: "to-verify" },
      { title: 3 },
      null,
      "text",
    ]);
    expect(found).toEqual([
      { title: "Arrangements published", date: "2019-06-29", rule: null, days: null, confidence: "verified" },
      { title: "Sent to the Panel", date: null, rule: "days after publication", days: 7, confidence: "to-verify" },
    ]);
    expect(readDates({})).toEqual([]);
  });
});
