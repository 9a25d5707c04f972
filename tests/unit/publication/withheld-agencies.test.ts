import { describe, expect, test } from "vitest";

import type { AgenciesOutline, PublishedAgency, PublishedCategory } from "#app/domain/publication/agencies.ts";
import { agencyListData, bySector, countSentence, findListed, listedCells } from "#app/domain/publication/agency-list.ts";
import type { PublishedRepresentative } from "#app/domain/publication/voice.ts";
import { movedBy, withholdNames, withholdPosts } from "#app/domain/publication/withheld-agencies.ts";

const categories: PublishedCategory[] = [
  { id: "charity", part: "Part 5", sector: "voluntary", title: "Charity", inSchedule: true },
  { id: "maintained-school", part: "Part 1", sector: "education", title: "Maintained school", inSchedule: true },
];
const agency = (values: Partial<PublishedAgency>): PublishedAgency => ({
  id: "a", name: "Aspen House", category: "charity", inclusion: "voluntary", reason: "It shelters families.", howWeWork: null, urn: null, charityNumber: null, organisationCode: null, parent: null, parentCode: null, phase: null,
  establishment: null, areas: [], audits: [], namedOn: "2026-09-07", ...values,
});
const outline: AgenciesOutline = {
  categories,
  agencies: [
    agency({ id: "club", name: "Zebra Club", howWeWork: "Meets at Aspen House." }),
    agency({ id: "refuge", charityNumber: "1234567", parent: "Elm Trust", phase: "Refuge", areas: ["E1"], audits: ["section-11"] }),
    agency({ id: "school", name: "Otter School", category: "maintained-school", inclusion: "statutory", parent: "ASPEN HOUSE", parentCode: "17" }),
  ],
  bodies: [
    { id: "refuge", role: "It speaks for refuges", since: "2026-01-01", members: ["club"], outside: null },
    { id: "club", role: "It speaks for Aspen House and others", since: "2026-01-01", members: ["refuge", "school"], outside: null },
  ],
};
const everything = { q: "", sector: null, category: null };

describe("a list without the names that are withheld", () => {
  const masked = withholdNames(outline, new Set(["refuge"]));

  test("has the category of each and nothing else, not even in what is said of others", () => {
    expect(masked.withheld).toEqual([{ category: "charity", inclusion: "voluntary" }]);
    expect(JSON.stringify(masked)).not.toMatch(/aspen|elm|1234567|"refuge"|E1/i);
    expect(masked.agencies).toMatchObject([{ id: "club", howWeWork: "Meets at an agency whose name is withheld for safety." }, { id: "school", parent: null, parentCode: null }]);
    expect(masked.bodies).toEqual([{ id: "club", role: "It speaks for an agency whose name is withheld for safety and others", since: "2026-01-01", members: ["school"], outside: null }]);
  });

  test("is the same list where there is nothing to withhold, and takes names that are not in it out of its words", () => {
    expect(withholdNames(outline, new Set(["elsewhere"]))).toBe(outline);
    const words = withholdNames({ categories, agencies: [agency({ reason: "With Rowan House." })] }, new Set(), ["Rowan House"]);
    expect(words.agencies[0]?.reason).toBe("With an agency whose name is withheld for safety.");
    expect(words).not.toHaveProperty("withheld");
  });

  test("keeps those that were withheld when it was published", () => {
    const again = withholdNames(masked, new Set(["club"]));
    expect(again.withheld).toHaveLength(2);
    expect(again.agencies.map(({ id }) => id)).toEqual(["school"]);
  });

  test("lists them last of their kind of work, finds them by their category alone, and links to none", () => {
    const found = findListed(masked, everything);
    expect(bySector(found).map(({ sector, agencies }) => [sector, agencies.map(({ name }) => name)])).toEqual([["education", ["Otter School"]], ["voluntary", ["Zebra Club", null]]]);
    const count = (q: string) => findListed(masked, { ...everything, q }).length;
    expect([count("aspen"), count("1234567"), count("safety"), count("Charity"), count("charity zebra")]).toEqual([0, 0, 0, 2, 1]);
    expect(findListed(masked, { ...everything, sector: "voluntary" })).toHaveLength(2);
    const cells = listedCells(found, []).rows.at(-1);
    expect(cells).toEqual(["", "Name withheld for safety", "Charity", "By agreement", "", "", "", "", "", "", "", "", "", "", "", "Named"]);
    const facts = { partnership: { id: "p", slug: "vale", name: "Vale" }, counts: { named: 3, statutory: 1, voluntary: 2, sectors: { education: 1, "health-and-care": 0, "criminal-justice": 0, voluntary: 2, other: 0 }, withheld: 1 }, areas: [] };
    const { agencies } = agencyListData("https://x.example", { facts, publishedAt: "", number: 1, outline: masked }, found, null);
    expect(agencies.at(-1)).toMatchObject({ id: null, legal_name: null, nameWithheld: true, link: null, representedBy: [], category: "Charity" });
    expect(agencies[0]).toMatchObject({ legal_name: "Otter School", nameWithheld: false, representedBy: ["Zebra Club"] });
  });
});

