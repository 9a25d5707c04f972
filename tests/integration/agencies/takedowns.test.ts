import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { findAgency } from "#app/domain/agencies/queries.server.ts";
import { recordAgency } from "#app/domain/agencies/record-agency.server.ts";
import { eraseLists, proposeListErasure } from "#app/domain/agencies/takedowns/erase-lists.server.ts";
import { publishListAgain } from "#app/domain/agencies/takedowns/publish-list-again.server.ts";
import { isListHeld, listTakedowns } from "#app/domain/agencies/takedowns/queries.server.ts";
import { takeDownList } from "#app/domain/agencies/takedowns/take-down-list.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { findAgencyList, listNaming, listTakenDownNaming } from "#app/domain/publication/agency-list.server.ts";
import { as } from "#db/client.server.ts";
import { body, membership, nameOne } from "#tests/support/agencies.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, addPerson, addRepresentative, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let refuge: string;
let made = 0;

const reason = "An entry showed what puts people at risk.";

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-09-07T09:00:00Z");
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
  refuge = await nameOne(ours, { legalName: "The refuge at Heron House" }, { category: "charity", inclusion: "voluntary" });
});

const down = (who: TestPerson = ours.scrutineer, sent = submission()) => takeDownList(who.actor, { partnershipId: ours.id, reason }, sent);
const again = (who: TestPerson = ours.chair) => publishListAgain(who.actor, { partnershipId: ours.id }, submission());
const rename = async (legalName: string) => {
  const stored = await findAgency(ours.chair.actor, ours.id, refuge);
  return recordAgency(ours.chair.actor, { partnershipId: ours.id, membershipId: refuge, revision: stored?.revision ?? 0, body: body({ legalName }), membership: membership({ category: "charity", inclusion: "voluntary", reason: "It keeps families safe." }), repeated: false }, submission());
};
const publicWords = async () => {
  const rows = await as({ kind: "public" }, (tx) => tx.db.execute<{ words: string }>(raw`select convert_from(b.body, 'UTF8') as words from publication.bodies b join publication.publications p on p.id = b.publication_id where p.slug = ${ours.slug} and p.kind = 'agencies' order by p.number`));
  return rows.map((row) => row.words);
};
const stored = async () => (await database.sql<{ held: boolean; sha256: string }[]>`select b.body is not null as held, b.sha256 from publication.bodies b join publication.publications p on p.id = b.publication_id where p.partnership_id = ${ours.id} and p.kind = 'agencies' order by p.number`).map((row) => ({ ...row }));
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'agencies.%' order by seq`).map((row) => row.type);

describe("taking a list down", () => {
  test("hides it and every list before it from the public role at once; one person is enough, sent twice it is done once", async () => {
    need(await rename("Heron House refuge"));
    expect(await publicWords()).toHaveLength(2);
    const sent = submission();
    const outcome = await down(ours.scrutineer, sent);
    expect(await down(ours.scrutineer, sent)).toEqual(outcome);
    expect(outcome.ok).toBe(true);
    expect(await publicWords()).toEqual([]);
    const list = await findAgencyList(ours.slug);
    expect(list).toMatchObject({ number: 2, outline: null, takenDown: { reason } });
    // The hash stays listed; it is of words with a salt, so that it gives nothing away.
    expect(list?.facts.outlineSha256).toBe((await stored())[1]?.sha256);
    expect(JSON.stringify(list)).not.toMatch(/Heron/);
    expect(await down()).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect((await ledger()).slice(-1)).toEqual(["agencies.taken-down"]);
    expect((await stored()).map((row) => row.held)).toEqual([true, true]);
    const told = await database.sql<{ name: string }[]>`select p.name from portal.messages m join portal.people p on p.id = m.person_id where m.partnership_id = ${ours.id} and m.kind = 'agencies-taken-down'`;
    expect(told).toHaveLength(6);
  });

  test("leaves an agency’s page to those whose lists stand, and says so when none does", async () => {
    const { agencyId = "" } = (await findAgency(ours.chair.actor, ours.id, refuge)) ?? {};
    await database.sql`update portal.agencies set organisation_code = ${`HH${String(made)}00`} where id = ${agencyId}`;
    need(await down());
    expect(await listNaming(agencyId)).toEqual([]);
    expect(await listTakenDownNaming(agencyId)).toMatchObject([{ partnership: { slug: ours.slug }, takenDown: { reason } }]);
    await nameOne(theirs, { legalName: "Anything", organisationCode: `HH${String(made)}00` });
    expect((await listNaming(agencyId)).map(({ partnership }) => partnership.slug)).toEqual([theirs.slug]);
    expect(await listTakenDownNaming("nothing")).toEqual([]);
  });

  test("is refused where nothing was published, and to those who may not", async () => {
    expect(await takeDownList(theirs.chair.actor, { partnershipId: theirs.id, reason }, submission())).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await down(theirs.chair)).toEqual({ ok: false, refusal: "not-found" });
    expect(await down(await addRepresentative(database.sql, ours.id, "agency-contact"))).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await publicWords()).toHaveLength(1);
    const administrator = await addPerson(database.sql, "Admin Aspen", { administrator: true });
    expect(await down(administrator)).toMatchObject({ ok: true });
    expect(await publicWords()).toEqual([]);
  });
});

describe("after that", () => {
  test("nothing is published by a change, until somebody says that it was put right", async () => {
    need(await down());
    expect(await isListHeld(ours.chair.actor, ours.id)).toBe(true);
    need(await rename("A family charity"));
    await nameOne(ours, { legalName: "Otter Brook School" });
    expect([await publicWords(), await ledger()]).toEqual([[], ["agencies.named", "agencies.published", "agencies.taken-down", "agencies.named"]]);
    expect((await getHomeFacts(ours.chair.actor, ours.id)).takedowns).toMatchObject([{ on: "2026-09-07", holds: true, erasure: null }]);
    for (const person of [ours.seats[0]?.lead, ours.scrutineer]) expect(person && (await again(person))).toEqual({ ok: false, refusal: "not-permitted" });
    need(await again());
    expect(await again()).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await findAgencyList(ours.slug)).toMatchObject({ number: 2, takenDown: null, facts: { counts: { named: 2 } } });
    expect((await publicWords()).join("")).toMatch(/A family charity/);
    expect((await publicWords()).join("")).not.toMatch(/Heron/);
    expect((await ledger()).slice(-2)).toEqual(["agencies.put-right", "agencies.published"]);
    need(await rename("A charity for families"));
    expect(await findAgencyList(ours.slug)).toMatchObject({ number: 3, takenDown: null });
    expect(await listTakedowns(ours.chair.actor, ours.id)).toMatchObject([{ reason, holds: false, erased: false }]);
  });

  test("two people erase what is stored; the hashes, the numbers and a later list stand", async () => {
    const { takedownId } = need(await down());
    need(await again());
    const before = await stored();
    const at = { partnershipId: ours.id, takedownId };
    expect(await eraseLists(ours.chair.actor, at, submission())).toEqual({ ok: false, refusal: "second-person-needed" });
    need(await proposeListErasure(ours.chair.actor, at, submission()));
    expect(await proposeListErasure(ours.delegate.actor, at, submission())).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await eraseLists(ours.chair.actor, at, submission())).toEqual({ ok: false, refusal: "second-person-needed" });
    const { actor } = await addSession(database.sql, ours.delegate.personId, { confirmed: false });
    expect(await eraseLists(actor, at, submission())).toEqual({ ok: false, refusal: "identity-not-confirmed" });
    expect(await eraseLists(theirs.chair.actor, at, submission())).toEqual({ ok: false, refusal: "not-found" });
    const sent = submission();
    expect([await eraseLists(ours.delegate.actor, at, sent), await eraseLists(ours.delegate.actor, at, sent)]).toEqual([{ ok: true, value: null }, { ok: true, value: null }]);
    expect(await eraseLists(ours.businessManager.actor, at, submission())).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await stored()).toEqual(before.map((row, place) => ({ ...row, held: place > 0 })));
    expect((await publicWords()).join("")).toContain("Heron");
    expect((await ledger()).slice(-2)).toEqual(["agencies.erasure-proposed", "agencies.erased"]);
    expect((await listTakedowns(ours.chair.actor, ours.id))[0]).toMatchObject({ erased: true });
  });

  test("a second takedown erases those of the first as well, and a takedown is never undone", async () => {
    const first = need(await down());
    need(await again());
    const second = need(await down(ours.businessManager));
    expect((await listTakedowns(ours.chair.actor, ours.id)).map(({ id, holds }) => [id, holds])).toEqual([[second.takedownId, true], [first.takedownId, false]]);
    for (const { takedownId } of [first, second]) {
      need(await proposeListErasure(ours.chair.actor, { partnershipId: ours.id, takedownId }, submission()));
      need(await eraseLists(ours.delegate.actor, { partnershipId: ours.id, takedownId }, submission()));
    }
    expect((await stored()).map((row) => row.held)).toEqual([false, false]);
    await expect(database.sql`delete from portal.agency_list_takedowns where partnership_id = ${ours.id}`).rejects.toThrow();
    await expect(database.sql`update portal.agency_list_takedowns set reason = 'Another one' where partnership_id = ${ours.id}`).rejects.toThrow();
  });

  test("the bytes of a list that was not erased cannot be removed", async () => {
    await expect(database.sql`update publication.bodies b set body = null from publication.publications p where p.id = b.publication_id and p.partnership_id = ${ours.id}`).rejects.toThrow();
  });
});
