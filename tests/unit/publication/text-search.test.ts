import { describe, expect, test } from "vitest";

import { marks, readSnippet, readTextQuery, searchPath, startsOf } from "#app/domain/publication/text-search.ts";

const read = (search: string) => readTextQuery(new URLSearchParams(search));

describe("a search as an address says it", () => {
  test("is read back as it was written", () => {
    const query = { q: "“schools & nurseries” -sport", partnership: "alderwick", kind: "arrangements" as const, earlier: true };
    expect(read(searchPath(query, 3).slice("/search".length))).toEqual(query);
    expect(searchPath({ q: "x", partnership: null, kind: null, earlier: false })).toBe("/search?q=x");
    expect(searchPath(query, 3)).toContain("page=3");
  });

  test.each([
    ["", { q: "", partnership: null, kind: null, earlier: false }],
    ["q=%20%00a%01b%20", { q: "a b", partnership: null, kind: null, earlier: false }],
    ["q=a&partnership=../x&kind=directory&earlier=1", { q: "a", partnership: null, kind: null, earlier: false }],
    ["q=%ED%A0%80", { q: "\uFFFD\uFFFD\uFFFD", partnership: null, kind: null, earlier: false }],
  ])("nonsense is left out of %j", (search, expected) => {
    expect(read(search)).toEqual(expected);
  });

  test("is cut at a length that no honest search reaches", () => {
    expect(read(`q=${"a".repeat(9_999)}`).q).toHaveLength(200);
  });
});

test.each([
  ["Meeting the schools", ["meet", "the", "scho"]],
  ["a.b *(c)| [x] \\m", []],
  ["“children’s” -police", ["child", "pol"]],
])("the words of %j begin as %j", (q, starts) => {
  expect(startsOf(q)).toEqual(starts);
});

describe("a snippet", () => {
  const hit = (text: string) => `${marks.start}${text}${marks.stop}`;
  test.each([
    ["nothing", [{ hit: false, text: "nothing" }]],
    ["", []],
    [`We help ${hit("schools")} and ${hit("nurseries")}`, [{ hit: false, text: "We help " }, { hit: true, text: "schools" }, { hit: false, text: " and " }, { hit: true, text: "nurseries" }]],
    [`${hit("a")}${hit("b")}`, [{ hit: true, text: "a" }, { hit: true, text: "b" }]],
    [`${marks.stop}left over`, [{ hit: false, text: "left over" }]],
    [`<b>${hit("<i>")}`, [{ hit: false, text: "<b>" }, { hit: true, text: "<i>" }]],
  ])("%j", (marked, parts) => {
    expect(readSnippet(marked)).toEqual(parts);
  });
});
