import { describe, expect, test } from "vitest";

import { compareEditions } from "#app/domain/guidance/compare-editions.ts";
import { readEditionFile } from "#app/domain/guidance/edition-file.server.ts";
import { isNewer } from "#app/domain/guidance/rules.ts";
import type { GuidanceItem } from "#app/domain/guidance/vocabulary.ts";

const item = (id: string, other: Partial<GuidanceItem> = {}): GuidanceItem => ({
  id,
  strength: "should",
  title: id,
  summary: `About ${id}.`,
  basis: "WT 2023 chapter 2",
  condition: null,
  confidence: "verified",
  inForce: true,
  inForceFrom: null,
  inForceNote: null,
  ...other,
});

describe("two editions", () => {
  test("what is new, gone, changed and the same", () => {
    const change = compareEditions(
      [item("funding"), item("history"), item("scrutiny")],
      [item("funding", { strength: "must", inForce: false, inForceFrom: "2027-04-01" }), item("scrutiny", { confidence: "to-verify" }), item("looked-after")],
    );
    expect(change.added.map(({ id }) => id)).toEqual(["looked-after"]);
    expect(change.gone.map(({ id }) => id)).toEqual(["history"]);
    expect(change.changed).toEqual([
      {
        item: expect.objectContaining({ id: "funding" }) as GuidanceItem,
        changes: [
          { fact: "Must or should", before: "should", after: "must" },
          { fact: "In force", before: "yes", after: "not yet, from 2027-04-01" },
        ],
      },
    ]);
    expect(change.same).toBe(1);
  });

  test("newer is what replaces, at once or through others", () => {
    const editions = [{ id: "a", replaces: null }, { id: "b", replaces: "a" }, { id: "c", replaces: "b" }];
    expect(isNewer(editions, "b", "a")).toBe(true);
    expect(isNewer(editions, "c", "a")).toBe(true);
    expect(isNewer(editions, "a", "c")).toBe(false);
    expect(isNewer(editions, "b", "b")).toBe(false);
    expect(isNewer(editions, "x", "a")).toBe(false);
    expect(isNewer([{ id: "a", replaces: "b" }, { id: "b", replaces: "a" }], "a", "c")).toBe(false);
  });
});

describe("the file of an edition", () => {
  const good = {
    edition: "working-together-2027",
    title: "Working Together 2027",
    published: "2027-03",
    replaces: "working-together-2026",
    note: "",
    dates: [],
    items: [{ id: "needs", document: "arrangements", strength: "must", title: "Needs", summary: "How.", basis: "CA04", confidence: "verified", inForce: true, inForceFrom: null }],
  };

  test("is read", () => {
    expect(readEditionFile(JSON.stringify(good))).toMatchObject({ ok: true, edition: { edition: "working-together-2027" } });
  });

  test.each([
    ["{", "The file is not JSON. Choose the file of an edition, which ends in .json"],
    [JSON.stringify({ ...good, items: [] }), "items: must hold at least one item"],
    [JSON.stringify({ ...good, edition: "WT 2027" }), "edition: must be small letters, digits and hyphens"],
    [JSON.stringify({ ...good, published: "March" }), "published: must be a month like 2026-03 or a date"],
    [JSON.stringify({ ...good, title: undefined }), "title: is missing"],
    [JSON.stringify({ ...good, note: 3 }), "note: is not of the kind that belongs here"],
    [JSON.stringify({ ...good, items: [{ ...good.items[0], strength: "could" }] }), "item 1, strength: must be must or should"],
    [JSON.stringify({ ...good, items: [good.items[0], good.items[0]] }), "item 2, id: is there twice for arrangements"],
  ])("%s", (text, problem) => {
    expect(readEditionFile(text)).toEqual({ ok: false, problems: [problem] });
  });
});
