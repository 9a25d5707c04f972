import { afterAll, beforeAll, expect, test } from "vitest";

import { varyLine } from "#app/domain/funding/change-lines.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { takeDownFunding } from "#app/domain/funding/take-down-funding.server.ts";
import { findFunding, readFundingState } from "#app/domain/publication/funding.server.ts";
import { findLatestFunding, listNationalFunding, listPublishedYears } from "#app/domain/publication/national-funding.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need, publishBudget } from "#tests/support/funding.ts";
import { submission, type TestPartnership } from "#tests/support/partnership.ts";
import { addPublicPartnership } from "#tests/support/publication.ts";

/** What the public reads of a year's funding, as one change after another is published and taken down. */

const [year, before] = ["2026-27", "2025-26"] as const;
let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-04-07T09:00:00Z");
  ours = await addPublicPartnership(database, "alderwick");
  theirs = await addPublicPartnership(database, "birchmere");
});
afterAll(() => database.close());

async function vary(after: number): Promise<void> {
  const partnershipId = ours.id;
  const line = (await findFundingYear(ours.businessManager.actor, partnershipId, year))?.contributions[0];
  if (!line) throw new Error("no line");
  need(await varyLine(ours.businessManager.actor, { partnershipId, year, list: "contributions", lineId: line.id, revision: line.revision, after, on: "2026-06-01", reason: "A rise in pay." }, submission()));
}
const takeDown = async (of: typeof year | typeof before) => need(await takeDownFunding(ours.businessManager.actor, { partnershipId: ours.id, year: of, reason: "A note named a child." }, submission()));
const cashOf = async () => (await listNationalFunding()).map(({ partnership, years }) => [partnership.slug, years.map((facts) => [facts.year, facts.summary.cash]).sort()]);

test("nothing published: no year, and every partnership of the site listed with none", async () => {
  expect([await findFunding("alderwick", null), await findFunding("nowhere", year)]).toEqual([null, null]);
  expect(await cashOf()).toEqual([["alderwick", []], ["birchmere", []]]);
  expect([await findLatestFunding("alderwick"), await listPublishedYears()]).toEqual([[], []]);
});

test("the newest year is the latest, with the one before it and both in the history", async () => {
  await publishBudget(database, ours, before);
  await publishBudget(database, ours, year);
  const latest = await findFunding("alderwick", null);
  expect(latest).toMatchObject({ snapshot: { number: 2, facts: { year } }, updates: 1, budget: { number: 1, state: "published", nextReviewOn: "2027-03-31" }, previous: { facts: { year: before } } });
  expect(latest?.history.map((facts) => facts.year)).toEqual([year, before]);
  expect(latest?.budget?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect((await findFunding("alderwick", before))?.previous).toBeNull();
  expect(await findFunding("alderwick", "2024-25")).toBeNull();
});

test("a change is read at once, everywhere, and whatever is kept of the page is known to be old", async () => {
  const state = await readFundingState("alderwick");
  await vary(101_000_00);
  expect(await readFundingState("alderwick")).not.toBe(state);
  expect(await findFunding("alderwick", year)).toMatchObject({ snapshot: { number: 3, facts: { summary: { cash: 101_000_00, cashSigned: 100_000_00 } } }, updates: 2 });
  expect(await cashOf()).toEqual([["alderwick", [[before, 100_000_00], [year, 101_000_00]]], ["birchmere", []]]);
  expect((await findLatestFunding("alderwick")).map((facts) => [facts.year, facts.summary.cash])).toEqual([[year, 101_000_00], [before, 100_000_00]]);
});

test("another partnership's money is its own, and touches nothing kept of ours", async () => {
  const state = await readFundingState("alderwick");
  await publishBudget(database, theirs, year);
  expect(await readFundingState("alderwick")).toBe(state);
  expect((await findFunding("birchmere", null))?.history).toHaveLength(1);
  expect((await listPublishedYears()).map(({ slug, year: of }) => `${slug} ${of}`).sort()).toEqual([`alderwick ${before}`, `alderwick ${year}`, `birchmere ${year}`]);
});

test("taken down, the year says why and nothing else; the year before is the latest", async () => {
  const state = await readFundingState("alderwick");
  await takeDown(year);
  expect(await readFundingState("alderwick")).not.toBe(state);
  expect(await findFunding("alderwick", year)).toMatchObject({ outline: null, snapshot: { takenDown: { reason: "A note named a child." } } });
  expect((await findFunding("alderwick", null))?.snapshot.facts.year).toBe(before);
  expect((await findFunding("alderwick", before))?.history.map((facts) => facts.year)).toEqual([before]);
  expect(await cashOf()).toEqual([["alderwick", [[before, 100_000_00]]], ["birchmere", [[year, 100_000_00]]]]);
  expect((await findLatestFunding("alderwick")).map((facts) => facts.year)).toEqual([before]);
});

test("what is published afterwards stands, and everything taken down stays so", async () => {
  await vary(102_000_00);
  expect(await findFunding("alderwick", null)).toMatchObject({ snapshot: { number: 4, takenDown: null, facts: { summary: { cash: 102_000_00 } } }, updates: 3 });
  await takeDown(before);
  expect(await findFunding("alderwick", year)).toMatchObject({ previous: null });
  await takeDown(year);
  expect(await findFunding("alderwick", null)).toMatchObject({ outline: null, snapshot: { facts: { year } } });
  expect(await cashOf()).toEqual([["alderwick", []], ["birchmere", [[year, 100_000_00]]]]);
});
