import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { addRepresentative, type RepresentativeInput } from "#app/domain/people/add-representative.server.ts";
import { appointHolder } from "#app/domain/people/appoint-holder.server.ts";
import { endAppointment } from "#app/domain/people/end-appointment.server.ts";
import { recordTerms } from "#app/domain/people/record-terms.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, addRepresentative as arrangeRepresentative, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let administrator: TestPerson;
beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-10-05T09:00:00Z");
  ours = await addPartnership(database.sql, "maplewick");
  theirs = await addPartnership(database.sql, "oakwick");
  administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
});
afterAll(async () => {
  await database.close();
});

const leadOf = (partnership: TestPartnership): TestPerson => {
  const lead = partnership.seats[0]?.lead;
  if (!lead) throw new Error("no lead");
  return lead;
};
const appointmentOf = async (person: TestPerson) => (await database.sql<{ id: string }[]>`select id from portal.appointments where person_id = ${person.personId} order by starts_on desc limit 1`)[0]?.id ?? "";

let count = 0;
const given = (changes: Partial<RepresentativeInput> = {}): RepresentativeInput => ({
  partnershipId: ours.id,
  role: "agency-contact",
  body: "Vale Probation",
  level: null,
  name: "Fay Underwood",
  email: `fay.${String((count += 1))}@vale.example`,
  office: "Head of Service",
  acting: false,
  startsOn: "2026-09-01",
  ...changes,
});
const name = (person: Pick<TestPerson, "actor">, changes?: Partial<RepresentativeInput>) => addRepresentative(person.actor, given(changes), submission());

describe("agency contacts and education representatives", () => {
  test("are named by chair, lead and business manager, and by nobody else", async () => {
    const contact = await arrangeRepresentative(database.sql, ours.id, "agency-contact");
    for (const person of [ours.delegate, ours.scrutineer, contact, administrator]) expect(await name(person)).toEqual({ ok: false, refusal: "not-permitted" });
    for (const person of [leadOf(theirs), theirs.businessManager]) expect(await name(person)).toEqual({ ok: false, refusal: "not-found" });
    for (const [at, person] of [ours.chair, leadOf(ours), ours.businessManager].entries()) {
      expect(await name(person, { body: `Agency ${String(at)}` })).toMatchObject({ ok: true, value: { invited: true } });
    }
    expect(await name(await addSession(database.sql, ours.chair.personId, { confirmed: false }))).toEqual({ ok: false, refusal: "identity-not-confirmed" });
  });

  test("the post is made once for a body; the next one takes it over from a day", async () => {
    const first = await name(ours.businessManager, { role: "education-representative", level: "strategic", body: "The schools of Maplewick" });
    expect(first).toMatchObject({ ok: true, value: { replaced: null } });
    expect(await name(ours.chair, { role: "education-representative", level: "strategic", body: "the schools of maplewick", name: "Gil Hart", startsOn: "2026-10-05" })).toMatchObject({ ok: true, value: { replaced: "Fay Underwood" } });
    expect(await name(ours.chair, { role: "education-representative", level: "operational", body: "The schools of Maplewick", name: "Ivy Hale" })).toMatchObject({ ok: true, value: { replaced: null } });
    const posts = await database.sql`select level from portal.posts where partnership_id = ${ours.id} and role = 'education-representative' order by level`;
    expect(posts.map((post) => post.level)).toEqual(["operational", "strategic"]);
    const [entries] = await database.sql`select count(*)::int as count from ledger.entries where partnership_id = ${ours.id} and type = 'post.created' and seq > 0`;
    expect(entries?.count).toBeGreaterThanOrEqual(2);
  });

  test("a scrutineer represents nobody; a representative's appointment is ended by whoever may name one", async () => {
    expect(await name(ours.businessManager, { body: "Vale Trust", name: ours.scrutineer.name, email: ours.scrutineer.email })).toMatchObject({ refusal: "scrutineer-independent" });
    const contact = await arrangeRepresentative(database.sql, ours.id, "education-representative");
    const appointmentId = await appointmentOf(contact);
    const end = (person: TestPerson) => endAppointment(person.actor, { partnershipId: ours.id, appointmentId, endsOn: "2026-10-05", reason: "Moved on" }, submission());
    for (const person of [ours.delegate, ours.scrutineer]) expect(await end(person)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await end(ours.chair)).toMatchObject({ ok: true });
  });
});