test.each([
  [undefined, "2 relevant agencies are named: 2 in voluntary, faith and sport."],
  [1, "2 relevant agencies are named: 2 in voluntary, faith and sport. One of them is listed without its name, to keep people safe."],
  [2, "2 relevant agencies are named: 2 in voluntary, faith and sport. 2 of them are listed without their names, to keep people safe."],
])("the sentence counts %s without a name", (withheld, said) => {
  expect(countSentence({ named: 2, statutory: 0, voluntary: 2, sectors: { education: 0, "health-and-care": 0, "criminal-justice": 0, voluntary: 2, other: 0 }, ...(withheld ? { withheld } : {}) })).toBe(said);
});

describe("what moved between two lists", () => {
  test.each([
    ["nothing", { came: 0, went: 0, more: 0 }, { added: 0, withdrawn: 0 }],
    ["two named, one withdrawn", { came: 2, went: 1, more: 0 }, { added: 2, withdrawn: 1 }],
    ["a name withheld", { came: 0, went: 1, more: 1 }, { added: 0, withdrawn: 0 }],
    ["a name public again", { came: 1, went: 0, more: -1 }, { added: 0, withdrawn: 0 }],
    ["one named without its name", { came: 0, went: 0, more: 1 }, { added: 1, withdrawn: 0 }],
    ["one without a name withdrawn", { came: 0, went: 0, more: -1 }, { added: 0, withdrawn: 1 }],
    ["three named, one of them without its name", { came: 2, went: 0, more: 1 }, { added: 3, withdrawn: 0 }],
  ])("%s", (_case, moved, expected) => {
    expect(movedBy(moved)).toEqual(expected);
  });
});

test("a post of a body whose name is withheld says for whom somebody speaks, and no more; one of education speaks for others", () => {
  const holder = { office: "Manager of Aspen House", acting: false, since: "2024-04-01", until: null, representations: [{ chosenBy: "trust" as const, chosenOn: "2026-01-01", how: "Aspen House chose.", speaksFor: ["voluntary" as const], until: null, recordedOn: "2026-01-01" }] };
  const post: PublishedRepresentative = { id: "one", voice: "voluntary", level: null, body: "Aspen House", office: "Manager of Aspen House", since: "2024-04-01", until: null, holders: [holder] };
  const [masked, ...others] = withholdPosts([post, { ...post, id: "two" }, { ...post, id: "three", voice: "education" }], new Set(["one", "three"]));
  expect(JSON.stringify(masked)).not.toContain("Aspen");
  expect(masked).toMatchObject({ id: "one", body: "Name withheld for safety", office: "Representative", holders: [{ since: "2024-04-01", representations: [{ speaksFor: ["voluntary"] }] }] });
  expect(others.every(({ body }) => body === "Aspen House")).toBe(true);
});
