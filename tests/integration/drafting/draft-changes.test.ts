import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { changedSections } from "#app/domain/documents/comparison.ts";
import { findDraftChanges } from "#app/domain/documents/draft-changes.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addReadyDraft, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { changeDraft, freezeDraft, signEverySeat } from "#tests/support/signing.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let count = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  count += 1;
  partnership = await addPartnership(database.sql, `town${String(count)}`);
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
});

const find = (asked: number | null = null, actor = partnership.businessManager.actor) => findDraftChanges(actor, partnership.id, "arrangements", asked);
const write = (body: string) => changeDraft(database.sql, partnership.id, { position: 0, body, note: "New words." });

describe("the draft beside a version", () => {
  test("there is nothing to compare with before the first freeze", async () => {
    expect(await find()).toEqual({ versions: [], since: null, comparison: null });
  });

  test("is compared with the newest, or the one asked for", async () => {
    await write("The first words of this section.");
    await freezeDraft(database.sql, partnership);
    await write("The second words of this section.");
    await freezeDraft(database.sql, partnership);
    await write("The second words of this whole section.");
    const changed = async (asked: number | null) => {
      const found = await find(asked);
      return [found?.since?.number, found?.comparison && changedSections(found.comparison).flatMap((each) => each.lines.map((line) => line.parts.filter((part) => part.change !== "same").map((part) => part.text.trim())))];
    };
    expect(await changed(null)).toEqual([2, [["whole"]]]);
    expect(await changed(1)).toEqual([1, [["first", "second", "whole"]]]);
    expect(await find(9)).toBeNull();
  });

  test("has today's names: a token filled anew is a change", async () => {
    await write("{{lead-partners}}");
    await freezeDraft(database.sql, partnership);
    const [seat] = partnership.seats;
    await database.sql`update portal.people set name = 'Rowan Newcomer' where id = ${seat?.lead.personId ?? ""}`;
    const found = await find();
    expect(found?.comparison?.facts.map(({ fact, after }) => [fact, after])).toEqual([[`Signs for ${seat?.organisation ?? ""}`, "Rowan Newcomer, Chief Executive"]]);
    expect(JSON.stringify(changedSections(found?.comparison ?? { before: 1, after: 2, facts: [], sections: [] }))).toContain("Rowan Newcomer");
  });

  test("a version taken down is not compared with", async () => {
    const { versionId } = await freezeDraft(database.sql, partnership);
    await signEverySeat(partnership, versionId);
    await publishVersion(partnership.businessManager.actor, { partnershipId: partnership.id, versionId }, submission());
    await takeDownVersion(partnership.businessManager.actor, { partnershipId: partnership.id, versionId, reason: "A detail was published by mistake." }, submission());
    expect(await find()).toEqual({ versions: [], since: null, comparison: null });
    expect(await find(1)).toBeNull();
  });

  test("is nobody else's business", async () => {
    const other = await addPartnership(database.sql, `other${String(count)}`);
    expect(await find(null, other.businessManager.actor)).toBeNull();
  });
});
