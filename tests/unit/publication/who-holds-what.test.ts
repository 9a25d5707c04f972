import { describe, expect, test } from "vitest";

import { directoryColumns, directoryData, directoryRows } from "#app/domain/publication/directory-data.ts";
import type { DirectoryFacts, PublicPost } from "#app/domain/publication/record.ts";
import { countEntries, type DirectoryEntry, directoryPath, findEntries, listEntries, readDirectoryQuery, sharedOffices } from "#app/domain/publication/who-holds-what.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";

const held = (office: string, name: string | null, acting = false): PublicPost => ({ office, holder: { name, since: "2024-04-01", acting } });
const vacant = (office: string): PublicPost => ({ office, holder: null });
const seat = (kind: "local-authority" | "icb" | "police", code: string, organisation: string, lead: PublicPost, delegate: PublicPost | null = null) => ({ id: `${organisation}-${code}`, kind, organisation, organisationCode: code, lead, delegate });

function directory(slug: string, name: string, seats: DirectoryFacts["seats"], chair: PublicPost | null, scrutineer: PublicPost | null): DirectoryFacts {
  return { partnership: { id: slug, slug, name }, areas: [], edition: { id: "e", title: "E" }, icbs: { state: "unchecked", areas: [] }, changes: [], seats, chair, scrutineer };
}

const chiefConstable = held("Chief Constable", "Rosa Winterbourne");
const directories = [
  directory(
    "vale",
    "Vale Partnership",
    [
      seat("local-authority", "X1", "Vale Council", vacant("Chief Executive"), held("Director", "Tom Ashdown")),
      seat("police", "X9", "Thornshire Police", chiefConstable, held("Assistant Chief Constable", null)),
    ],
    held("Partnership chair", "Mei Lärkfield"),
    null,
  ),
  directory("moor", "Moor Partnership", [seat("police", "X9", "Thornshire Constabulary", chiefConstable, held("Assistant Chief Constable", "Joan Pell"))], vacant("Partnership chair"), held("Independent scrutineer", "Bart Quill")),
  directory("dale", "Dale Partnership", [seat("icb", "X5", "=NHS Dale", held("Chief Executive", "Ida Calder", true)), seat("police", "X9", "Thornshire Police", chiefConstable)], null, held("Independent scrutineer", "Bart Quill")),
];
const all = listEntries(directories);
const none = { q: "", kind: null, state: null };
const keys = (entries: DirectoryEntry[]) => entries.map((entry) => entry.key);

describe("the directory", () => {
  test("has each body once with all its seats, then each partnership's own posts", () => {
    expect(keys(all)).toEqual(["X1", "X5", "X9", "chair-dale", "chair-moor", "chair-vale", "scrutineer-dale", "scrutineer-moor", "scrutineer-vale"]);
    const force = all.find((entry) => entry.key === "X9");
    expect(force?.places.map((place) => place.partnership.slug)).toEqual(["dale", "moor", "vale"]);
    expect(force?.name).toBe("Thornshire Police");
  });

  test("says a holder once where it is the same everywhere, and never takes a withheld name for another", () => {
    const [force] = findEntries(all, { ...none, kind: "police" });
    if (!force) throw new Error("no force");
    const slugs = (role: "lsp" | "dsp") => sharedOffices(force, role).map(({ post, partnerships }) => [post?.holder?.name, partnerships.map(({ slug }) => slug)]);
    expect(slugs("lsp")).toEqual([["Rosa Winterbourne", ["dale", "moor", "vale"]]]);
    expect(slugs("dsp")).toEqual([[undefined, ["dale"]], ["Joan Pell", ["moor"]], [null, ["vale"]]]);
  });

  test.each([
    [{ kind: "icb" as const }, ["X5"]],
    [{ kind: "chair" as const }, ["chair-dale", "chair-moor", "chair-vale"]],
    [{ state: "acting" as const }, ["X5"]],
    [{ state: "several" as const }, ["X9"]],
    [{ state: "vacant" as const }, ["X1", "X5", "X9", "chair-dale", "chair-moor", "scrutineer-vale"]],
    [{ state: "vacant" as const, kind: "local-authority" as const }, ["X1"]],
    [{ q: "winterb" }, ["X9"]],
    [{ q: "LARKFIELD" }, ["chair-vale"]],
    [{ q: "assistant constable" }, ["X9"]],
    [{ q: "vale" }, ["X1", "X9", "chair-vale", "scrutineer-vale"]],
    [{ q: "quill moor" }, ["scrutineer-moor"]],
    [{ q: "ale" }, []],
    [{ q: "%" }, keys(all)],
  ])("narrowed by %j", (asked, expected) => {
    expect(keys(findEntries(all, { ...none, ...asked }))).toEqual(expected);
  });

  test("counts what it found in words", () => {
    expect(countEntries(all)).toBe("1 council, 1 integrated care board, 1 police force, 3 partnership chairs and 3 independent scrutineers");
    expect(countEntries([])).toBe("Nobody");
  });
});

