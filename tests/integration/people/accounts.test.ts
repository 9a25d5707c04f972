import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findActivity } from "#app/domain/ledger/activity.server.ts";
import { countAccounts, findAccount, listAccounts } from "#app/domain/people/accounts.server.ts";
import { findPeopleView } from "#app/domain/people/people-view.server.ts";
import { startSession } from "#app/auth/session.server.ts";
import { as } from "#db/client.server.ts";
import { declaredGaps, documents, payloads, sections, signatures, versions } from "#db/schema/index.ts";
import { addAccount, addInvitation } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, addReadyDraft, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { freezeDraft } from "#tests/support/signing.ts";

let database: TestDatabase;
let administrator: TestPerson;
let partnership: TestPartnership;
let hidden: TestPerson;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-11-22T09:00:00Z");
  administrator = await addAccount(database.sql, "Marlow Quince", { administrator: true });
  partnership = await addPartnership(database.sql, "alderwick");
  hidden = partnership.delegate;
  await database.sql`update portal.people set name_withheld = true where id = ${hidden.personId}`;
});
afterAll(async () => {
  await database.close();
});

const list = (options: Parameters<typeof listAccounts>[1] = {}) => listAccounts(administrator.actor, options);

describe("the accounts of the installation", () => {
  test("are found by part of a name or address, in any case", async () => {
    expect((await list({ search: "HAZEL" })).accounts.map(({ name }) => name)).toEqual([partnership.chair.name]);
    expect((await list({ search: partnership.chair.email.slice(0, 12) })).total).toBe(1);
    expect(await list({ search: "nobody%_" })).toMatchObject({ accounts: [], total: 0, page: 1, pages: 1 });
  });

  test("show how each stands: state, second factor, last sign-in, invitation, where", async () => {
    const account = await addAccount(database.sql, "Rowan Tallis");
    await startSession(new Request("http://localhost/"), account.personId, "password+totp", true);
    expect(await findAccount(administrator.actor, account.personId)).toEqual({
      personId: account.personId, name: "Rowan Tallis", email: account.email, suspended: false, hasPassword: true, hasSecondFactor: true, administrator: false,
      lastSignedInAt: "2026-11-22T09:00:00Z", invitedUntil: null, factorReset: null, places: [],
    });
    const seat = partnership.seats[0];
    if (!seat) throw new Error("no seat");
    await addInvitation(database.sql, seat.leadAppointmentId);
    expect(await findAccount(administrator.actor, seat.lead.personId)).toMatchObject({
      hasPassword: false, lastSignedInAt: null, invitedUntil: "2026-11-25T09:00:00Z", places: [{ slug: partnership.slug, name: partnership.name }],
    });
  });

  test("are filtered, and counted for the first page", async () => {
    const suspended = await addAccount(database.sql, "Sorrel Vane", { secondFactor: false });
    await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${suspended.personId}`;
    const names = async (filter: "suspended" | "administrators" | "no-second-factor" | "not-set-up") => (await list({ filter })).accounts.map(({ name }) => name);
    expect(await names("suspended")).toEqual(["Sorrel Vane"]);
    expect(await names("no-second-factor")).toEqual(["Sorrel Vane"]);
    expect(await names("administrators")).toEqual(["Marlow Quince"]);
    expect(await names("not-set-up")).toHaveLength(7);
    const counts = await countAccounts(administrator.actor);
    expect(counts).toMatchObject({ suspended: 1, notSetUp: 7, resets: 0, notSetUpIn: { [partnership.slug]: 7 } });
    expect(counts.accounts).toBe((await list()).total);
  });

  test("come in pages of fifty, and a page past the last is the last", async () => {
    for (let at = 0; at < 55; at += 1) await addPerson(database.sql, `Zeno Counted ${String(at)}`);
    const first = await list({ search: "Zeno Counted" });
    expect([first.accounts.length, first.total, first.page, first.pages]).toEqual([50, 55, 1, 2]);
    const second = await list({ search: "Zeno Counted", page: 2 });
    expect(second.accounts).toHaveLength(5);
    expect(await list({ search: "Zeno Counted", page: 99 })).toEqual(second);
    expect(new Set([...first.accounts, ...second.accounts].map(({ personId }) => personId)).size).toBe(55);
  });
});

describe("an administrator", () => {
  test("is not told a name that is withheld, nor can guess it by searching", async () => {
    const found = await findAccount(administrator.actor, hidden.personId);
    expect(found).toMatchObject({ name: null, email: `${hidden.email[0] ?? ""}•••@example.test` });
    for (const search of ["Delegate", "Rowan alder", "delegate.rowan"]) expect((await list({ search })).accounts.some(({ personId }) => personId === hidden.personId)).toBe(false);
    expect((await list({ search: hidden.email })).accounts.map(({ personId }) => personId)).toEqual([hidden.personId]);
    expect(JSON.stringify(await findPeopleView(administrator.actor, partnership.id))).not.toContain(hidden.name);
    expect(JSON.stringify(await findPeopleView(partnership.chair.actor, partnership.id))).toContain(hidden.name);
  });

  test("reads no draft, version, signature or activity, in the database either", async () => {
    await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
    await freezeDraft(database.sql, partnership);
    const counts = await as(administrator.actor, async ({ db }) => [
      await db.$count(documents), await db.$count(sections), await db.$count(declaredGaps), await db.$count(versions), await db.$count(payloads), await db.$count(signatures),
    ]);
    expect(counts).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await findActivity(administrator.actor, partnership.id, 1)).toBeNull();
  });

  test("cannot become somebody else: no session, password or second factor of another can be read or written", async () => {
    const attempts = [
      `insert into access.sessions (id, person_id, expires_at, strength) values ('${"a".repeat(64)}', '${partnership.chair.personId}', now() + interval '1 hour', 'password+totp')`,
      `select * from access.sessions`,
      `update access.accounts set password_hash = 'x' where person_id = '${partnership.chair.personId}'`,
      `update access.accounts set email = 'mine@example.test' where person_id = '${partnership.chair.personId}'`,
      `select * from access.accounts`,
      `select * from access.invitations`,
      `select * from access.recovery_codes`,
      `insert into access.password_resets (id, person_id, email, expires_at) values ('${"b".repeat(64)}', '${partnership.chair.personId}', 'mine@example.test', now() + interval '1 hour')`,
      `update access.factor_resets set confirmed_at = now()`,
      `select access.complete_factor_reset(gen_random_uuid(), 'x', 0)`,
      `select access.accept_invitation('${"c".repeat(64)}', 'x')`,
      `select ledger.append_as('person:${partnership.chair.personId}', '${partnership.id}', 'version.signed', 'x'::bytea)`,
    ];
    for (const statement of attempts) {
      const refused = as(administrator.actor, ({ db }) => db.execute(statement)).then(() => null, (error: unknown) => String(error instanceof Error ? (error.cause ?? error) : error));
      expect(await refused, statement).toContain("permission denied");
    }
  });
});

test("nobody else sees any account", async () => {
  for (const person of [partnership.chair, partnership.businessManager, partnership.scrutineer]) {
    expect((await listAccounts(person.actor)).total).toBe(0);
    expect(await findAccount(person.actor, partnership.chair.personId)).toBeNull();
    expect(await countAccounts(person.actor)).toMatchObject({ accounts: 0, notSetUpIn: {} });
  }
});
