import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { removeSection } from "#app/domain/documents/remove-section.server.ts";
import { saveSection, type SaveSectionInput } from "#app/domain/documents/save-section.server.ts";
import { findConflict, findPreview, findSection } from "#app/domain/documents/section-queries.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { editTogether } from "#tests/support/editing.ts";
import { addPartnership, submission, type TestPartnership } from "#tests/support/partnership.ts";

import { draftRevision, ledgerOf, listSections, roles, sectionAt, startedDraft, type StoredSection } from "./support.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});

const kind = "arrangements" as const;
const inputFor = (partnership: TestPartnership, section: StoredSection, change: Partial<SaveSectionInput> = {}): SaveSectionInput => ({
  partnershipId: partnership.id,
  kind,
  sectionId: section.id,
  revision: section.revision,
  title: section.title,
  body: "Words.",
  items: section.items,
  ...change,
});

async function revisionsOf(sectionId: string): Promise<{ revision: number; body: string; saved_by: string }[]> {
  return database.sql`select revision, body, saved_by from portal.section_revisions where section_id = ${sectionId} order by revision`;
}

describe("saving a section", () => {
  test("stores it, keeps the revision, counts the change and writes the ledger", async () => {
    const partnership = await startedDraft(database.sql, "alderwick");
    const section = await sectionAt(database.sql, partnership.id, 0);
    const input = inputFor(partnership, section, { title: "Early help", body: "We listen.", items: ["threshold", "needs", "needs"] });
    const outcome = await saveSection(partnership.delegate.actor, input, submission());
    expect(outcome).toEqual({ ok: true, value: { revision: 2, changed: true } });
    // Items once each, in the edition's order.
    expect(await sectionAt(database.sql, partnership.id, 0)).toMatchObject({ title: "Early help", body: "We listen.", items: ["needs", "threshold"], revision: 2 });
    expect(await revisionsOf(section.id)).toEqual([
      { revision: 1, body: "", saved_by: partnership.businessManager.personId },
      { revision: 2, body: "We listen.", saved_by: partnership.delegate.personId },
    ]);
    expect(await draftRevision(database.sql, partnership.id)).toBe(2);
    expect(await ledgerOf(database.sql, partnership.id)).toEqual({ counts: { "document.started": 1, "section.saved": 1 }, broken: null });
  });

  test("a stale save is refused, writes nothing, and both texts can be shown", async () => {
    const partnership = await startedDraft(database.sql, "birchmere");
    const section = await sectionAt(database.sql, partnership.id, 3);
    await saveSection(partnership.delegate.actor, inputFor(partnership, section, { body: "The three leads." }), submission());
    const mine = inputFor(partnership, section, { body: "The four leads.", title: "Leads", items: ["needs"] });
    expect(await saveSection(partnership.chair.actor, mine, submission())).toEqual({ ok: false, refusal: "stale" });
    expect(await revisionsOf(section.id)).toHaveLength(2);
    expect(await draftRevision(database.sql, partnership.id)).toBe(2);
    expect((await ledgerOf(database.sql, partnership.id)).counts["section.saved"]).toBe(1);

    const conflict = await findConflict(partnership.chair.actor, mine, mine);
    expect(conflict).toMatchObject({
      theirs: { body: "The three leads.", revision: 2, savedBy: partnership.delegate.name, removed: false },
      items: { theirs: ["Lead safeguarding partners"], mine: ["Identifying and responding to need"] },
      body: [{ parts: [{ change: "same", text: "The " }, { change: "removed", text: "three" }, { change: "added", text: "four" }, { change: "same", text: " leads." }] }],
    });
    expect(await saveSection(partnership.chair.actor, { ...mine, revision: 2 }, submission())).toMatchObject({ ok: true, value: { revision: 3 } });
    expect((await revisionsOf(section.id)).map((row) => row.body)).toEqual(["", "The three leads.", "The four leads."]);
  });

  test("what is stored word for word needs no new revision, however old the form", async () => {
    const partnership = await startedDraft(database.sql, "cedarholt");
    const section = await sectionAt(database.sql, partnership.id, 0);
    await saveSection(partnership.chair.actor, inputFor(partnership, section), submission());
    expect(await saveSection(partnership.delegate.actor, inputFor(partnership, section), submission())).toEqual({ ok: true, value: { revision: 2, changed: false } });
    expect(await draftRevision(database.sql, partnership.id)).toBe(2);
  });

  test("the same form twice is one save; the same key with other words is refused", async () => {
    const partnership = await startedDraft(database.sql, "dunwater");
    const section = await sectionAt(database.sql, partnership.id, 0);
    const form = submission({ body: "Words." });
    const both = await Promise.all([1, 2].map(() => saveSection(partnership.chair.actor, inputFor(partnership, section), form)));
    expect(both).toEqual([{ ok: true, value: { revision: 2, changed: true } }, { ok: true, value: { revision: 2, changed: true } }]);
    expect(await saveSection(partnership.chair.actor, inputFor(partnership, section, { body: "Other." }), { ...form, fields: { body: "Other." } })).toEqual({ ok: false, refusal: "form-already-used" });
    expect(await revisionsOf(section.id)).toHaveLength(2);
  });

  test("an item the edition does not know is refused", async () => {
    const partnership = await startedDraft(database.sql, "elmstead");
    const section = await sectionAt(database.sql, partnership.id, 0);
    expect(await saveSection(partnership.chair.actor, inputFor(partnership, section, { items: ["needs", "invented"] }), submission())).toEqual({ ok: false, refusal: "unknown-item" });
  });

  test.each(["not a uuid", "00000000-0000-4000-8000-000000000000"])("a section that is not there (%s) is not found", async (sectionId) => {
    const partnership = await startedDraft(database.sql, `f${String(sectionId.length)}ield`);
    const section = await sectionAt(database.sql, partnership.id, 0);
    expect(await saveSection(partnership.chair.actor, inputFor(partnership, section, { sectionId }), submission())).toEqual({ ok: false, refusal: "not-found" });
    expect(await findSection(partnership.chair.actor, partnership.id, kind, sectionId)).toBeNull();
    expect(await findPreview(partnership.chair.actor, partnership.id, kind, sectionId)).toBeNull();
  });

  test("a section somebody removed keeps both texts, and comes back only when asked", async () => {
    const partnership = await startedDraft(database.sql, "gorsedale");
    const section = await sectionAt(database.sql, partnership.id, 0);
    await removeSection(partnership.delegate.actor, { partnershipId: partnership.id, kind, sectionId: section.id, revision: 1 }, submission());
    const mine = inputFor(partnership, section, { body: "Much work." });
    expect(await saveSection(partnership.chair.actor, mine, submission())).toEqual({ ok: false, refusal: "section-removed" });
    expect(await findConflict(partnership.chair.actor, mine, mine)).toMatchObject({ theirs: { removed: true, revision: 2, savedBy: partnership.delegate.name } });
    expect(await saveSection(partnership.chair.actor, { ...mine, restore: true }, submission())).toEqual({ ok: false, refusal: "stale" });
    expect(await saveSection(partnership.chair.actor, { ...mine, restore: true, revision: 2 }, submission())).toMatchObject({ ok: true });
    expect((await listSections(database.sql, partnership.id)).at(-1)).toMatchObject({ body: "Much work.", removed: false, position: 24, revision: 3 });
    expect((await ledgerOf(database.sql, partnership.id)).counts).toMatchObject({ "section.removed": 1, "section.restored": 1 });
  });

  test("each role by the permission table; another partnership sees nothing", async () => {
    const partnership = await startedDraft(database.sql, "hartsop");
    const elsewhere = await addPartnership(database.sql, "ivelbridge");
    for (const { role, person, mayEdit } of roles(partnership)) {
      const section = await sectionAt(database.sql, partnership.id, 0);
      const outcome = await saveSection(person.actor, inputFor(partnership, section, { body: `By the ${role}.` }), submission());
      expect(outcome, role).toMatchObject(mayEdit ? { ok: true } : { ok: false, refusal: "not-permitted" });
    }
    const section = await sectionAt(database.sql, partnership.id, 0);
    const stranger = elsewhere.businessManager;
    expect(await saveSection(stranger.actor, inputFor(partnership, section, { body: "Theirs." }), submission())).toEqual({ ok: false, refusal: "not-found" });
    // With their own partnership's identifier, the other's section is still not theirs.
    expect(await saveSection(stranger.actor, { ...inputFor(partnership, section), partnershipId: elsewhere.id }, submission())).toEqual({ ok: false, refusal: "not-found" });
    expect(await findSection(stranger.actor, partnership.id, kind, section.id)).toBeNull();
    expect(await findConflict(stranger.actor, { partnershipId: partnership.id, kind, sectionId: section.id }, { title: "", body: "", items: [] })).toBeNull();
  });
});

describe("editors at once", () => {
  test.each([{ editors: 2, saves: 200 }, { editors: 5, saves: 40 }])("$editors with $saves saves each: every accepted one is kept, every stale one refused, nothing is lost", async ({ editors, saves }) => {
    const partnership = await startedDraft(database.sql, `juniper-${String(editors)}`);
    const { id: sectionId } = await sectionAt(database.sql, partnership.id, 0);
    const { accepted, kept, stale, others } = await editTogether(database.sql, partnership, { sectionId, editors, saves });

    expect(others).toEqual([]);
    expect(accepted.length + stale).toBe(editors * saves);
    expect(stale).toBeGreaterThan(0);
    expect(kept).toEqual(accepted);
    expect(accepted.map(({ revision }) => revision)).toEqual(accepted.map((_save, at) => at + 2));
    expect(await draftRevision(database.sql, partnership.id)).toBe(1 + accepted.length);
    expect(await ledgerOf(database.sql, partnership.id)).toEqual({ counts: { "document.started": 1, "section.saved": accepted.length }, broken: null });
  });
});
