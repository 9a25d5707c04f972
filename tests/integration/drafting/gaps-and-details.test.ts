import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { declareGap } from "#app/domain/documents/declare-gap.server.ts";
import { findDetails, findOverview } from "#app/domain/documents/draft-queries.server.ts";
import { findItem } from "#app/domain/documents/freeze-queries.server.ts";
import { saveDetails } from "#app/domain/documents/save-details.server.ts";
import { saveSection } from "#app/domain/documents/save-section.server.ts";
import { withdrawGap } from "#app/domain/documents/withdraw-gap.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

import { draftRevision, ledgerOf, listSections, roles, startedDraft } from "./support.ts";

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
const declare = (itemId: string, reason = "There is none in the area.", person: TestPerson = partnership.chair) =>
  declareGap(person.actor, { partnershipId: partnership.id, kind, itemId, reason }, submission());
const withdraw = (itemId: string, person: TestPerson = partnership.chair) => withdrawGap(person.actor, { partnershipId: partnership.id, kind, itemId }, submission());
const rowOf = async (itemId: string) => {
  const overview = await findOverview(partnership.chair.actor, partnership.id, kind);
  return overview?.started ? overview.coverage.find((row) => row.itemId === itemId) : undefined;
};

describe("declaring that an item is not covered", () => {
  test("a should item, its reason changed, then withdrawn", async () => {
    const before = await draftRevision(database.sql, partnership.id);
    expect(await declare("custody-residential")).toEqual({ ok: true, value: { title: "Youth custody and residential homes" } });
    expect(await declare("custody-residential", "None is planned either.")).toMatchObject({ ok: true });
    expect((await rowOf("custody-residential"))?.notCovered).toBe("None is planned either.");
    expect(await findItem(partnership.scrutineer.actor, partnership.id, kind, "custody-residential")).toMatchObject({ gap: { declaredBy: partnership.chair.name } });
    expect(await withdraw("custody-residential")).toMatchObject({ ok: true });
    expect(await withdraw("custody-residential")).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect((await rowOf("custody-residential"))?.notCovered).toBeNull();
    expect(await draftRevision(database.sql, partnership.id)).toBe(before + 3);
    expect((await ledgerOf(database.sql, partnership.id)).counts).toMatchObject({ "gap.declared": 2, "gap.withdrawn": 1 });
  });

  test("a must item cannot be, nor an item that is not there, nor one that a section covers", async () => {
    expect(await declare("needs")).toEqual({ ok: false, refusal: "must-items-cannot-be-gaps" });
    expect(await declare("child-protection-teams")).toEqual({ ok: false, refusal: "must-items-cannot-be-gaps" });
    expect(await declare("invented")).toEqual({ ok: false, refusal: "not-found" });
    const sections = await listSections(database.sql, partnership.id);
    const education = sections.find((section) => section.items.includes("education"));
    if (!education) throw new Error("no section");
    await saveSection(partnership.chair.actor, { partnershipId: partnership.id, kind, sectionId: education.id, revision: 1, title: education.title, body: "Schools.", items: ["education"] }, submission());
    expect(await declare("education")).toEqual({ ok: false, refusal: "item-covered", detail: "Section 10 covers “Education and childcare settings”." });
  });

  test("the database refuses a must item too", async () => {
    const insert = database.sql`
      insert into portal.declared_gaps (document_id, partnership_id, item_id, reason)
      select id, partnership_id, 'needs', 'Because we say so.' from portal.documents where partnership_id = ${partnership.id}`;
    await expect(insert).rejects.toMatchObject({ constraint_name: "declared_gaps_should_only" });
  });

  test("a covering section takes precedence over a stated gap", async () => {
    await declare("funding");
    const funding = (await listSections(database.sql, partnership.id)).find((section) => section.items.includes("funding"));
    if (!funding) throw new Error("no section");
    await saveSection(partnership.chair.actor, { partnershipId: partnership.id, kind, sectionId: funding.id, revision: 1, title: funding.title, body: "Money.", items: ["funding"] }, submission());
    expect(await rowOf("funding")).toMatchObject({ sections: [15], notCovered: null });
    expect(await withdraw("funding")).toMatchObject({ ok: true });
  });

  test("is for those who may edit", async () => {
    const elsewhere = await startedDraft(database.sql, "birchmere");
    for (const { role, person, mayEdit } of roles(partnership)) {
      expect(await declare("review", "Not needed here.", person), role).toMatchObject(mayEdit ? { ok: true } : { ok: false, refusal: "not-permitted" });
      if (!mayEdit) expect(await withdraw("review", person), role).toEqual({ ok: false, refusal: "not-permitted" });
    }
    expect(await declare("review", "Not needed here.", elsewhere.chair)).toEqual({ ok: false, refusal: "not-found" });
    expect(await withdraw("review", elsewhere.chair)).toEqual({ ok: false, refusal: "not-found" });
    expect(await findItem(elsewhere.chair.actor, partnership.id, kind, "review")).toBeNull();
  });
});

describe("details", () => {
  const details = { title: "Working together in Alderwick", inForceFrom: "2026-09-01", nextReviewOn: "2027-09-01", changeNote: null };
  const save = (stamp: string, change: Partial<typeof details> = {}, person: TestPerson = partnership.chair) =>
    saveDetails(person.actor, { partnershipId: partnership.id, kind, stamp, details: { ...details, ...change } }, submission());
  const stored = async () => {
    const found = await findDetails(partnership.chair.actor, partnership.id, kind);
    if (!found) throw new Error("no details");
    return found;
  };

  test("are saved, and a save of a section in between does not make them stale", async () => {
    const { stamp } = await stored();
    const [section] = await listSections(database.sql, partnership.id);
    if (!section) throw new Error("no section");
    await saveSection(partnership.delegate.actor, { partnershipId: partnership.id, kind, sectionId: section.id, revision: section.revision, title: section.title, body: "Meanwhile.", items: section.items }, submission());
    expect(await save(stamp)).toEqual({ ok: true, value: { changed: true } });
    expect(await stored()).toMatchObject({ ...details, frozenBefore: false });
    expect((await ledgerOf(database.sql, partnership.id)).counts["document.saved"]).toBe(1);
  });

  test("are refused as stale when somebody saved others; the same again changes nothing", async () => {
    const { stamp } = await stored();
    expect(await save(stamp, { title: "Theirs" }, partnership.delegate)).toMatchObject({ ok: true });
    expect(await save(stamp, { title: "Mine" })).toEqual({ ok: false, refusal: "stale" });
    expect((await stored()).title).toBe("Theirs");
    expect(await save(stamp, { title: "Theirs" })).toEqual({ ok: true, value: { changed: false } });
    expect(await save((await stored()).stamp, { title: "Mine" })).toEqual({ ok: true, value: { changed: true } });
  });

  test("are for those who may edit", async () => {
    const { stamp } = await stored();
    for (const { role, person, mayEdit } of roles(partnership)) {
      if (!mayEdit) expect(await save(stamp, { title: "No" }, person), role).toEqual({ ok: false, refusal: "not-permitted" });
    }
    const elsewhere = await startedDraft(database.sql, "cedarholt");
    expect(await save(stamp, { title: "No" }, elsewhere.chair)).toEqual({ ok: false, refusal: "not-found" });
    expect(await findDetails(elsewhere.chair.actor, partnership.id, kind)).toBeNull();
  });
});
