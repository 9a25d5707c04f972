import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { withdrawAgency } from "#app/domain/agencies/withdraw-agency.server.ts";
import { addMembers, endMembers } from "#app/domain/agencies/voice/change-members.server.ts";
import type { BodyRoleInput, RepresentationInput } from "#app/domain/agencies/voice/forms.server.ts";
import { findBody, findPossibleBodies, findPossibleMembers, findRepresentative, findUnrepresented, findVoiceOf, getVoice } from "#app/domain/agencies/voice/queries.server.ts";
import { recordBody } from "#app/domain/agencies/voice/record-body.server.ts";
import { recordRepresentation } from "#app/domain/agencies/voice/record-representation.server.ts";
import { addRepresentative } from "#app/domain/people/add-representative.server.ts";
import { endAppointment } from "#app/domain/people/end-appointment.server.ts";
import { findAgencyList, listNaming } from "#app/domain/publication/agency-list.server.ts";
import { findPeople } from "#app/domain/publication/queries.server.ts";
import { listBodies } from "#app/domain/publication/representative-bodies.ts";
import { findUpdates } from "#app/domain/publication/updates.server.ts";
import { findRepresentatives } from "#app/domain/publication/voice.server.ts";
import { as } from "#db/client.server.ts";
import { nameOne, propose } from "#tests/support/agencies.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, addRepresentative as arrangeRepresentative, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { republishDirectory } from "#tests/support/publication.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let made = 0;
const everything = { q: "", setting: null };

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  await database.setClock("2026-09-07T09:00:00Z");
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
});

