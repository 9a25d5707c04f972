import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { nameAgencies } from "#app/domain/agencies/name-agencies.server.ts";
import { proposeAgain } from "#app/domain/agencies/propose-again.server.ts";
import { findAgency, findRegister, getChoices, listAgencies } from "#app/domain/agencies/queries.server.ts";
import { recordAgency, type RecordAgencyInput } from "#app/domain/agencies/record-agency.server.ts";
import type { RegisterQuery } from "#app/domain/agencies/register-query.ts";
import { withdrawAgency } from "#app/domain/agencies/withdraw-agency.server.ts";
import { findAgencyList, listAgenciesChanges, listNaming, readAgencyListState } from "#app/domain/publication/agency-list.server.ts";
import { parseCanonical } from "#app/domain/documents/text/canonical.server.ts";
import { body, membership, nameOne, propose } from "#tests/support/agencies.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, addPerson, addReadyDraft, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { freezeDraft } from "#tests/support/signing.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let made = 0;

const everything: RegisterQuery = { q: "", sector: null, status: null, attention: null };

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-09-07T09:00:00Z");
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
});

const actor = () => ours.businessManager.actor;
const record = (input: Partial<RecordAgencyInput> = {}, who: TestPerson = ours.businessManager, sent = submission()) =>
  recordAgency(who.actor, { partnershipId: ours.id, membershipId: null, revision: 0, body: body(), membership: membership(), repeated: false, ...input }, sent);
