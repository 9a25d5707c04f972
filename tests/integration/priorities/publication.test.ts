import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { withholdName } from "#app/domain/agencies/withholdings/withhold-name.server.ts";
import { achievePriority } from "#app/domain/priorities/achieve-priority.server.ts";
import { takeDownPriority, withdrawPriority } from "#app/domain/priorities/end-publication.server.ts";
import { makeStatement } from "#app/domain/priorities/make-statement.server.ts";
import { previewPriority, publishPriority } from "#app/domain/priorities/publish-priority.server.ts";
import { findNameMentions } from "#app/domain/publication/name-mentions.server.ts";
import { countPriorities } from "#app/domain/publication/priorities.ts";
import { currentOf, findPublishedPriority, listPriorityDates, listPriorityUpdates, listPublishedPriorities, readPrioritiesState } from "#app/domain/publication/priorities.server.ts";
import { priorityCells, priorityColumns, priorityData } from "#app/domain/publication/priority-data.ts";
import { updatesOf } from "#app/domain/publication/updates.ts";
import { sitemap } from "#app/domain/publication/sitemap.server.ts";
import { nameOne } from "#tests/support/agencies.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { agreed, at, draft, figure, measured } from "#tests/support/priorities.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  await database.setClock("2026-09-08T09:00:00Z");
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
});

const publish = async (number: number, who: TestPerson = ours.businessManager) => publishPriority(who.actor, await at(ours, number), submission());
const state = async (number: number, words = "Waits fell.") => need(await makeStatement(ours.businessManager.actor, { ...(await at(ours, number)), state: "on-track", words }, submission()));
const shown = async (number: number, update?: number) => {
  const found = await findPublishedPriority(ours.slug, number, update);
  if (!found) throw new Error("not published");
  return found.shown;
};
const counted = { countsChildren: true, unit: "children", baseline: "30", target: null, targetOn: null };
const ended = (who: TestPerson, command: typeof withdrawPriority, number: number, reason = "It was wrong.") => command(who.actor, { partnershipId: ours.id, number, reason }, submission());

