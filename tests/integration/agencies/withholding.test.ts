import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { findAgency, findRegister, listAgencies } from "#app/domain/agencies/queries.server.ts";
import { recordAgency } from "#app/domain/agencies/record-agency.server.ts";
import { publishListAgain } from "#app/domain/agencies/takedowns/publish-list-again.server.ts";
import { takeDownList } from "#app/domain/agencies/takedowns/take-down-list.server.ts";
import { recordBody } from "#app/domain/agencies/voice/record-body.server.ts";
import { addMembers } from "#app/domain/agencies/voice/change-members.server.ts";
import { withdrawAgency } from "#app/domain/agencies/withdraw-agency.server.ts";
import { listMentioning, listWaitingVersions, listWithholdings } from "#app/domain/agencies/withholdings/queries.server.ts";
import { endWithholding, withholdName } from "#app/domain/agencies/withholdings/withhold-name.server.ts";
import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { publishScheduled } from "#app/domain/documents/schedule/publish-scheduled.server.ts";
import { parseCanonical } from "#app/domain/documents/text/canonical.server.ts";
import { findAgencyList, listAgenciesChanges, listNaming, listTakenDownNaming, readAgencyListState } from "#app/domain/publication/agency-list.server.ts";
import { agencyListData, findListed, listedCells } from "#app/domain/publication/agency-list.ts";
import { findNameMentions } from "#app/domain/publication/name-mentions.server.ts";
import { findPeople } from "#app/domain/publication/queries.server.ts";
import { findRepresentatives } from "#app/domain/publication/voice.server.ts";
import { body, membership, nameOne, propose } from "#tests/support/agencies.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { addPartnership, addPerson, addReadyDraft, addRepresentative, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { publishDraft, republishDirectory } from "#tests/support/publication.ts";
import { withoutReview } from "#tests/support/review.ts";
import { comesDue, schedule, underWay } from "#tests/support/schedule.ts";
import { freezeDraft, signEverySeat } from "#tests/support/signing.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let refuge: string;
let agencyId: string;
let number: string;
let made = 0;

const legalName = "Quillfeather House";
const reason = "Women who fled violence live there.";
const telling = /quillfeather|mothwing|larkspur/i;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-09-07T09:00:00Z");
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
  number = String(8_100_000 + made);
  refuge = await nameOne(ours, { legalName, charityNumber: number, parent: "Mothwing Trust" }, { category: "charity", inclusion: "voluntary", reason: "It shelters families in Larkspur Road.", contactEmail: "office@quillfeather.example" });
  agencyId = (await look()).agencyId;
  await nameOne(ours, { legalName: "Otter Brook School" });
});

const look = async (partnership = ours, id = refuge) => {
  const agency = await findAgency(partnership.chair.actor, partnership.id, id);
  if (!agency) throw new Error("no agency");
  return agency;
};
const withhold = async ({ who = ours.businessManager, id = refuge, partnership = ours, revision, sent = submission() }: { who?: TestPerson; id?: string; partnership?: TestPartnership; revision?: number; sent?: ReturnType<typeof submission> } = {}) =>
  withholdName(who.actor, { partnershipId: partnership.id, membershipId: id, revision: revision ?? (await look(partnership, id)).revision, reason }, sent);
const end = async ({ who = ours.businessManager, id = refuge, partnership = ours, revision, sent = submission() }: { who?: TestPerson; id?: string; partnership?: TestPartnership; revision?: number; sent?: ReturnType<typeof submission> } = {}) =>
  endWithholding(who.actor, { partnershipId: partnership.id, membershipId: id, revision: revision ?? (await look(partnership, id)).revision, reason: "It moved." }, sent);
