import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { adoptEdition } from "#app/domain/guidance/adopt-edition.server.ts";
import { checkEdition, findEditionMove, getPartnershipEditions } from "#app/domain/guidance/edition-queries.server.ts";
import { loadEdition } from "#app/domain/guidance/load-edition.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, addReadyDraft, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let administrator: TestPerson;
beforeAll(async () => {
  database = await freshDatabase();
  partnership = await addPartnership(database.sql, "alderwick");
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
  administrator = await addPerson(database.sql, "Admin Aspen", { administrator: true });
});
afterAll(async () => {
  await database.close();
});

const now = "working-together-2026";
const next = "working-together-2027";

/** The newest edition with one item reworded, one gone and one new. */
async function nextEdition(other: Record<string, unknown> = {}): Promise<string> {
  const items = await database.sql<Record<string, unknown>[]>`
    select id, document, strength, title, summary, basis, confidence, in_force as "inForce", in_force_from::text as "inForceFrom", in_force_note as "inForceNote", condition
    from portal.guidance_items where edition_id = ${now} order by position`;
  const written = items.map((item) => Object.fromEntries(Object.entries(item).filter(([name, value]) => value !== null || name === "inForceFrom")));
  const kept = written.filter((item) => item.id !== "geography").map((item) => (item.id === "funding" ? { ...item, summary: "To the penny." } : item));
  const added = { id: "family-help", document: "arrangements", strength: "must", title: "Family help", summary: "How families are helped early.", basis: "WT 2027", confidence: "to-verify", inForce: false, inForceFrom: "2027-09-01" };
  return JSON.stringify({ edition: next, title: "Working Together to Safeguard Children 2027", published: "2027-03", replaces: now, note: "For tests.", dates: [], items: [...kept, added], ...other });
}

const count = async (type: string): Promise<number> => (await database.sql`select from ledger.entries where type = ${type}`).length;
const adopt = (person: TestPerson, other: { editionId?: string; from?: string } = {}) =>
  adoptEdition(person.actor, { partnershipId: partnership.id, editionId: next, from: now, ...other }, submission());

describe("loading an edition", () => {
  test("is an administrator's act, checked first, and writes the ledger", async () => {
    const text = await nextEdition();
    const check = await checkEdition(administrator.actor, text);
    expect(check).toMatchObject({ ok: true, value: { id: next, adoptedBy: 0, comparedWith: "Working Together to Safeguard Children 2026" } });
    expect(check.ok && check.value.change?.gone.map(({ id }) => id)).toEqual(["geography"]);
    expect(await loadEdition(partnership.businessManager.actor, { text }, submission())).toMatchObject({ ok: false, refusal: "not-found" });
    const before = await count("edition.loaded");
    const outcome = await loadEdition(administrator.actor, { text }, submission());
    expect(outcome).toMatchObject({ ok: true, value: { editionId: next } });
    expect(await count("edition.loaded")).toBe(before + 1);
    expect(await database.sql`select in_force_from::text as day, in_force as "inForce" from portal.guidance_items where edition_id = ${next} and id = 'family-help'`).toEqual([{ day: "2027-09-01", inForce: false }]);
  });

  test("what cannot be read, or replaces what is not here, is refused and changes nothing", async () => {
    expect(await loadEdition(administrator.actor, { text: "{}" }, submission())).toMatchObject({ ok: false, refusal: "edition-not-readable" });
    expect(await loadEdition(administrator.actor, { text: await nextEdition({ replaces: "working-together-1999" }) }, submission())).toMatchObject({ ok: false, refusal: "unknown-edition-replaced" });
  });
});

describe("moving to a newer edition", () => {
  test("shows what is new, gone and changed against the sections", async () => {
    expect((await getPartnershipEditions(partnership.chair.actor, partnership.id)).newer.map(({ id }) => id)).toEqual([next]);
    const move = await findEditionMove(partnership.chair.actor, partnership.id, next);
    expect(move?.change.added.map(({ id }) => id)).toEqual(["family-help"]);
    expect(move?.change.gone.map(({ id }) => id)).toEqual(["geography"]);
    expect(move?.change.changed.map(({ item }) => item.id)).toEqual(["funding"]);
    expect(move?.answeredBy["geography"]).toHaveLength(1);
    expect(await findEditionMove(partnership.chair.actor, partnership.id, "working-together-2018")).toBeNull();
  });

  test("is for those who edit drafts, forward only, and not from a page that is out of date", async () => {
    for (const person of [partnership.seats[0]?.lead, partnership.scrutineer]) {
      if (person) expect(await adopt(person)).toMatchObject({ ok: false, refusal: "not-permitted" });
    }
    expect(await adopt(partnership.chair, { editionId: "working-together-2023" })).toEqual({ ok: false, refusal: "not-a-newer-edition" });
    expect(await adopt(partnership.chair, { from: "working-together-2023" })).toEqual({ ok: false, refusal: "stale" });
  });

  test("keeps every text, follows in the drafts, publishes the directory, once", async () => {
    const texts = () => database.sql`select title, body from portal.sections where partnership_id = ${partnership.id} order by position`;
    const before = await texts();
    const all = await Promise.all([partnership.chair, partnership.delegate].map((person) => adopt(person)));
    expect(all.map((outcome) => (outcome.ok ? "moved" : outcome.refusal)).sort()).toEqual(["moved", "stale"]);
    expect(await texts()).toEqual(before);
    expect(await database.sql`select edition_id as edition from portal.documents where partnership_id = ${partnership.id}`).toEqual([{ edition: next }]);
    expect(await database.sql`select from portal.sections where partnership_id = ${partnership.id} and 'geography' = any (items)`).toHaveLength(0);
    expect(await count("edition.adopted")).toBe(1);
    const [directory] = await database.sql<{ edition: string }[]>`select facts->'edition'->>'id' as edition from publication.publications where partnership_id = ${partnership.id} and kind = 'directory' order by number desc limit 1`;
    expect(directory?.edition).toBe(next);
    expect((await getPartnershipEditions(partnership.chair.actor, partnership.id)).current.id).toBe(next);
  });

  test("an edition in use may be reworded but keeps its items", async () => {
    const reworded = (await nextEdition()).replace("To the penny.", "To the last penny.");
    expect(await loadEdition(administrator.actor, { text: reworded }, submission())).toMatchObject({ ok: true });
    const shorter = JSON.stringify({ ...JSON.parse(reworded), items: JSON.parse(reworded).items.slice(1) });
    expect(await loadEdition(administrator.actor, { text: shorter }, submission())).toEqual({ ok: false, refusal: "edition-in-use" });
    expect(await database.sql`select summary from portal.guidance_items where edition_id = ${next} and id = 'funding'`).toEqual([{ summary: "To the last penny." }]);
  });
});