describe("the address of a list", () => {
  test("says what is asked for and nothing else", () => {
    const query = readDirectoryQuery(new URLSearchParams("q=+vale%00+&kind=police&state=vacant&page=7&other=1"));
    expect(query).toEqual({ q: "vale", kind: "police", state: "vacant" });
    expect(directoryPath(query)).toBe("/directory?q=vale&kind=police&state=vacant");
    expect(directoryPath(query, { format: ".csv" })).toBe("/directory.csv?q=vale&kind=police&state=vacant");
    expect(directoryPath(none)).toBe("/directory");
    expect(directoryPath({ ...none, kind: "icb" }, { page: 2 })).toBe("/directory?kind=icb&page=2");
  });

  test("leaves out what it does not know", () => {
    expect(readDirectoryQuery(new URLSearchParams({ kind: "school", state: "tired", q: `${"a".repeat(300)}\uD800` }))).toEqual({ q: "a".repeat(100), kind: null, state: null });
  });
});

describe("as data", () => {
  test("a row for each entry, and in each cell as many values as partnerships", () => {
    const rows = directoryRows(all).map((row) => Object.fromEntries(directoryColumns.map((column, at) => [column, row[at]])));
    expect(rows).toHaveLength(all.length);
    expect(rows[2]).toEqual({
      kind: "police",
      name: "Thornshire Police",
      code: "X9",
      partnerships: "Dale Partnership | Moor Partnership | Vale Partnership",
      lead: "Rosa Winterbourne | Rosa Winterbourne | Rosa Winterbourne",
      lead_post: "Chief Constable | Chief Constable | Chief Constable",
      lead_state: "held | held | held",
      delegate: " | Joan Pell | Name withheld for safety",
      delegate_post: " | Assistant Chief Constable | Assistant Chief Constable",
      delegate_state: "no post | held | held",
      ...{ holder: "", holder_post: "", holder_state: "" },
    });
    expect(rows[4]).toMatchObject({ kind: "chair", name: "Partnership chair", partnerships: "Moor Partnership", lead: "", lead_state: "", holder: "", holder_post: "Partnership chair", holder_state: "vacant" });
    expect(rows[0]).toMatchObject({ lead: "", lead_state: "vacant", delegate: "Tom Ashdown" });
    expect(rows[1]).toMatchObject({ lead_state: "acting" });
  });

  test("what a spreadsheet would take for a formula is made inert", () => {
    expect(writeCsv(directoryColumns, directoryRows(findEntries(all, { ...none, kind: "icb" })))).toContain("icb,'=NHS Dale,X5,");
  });

  test("JSON holds the same entries and leads to the page and the table", () => {
    const data = directoryData("https://portal.example", { ...none, kind: "police" }, findEntries(all, { ...none, kind: "police" }));
    expect(data.count).toBe(1);
    expect(data.entries[0]?.seats[1]).toEqual({
      partnership: { id: "moor", slug: "moor", name: "Moor Partnership", link: "https://portal.example/partnerships/moor" },
      offices: { leadSafeguardingPartner: chiefConstable, delegatedSafeguardingPartner: held("Assistant Chief Constable", "Joan Pell") },
    });
    expect(data.links).toEqual({ html: "https://portal.example/directory?kind=police", csv: "https://portal.example/directory.csv?kind=police" });
  });
});