const agency = async (id: string) => {
  const found = await findAgency(actor(), ours.id, id);
  if (!found) throw new Error("no agency");
  return found;
};
const name = (ids: string[], reasons: Record<string, string> = {}, who: TestPerson = ours.businessManager, sent = submission()) => nameAgencies(who.actor, { partnershipId: ours.id, membershipIds: ids, reasons }, sent);
const withdraw = (id: string, revision: number, on = "2026-09-07", who: TestPerson = ours.businessManager) => withdrawAgency(who.actor, { partnershipId: ours.id, membershipId: id, revision, on, reason: "It closed." }, submission());
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'agenc%' order by seq`).map((row) => row.type);
const published = () => findAgencyList(ours.slug);

describe("an agency", () => {
  test("is a row, a body and an entry of the ledger; sent twice it is added once", async () => {
    const sent = submission();
    const outcome = await record({ body: body({ urn: 400001 + made, establishment: "Community school" }) }, ours.businessManager, sent);
    expect(await record({ body: body({ urn: 400001 + made, establishment: "Community school" }) }, ours.businessManager, sent)).toEqual(outcome);
    const { membershipId } = need(outcome);
    expect(await agency(membershipId)).toMatchObject({ legalName: "Heron Hill Primary School", urn: 400001 + made, ours: true, status: "proposed", category: { id: "maintained-school", sector: "education", inSchedule: true }, revision: 1 });
    expect(await ledger()).toEqual(["agency.recorded"]);
    expect(await published()).toBeNull();
  });

  test("of a name that is there is asked about, and taken when another body is meant", async () => {
    await propose(ours);
    expect(await record({ body: body({ legalName: "HERON HILL primary school" }) })).toEqual({ ok: false, refusal: "agency-repeated", detail: "Heron Hill Primary School" });
    expect(await record({ repeated: true })).toMatchObject({ ok: true });
  });

  test("that another partnership recorded is the same body: its name and numbers stay as they are kept", async () => {
    const urn = 410000 + made;
    const elsewhere = await propose(theirs, { legalName: "Kingfisher Academy", urn });
    const { membershipId, known } = need(await record({ body: body({ legalName: "Kingfisher Acadamy", urn }) }));
    expect(known).toBe(true);
    const here = await agency(membershipId);
    expect(here).toMatchObject({ legalName: "Kingfisher Academy", ours: false });
    expect(here.agencyId).toBe((await findAgency(theirs.businessManager.actor, theirs.id, elsewhere))?.agencyId);
    // What is typed of a body that somebody else keeps changes nothing of it.
    need(await record({ membershipId, revision: 1, body: body({ legalName: "Renamed", urn }), membership: membership({ reason: "It teaches our children." }) }));
    expect(await agency(membershipId)).toMatchObject({ legalName: "Kingfisher Academy", reason: "It teaches our children.", revision: 2 });
    expect(await record({ body: body({ legalName: "Another", urn }) })).toEqual({ ok: false, refusal: "agency-repeated", detail: "Kingfisher Academy" });
  });

  test("cannot have a number of another body, nor numbers of two", async () => {
    const [one, two] = [420000 + made, 430000 + made];
    const first = await propose(ours, { urn: one });
    await propose(theirs, { legalName: "A charity", charityNumber: `1${String(two)}` });
    expect(await record({ body: body({ legalName: "Both", urn: one, charityNumber: `1${String(two)}` }) })).toEqual({ ok: false, refusal: "agency-number-taken" });
    expect(await record({ membershipId: first, revision: 1, body: body({ urn: one, charityNumber: `1${String(two)}` }) })).toEqual({ ok: false, refusal: "agency-number-taken" });
  });

  test("is refused when it is not there, another partnership's, or changed since; the same again is left alone", async () => {
    const id = await propose(ours);
    const elsewhere = await propose(theirs);
    expect(await record({ membershipId: elsewhere, revision: 1 })).toEqual({ ok: false, refusal: "not-found" });
    expect(await record({ membershipId: "nothing", revision: 1 })).toEqual({ ok: false, refusal: "not-found" });
    need(await record({ membershipId: id, revision: 1, membership: membership({ howWeWork: "It is in the education group." }) }));
    expect(await record({ membershipId: id, revision: 1 })).toEqual({ ok: false, refusal: "stale" });
    need(await record({ membershipId: id, revision: 2, membership: membership({ howWeWork: "It is in the education group." }) }));
    expect((await agency(id)).revision).toBe(2);
    expect(await ledger()).toEqual(["agency.recorded", "agency.changed"]);
  });

  test("works in areas of the partnership only", async () => {
    expect(await record({ membership: membership({ areas: ["E99999999"] }) })).toEqual({ ok: false, refusal: "stale" });
    const { areas } = await getChoices(actor(), ours.id);
    const { membershipId } = need(await record({ membership: membership({ areas: areas.map((each) => each.code) }) }));
    expect((await agency(membershipId)).areas).toHaveLength(1);
  });
});

describe("naming", () => {
  test("many at once gives each its own reason or its category's, is one entry and one publication", async () => {
    const schools = await Promise.all(["Otter Brook School", "Wren Lane School"].map((legalName) => propose(ours, { legalName })));
    const charity = await propose(ours, { legalName: "Young Oaks" }, { category: "charity", inclusion: "voluntary", reason: "It runs the youth club." });
    expect(await name([...schools, charity])).toEqual({ ok: false, refusal: "reason-needed", detail: "maintained-school" });
    const sent = submission();
    const outcome = await name([...schools, charity], { "maintained-school": "Every school here.", charity: "Not this one." }, ours.chair, sent);
    expect(outcome).toEqual({ ok: true, value: { named: 3, letters: 0, withoutAddress: 3 } });
    expect(await name([...schools, charity], { "maintained-school": "Every school here.", charity: "Not this one." }, ours.chair, sent)).toEqual(outcome);
    expect((await ledger()).slice(-2)).toEqual(["agencies.named", "agencies.published"]);
    const list = await published();
    expect(list).toMatchObject({ number: 1, facts: { counts: { named: 3, statutory: 2, voluntary: 1, sectors: { education: 2, voluntary: 1 } } } });
    expect(list?.outline?.agencies.map(({ name: legalName, reason, namedOn }) => [legalName, reason, namedOn])).toEqual([
      ["Otter Brook School", "Every school here.", "2026-09-07"],
      ["Wren Lane School", "Every school here.", "2026-09-07"],
      ["Young Oaks", "It runs the youth club.", "2026-09-07"],
    ]);
    expect(JSON.stringify(list)).not.toMatch(/example\.test|Oak alderwick/);
  });

  test("takes all or none: not one that closed, that is named already, or that is another's", async () => {
    const [open, closed] = [await propose(ours, { legalName: "Open School" }, { reason: "It is ours." }), await propose(ours, { legalName: "Closed School" }, { reason: "It was ours." })];
    await database.sql`update portal.agencies set closed_on = '2026-08-31' where id = (select agency_id from portal.agency_memberships where id = ${closed})`;
    expect(await name([open, closed])).toEqual({ ok: false, refusal: "agency-closed", detail: "Closed School" });
    expect(await name([open, await propose(theirs)])).toEqual({ ok: false, refusal: "stale" });
    expect(await name([])).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect((await agency(open)).status).toBe("proposed");
    need(await name([open]));
    expect(await name([open])).toEqual({ ok: false, refusal: "stale", detail: "Open School" });
  });

  test("that cannot be published names nobody", async () => {
    const id = await propose(ours, {}, { reason: "It is ours." });
    await database.sql.unsafe("alter table publication.publications add constraint broken_for_the_test check (kind <> 'agencies') not valid");
    await expect(name([id])).rejects.toThrow();
    await database.sql.unsafe("alter table publication.publications drop constraint broken_for_the_test");
    expect([(await agency(id)).status, await ledger()]).toEqual(["proposed", ["agency.recorded"]]);
  });
});

describe("an agency that is named", () => {
  test("is published again when it changes, and is off the list once withdrawn; it can be proposed again", async () => {
    const id = await nameOne(ours);
    const state = await readAgencyListState(ours.slug);
    need(await record({ membershipId: id, revision: 2, membership: membership({ reason: "It has the most pupils." }) }));
    expect((await published())?.outline?.agencies[0]?.reason).toBe("It has the most pupils.");
    expect(await readAgencyListState(ours.slug)).not.toBe(state);
    expect(await withdraw(id, 2)).toEqual({ ok: false, refusal: "stale" });
    expect(await withdraw(id, 3, "2026-09-06")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await withdraw(id, 3, "2026-09-08")).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await withdraw(id, 3)).toEqual({ ok: true, value: { wasNamed: true } });
    expect((await published())?.outline?.agencies).toEqual([]);
    expect((await listAgenciesChanges(ours.slug)).map(({ named, added, withdrawn }) => [named, added, withdrawn])).toEqual([[0, 0, 1], [1, 0, 0], [1, 1, 0]]);
    expect(await withdraw(id, 4)).toEqual({ ok: false, refusal: "nothing-to-change" });
    need(await proposeAgain(actor(), { partnershipId: ours.id, membershipId: id, revision: 4 }, submission()));
    expect(await agency(id)).toMatchObject({ status: "proposed", withdrawnOn: null, namedOn: null, reason: "It has the most pupils." });
    expect((await ledger()).filter((type) => type !== "agencies.published")).toEqual(["agency.recorded", "agencies.named", "agency.changed", "agency.withdrawn", "agency.proposed-again"]);
  });

  test("cannot lose its reason", async () => {
    const id = await nameOne(ours);
    await expect(record({ membershipId: id, revision: 2, membership: membership({ reason: null }) })).resolves.toEqual({ ok: false, refusal: "reason-needed" });
  });

  test("shows anybody every partnership that names it", async () => {
    const urn = 440000 + made;
    const id = await nameOne(ours, { legalName: "Lapwing College", urn });
    await nameOne(theirs, { legalName: "Lapwing College", urn }, { reason: "It takes our pupils too.", category: "further-education" });
    const { agencyId } = await agency(id);
    expect((await listNaming(agencyId)).map(({ partnership, agency: { reason }, category }) => [partnership.slug, reason, category.id])).toEqual([
      [ours.slug, "It teaches children who live here.", "maintained-school"],
      [theirs.slug, "It takes our pupils too.", "further-education"],
    ]);
    need(await withdraw(id, 2));
    expect((await listNaming(agencyId)).map(({ partnership }) => partnership.slug)).toEqual([theirs.slug]);
    expect(await listNaming("nothing")).toEqual([]);
  });
});

test("arrangements hold the agencies that are named when they are frozen, as data and as words", async () => {
  await nameOne(ours, { legalName: "Otter Brook School" });
  await propose(ours, { legalName: "Only proposed" });
  const { documentId } = await addReadyDraft(database.sql, ours.id, ours.businessManager.personId);
  await database.sql`update portal.sections set body = ${`We name these.\n\n{{relevant-agencies}}`} where document_id = ${documentId} and position = 1`;
  const { versionId } = await freezeDraft(database.sql, ours);
  await nameOne(ours, { legalName: "Named later" });
  const [row] = await database.sql<{ body: Uint8Array }[]>`select p.body from portal.versions v join portal.payloads p on p.partnership_id = v.partnership_id and p.sha256 = v.content_sha256 where v.id = ${versionId}`;
  const content = parseCanonical(row?.body ?? new Uint8Array());
  expect(content.agencies?.map((each) => ("withheld" in each ? null : [each.name, each.reason]))).toEqual([["Otter Brook School", "It teaches children who live here."]]);
  expect(content.sections.map((section) => section.markdown).join("\n")).toContain("| Maintained school (governing body) | Otter Brook School | It teaches children who live here. |");
  expect(JSON.stringify(content)).not.toMatch(/Only proposed|Named later/);
});

test("the register is searched and filtered, and counts all of it", async () => {
  await nameOne(ours, { legalName: "Otter Brook School", parent: "The Brook Trust", urn: 450000 + made }, { toldOn: "2026-09-01" });
  await propose(ours, { legalName: "Young Oaks" }, { category: "charity", inclusion: "voluntary" });
  const found = async (query: Partial<RegisterQuery>) => (await findRegister(actor(), ours.id, { ...everything, ...query }, 1)).agencies.map((each) => each.legalName);
  expect((await findRegister(actor(), ours.id, everything, 7)).counts).toEqual({ proposed: 1, named: 1, withdrawn: 0 });
  expect(await found({})).toEqual(["Otter Brook School", "Young Oaks"]);
  expect([await found({ q: "OTTER maintained TRUST" }), await found({ q: "otter charity" })]).toEqual([["Otter Brook School"], []]);
  expect([await found({ q: "brook otter" }), await found({ q: String(450000 + made) }), await found({ q: "100%" }), await found({ q: "chari" })]).toEqual([["Otter Brook School"], ["Otter Brook School"], [], ["Young Oaks"]]);
  expect([await found({ sector: "voluntary" }), await found({ status: "named" }), await found({ attention: "not-acknowledged" }), await found({ attention: "no-reason" }), await found({ attention: "not-told" })]).toEqual([["Young Oaks"], ["Otter Brook School"], ["Otter Brook School"], ["Young Oaks"], []]);
  expect((await listAgencies(theirs.businessManager.actor, theirs.id, everything)).length).toBe(0);
  expect((await listAgencies(theirs.businessManager.actor, ours.id, everything)).length).toBe(0);
});

test("only those who may add, name or withdraw", async () => {
  const id = await propose(ours, {}, { reason: "It is ours." });
  const [lead] = ours.seats;
  for (const person of [lead?.lead, ours.scrutineer]) {
    if (!person) throw new Error("nobody");
    expect([await record({ body: body({ legalName: "New" }) }, person), await record({ membershipId: id, revision: 1 }, person), await name([id], {}, person), await withdraw(id, 1, "2026-09-07", person)]).toEqual(Array.from({ length: 4 }, () => ({ ok: false, refusal: "not-permitted" })));
  }
  const administrator = await addPerson(database.sql, "Admin Aspen", { administrator: true });
  expect(await name([id], {}, administrator)).toEqual({ ok: false, refusal: "not-permitted" });
  expect([await record({}, theirs.businessManager), await name([id], {}, theirs.businessManager), await withdraw(id, 1, "2026-09-07", theirs.businessManager)]).toEqual(Array.from({ length: 3 }, () => ({ ok: false, refusal: "not-found" })));
  expect(await ledger()).toEqual(["agency.recorded"]);
});
