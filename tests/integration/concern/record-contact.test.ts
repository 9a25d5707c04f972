import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { ConcernContact } from "#app/domain/concern/contact.ts";
import { listAreaContacts } from "#app/domain/concern/queries.server.ts";
import { recordContact } from "#app/domain/concern/record-contact.server.ts";
import { findActivity } from "#app/domain/ledger/activity.server.ts";
import { findDirectory } from "#app/domain/publication/queries.server.ts";
import { findUpdates } from "#app/domain/publication/updates.server.ts";
import { as } from "#db/client.server.ts";
import { concernContacts } from "#db/schema/index.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPerson, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { addPublicPartnership, republishDirectory } from "#tests/support/publication.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let administrator: TestPerson;
let areaCode: string;
const contact: ConcernContact = { service: "Alderwick front door", phone: "01632960001", outOfHoursPhone: "08081570001", webPage: "https://www.alderwick.example/report" };

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-10-05T09:00:00Z");
  ours = await addPublicPartnership(database, "alderwick", ["local-authority", "local-authority", "icb", "police"]);
  theirs = await addPublicPartnership(database, "birchmere");
  administrator = await addPerson(database.sql, "Admin Aspen", { administrator: true });
  areaCode = (await listAreaContacts(ours.businessManager.actor, ours.id))[0]?.areaCode ?? "";
});
afterAll(() => database.close());

const record = (person: Pick<TestPerson, "actor">, revision: number, changes: Partial<Parameters<typeof recordContact>[1]> = {}, sent = submission()) =>
  recordContact(person.actor, { partnershipId: ours.id, areaCode, revision, contact, ...changes }, sent);
const revisions = async () => (await database.sql<{ revision: number }[]>`select revision from portal.concern_contacts where partnership_id = ${ours.id} order by revision`).map((row) => row.revision);
const published = async () => (await findDirectory("alderwick"))?.facts.contacts;

/** Everybody signs in anew. */
async function aMonthLater(): Promise<void> {
  await database.setClock("2026-11-05T09:00:00Z");
  for (const person of [ours.chair, ours.businessManager, theirs.businessManager, administrator]) Object.assign(person, await addSession(database.sql, person.personId));
}

describe("whom the public calls about a child", () => {
  test("nobody but a delegate, the chair and the business manager records it", async () => {
    const lead = ours.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    for (const person of [lead, ours.scrutineer, administrator]) expect(await record(person, 0)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await record(theirs.businessManager, 0)).toEqual({ ok: false, refusal: "not-found" });
    expect(await revisions()).toEqual([]);
    expect(await published()).toEqual([]);
  });

  test("is written, recorded in the ledger and published at once, as checked today", async () => {
    expect(await record(ours.delegate, 0)).toEqual({ ok: true, value: { revision: 1 } });
    expect(await published()).toEqual([{ areaCode, ...contact, checkedOn: "2026-10-05" }]);
    const [entry] = await database.sql<{ type: string; body: string }[]>`
      select e.type, convert_from(p.body, 'UTF8') as body from ledger.entries e join ledger.payloads p using (chain, seq) where e.partnership_id = ${ours.id} order by e.seq desc limit 1`;
    expect(entry?.type).toBe("concern-contact.recorded");
    expect(JSON.parse(entry?.body ?? "")).toEqual({ type: "concern-contact.recorded", areaCode, revision: 1 });
    const activity = await findActivity(ours.chair.actor, ours.id, 1);
    expect(activity?.lines[0]).toMatchObject({ author: ours.delegate.name, text: `recorded whom to call about a child in the area ${areaCode}` });
    const updates = await findUpdates("alderwick");
    expect(updates?.updates.find((update) => update.title.startsWith("How to report"))).toMatchObject({ title: "How to report a concern: changed", lines: ["Alderwick Council 1: the council’s numbers were added."], path: "/partnerships/alderwick/report-a-concern" });
  });

  test("sent twice, it is done once; from an old page, not at all", async () => {
    const sent = submission({ revision: 1 });
    await aMonthLater();
    const { chair } = ours;
    const again = { contact: { ...contact, phone: "01632960002" } };
    expect(await record(chair, 1, again, sent)).toEqual({ ok: true, value: { revision: 2 } });
    expect(await record(chair, 1, again, sent)).toEqual({ ok: true, value: { revision: 2 } });
    expect(await record(ours.businessManager, 1)).toEqual({ ok: false, refusal: "stale" });
    expect(await record(ours.businessManager, 0)).toEqual({ ok: false, refusal: "stale" });
    expect(await revisions()).toEqual([1, 2]);
    expect(await published()).toEqual([{ areaCode, ...again.contact, checkedOn: "2026-11-05" }]);
  });

  test("stays when somebody else publishes the directory, an administrator too", async () => {
    await republishDirectory(ours);
    expect(await published()).toHaveLength(1);
    expect(await listAreaContacts(administrator.actor, ours.id)).toHaveLength(2);
  });

  test("is kept for areas of the partnership only, and taken away only where there is something", async () => {
    const elsewhere = (await listAreaContacts(theirs.businessManager.actor, theirs.id))[0]?.areaCode ?? "";
    expect(await record(ours.businessManager, 0, { areaCode: elsewhere })).toEqual({ ok: false, refusal: "not-found" });
    const second = (await listAreaContacts(ours.businessManager.actor, ours.id))[1]?.areaCode ?? "";
    expect(await record(ours.businessManager, 0, { areaCode: second, contact: null })).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await record(ours.businessManager, 2, { contact: null })).toEqual({ ok: true, value: { revision: 3 } });
    expect(await published()).toEqual([]);
    expect((await listAreaContacts(ours.businessManager.actor, ours.id))[0]).toMatchObject({ revision: 3, contact: null });
    const [entry] = await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} order by seq desc limit 1`;
    expect(entry?.type).toBe("concern-contact.removed");
  });

  test("the database alone refuses another's name, another's area, another day, and any change", async () => {
    const [area] = await listAreaContacts(ours.businessManager.actor, ours.id);
    const [foreign] = await listAreaContacts(theirs.businessManager.actor, theirs.id);
    const insert = (changes: Record<string, string>) =>
      as(ours.businessManager.actor, (tx) =>
        tx.db.insert(concernContacts).values({ partnershipId: ours.id, areaId: area?.areaId ?? "", revision: 9, service: "Front door", phone: "01632960001", recordedBy: ours.businessManager.personId, ...changes }),
      );
    const constraint = (name: string) => ({ cause: expect.objectContaining({ constraint_name: name }) as unknown });
    await expect(insert({ recordedBy: ours.chair.personId })).rejects.toMatchObject(constraint("concern_contacts_own_name"));
    await expect(insert({ checkedOn: "2026-01-01" })).rejects.toMatchObject(constraint("concern_contacts_own_name"));
    await expect(insert({ areaId: foreign?.areaId ?? "" })).rejects.toMatchObject(constraint("concern_contacts_own_area"));
    await expect(database.sql`update portal.concern_contacts set phone = '01632960009'`).rejects.toThrow();
    await expect(database.sql`delete from portal.concern_contacts`).rejects.toThrow();
  });
});