const chosen = (changes: Partial<RepresentationInput> = {}): RepresentationInput => ({ chosenBy: "election", chosenOn: "2026-06-03", how: "Every school had a vote.", speaksFor: ["primary"], until: null, ...changes });
const role = (changes: Partial<BodyRoleInput> = {}): BodyRoleInput => ({ role: "It speaks for the schools of the vale.", since: "2026-01-01", until: null, outsideCount: null, outsideSource: null, outsideOn: null, ...changes });
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and (type like 'repres%' or type like 'body%' or type = 'agencies.published') order by seq`).map((row) => row.type);

/** Somebody who represents, with their post and appointment. */
async function representative(of: "agency-contact" | "education-representative", partnership = ours) {
  const person = await arrangeRepresentative(database.sql, partnership.id, of);
  const [row] = await database.sql<{ id: string; post_id: string }[]>`select id, post_id from portal.appointments where person_id = ${person.personId}`;
  return { person, postId: row?.post_id ?? "", appointmentId: row?.id ?? "" };
}

const recordFor = (of: { postId: string; appointmentId: string }, changes: Partial<RepresentationInput> = {}, { revision = 0, who = ours.businessManager, sent = submission() }: { revision?: number; who?: TestPerson; sent?: ReturnType<typeof submission> } = {}) =>
  recordRepresentation(who.actor, { partnershipId: ours.id, postId: of.postId, appointmentId: of.appointmentId, revision, representation: chosen(changes) }, sent);
const mark = (membershipId: string, changes: Partial<BodyRoleInput> = {}, { revision = 0, who = ours.businessManager, sent = submission() }: { revision?: number; who?: TestPerson; sent?: ReturnType<typeof submission> } = {}) =>
  recordBody(who.actor, { partnershipId: ours.id, membershipId, revision, body: role(changes) }, sent);
const add = (bodyId: string, members: Parameters<typeof addMembers>[1]["members"], since = "2026-09-01", who = ours.businessManager, sent = submission()) => addMembers(who.actor, { partnershipId: ours.id, bodyId, members, since }, sent);
const end = (bodyId: string, members: string[], on = "2026-09-07", who = ours.businessManager) => endMembers(who.actor, { partnershipId: ours.id, bodyId, members, on }, submission());

describe("how a representative was chosen", () => {
  test("is a revision and an entry, published by office and body; sent twice it is recorded once", async () => {
    const teacher = await representative("education-representative");
    const sent = submission();
    const outcome = await recordFor(teacher, {}, { sent });
    expect(outcome).toEqual({ ok: true, value: { revision: 1 } });
    expect(await recordFor(teacher, {}, { sent })).toEqual(outcome);
    expect(await ledger()).toEqual(["representation.recorded"]);
    const published = await findRepresentatives(ours.slug);
    expect(published).toMatchObject([{ voice: "education", level: "strategic", body: "The schools of the vale", office: "Head of Service", representation: { chosenBy: "election", how: "Every school had a vote.", speaksFor: ["primary"] }, over: false }]);
    expect(JSON.stringify(published)).not.toContain("Maple");
    expect((await findUpdates(ours.slug))?.updates[0]?.title).toMatch(/set up here|Who represents education/);
  });

  test("is added to and never changed; the last revision applies, and a day before shows what was known first", async () => {
    const teacher = await representative("education-representative");
    need(await recordFor(teacher));
    await database.setClock("2026-10-01T09:00:00Z");
    const delegate = { ...ours.delegate, ...(await addSession(database.sql, ours.delegate.personId)) };
    need(await recordFor(teacher, { speaksFor: ["primary", "secondary"], until: "2027-06-03" }, { revision: 1, who: delegate }));
    expect(await findRepresentative(delegate.actor, ours.id, teacher.postId)).toMatchObject({ revision: 2, holder: { name: teacher.person.name }, revisions: [{ speaksFor: ["primary", "secondary"], recordedOn: "2026-10-01" }, { speaksFor: ["primary"], recordedOn: "2026-09-07" }] });
    const on = async (day: string | null) => (await findPeople(ours.slug, day))?.representatives?.[0];
    expect(await on(null)).toMatchObject({ representation: { speaksFor: ["primary", "secondary"] }, over: false });
    expect(await on("2026-09-20")).toMatchObject({ representation: { speaksFor: ["primary"] } });
    expect(await on("2026-07-01")).toMatchObject({ representation: { speaksFor: ["primary"] } });
    expect(await on("2027-06-03")).toMatchObject({ over: true });
    await expect(database.sql.begin(async (tx) => { await tx`set local role safeguarding_portal`; await tx`update portal.representations set how = 'Otherwise'`; })).rejects.toThrow(/permission denied/);
    expect((await findUpdates(ours.slug))?.updates[0]?.title).toBe("Who represents education and the voluntary sector: changed");
  });

  test("is of whoever holds the post: of the next holder nothing is recorded, and a vacancy is said", async () => {
    const teacher = await representative("education-representative");
    need(await recordFor(teacher));
    need(await addRepresentative(ours.chair.actor, { partnershipId: ours.id, role: "education-representative", body: "The schools of the vale", level: "strategic", name: "Ash Newly", email: "ash.newly@vale.example", office: "Head teacher", acting: false, startsOn: "2026-09-07" }, submission()));
    expect(await findRepresentatives(ours.slug)).toMatchObject([{ office: "Head teacher", since: "2026-09-07", representation: null }]);
    expect(await recordFor(teacher, {}, { revision: 1 })).toEqual({ ok: false, refusal: "stale" });
    const [held] = await database.sql<{ id: string }[]>`select id from portal.appointments where post_id = ${teacher.postId} and ends_on is null`;
    need(await endAppointment(ours.chair.actor, { partnershipId: ours.id, appointmentId: held?.id ?? "", endsOn: "2026-09-07", reason: "Left" }, submission()));
    expect(await findRepresentatives(ours.slug)).toMatchObject([{ since: null, representation: null }]);
    expect(await recordFor({ ...teacher, appointmentId: held?.id ?? "" })).toEqual({ ok: false, refusal: "not-found" });
  });

  test("is refused to whoever may not, elsewhere, when stale, with an impossible day, and when nothing changes", async () => {
    const teacher = await representative("education-representative");
    const [lead] = ours.seats;
    for (const who of [ours.scrutineer, lead?.lead ?? ours.scrutineer, teacher.person]) expect(await recordFor(teacher, {}, { who })).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await recordFor(teacher, {}, { who: theirs.businessManager })).toEqual({ ok: false, refusal: "not-found" });
    expect(await recordFor(await representative("education-representative", theirs))).toEqual({ ok: false, refusal: "not-found" });
    expect(await recordFor({ ...teacher, postId: "nothing" })).toEqual({ ok: false, refusal: "not-found" });
    expect(await recordFor(teacher, { chosenOn: "2026-09-08" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    need(await recordFor(teacher));
    expect(await recordFor(teacher)).toEqual({ ok: false, refusal: "stale" });
    expect(await recordFor(teacher, {}, { revision: 1 })).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await ledger()).toEqual(["representation.recorded"]);
  });

  test("of education is for settings, of a contact for bodies of the sector: the database holds to it", async () => {
    const [teacher, contact] = [await representative("education-representative"), await representative("agency-contact")];
    await expect(recordFor(teacher, { speaksFor: ["faith"] })).rejects.toThrow();
    await expect(recordFor(contact, { speaksFor: ["primary"] })).rejects.toThrow();
    expect(await findRepresentatives(ours.slug)).toBeNull();
    need(await recordFor(contact, { speaksFor: ["voluntary", "sport"] }));
    expect(await findRepresentatives(ours.slug)).toMatchObject([{ voice: "education" }, { voice: "voluntary", level: null, body: "Vale Probation", representation: { speaksFor: ["voluntary", "sport"] } }]);
  });

  test("hides a withheld name in what was written of it", async () => {
    const teacher = await representative("education-representative");
    await database.sql`update portal.people set name_withheld = true where id = ${teacher.person.personId}`;
    need(await recordFor(teacher, { how: `The heads elected ${teacher.person.name}.` }));
    expect(JSON.stringify(await findRepresentatives(ours.slug))).not.toContain(teacher.person.name);
  });
});

describe("a body that speaks for others", () => {
  test("has members that are counted by kind, and is public with those that are named", async () => {
    const body = await nameOne(ours, { legalName: "Vale Heads" }, { category: "charity", inclusion: "voluntary" });
    const primary = { phase: "Primary", establishment: "Community school" };
    const [one, two] = [await nameOne(ours, { legalName: "Otter Brook", ...primary }), await nameOne(ours, { legalName: "Wren Lane", ...primary })];
    const proposed = await propose(ours, { legalName: "Curlew Road", ...primary });
    const sent = submission();
    const outcome = await mark(body, { outsideCount: 14, outsideSource: "Its yearly report", outsideOn: "2026-08-01" }, { sent });
    expect(outcome).toEqual({ ok: true, value: { revision: 1 } });
    expect(await mark(body, { outsideCount: 14, outsideSource: "Its yearly report", outsideOn: "2026-08-01" }, { sent })).toEqual(outcome);
    const adding = submission();
    expect(await add(body, [one, proposed], "2026-09-01", ours.chair, adding)).toEqual({ ok: true, value: { added: 2 } });
    expect(await add(body, [one, proposed], "2026-09-01", ours.chair, adding)).toEqual({ ok: true, value: { added: 2 } });
    expect((await ledger()).filter((type) => type !== "agencies.published")).toEqual(["representative-body.recorded", "body-members.added"]);
    expect((await findBody(ours.chair.actor, ours.id, body, everything, null))?.body).toMatchObject({ members: 2, counts: [{ setting: "primary", members: 2, of: 3 }], outside: { count: 14, source: "Its yearly report", on: "2026-08-01" } });
    const list = await findAgencyList(ours.slug);
    expect(list?.outline && listBodies(list.outline)).toMatchObject([{ name: "Vale Heads", words: "1 of the 2 primary schools", outside: { count: 14 } }]);
    expect(JSON.stringify(list)).not.toContain("Curlew Road");
    const agencyId = list?.outline?.agencies.find((each) => each.name === "Otter Brook")?.id ?? "";
    expect((await listNaming(agencyId)).map((each) => each.representedBy.map(({ name }) => name))).toEqual([["Vale Heads"]]);
    expect(await findVoiceOf(ours.chair.actor, ours.id, one)).toMatchObject({ representedBy: [{ legalName: "Vale Heads" }], speaks: null });
    expect(await findVoiceOf(ours.chair.actor, ours.id, two)).toMatchObject({ representedBy: [] });
    expect((await getVoice(ours.chair.actor, ours.id)).unrepresented).toEqual({ education: { without: 1, of: 3 }, voluntary: { without: 0, of: 1 } });
    expect((await findUnrepresented(ours.chair.actor, ours.id, everything, null)).items.map((each) => each.legalName)).toEqual(["Wren Lane"]);
  });

  test("takes in hundreds that a search finds at once, and ends some of them from a day", async () => {
    const body = await propose(ours, { legalName: "Vale Childminders" }, { category: "charity", inclusion: "voluntary" });
    await database.sql`
      with made as (insert into portal.agencies (kept_by, legal_name) select ${ours.id}, 'Childminder ' || n from generate_series(1, 450) n returning id)
      insert into portal.agency_memberships (partnership_id, agency_id, category_list, category, inclusion) select ${ours.id}, id, (select id from portal.agency_category_lists limit 1), 'early-later-years', 'statutory' from made`;
    need(await mark(body));
    expect((await findPossibleMembers(ours.chair.actor, ours.id, body, { q: "childm", setting: "early-years" }, "2"))).toMatchObject({ found: 450, page: 2, pages: 5 });
    expect(await add(body, { q: "childm", setting: "early-years" })).toEqual({ ok: true, value: { added: 450 } });
    expect(await add(body, { q: "childm", setting: "early-years" })).toEqual({ ok: false, refusal: "nothing-to-change" });
    const found = await findBody(ours.chair.actor, ours.id, body, everything, "1");
    expect(found).toMatchObject({ found: 450, pages: 5, body: { counts: [{ setting: "early-years", members: 450, of: 450 }] } });
    const some = found?.items.slice(0, 3).map((each) => each.id) ?? [];
    expect(await end(body, some, "2026-08-31")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await end(body, some, "2026-09-08")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await end(body, some)).toEqual({ ok: true, value: { ended: 3 } });
    expect(await end(body, some)).toEqual({ ok: false, refusal: "stale" });
    expect(await end(body, [])).toEqual({ ok: false, refusal: "nothing-to-change" });
    // A membership that ended can begin again.
    expect(await add(body, some, "2026-09-07")).toEqual({ ok: true, value: { added: 3 } });
    // Nothing of it was ever public: the body is only proposed.
    expect(await ledger()).toEqual(["representative-body.recorded", "body-members.added", "body-members.ended", "body-members.added"]);
  });

  test("speaks for nobody once it stopped or left the register, and counts no member that left", async () => {
    const body = await nameOne(ours, { legalName: "Vale Faith Forum" }, { category: "religious-organisation", inclusion: "voluntary" });
    const charity = await nameOne(ours, { legalName: "Vale Mosque" }, { category: "religious-organisation", inclusion: "voluntary" });
    need(await mark(body));
    need(await add(body, [charity]));
    need(await withdrawAgency(ours.businessManager.actor, { partnershipId: ours.id, membershipId: charity, revision: 2, on: "2026-09-07", reason: "It closed." }, submission()));
    expect((await findBody(ours.chair.actor, ours.id, body, everything, null))?.body).toMatchObject({ members: 0, counts: [] });
    need(await mark(body, { until: "2026-09-07" }, { revision: 1 }));
    expect((await findAgencyList(ours.slug))?.outline?.bodies).toEqual([]);
    expect((await getVoice(ours.chair.actor, ours.id)).bodies).toEqual([]);
    expect((await findPossibleBodies(ours.chair.actor, ours.id, everything, null)).items.map((each) => each.legalName)).toEqual(["Vale Faith Forum"]);
    expect(await add(body, [charity])).toEqual({ ok: false, refusal: "stale" });
    need(await withdrawAgency(ours.businessManager.actor, { partnershipId: ours.id, membershipId: body, revision: 2, on: "2026-09-07", reason: "It closed." }, submission()));
    expect(await mark(body, {}, { revision: 2 })).toEqual({ ok: false, refusal: "nothing-to-change" });
  });

  test("is refused to whoever may not, elsewhere, when stale, with impossible days; its members are of the same register", async () => {
    const [body, school, foreign] = [await propose(ours, { legalName: "Vale Heads" }), await propose(ours, { legalName: "Otter Brook" }), await propose(theirs)];
    for (const who of [ours.scrutineer, ours.seats[0]?.lead ?? ours.scrutineer]) {
      expect(await mark(body, {}, { who })).toEqual({ ok: false, refusal: "not-permitted" });
      expect(await add(body, [school], "2026-09-01", who)).toEqual({ ok: false, refusal: "not-permitted" });
      expect(await end(body, [school], "2026-09-01", who)).toEqual({ ok: false, refusal: "not-permitted" });
    }
    expect(await mark(body, {}, { who: theirs.chair })).toEqual({ ok: false, refusal: "not-found" });
    expect(await mark(foreign)).toEqual({ ok: false, refusal: "not-found" });
    expect(await add(body, [school])).toEqual({ ok: false, refusal: "not-found" });
    expect(await mark(body, { since: "2026-09-08" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await mark(body, { outsideCount: 2, outsideSource: "Its list", outsideOn: "2026-09-08" })).toMatchObject({ ok: false, refusal: "impossible-dates" });
    need(await mark(body));
    expect(await mark(body)).toEqual({ ok: false, refusal: "stale" });
    expect(await add(body, [school], "2026-09-08")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await add(body, [school], "2025-12-31")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    for (const wrong of [foreign, body]) expect(await add(body, [school, wrong])).toEqual({ ok: false, refusal: "stale" });
    expect((await findBody(ours.chair.actor, ours.id, body, everything, null))?.body.members).toBe(0);
  });

  test("cannot be published without its entry, nor the entry without it", async () => {
    const body = await nameOne(ours, { legalName: "Vale Heads" });
    await database.sql.unsafe("alter table publication.publications add constraint broken_for_the_test check (kind <> 'agencies') not valid");
    await expect(mark(body)).rejects.toThrow();
    await database.sql.unsafe("alter table publication.publications drop constraint broken_for_the_test");
    expect([await findBody(ours.chair.actor, ours.id, body, everything, null), (await ledger()).filter((type) => type !== "agencies.published")]).toEqual([null, []]);
  });
});

test("what was published before it could be kept is read still", async () => {
  await republishDirectory(ours);
  await nameOne(ours);
  await database.sql`alter table publication.publications disable trigger all`;
  await database.sql`alter table publication.bodies disable trigger all`;
  await database.sql`update publication.publications set facts = facts - 'representatives' where partnership_id = ${ours.id}`;
  await database.sql`
    update publication.bodies b set body = old.body, sha256 = encode(sha256(old.body), 'hex'), size = length(old.body)
    from (select publication_id, convert_to((convert_from(body, 'UTF8')::jsonb - 'bodies')::text, 'UTF8') as body from publication.bodies where partnership_id = ${ours.id} and format = 'outline') old
    where b.publication_id = old.publication_id and b.format = 'outline'`;
  await database.sql`alter table publication.bodies enable trigger all`;
  await database.sql`alter table publication.publications enable trigger all`;
  expect(await findRepresentatives(ours.slug)).toBeNull();
  expect((await findPeople(ours.slug, null))?.representatives).toBeNull();
  const outline = (await findAgencyList(ours.slug))?.outline;
  expect(outline && listBodies(outline)).toEqual([]);
});

test("a representative reads what is public of it and no body or member of the register", async () => {
  const teacher = await representative("education-representative");
  need(await recordFor(teacher));
  const body = await propose(ours, { legalName: "Vale Heads" });
  need(await mark(body));
  need(await add(body, [await propose(ours, { legalName: "Otter Brook" })]));
  const count = async (table: string) => (await as(teacher.person.actor, (tx) => tx.db.execute<{ count: number }>(raw`select count(*)::int as count from ${raw.raw(table)}`)))[0]?.count;
  expect([await count("portal.representations"), await count("portal.representative_bodies"), await count("portal.body_members")]).toEqual([1, 0, 0]);
  const [own] = await database.sql<{ id: string }[]>`select id from portal.appointments where person_id = ${teacher.person.personId}`;
  await expect(as(teacher.person.actor, (tx) => tx.db.execute(raw`insert into portal.representations (appointment_id, partnership_id, revision, chosen_by, chosen_on, how, speaks_for) values (${own?.id ?? ""}, ${ours.id}, 2, 'election', '2026-01-01', 'By me', '{primary}')`))).rejects.toMatchObject({ cause: { message: expect.stringContaining("row-level security") as string } });
});
