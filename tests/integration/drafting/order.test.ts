import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { addSection } from "#app/domain/documents/add-section.server.ts";
import { listRemoved } from "#app/domain/documents/draft-queries.server.ts";
import { moveSection } from "#app/domain/documents/move-section.server.ts";
import { removeSection } from "#app/domain/documents/remove-section.server.ts";
import { restoreSection } from "#app/domain/documents/restore-section.server.ts";
import { saveSection } from "#app/domain/documents/save-section.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { submission, type TestPartnership } from "#tests/support/partnership.ts";

import { draftRevision, ledgerOf, listSections, roles, sectionAt, startedDraft } from "./support.ts";

let database: TestDatabase;
let partnership: TestPartnership;
beforeAll(async () => {
  database = await freshDatabase();
  partnership = await startedDraft(database.sql, "alderwick");
});
afterAll(async () => {
  await database.close();
});

const kind = "arrangements" as const;
const here = () => ({ partnershipId: partnership.id, kind });
const titles = async () => (await listSections(database.sql, partnership.id)).filter((section) => !section.removed).map((section) => section.title);
const positions = async () => (await listSections(database.sql, partnership.id)).filter((section) => !section.removed).map((section) => section.position);

describe("the order of sections", () => {
  test("a section moves down and up; positions stay 0, 1, 2 …", async () => {
    const before = await titles();
    const first = await sectionAt(database.sql, partnership.id, 0);
    expect(await moveSection(partnership.chair.actor, { ...here(), sectionId: first.id, direction: "down" }, submission())).toEqual({
      ok: true,
      value: { title: first.title, number: 2, of: 25 },
    });
    expect(await titles()).toEqual([before[1], before[0], ...before.slice(2)]);
    expect(await positions()).toEqual(before.map((_title, at) => at));
    await moveSection(partnership.chair.actor, { ...here(), sectionId: first.id, direction: "up" }, submission());
    expect(await titles()).toEqual(before);
  });

  test("at either end there is nowhere to go", async () => {
    const first = await sectionAt(database.sql, partnership.id, 0);
    const last = await sectionAt(database.sql, partnership.id, 24);
    const revision = await draftRevision(database.sql, partnership.id);
    expect(await moveSection(partnership.chair.actor, { ...here(), sectionId: first.id, direction: "up" }, submission())).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await moveSection(partnership.chair.actor, { ...here(), sectionId: last.id, direction: "down" }, submission())).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await draftRevision(database.sql, partnership.id)).toBe(revision);
  });

  test("a double click moves once", async () => {
    const section = await sectionAt(database.sql, partnership.id, 5);
    const form = submission({ direction: "down" });
    const both = await Promise.all([1, 2].map(() => moveSection(partnership.chair.actor, { ...here(), sectionId: section.id, direction: "down" }, form)));
    expect(both.map((outcome) => outcome.ok && outcome.value.number)).toEqual([7, 7]);
  });

  test("moving does not make anybody's text stale", async () => {
    const section = await sectionAt(database.sql, partnership.id, 8);
    await moveSection(partnership.chair.actor, { ...here(), sectionId: section.id, direction: "up" }, submission());
    const saved = await saveSection(partnership.delegate.actor, { ...here(), sectionId: section.id, revision: section.revision, title: section.title, body: "Mine.", items: section.items }, submission());
    expect(saved).toMatchObject({ ok: true });
    expect((await sectionAt(database.sql, partnership.id, 7)).body).toBe("Mine.");
  });

  test("many moves at once leave every section there once, in one order", async () => {
    const all = await listSections(database.sql, partnership.id);
    await Promise.all(all.map((section, at) => moveSection(partnership.businessManager.actor, { ...here(), sectionId: section.id, direction: at % 2 ? "up" : "down" }, submission())));
    expect(await positions()).toEqual(all.map((_section, at) => at));
    expect((await titles()).sort()).toEqual(all.map((section) => section.title).sort());
  });
});

