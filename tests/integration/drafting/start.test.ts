import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findOverview } from "#app/domain/documents/draft-queries.server.ts";
import { startDocument } from "#app/domain/documents/start-document.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, submission } from "#tests/support/partnership.ts";

import { ledgerOf, listSections, roles } from "./support.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});

const kind = "arrangements" as const;

describe("starting a draft", () => {
  test("makes one empty section for each item of the adopted edition, in its order", async () => {
    const partnership = await addPartnership(database.sql, "alderwick");
    const manager = partnership.businessManager;
    expect(await findOverview(manager.actor, partnership.id, kind)).toMatchObject({ started: false, items: 25 });

    const outcome = await startDocument(manager.actor, { partnershipId: partnership.id, kind }, submission());
    expect(outcome).toMatchObject({ ok: true, value: { sections: 25 } });
    const items = await database.sql<{ id: string; title: string }[]>`
      select id, title from portal.guidance_items where edition_id = 'working-together-2026' and document = 'arrangements' order by position`;
    const sections = await listSections(database.sql, partnership.id);
    expect(sections.map(({ title, items, body, position }) => ({ title, items, body, position }))).toEqual(
      items.map((item, position) => ({ title: item.title, items: [item.id], body: "", position })),
    );
    expect(await ledgerOf(database.sql, partnership.id)).toEqual({ counts: { "document.started": 1 }, broken: null });
    expect(await findOverview(manager.actor, partnership.id, kind)).toMatchObject({
      started: true,
      details: { title: "How we work together to keep children safe" },
      editedBy: manager.name,
      nextNumber: 1,
    });
  });

  test("happens once: again, twice at once, or with the same form", async () => {
    const partnership = await addPartnership(database.sql, "birchmere");
    const input = { partnershipId: partnership.id, kind };
    const form = submission();
    const outcomes = await Promise.all([partnership.businessManager, partnership.delegate, partnership.chair].map((person) => startDocument(person.actor, input, submission())));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([{ ok: false, refusal: "already-started" }, { ok: false, refusal: "already-started" }]);
    expect(await startDocument(partnership.chair.actor, input, form)).toEqual({ ok: false, refusal: "already-started" });
    expect(await listSections(database.sql, partnership.id)).toHaveLength(25);
    expect((await ledgerOf(database.sql, partnership.id)).counts).toEqual({ "document.started": 1 });
  });

  test("the same form sent again answers the first result", async () => {
    const partnership = await addPartnership(database.sql, "cedarholt");
    const form = submission();
    const send = () => startDocument(partnership.chair.actor, { partnershipId: partnership.id, kind }, form);
    const first = await send();
    expect(first.ok).toBe(true);
    expect(await send()).toEqual(first);
  });

  test("is for those who may edit, and the partnership is not there for others", async () => {
    const partnership = await addPartnership(database.sql, "dunwater");
    const elsewhere = await addPartnership(database.sql, "elmstead");
    for (const { role, person, mayEdit } of roles(partnership)) {
      if (mayEdit) continue;
      expect(await startDocument(person.actor, { partnershipId: partnership.id, kind }, submission()), role).toEqual({ ok: false, refusal: "not-permitted" });
    }
    expect(await startDocument(elsewhere.businessManager.actor, { partnershipId: partnership.id, kind }, submission())).toEqual({ ok: false, refusal: "not-found" });
    expect(await findOverview(elsewhere.businessManager.actor, partnership.id, kind)).toBeNull();
    expect(await listSections(database.sql, partnership.id)).toEqual([]);
    expect((await ledgerOf(database.sql, partnership.id)).counts).toEqual({});
  });
});
