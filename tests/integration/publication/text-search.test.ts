import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { correctVersion } from "#app/domain/documents/correct-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import { listSearchable, searchText } from "#app/domain/publication/search-text.server.ts";
import { resultsPerPage, type TextQuery } from "#app/domain/publication/text-search.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { submission, type TestPartnership } from "#tests/support/partnership.ts";
import { addPublicPartnership, publishDraft } from "#tests/support/publication.ts";
import { changeDraft } from "#tests/support/signing.ts";

let database: TestDatabase;
let alder: TestPartnership;
let birch: TestPartnership;
let newest: { versionId: string };
beforeAll(async () => {
  database = await freshDatabase();
  alder = await addPublicPartnership(database, "alderwick");
  birch = await addPublicPartnership(database, "birchmere");
  const write = (body: string, note: string, partnership = alder) => changeDraft(database.sql, partnership.id, { position: 1, body, note });
  await write("The zebra crossing is **watched** by a [warden](https://example.test/kangaroo).", "About crossings.");
  await publishDraft(database, alder);
  await write("Each \\*starred\\* walrus, and a_name and 2 | 3.\n\n| Beast | Keeper |\n| --- | :-: |\n| Ocelot | Ash |\n\n- first item\n1. second", "About walruses.");
  newest = await publishDraft(database, alder);
  await write("A lonely walrus lives here.", "First walrus.", birch);
  await publishDraft(database, birch);
});
afterAll(() => database.close());

const search = (q: string, filters: Partial<TextQuery> = {}, page = 1) => searchText({ q, partnership: null, kind: null, earlier: false, ...filters }, page);
const places = async (q: string, filters: Partial<TextQuery> = {}) => (await search(q, filters)).results.map(({ slug, number, anchor }) => `${slug} ${String(number)}${anchor && `#${anchor}`}`).sort();

describe("searching", () => {
  test("finds words in whatever form, in current versions only unless earlier ones are asked for", async () => {
    expect(await places("walruses")).toEqual(["alderwick 2", "alderwick 2#section-2", "birchmere 1", "birchmere 1#section-2"]);
    expect(await places("zebras")).toEqual([]);
    expect(await places("zebras", { earlier: true })).toEqual(["alderwick 1#section-2"]);
    expect((await search("zebra", { earlier: true })).results[0]).toMatchObject({ current: false, partnership: alder.name, kind: "arrangements", section: 2 });
  });

  test("is narrowed by partnership and by kind", async () => {
    expect(await places("walrus", { partnership: "birchmere" })).toEqual(["birchmere 1", "birchmere 1#section-2"]);
    expect(await places("walrus", { kind: "threshold-document" })).toEqual([]);
    expect(await listSearchable()).toEqual([{ slug: "alderwick", name: alder.name }, { slug: "birchmere", name: birch.name }]);
  });

  test("understands phrases, words left out and alternatives", async () => {
    expect(await places('"lonely walrus"')).toEqual(["birchmere 1#section-2"]);
    expect(await places("walrus -lonely", { partnership: "birchmere" })).toEqual(["birchmere 1"]);
    expect(await places("ocelot or lonely")).toEqual(["alderwick 2#section-2", "birchmere 1#section-2"]);
  });

  test("marks what was found, in plain words without the marks of Markdown", async () => {
    const [found] = (await search("ocelot")).results;
    expect(found?.snippet.map(({ text }) => text).join("")).toBe("Each *starred* walrus, and a_name and 2 3. Beast Keeper Ocelot Ash first item second");
    expect(found?.snippet.filter(({ hit }) => hit)).toEqual([{ hit: true, text: "Ocelot" }]);
    expect(await places("kangaroo", { earlier: true })).toEqual([]);
    expect((await search("warden", { earlier: true })).results[0]?.snippet.map(({ text }) => text).join("")).toBe("The zebra crossing is watched by a warden.");
  });

  test("puts a section that is about it first, and leads through the pages", async () => {
    const first = await search("safeguarding", { partnership: "alderwick" });
    expect(first.results[0]?.title.toLowerCase()).toContain("safeguarding");
    const all = await search("together");
    expect(all.count).toBeGreaterThan(resultsPerPage);
    expect(all.pages).toBe(Math.ceil(all.count / resultsPerPage));
    const pages = await Promise.all(Array.from({ length: all.pages }, (_unused, at) => search("together", {}, at + 1)));
    expect(new Set(pages.flatMap((page) => page.results.map((result) => `${result.slug} ${String(result.section)}`))).size).toBe(all.count);
    expect((await search("together", {}, 999)).page).toBe(all.pages);
  });

  test.each(["the", "of and", "-walrus", "!!!", "'", "\"", "(((", "a & | b:* <-> !c", "🐋", "\\", "%", "or or or"])("takes %j in its stride", async (q) => {
    const found = await search(q);
    expect(found.results.length).toBe(Math.min(found.count, resultsPerPage));
    if (["the", "-walrus", "!!!"].includes(q)) expect(found).toMatchObject({ understood: false, count: 0 });
  });
});

describe("what changes afterwards", () => {
  test("a corrected note is what is found", async () => {
    await correctVersion(alder.businessManager.actor, { partnershipId: alder.id, versionId: newest.versionId, field: "change-note", after: "About narwhals.", reason: "The wrong animal.", known: 0 }, submission());
    expect(await places("narwhal")).toEqual(["alderwick 2"]);
    expect(await places("walrus", { partnership: "alderwick" })).toEqual(["alderwick 2#section-2"]);
  });

  test("a version withdrawn is an earlier one; one taken down is nowhere, at once", async () => {
    await withdrawVersion(alder.chair.actor, { partnershipId: alder.id, versionId: newest.versionId, reason: "The law changed." }, submission());
    expect(await places("ocelot")).toEqual([]);
    expect(await places("ocelot", { earlier: true })).toEqual(["alderwick 2#section-2"]);
    await takeDownVersion(alder.businessManager.actor, { partnershipId: alder.id, versionId: newest.versionId, reason: "Somebody could be identified." }, submission());
    expect(await places("ocelot", { earlier: true })).toEqual([]);
    expect(await places("narwhal", { earlier: true })).toEqual([]);
    const [left] = await database.sql`select count(*)::int as rows from publication.search_sections s join publication.publications p on p.id = s.publication_id where p.version_id = ${newest.versionId}`;
    expect(left).toEqual({ rows: 0 });
  });

  test("an index rebuilt from the signed bytes is the one that was there", async () => {
    const rows = () => database.sql`select slug, number, section, anchor, title, body, current from publication.search_sections order by slug, number, section`;
    const before = await rows();
    await database.sql.begin(async (tx) => {
      await tx`delete from publication.search_sections`;
      await tx`select publication.index_version(id) from publication.publications`;
    });
    expect(await rows()).toEqual(before);
    expect(before.length).toBeGreaterThan(40);
  });
});
