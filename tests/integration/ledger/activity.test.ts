import { afterAll, beforeAll, expect, test } from "vitest";

import { entriesPerPage, findActivity, listRecentActivity } from "#app/domain/ledger/activity.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, addReadyDraft, type TestPartnership } from "#tests/support/partnership.ts";
import { freezeDraft, signEverySeat } from "#tests/support/signing.ts";

let database: TestDatabase;
let partnership: TestPartnership;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-09-01T09:00:00Z");
  partnership = await addPartnership(database.sql, "marlstone");
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
  await signEverySeat(partnership, (await freezeDraft(database.sql, partnership)).versionId);
});
afterAll(async () => {
  await database.close();
});

test("entries are in plain words, newest first, and the chain holds", async () => {
  const activity = await findActivity(partnership.scrutineer.actor, partnership.id, 1);
  const [council, icb, police] = partnership.seats;
  expect(activity).toMatchObject({ total: 5, page: 1, pages: 1, firstBreak: null });
  expect(activity?.lines.map((line) => `${line.author} ${line.text}`)).toEqual([
    `${police?.lead.name} completed the signatures: version 1 is approved`,
    `${police?.lead.name} signed version 1 for ${police?.organisation}`,
    `${icb?.lead.name} signed version 1 for ${icb?.organisation}`,
    `${council?.lead.name} signed version 1 for ${council?.organisation}`,
    `${partnership.businessManager.name} froze version 1 of the arrangements for signature`,
  ]);
});

test("it is for members: not for another partnership, nor for an administrator", async () => {
  const outside = await addPartnership(database.sql, "quarrydale");
  const administrator = await addPerson(database.sql, "Administrator Ivy", { administrator: true });
  for (const person of [outside.chair, administrator]) {
    expect(await findActivity(person.actor, partnership.id, 1)).toBeNull();
    expect((await listRecentActivity(person.actor, partnership.id, { days: 28, limit: 5 })).lines).toEqual([]);
  }
});

test("recent entries end where the days asked for begin", async () => {
  const recent = (days: number) => listRecentActivity(partnership.chair.actor, partnership.id, { days, limit: 3 });
  expect((await recent(28)).lines.map((line) => line.seq)).toEqual([5, 4, 3]);
  await database.setClock("2026-09-01T09:20:00Z");
  expect((await recent(0.01)).lines).toEqual([]);
  expect((await recent(1)).since).toEqual(new Date("2026-08-31T09:20:00Z"));
  await database.setClock("2026-09-01T09:00:00Z");
});

test("pages hold so many each; a page that is not there is null", async () => {
  for (let entry = 0; entry < entriesPerPage; entry += 1) await database.sql`select ledger.append(${partnership.id}, 'document.saved', convert_to('{}', 'UTF8'))`;
  const second = await findActivity(partnership.chair.actor, partnership.id, 2);
  expect(second).toMatchObject({ total: entriesPerPage + 5, pages: 2 });
  expect(second?.lines.map((line) => line.seq)).toEqual([5, 4, 3, 2, 1]);
  expect((await findActivity(partnership.chair.actor, partnership.id, 1))?.lines[0]?.author).toBe("The portal");
  expect(await findActivity(partnership.chair.actor, partnership.id, 3)).toBeNull();
});

test("an entry whose particulars were erased stays, and the chain with it", async () => {
  await database.sql`update ledger.payloads set body = null, erased_at = now() where chain = ${partnership.id} and seq = 2`;
  const second = await findActivity(partnership.chair.actor, partnership.id, 2);
  expect(second?.firstBreak).toBeNull();
  expect(second?.lines.find((line) => line.seq === 2)?.text).toBe("The particulars of this entry were erased.");
});

test("what somebody changed behind the portal's back is found at its place", async () => {
  await database.sql`update ledger.payloads set body = convert_to('{"type":"version.frozen"}', 'UTF8') where chain = ${partnership.id} and seq = 3`;
  expect((await findActivity(partnership.chair.actor, partnership.id, 1))?.firstBreak).toBe(3);
});
