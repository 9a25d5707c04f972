import { describe, expect, test } from "vitest";

import type { DirectoryFacts } from "#app/domain/publication/record.ts";
import { countPicture, findPartnerships, pageOf, plainWords, readFilter, type PartnershipListing } from "#app/domain/publication/search.ts";

function listing(name: string, { area = name, vacant = false, state }: { area?: string; vacant?: boolean; state?: "published" | "withdrawn" } = {}): PartnershipListing {
  const held = { office: "Chief Executive", holder: { name: "Ada Fernhill", since: "2024-04-01", acting: false } };
  const facts: DirectoryFacts = {
    partnership: { id: name, slug: name.toLowerCase(), name: `${name} Safeguarding Children Partnership` },
    areas: [{ code: "X1", name: area }],
    edition: { id: "working-together-2026", title: "Working Together" },
    icbs: { state: "unchecked", areas: [area] },
    changes: [],
    seats: [{ id: `${name}-la`, kind: "local-authority", organisation: `${area} Council`, organisationCode: "X1", lead: vacant ? { office: "Chief Executive", holder: null } : held, delegate: null }],
    chair: null,
    scrutineer: null,
  };
  const arrangements = state ? { number: 1, publishedAt: "2026-04-01T00:00:00.000Z", state, inForceFrom: null, nextReviewOn: null, contentSha256: "0".repeat(64) } : null;
  return { facts, arrangements };
}

const all = [listing("Northmoor", { state: "published" }), listing("Sêrfield", { area: "Sêrfield and O’Dale", vacant: true }), listing("Westvale", { state: "withdrawn" })];
const names = (found: PartnershipListing[]) => found.map((each) => each.facts.partnership.id);

describe("finding a partnership", () => {
  test.each([
    ["", ["Northmoor", "Sêrfield", "Westvale"]],
    ["north", ["Northmoor"]],
    ["NORTHMOOR", ["Northmoor"]],
    ["serfield", ["Sêrfield"]],
    ["SÊR odale", ["Sêrfield"]],
    ["o'dale council", ["Sêrfield"]],
    ["safeguarding north", ["Northmoor"]],
    ["moor", []],
    ["north serfield", []],
    ["%", ["Northmoor", "Sêrfield", "Westvale"]],
  ])("by “%s”", (query, expected) => {
    expect(names(findPartnerships(all, query, null))).toEqual(expected);
  });

  test.each([
    ["arrangements", ["Northmoor"]],
    ["no-arrangements", ["Sêrfield", "Westvale"]],
    ["vacant", ["Sêrfield"]],
  ] as const)("narrowed to %s", (filter, expected) => {
    expect(names(findPartnerships(all, "", filter))).toEqual(expected);
  });

  test("an unknown filter is none", () => {
    expect(readFilter("everything")).toBeNull();
    expect(readFilter(null)).toBeNull();
    expect(readFilter("vacant")).toBe("vacant");
  });

  test("an ampersand is the word it stands for", () => {
    expect(plainWords("Fenwick & Sorrel")).toEqual(plainWords("fenwick and sorrel"));
  });
});

test("the picture counts what is published now, and seats without a leader", () => {
  expect(countPicture(all)).toEqual({ partnerships: 3, arrangements: 1, seats: 3, vacancies: 1 });
});

describe("pages of a list", () => {
  const items = Array.from({ length: 61 }, (_unused, at) => at);
  test.each([
    [null, 1, 30],
    ["2", 2, 30],
    ["3", 3, 1],
    ["99", 3, 1],
    ["-4", 1, 30],
    ["two", 1, 30],
  ])("page %s is %i with %i items", (asked, page, length) => {
    const shown = pageOf(items, asked);
    expect({ page: shown.page, length: shown.items.length, pages: shown.pages }).toEqual({ page, length, pages: 3 });
  });

  test("an empty list has one page", () => {
    expect(pageOf([], "2")).toEqual({ items: [], page: 1, pages: 1 });
  });
});
