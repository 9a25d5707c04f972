import { describe, expect, test } from "vitest";

import type { StoredDirectory } from "#app/domain/publication/record.ts";
import { directoryOn } from "#app/domain/publication/rules.ts";

const stored: StoredDirectory = {
  partnership: { id: "p", slug: "northmoor", name: "Northmoor" },
  areas: [],
  edition: { id: "e", title: "E" },
  seats: [
    {
      id: "s",
      kind: "icb",
      organisation: "NHS Northmoor ICB",
      organisationCode: "X",
      lead: {
        office: "Chief Executive",
        holders: [
          { name: "Winifred Tarn", since: "2024-04-01", until: "2026-07-01", acting: false },
          { name: "Idris Calder", since: "2026-07-01", until: "2026-09-01", acting: true },
          { name: "Idris Calder", since: "2026-10-01", until: null, acting: false },
        ],
      },
      delegate: null,
    },
  ],
  chair: { office: "Partnership chair", holders: [] },
  scrutineer: null,
};

describe("who is accountable on a day, from one publication", () => {
  test.each([
    ["2024-03-31", null],
    ["2024-04-01", "Winifred Tarn"],
    ["2026-06-30", "Winifred Tarn"],
    ["2026-07-01", "Idris Calder"],
    ["2026-08-31", "Idris Calder"],
    ["2026-09-01", null],
    ["2026-10-01", "Idris Calder"],
  ])("%s: %s", (today, name) => {
    const facts = directoryOn(stored, today);
    expect(facts.seats[0]?.lead.holder?.name ?? null).toBe(name);
    expect(facts.chair).toEqual({ office: "Partnership chair", holder: null });
    expect(JSON.stringify(facts)).not.toContain("holders");
  });
});