describe("the business manager after the first", () => {
  test("a lead appoints, in one act with the end of the one before; nobody else does", async () => {
    const [post] = await database.sql<{ id: string }[]>`select id from portal.posts where partnership_id = ${theirs.id} and role = 'business-manager'`;
    const appoint = (person: TestPerson) => appointHolder(person.actor, { partnershipId: theirs.id, postId: post?.id ?? "", name: "Gil Hart", email: "gil@oakwick.example", office: "Business manager", acting: false, startsOn: "2026-10-06" }, submission());
    for (const person of [theirs.delegate, theirs.chair, theirs.businessManager, theirs.scrutineer]) expect(await appoint(person)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await appoint(administrator)).toEqual({ ok: false, refusal: "held-before" });
    expect(await appoint(leadOf(theirs))).toMatchObject({ ok: true, value: { replaced: theirs.businessManager.name } });
  });
});

describe("terms", () => {
  const terms = { termEndsOn: "2029-09-30", contractEndsOn: "2026-12-01", interests: "None declared" };
  const record = async (person: Pick<TestPerson, "actor">, about: TestPerson, revision: number, changes = {}) =>
    recordTerms(person.actor, { partnershipId: ours.id, appointmentId: await appointmentOf(about), revision, terms: { ...terms, ...changes } }, submission());
  const revisions = async (about: TestPerson) => database.sql<{ revision: number; interests: string | null; contract: string | null }[]>`
    select revision, interests, contract_ends_on::text as contract from portal.appointment_terms where appointment_id = ${await appointmentOf(about)} order by revision`;

  test("a lead records them; a scrutineer their own interests and nothing else; nobody else", async () => {
    for (const person of [ours.delegate, ours.chair, ours.businessManager, administrator]) expect(await record(person, ours.scrutineer, 0)).toEqual({ ok: false, refusal: "not-permitted" });
    for (const person of [leadOf(theirs), theirs.scrutineer]) expect(await record(person, ours.scrutineer, 0)).toEqual({ ok: false, refusal: "not-found" });
    expect(await record(ours.scrutineer, ours.chair, 0, { reviewOn: "2027-01-01" })).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await record(leadOf(ours), ours.scrutineer, 0)).toMatchObject({ ok: true, value: { revision: 1 } });
    expect(await record(ours.scrutineer, ours.scrutineer, 1, { interests: "A brother works for the police.", contractEndsOn: "2030-01-01" })).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await revisions(ours.scrutineer)).toEqual([
      { revision: 1, interests: "None declared", contract: "2026-12-01" },
      { revision: 2, interests: "A brother works for the police.", contract: "2026-12-01" },
    ]);
    const [published] = await database.sql`select facts->'scrutineer'->'holders'->0->'terms' as terms from publication.publications where partnership_id = ${ours.id} order by number desc limit 1`;
    expect(published?.terms).toMatchObject({ interests: "A brother works for the police.", termEndsOn: "2029-09-30" });
    expect(JSON.stringify(published?.terms)).not.toContain("2026-12-01");
  });

  test("stale, too early, of another office: refused, and nothing is written", async () => {
    const lead = leadOf(ours);
    expect(await record(lead, ours.scrutineer, 0)).toEqual({ ok: false, refusal: "stale" });
    expect(await record(lead, ours.scrutineer, 2, { termEndsOn: "2024-03-31" })).toMatchObject({ refusal: "impossible-dates" });
    expect(await record(lead, ours.businessManager, 0)).toEqual({ ok: false, refusal: "not-found" });
    expect(await revisions(ours.scrutineer)).toHaveLength(2);
  });
});