const ledger = async (partnership = ours) => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${partnership.id} and (type like 'agency.%with%' or type = 'agencies.published') order by seq`).map((row) => row.type);
const rows = async () => (await database.sql<{ reason: string; ended_reason: string | null; by: string }[]>`select reason, ended_reason, withheld_by as by from portal.agency_withholdings where partnership_id = ${ours.id} order by withheld_at`).map((row) => ({ ...row }));
const readPublic = async (partnership = ours) => {
  const list = await findAgencyList(partnership.slug);
  if (!list?.outline) throw new Error("no list");
  const found = findListed(list.outline, { q: "", sector: null, category: null });
  return { list, found, words: JSON.stringify([list, listedCells(found, list.facts.areas), agencyListData("https://x.example", list, found, await findRepresentatives(partnership.slug))]) };
};
/** What the last list holds as it is stored. */
const stored = async (partnership = ours) =>
  (await database.sql<{ words: string }[]>`select convert_from(b.body, 'UTF8') || p.facts::text as words from publication.bodies b join publication.publications p on p.id = b.publication_id where p.partnership_id = ${partnership.id} and p.kind = 'agencies' order by p.number desc limit 1`)[0]?.words ?? "";
/** The same body in the register of another partnership, which takes it by its number. */
const nameThere = () => nameOne(theirs, { legalName: "Anything", charityNumber: number }, { category: "charity", inclusion: "voluntary", reason: "It shelters families." });

describe("withholding the name of a named agency", () => {
  test("is a row and entries in the ledger, and publishes the list without it; sent twice it is done once", async () => {
    const { revision } = await look();
    const sent = submission();
    const outcome = await withhold({ sent, revision });
    expect(outcome).toEqual({ ok: true, value: { wasNamed: true, published: true } });
    expect(await withhold({ sent, revision })).toEqual(outcome);
    expect(await rows()).toEqual([{ reason, ended_reason: null, by: ours.businessManager.personId }]);
    expect((await ledger()).slice(-2)).toEqual(["agency.name-withheld", "agencies.published"]);
    expect(await look()).toMatchObject({ revision: revision + 1, nameWithheld: true, withholding: { at: "2026-09-07T09:00:00.000Z", reason } });
    expect(await listWithholdings(ours.scrutineer.actor, ours.id, refuge)).toMatchObject([{ reason, by: ours.businessManager.name, ended: null }]);
  });

  test("leaves nothing of it in what is stored, shown, searched or sent as data, but counts it", async () => {
    const before = await readAgencyListState(ours.slug);
    expect((await readPublic()).words).toMatch(telling);
    need(await withhold());
    for (const words of [await stored(), (await readPublic()).words]) {
      expect(words).not.toMatch(telling);
      expect(words).not.toContain(number);
      expect(words).not.toContain(agencyId);
      expect(words).not.toContain(reason);
    }
    const { list, found } = await readPublic();
    expect(list.facts.counts).toMatchObject({ named: 2, voluntary: 1, withheld: 1, sectors: { voluntary: 1, education: 1 } });
    expect(found).toMatchObject([{ name: "Otter Brook School" }, { name: null, inclusion: "voluntary", category: { id: "charity" } }]);
    expect(listedCells(found, []).rows[1]?.slice(0, 4)).toEqual(["", "Name withheld for safety", "Charity", "By agreement"]);
    const asked = (q: string) => findListed(list.outline ?? { categories: [], agencies: [] }, { q, sector: null, category: null }).length;
    expect([asked("Quillfeather"), asked("Mothwing"), asked(number), asked("withheld"), asked("charity")]).toEqual([0, 0, 0, 0, 1]);
    expect(await listNaming(agencyId)).toEqual([]);
    expect(await listTakenDownNaming(agencyId)).toEqual([]);
    // A page that was kept is not right any more.
    expect(await readAgencyListState(ours.slug)).not.toBe(before);
  });

  test("is told among the updates as a detail, and so is its end: nobody was named or withdrawn", async () => {
    need(await withhold());
    need(await end());
    await nameOne(ours, { legalName: "Wren Lane School" });
    expect((await listAgenciesChanges(ours.slug)).map(({ named, added, withdrawn }) => [named, added, withdrawn])).toEqual([[3, 1, 0], [2, 0, 0], [2, 0, 0], [2, 1, 0], [1, 1, 0]]);
  });

  test("takes its name out of what is said of others, and whose body it speaks for", async () => {
    const school = await nameOne(ours, { legalName: "Curlew School", parent: "Quillfeather  House" }, { reason: "It works with quillfeather house every week." });
    need(await recordBody(ours.chair.actor, { partnershipId: ours.id, membershipId: refuge, revision: 0, body: { role: "It speaks for refuges.", since: "2026-01-01", until: null, outsideCount: null, outsideSource: null, outsideOn: null } }, submission()));
    need(await addMembers(ours.chair.actor, { partnershipId: ours.id, bodyId: refuge, members: [school], since: "2026-09-01" }, submission()));
    expect((await readPublic()).list.outline?.bodies).toHaveLength(1);
    expect(await listMentioning(ours.chair.actor, ours.id, { agencyId, legalName })).toEqual([{ id: school, legalName: "Curlew School" }]);
    need(await withhold());
    const { list, words } = await readPublic();
    expect(list.outline?.bodies).toEqual([]);
    expect(list.outline?.agencies.find((each) => each.name === "Curlew School")).toMatchObject({ parent: null, reason: "It works with an agency whose name is withheld for safety every week." });
    expect(words).not.toMatch(telling);
  });

  test("hides whose post it is that speaks for the voluntary sector, in what was published before, too", async () => {
    const contact = await addRepresentative(database.sql, ours.id, "agency-contact");
    const [post] = await database.sql<{ id: string }[]>`select post_id as id from portal.appointments where person_id = ${contact.personId}`;
    await database.sql`update portal.posts set body = ${legalName}, office = 'Manager of Quillfeather House' where id = ${post?.id ?? ""}`;
    await database.sql`insert into portal.representations (appointment_id, partnership_id, revision, chosen_by, chosen_on, how, speaks_for)
      select id, partnership_id, 1, 'trust', '2026-06-01', 'The trustees of Quillfeather House chose.', '{voluntary}' from portal.appointments where person_id = ${contact.personId}`;
    await republishDirectory(ours);
    expect(JSON.stringify(await findRepresentatives(ours.slug))).toMatch(telling);
    const agency = await look();
    need(await recordAgency(ours.chair.actor, { partnershipId: ours.id, membershipId: refuge, revision: agency.revision, body: body({ legalName, charityNumber: number, parent: "Mothwing Trust" }), membership: membership({ category: "charity", inclusion: "voluntary", reason: agency.reason, representativePostId: post?.id ?? null }), repeated: false }, submission()));
    need(await withhold());
    const facts = async () => (await database.sql<{ facts: unknown }[]>`select facts from publication.publications where partnership_id = ${ours.id} and kind = 'directory' order by number desc limit 1`)[0]?.facts;
    for (const said of [await findRepresentatives(ours.slug), await findPeople(ours.slug, null), await facts()]) expect(JSON.stringify(said)).not.toMatch(telling);
    expect(await findRepresentatives(ours.slug)).toMatchObject([{ body: "Name withheld for safety", office: "Representative", representation: { speaksFor: ["voluntary"], how: "Not published, for safety." } }]);
  });

  test("is refused to those who may not, of what is not there, when stale, twice, and once it is withdrawn", async () => {
    const representative = await addRepresentative(database.sql, ours.id, "agency-contact");
    for (const who of [ours.scrutineer, ours.seats[0]?.lead ?? ours.scrutineer, representative]) expect(await withhold({ who })).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await withhold({ who: await addPerson(database.sql, "Admin Aspen", { administrator: true }) })).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await withhold({ who: theirs.chair })).toEqual({ ok: false, refusal: "not-found" });
    expect(await withholdName(theirs.chair.actor, { partnershipId: theirs.id, membershipId: refuge, revision: 2, reason }, submission())).toEqual({ ok: false, refusal: "not-found" });
    expect(await withhold({ revision: 1 })).toEqual({ ok: false, refusal: "stale" });
    expect(await rows()).toEqual([]);
    need(await withhold({ who: ours.delegate }));
    expect(await withhold({ who: ours.chair })).toEqual({ ok: false, refusal: "nothing-to-change" });
    const { revision } = await look();
    need(await withdrawAgency(ours.chair.actor, { partnershipId: ours.id, membershipId: refuge, revision, on: "2026-09-07", reason: "It closed." }, submission()));
    need(await end());
    expect(await withhold()).toEqual({ ok: false, refusal: "agency-withdrawn" });
  });

  test("of one that is only proposed publishes nothing, and it is named without its name", async () => {
    const id = await propose(ours, { legalName: "Mothwing Lodge" }, { category: "charity", inclusion: "voluntary", reason: "It shelters families." });
    const published = (await ledger()).filter((type) => type === "agencies.published").length;
    expect(await withhold({ id })).toEqual({ ok: true, value: { wasNamed: false, published: false } });
    expect((await ledger()).filter((type) => type === "agencies.published")).toHaveLength(published);
    expect(await findRegister(ours.chair.actor, ours.id, { q: "", sector: null, status: null, attention: "withheld" }, 1)).toMatchObject({ found: 1, agencies: [{ legalName: "Mothwing Lodge" }] });
    await database.sql`update portal.agency_memberships set status = 'named', named_on = '2026-09-07' where id = ${id}`;
    await nameOne(ours, { legalName: "Wren Lane School" });
    const list = await findAgencyList(ours.slug);
    expect(list?.facts.counts).toMatchObject({ named: 4, withheld: 1 });
    expect(JSON.stringify(list)).not.toContain("Lodge");
  });

  test("respects a list that is held: nothing is published, and what is published again has no name", async () => {
    need(await takeDownList(ours.scrutineer.actor, { partnershipId: ours.id, reason: "An entry showed a place." }, submission()));
    expect(await listTakenDownNaming(agencyId)).toHaveLength(1);
    expect(await withhold()).toEqual({ ok: true, value: { wasNamed: true, published: false } });
    expect((await ledger()).at(-1)).toBe("agency.name-withheld");
    expect(await listTakenDownNaming(agencyId)).toEqual([]);
    need(await publishListAgain(ours.chair.actor, { partnershipId: ours.id }, submission()));
    expect((await readPublic()).words).not.toMatch(telling);
  });
});

describe("a body that several partnerships name", () => {
  test("is without its name in all of them as soon as one withholds it, until none does; each sees that, and not which", async () => {
    const there = await nameThere();
    const state = await readAgencyListState(theirs.slug);
    expect((await listNaming(agencyId)).map((each) => each.partnership.slug).sort()).toEqual([ours.slug, theirs.slug].sort());
    need(await withhold());
    expect(await listNaming(agencyId)).toEqual([]);
    expect(await readAgencyListState(theirs.slug)).not.toBe(state);
    expect((await readPublic(theirs)).words).not.toMatch(telling);
    expect((await readPublic(theirs)).list.facts.counts).toMatchObject({ named: 1, withheld: 1 });
    expect(await look(theirs, there)).toMatchObject({ legalName, nameWithheld: true, withholding: null });
    // What they publish next does not hold it either.
    await nameOne(theirs, { legalName: "Heron Hill School" });
    expect(await stored(theirs)).not.toMatch(telling);
    need(await withhold({ who: theirs.chair, partnership: theirs, id: there }));
    need(await end());
    expect(await listNaming(agencyId)).toEqual([]);
    need(await end({ who: theirs.chair, partnership: theirs, id: there }));
    expect((await listNaming(agencyId)).map((each) => each.partnership.slug)).toContain(theirs.slug);
  });
});

describe("ending it", () => {
  test("publishes the list with the name, and keeps what was decided", async () => {
    need(await withhold());
    const { revision } = await look();
    const sent = submission();
    const outcome = await end({ sent, revision });
    expect([outcome, await end({ sent, revision })]).toEqual([{ ok: true, value: { wasNamed: true, published: true } }, outcome]);
    expect(await end()).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect((await ledger()).slice(-2)).toEqual(["agency.withholding-ended", "agencies.published"]);
    expect((await readPublic()).words).toMatch(telling);
    expect(await listWithholdings(ours.chair.actor, ours.id, refuge)).toMatchObject([{ reason, ended: { reason: "It moved.", by: ours.businessManager.name } }]);
    need(await withhold());
    expect(await listWithholdings(ours.chair.actor, ours.id, refuge)).toHaveLength(2);
  });

  test("is refused to those who may not, when stale, and where nothing is withheld", async () => {
    expect(await end()).toEqual({ ok: false, refusal: "nothing-to-change" });
    need(await withhold());
    expect(await end({ who: ours.scrutineer })).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await end({ who: theirs.chair })).toEqual({ ok: false, refusal: "not-found" });
    expect(await end({ revision: 1 })).toEqual({ ok: false, refusal: "stale" });
    expect((await look()).nameWithheld).toBe(true);
    await expect(database.sql`delete from portal.agency_withholdings where partnership_id = ${ours.id}`).rejects.toThrow();
  });
});

test("a change of the record does not undo it, and the portal’s own file has the name", async () => {
  need(await withhold());
  const { revision } = await look();
  need(await recordAgency(ours.chair.actor, { partnershipId: ours.id, membershipId: refuge, revision, body: body({ legalName: "Quillfeather Court", charityNumber: number }), membership: membership({ category: "charity", inclusion: "voluntary", reason: "It shelters families." }), repeated: false }, submission()));
  expect((await readPublic()).words).not.toMatch(telling);
  expect((await listAgencies(ours.chair.actor, ours.id, { q: "Quillfeather", sector: null, status: null, attention: null })).map((each) => each.legalName)).toEqual(["Quillfeather Court"]);
});

describe("arrangements", () => {
  const contentOf = async (versionId: string) => {
    const [row] = await database.sql<{ body: Uint8Array }[]>`select p.body from portal.versions v join portal.payloads p on p.partnership_id = v.partnership_id and p.sha256 = v.content_sha256 where v.id = ${versionId}`;
    return parseCanonical(row?.body ?? new Uint8Array());
  };
  const draft = async (words = "We name these.") => {
    const { documentId } = await addReadyDraft(database.sql, ours.id, ours.businessManager.personId);
    await database.sql`update portal.sections set body = ${`${words}\n\n{{relevant-agencies}}`} where document_id = ${documentId} and position = 1`;
  };

  test("that are frozen afterwards hold it without its name, as data and as words, and are signed and published so", async () => {
    await draft();
    need(await withhold());
    const { versionId } = await publishDraft(database, ours);
    const content = await contentOf(versionId);
    expect(content.agencies).toEqual([expect.objectContaining({ name: "Otter Brook School" }), { withheld: true, category: "charity", categoryTitle: "Charity", sector: "voluntary", inclusion: "voluntary" }]);
    expect(content.sections.map((section) => section.markdown).join("\n")).toContain("| Charity, by agreement | An agency whose name is withheld for safety | Not published. |");
    expect(JSON.stringify(content)).not.toMatch(telling);
    expect(await findNameMentions({ id: agencyId, name: legalName })).toEqual([]);
  });

  test("that were frozen before cannot be published any more; those that were published are told of", async () => {
    await draft();
    const { versionId, number: first } = await publishDraft(database, ours);
    await database.sql`update portal.documents set revision = revision + 1, change_note = 'More.' where partnership_id = ${ours.id}`;
    const second = await freezeDraft(database.sql, ours);
    await signEverySeat(ours, second.versionId);
    expect(await listWaitingVersions(ours.chair.actor, ours.id, agencyId)).toEqual([{ number: second.number }]);
    expect(await findNameMentions({ id: agencyId, name: legalName })).toEqual([{ partnership: ours.name, what: `Arrangements, version ${String(first)}`, path: `/partnerships/${ours.slug}/arrangements/versions/${String(first)}`, version: { kind: "arrangements", number: first }, slug: ours.slug }]);
    need(await withhold());
    const publish = () => publishVersion(ours.chair.actor, { partnershipId: ours.id, versionId: second.versionId }, submission());
    expect(await publish()).toEqual({ ok: false, refusal: "agency-name-withheld" });
    expect((await contentOf(versionId)).agencies).toContainEqual(expect.objectContaining({ name: legalName }));
    const third = await publishDraft(database, ours);
    expect(third.number).toBe(3);
  });

  test("whose text names it by hand are not ready to be frozen", async () => {
    await draft("We also work with Quillfeather House.");
    need(await withhold());
    const [row] = await database.sql<{ revision: number }[]>`select revision from portal.documents where partnership_id = ${ours.id}`;
    const outcome = await freezeVersion(ours.businessManager.actor, { partnershipId: ours.id, kind: "arrangements", revision: row?.revision ?? 1, reasons: withoutReview }, submission());
    expect(outcome).toMatchObject({ ok: false, refusal: "not-ready", detail: expect.stringContaining("names an agency whose name is withheld from the public for safety") as string });
    expect(JSON.stringify(outcome)).not.toMatch(telling);
  });

  test("that wait for a set time are not published when it comes, and that is told", async () => {
    const dueAt = new Date("2026-09-08T09:00:00Z");
    await draft();
    const { versionId } = await freezeDraft(database.sql, ours);
    await signEverySeat(ours, versionId);
    const scheduleId = await schedule(database.sql, { partnership: ours, versionId }, dueAt);
    need(await withhold());
    await comesDue(database, dueAt);
    await expect(publishScheduled(await underWay(database.sql, scheduleId))).rejects.toThrow("whose name is withheld");
    expect(await database.sql`select status from portal.versions where id = ${versionId}`).toMatchObject([{ status: "scheduled" }]);
    expect(await database.sql`select kind from portal.messages where partnership_id = ${ours.id} and kind = 'publication-failed'`).not.toHaveLength(0);
    await database.setClock("2026-09-07T09:00:00Z");
  });
});