describe("adding and removing", () => {
  test("a new section stands after the one chosen, first, or last when that one has gone", async () => {
    const third = await sectionAt(database.sql, partnership.id, 2);
    const add = (title: string, after: string | null, items: string[] = []) => addSection(partnership.delegate.actor, { ...here(), title, items, after }, submission());
    expect(await add("Private fostering", third.id, ["needs"])).toMatchObject({ ok: true });
    expect((await titles())[3]).toBe("Private fostering");
    expect((await sectionAt(database.sql, partnership.id, 3)).items).toEqual(["needs"]);
    await add("Foreword", null);
    expect((await titles())[0]).toBe("Foreword");
    await add("Afterword", "00000000-0000-4000-8000-000000000000");
    await add("Very last", "gone");
    expect((await titles()).slice(-2)).toEqual(["Afterword", "Very last"]);
    expect(await positions()).toEqual(Array.from({ length: 29 }, (_, at) => at));
    expect(await add("Odd", null, ["invented"])).toEqual({ ok: false, refusal: "unknown-item" });
  });

  test("a removed section is kept, leaves no hole, and can be put back last", async () => {
    const section = await sectionAt(database.sql, partnership.id, 4);
    const remove = (revision: number) => removeSection(partnership.chair.actor, { ...here(), sectionId: section.id, revision }, submission());
    expect(await remove(section.revision + 1)).toEqual({ ok: false, refusal: "stale" });
    expect(await remove(section.revision)).toEqual({ ok: true, value: { title: section.title } });
    expect(await titles()).not.toContain(section.title);
    expect(await positions()).toEqual(Array.from({ length: 28 }, (_, at) => at));
    expect(await listRemoved(partnership.scrutineer.actor, partnership.id, kind)).toMatchObject([{ id: section.id, title: section.title }]);
    expect(await remove(section.revision + 1)).toEqual({ ok: false, refusal: "section-removed" });
    expect(await moveSection(partnership.chair.actor, { ...here(), sectionId: section.id, direction: "up" }, submission())).toEqual({ ok: false, refusal: "section-removed" });

    const restore = () => restoreSection(partnership.chair.actor, { ...here(), sectionId: section.id }, submission());
    expect(await restore()).toEqual({ ok: true, value: { title: section.title, audience: "everyone" } });
    expect((await titles()).at(-1)).toBe(section.title);
    expect(await restore()).toEqual({ ok: false, refusal: "nothing-to-change" });
    const ledger = await ledgerOf(database.sql, partnership.id);
    expect(ledger.broken).toBeNull();
    expect(ledger.counts).toMatchObject({ "section.added": 4, "section.removed": 1, "section.restored": 1 });
  });

  test("there are at most 100 sections", async () => {
    const many = await startedDraft(database.sql, "birchmere");
    await database.sql`
      insert into portal.sections (partnership_id, document_id, position, title)
      select ${many.id}, d.id, n, 'Section ' || n from portal.documents d, generate_series(25, 99) n where d.partnership_id = ${many.id}`;
    const outcome = await addSection(many.chair.actor, { partnershipId: many.id, kind, title: "One more", items: [], after: null }, submission());
    expect(outcome).toEqual({ ok: false, refusal: "too-many-sections" });
  });

  test("those who may not edit are refused, and another partnership finds nothing", async () => {
    const section = await sectionAt(database.sql, partnership.id, 1);
    const elsewhere = await startedDraft(database.sql, "cedarholt");
    const attempts = (actor: typeof partnership.chair.actor) => [
      addSection(actor, { ...here(), title: "New", items: [], after: null }, submission()),
      moveSection(actor, { ...here(), sectionId: section.id, direction: "down" }, submission()),
      removeSection(actor, { ...here(), sectionId: section.id, revision: section.revision }, submission()),
      restoreSection(actor, { ...here(), sectionId: section.id }, submission()),
    ];
    for (const { role, person, mayEdit } of roles(partnership)) {
      if (mayEdit) continue;
      for (const outcome of await Promise.all(attempts(person.actor))) expect(outcome, role).toEqual({ ok: false, refusal: "not-permitted" });
    }
    for (const outcome of await Promise.all(attempts(elsewhere.chair.actor))) expect(outcome).toEqual({ ok: false, refusal: "not-found" });
    for (const sectionId of [section.id, "nonsense"]) {
      expect(await moveSection(elsewhere.chair.actor, { partnershipId: elsewhere.id, kind, sectionId, direction: "down" }, submission())).toEqual({ ok: false, refusal: "not-found" });
    }
  });
});