describe("publishing a priority", () => {
  test("writes a snapshot each time; the one before stays readable, superseded", async () => {
    const number = await agreed(ours);
    expect(await publish(number, ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await publish(await draft(ours))).toEqual({ ok: false, refusal: "priority-not-agreed" });
    expect(await publish(number)).toEqual({ ok: true, value: { update: 1 } });
    expect(countPriorities(await listPublishedPriorities(ours.slug))).toBe("1 priority: 1 with no evidence of progress yet.");
    const id = await measured(ours, number);
    need(await figure(ours, number, id));
    await state(number);
    expect((await shown(number)).outline).toMatchObject({ honestState: "no-evidence", measures: [], story: [] });
    expect(await publish(number)).toEqual({ ok: true, value: { update: 2 } });
    const now = await shown(number);
    expect(now).toMatchObject({ state: "published", facts: { priority: number, update: 2, state: "on-track" }, outline: { title: "Children are helped sooner", honestState: "on-track", lead: ours.seats[1]?.organisation, measures: [{ figures: [{ on: "2026-06-30", value: "48" }] }], story: [{ kind: "statement", words: "Waits fell.", figures: [{ value: "48" }] }] } });
    expect(now.outline).not.toHaveProperty("salt");
    expect(await shown(number, 1)).toMatchObject({ state: "superseded", outline: { honestState: "no-evidence" } });
    expect(await findPublishedPriority(ours.slug, number, 3)).toBeNull();
    expect(countPriorities(await listPublishedPriorities(ours.slug))).toBe("1 priority: 1 on track.");
    expect(updatesOf(ours.slug, [], [], [], [], [], [], await listPriorityUpdates(ours.slug)).map(({ title, lines }) => [title, ...lines])).toEqual(expect.arrayContaining([["Priority 1: update 2", "It then stood at: On track."], ["Priority 1: published", "It then stood at: No evidence of progress yet."]]));
    expect(await sitemap("https://x")).toContain(`https://x/partnerships/${ours.slug}/priorities/1<`);
    expect((await listPriorityDates()).filter(({ slug }) => slug === ours.slug)).toHaveLength(1);
    expect(await publishPriority(ours.chair.actor, { ...(await at(ours, number)), revision: 1 }, submission())).toEqual({ ok: false, refusal: "stale" });
    expect(await publishPriority(theirs.chair.actor, await at(ours, number), submission())).toEqual({ ok: false, refusal: "not-found" });
  });

  test("holds small counts back in everything that is published, and what would tell them", async () => {
    const number = await agreed(ours);
    const all = await measured(ours, number, { ...counted, name: "All waits" });
    const [north, south, west] = [await measured(ours, number, { ...counted, name: "In the north", partOf: all }), await measured(ours, number, { ...counted, name: "In the south", partOf: all }), await measured(ours, number, { ...counted, name: "In the west", partOf: all })];
    for (const [id, value] of [[all, "31"], [north, "3"], [south, "11"], [west, "17"]] as const) need(await figure(ours, number, id, { value }));
    await state(number);
    const preview = await previewPriority(ours.chair.actor, ours.id, number);
    expect(preview?.outline.measures.map(({ figures }) => figures[0]?.value)).toEqual(["31", null, null, "17"]);
    need(await publish(number));
    const priority = await shown(number);
    expect(priority.outline?.story[0]).toMatchObject({ figures: [{ value: "31" }, { value: null }, { value: null }, { value: "17" }] });
    const cells = priorityCells([priority]).map((row) => priorityColumns.map((name, column) => [name, row[column]] as const));
    expect(cells.filter((row) => row.some(([name, cell]) => name === "shown" && cell === "no")).map((row) => row.filter(([name]) => name === "measure" || name === "value").map(([, cell]) => cell))).toEqual([["In the north", ""], ["In the south", ""]]);
    const [stored] = await database.sql<{ words: string }[]>`select convert_from(b.body, 'UTF8') || p.facts::text as words from publication.bodies b join publication.publications p on p.id = b.publication_id where p.partnership_id = ${ours.id} and p.kind = 'priority'`;
    for (const told of [stored?.words, JSON.stringify(priorityData("https://x", priority)), JSON.stringify(cells)]) expect(told).not.toMatch(/"(3|11)"/);
  });

  test("does not show later what it once held back", async () => {
    const number = await agreed(ours);
    const id = await measured(ours, number, counted);
    need(await figure(ours, number, id, { value: "4" }));
    await state(number);
    need(await publish(number));
    need(await figure(ours, number, id, { value: "14", confirmed: ["duplicate-date"], reason: "A digit was missing." }));
    need(await publish(number));
    expect((await shown(number)).outline).toMatchObject({ measures: [{ figures: [{ value: null }] }], story: [{ figures: [{ value: null }] }] });
  });

  test("leaves out the name of an agency that is withheld, now or since, and refuses it in words", async () => {
    const refuge = await nameOne(ours, { legalName: "Heron House" });
    const school = await nameOne(ours, { legalName: "Otter Brook School" });
    const number = await agreed(ours, { membershipIds: [refuge, school] });
    need(await publish(number));
    await state(number, "Otter Brook School began first.");
    need(await publish(number));
    const withhold = async (membershipId: string) => need(await withholdName(ours.businessManager.actor, { partnershipId: ours.id, membershipId, reason: "People live there.", revision: (await database.sql<{ revision: number }[]>`select revision from portal.agency_memberships where id = ${membershipId}`)[0]?.revision ?? 0 }, submission()));
    await withhold(refuge);
    expect((await shown(number)).outline).toMatchObject({ agencies: [{ name: "Otter Brook School" }], withheldAgencies: 1 });
    expect(await publish(number)).toMatchObject({ ok: true });
    const [body] = await database.sql<{ id: string }[]>`select agency_id as id from portal.agency_memberships where id = ${school}`;
    expect((await findNameMentions({ id: body?.id ?? "", name: "Otter Brook School" })).map(({ what }) => what)).toContain("Priority 1, update 2");
    await withhold(school);
    expect(JSON.stringify(await shown(number))).not.toContain("Otter Brook");
    expect(await publish(number)).toMatchObject({ ok: false, refusal: "name-withheld-in-words", detail: "Otter Brook School" });
  });
});

describe("what was published", () => {
  test("is withdrawn with a reason and stays readable, until the next update", async () => {
    const number = await agreed(ours);
    expect(await ended(ours.chair, withdrawPriority, number)).toEqual({ ok: false, refusal: "nothing-to-change" });
    need(await publish(number));
    expect(await ended(ours.businessManager, withdrawPriority, number)).toEqual({ ok: false, refusal: "not-permitted" });
    const before = await readPrioritiesState(ours.slug);
    need(await ended(ours.chair, withdrawPriority, number));
    expect(await readPrioritiesState(ours.slug)).not.toBe(before);
    expect(await shown(number)).toMatchObject({ state: "withdrawn", outline: { title: "Children are helped sooner" }, notices: [{ state: "withdrawn", reason: "It was wrong." }] });
    expect(countPriorities(currentOf(await listPriorityUpdates(ours.slug)))).toBeNull();
    expect(await ended(ours.chair, withdrawPriority, number)).toEqual({ ok: false, refusal: "nothing-to-change" });
    need(await publish(number));
    expect([(await shown(number)).state, (await shown(number, 1)).state]).toEqual(["published", "withdrawn"]);
  });

  test("is taken down by one person, every update of it; the next is published anew", async () => {
    const number = await agreed(ours);
    need(await publish(number));
    need(await publish(number));
    need(await ended(ours.scrutineer, takeDownPriority, number));
    for (const update of [1, 2]) expect(await shown(number, update)).toMatchObject({ state: "taken-down", outline: null });
    expect(priorityData("https://x", await shown(number))).not.toHaveProperty("title");
    expect(await ended(ours.scrutineer, takeDownPriority, number)).toEqual({ ok: false, refusal: "nothing-to-change" });
    need(await publish(number));
    expect((await shown(number)).state).toBe("published");
    const types = await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'priority.%' order by seq`;
    expect(types.map(({ type }) => type).slice(2)).toEqual(["priority.published", "priority.published", "priority.taken-down", "priority.published"]);
  });

  test("says that it is achieved only as the figures do", async () => {
    const number = await agreed(ours);
    need(await figure(ours, number, await measured(ours, number)));
    need(await achievePriority(ours.delegate.actor, { ...(await at(ours, number)), words: "Fewer wait." }, submission()));
    need(await publish(number));
    expect((await shown(number)).facts.state).toBe("achieved");
    await expect(database.sql`insert into publication.publications (partnership_id, slug, kind, number, facts) values (${ours.id}, ${ours.slug}, 'priority', 99, '{"priorityId": "00000000-0000-4000-8000-000000000000"}')`).rejects.toThrow("not of a priority that is agreed");
  });
});
