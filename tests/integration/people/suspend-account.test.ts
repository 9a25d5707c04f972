import { afterAll, beforeAll, expect, test } from "vitest";

import { findAccount, listAccounts } from "#app/domain/people/accounts.server.ts";
import { setAccountSuspended } from "#app/domain/people/suspend-account.server.ts";
import { as, SessionEnded } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, addSession, submission, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let administrator: TestPerson;
beforeAll(async () => {
  database = await freshDatabase();
  administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
});
afterAll(async () => {
  await database.close();
});

const suspend = (by: TestPerson, { personId }: TestPerson, suspended = true) => setAccountSuspended(by.actor, { personId, suspended }, submission());

test("a suspended account is out at once, also its other sessions, and stays out until restored", async () => {
  const { businessManager } = await addPartnership(database.sql, "nettleham");
  const elsewhere = await addSession(database.sql, businessManager.personId);
  const works = (actor: TestPerson["actor"]) => as(actor, (tx) => Promise.resolve(tx.me.name));
  expect(await works(businessManager.actor)).toBe(businessManager.name);
  expect(await suspend(administrator, businessManager)).toEqual({ ok: true, value: { suspended: true } });
  await expect(works(businessManager.actor)).rejects.toThrow(SessionEnded);
  await expect(works(elsewhere.actor)).rejects.toThrow(SessionEnded);
  const later = await addSession(database.sql, businessManager.personId);
  await expect(works(later.actor)).rejects.toThrow(SessionEnded);
  expect(await suspend(administrator, businessManager)).toMatchObject({ refusal: "nothing-to-change" });
  expect(await findAccount(administrator.actor, businessManager.personId)).toMatchObject({ suspended: true });
  expect(await suspend(administrator, businessManager, false)).toEqual({ ok: true, value: { suspended: false } });
  expect(await works(later.actor)).toBe(businessManager.name);
  const rows = await database.sql<{ type: string }[]>`select type from ledger.entries where chain = 'installation' order by seq`;
  expect(rows.map((row) => row.type)).toEqual(["account.suspended", "account.restored"]);
});

test("nobody suspends their own account, and only an administrator anybody's", async () => {
  const partnership = await addPartnership(database.sql, "oakmere");
  const lead = partnership.seats[0]?.lead;
  if (!lead) throw new Error("no lead");
  expect(await suspend(administrator, administrator)).toEqual({ ok: false, refusal: "own-account" });
  for (const person of [lead, partnership.delegate, partnership.chair, partnership.businessManager, partnership.scrutineer]) {
    expect(await suspend(person, partnership.chair)).toEqual({ ok: false, refusal: "not-found" });
    expect((await listAccounts(person.actor)).accounts).toEqual([]);
  }
  const [row] = await database.sql`select count(*)::int as suspended from access.accounts where suspended_at is not null`;
  expect(row?.suspended).toBe(0);
});
