import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { acknowledgeOwnAgency } from "#app/domain/agencies/own/acknowledge-own-agency.server.ts";
import { acceptChange, setChangeAside } from "#app/domain/agencies/own/decide-change.server.ts";
import { proposeChange, type ProposeChangeInput } from "#app/domain/agencies/own/propose-change.server.ts";
import { findChange, findOwnAgency, findOwnStanding, listChanges, listOwnAgencies } from "#app/domain/agencies/own/queries.server.ts";
import { proposeAgain } from "#app/domain/agencies/propose-again.server.ts";
import { findAgency } from "#app/domain/agencies/queries.server.ts";
import { recordAgency } from "#app/domain/agencies/record-agency.server.ts";
import { publishListAgain } from "#app/domain/agencies/takedowns/publish-list-again.server.ts";
import { takeDownList } from "#app/domain/agencies/takedowns/take-down-list.server.ts";
import { withdrawAgency } from "#app/domain/agencies/withdraw-agency.server.ts";
import { findAgencyList } from "#app/domain/publication/agency-list.server.ts";
import { as } from "#db/client.server.ts";
import { membership, nameOne, propose } from "#tests/support/agencies.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { speakFor } from "#tests/support/information-requests.ts";
import { addPartnership, addRepresentative, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let head: TestPerson;
let deputy: TestPerson;
let another: TestPerson;
let school = "";
let college = "";
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-09-07T09:00:00Z");
});
afterAll(() => database.close());
beforeEach(async () => {
  made += 1;
  const { sql } = database;
  ours = await addPartnership(sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(sql, `birchmere-${String(made)}`);
  head = await addRepresentative(sql, ours.id, "education-representative");
  deputy = await addRepresentative(sql, ours.id, "agency-contact");
  another = await addRepresentative(sql, ours.id, "agency-contact");
  school = await nameOne(ours, { legalName: "Otter Brook School" });
  college = await nameOne(ours, { legalName: "Vale College" });
  await speakFor(sql, school, head, deputy);
  await speakFor(sql, college, another);
});

const acknowledge = (who: TestPerson, id = school, sent = submission()) => acknowledgeOwnAgency(who.actor, { partnershipId: ours.id, membershipId: id }, sent);
const suggest = (who: TestPerson, after: ProposeChangeInput["after"], more: Partial<ProposeChangeInput> = {}, sent = submission()) =>
  proposeChange(who.actor, { partnershipId: ours.id, membershipId: school, revision: 2, after, note: null, ...more }, sent);
const accept = (changeId: string, revision = 2, who = ours.businessManager, sent = submission()) => acceptChange(who.actor, { partnershipId: ours.id, changeId, revision }, sent);
const setAside = (changeId: string, who = ours.businessManager) => setChangeAside(who.actor, { partnershipId: ours.id, changeId, reason: "The trust says otherwise." }, submission());
const own = (who: TestPerson, id = school) => findOwnAgency(who.actor, ours.id, id);
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type ~ '^agency[.](ack|change)' order by seq`).map((row) => row.type);
const published = async (name = "Otter Brook School") => (await findAgencyList(ours.slug))?.outline?.agencies.find((each) => each.name === name);
const listed = async () => (await findAgencyList(ours.slug))?.number;

describe("the record of an agency", () => {
  test("is there for its representative and its deputy, and for nobody else", async () => {
    for (const who of [head, deputy]) expect(await own(who)).toMatchObject({ agency: { legalName: "Otter Brook School", status: "named" }, changes: [] });
    expect(await own(another)).toBeNull();
    expect(await own(head, college)).toBeNull();
    for (const who of [ours.businessManager, ours.chair, theirs.businessManager]) expect(await own(who)).toBeNull();
    expect(await own(head, "nothing")).toBeNull();
    expect(await findOwnAgency(head.actor, theirs.id, school)).toBeNull();
    expect((await listOwnAgencies(head.actor, ours.id)).map((each) => each.legalName)).toEqual(["Otter Brook School"]);
    await speakFor(database.sql, college, another, head);
    expect((await listOwnAgencies(head.actor, ours.id)).map((each) => each.legalName)).toEqual(["Otter Brook School", "Vale College"]);
  });

  test("is gone for them the day their appointment ends", async () => {
    await database.sql`update portal.appointments set ends_on = '2026-09-07' where person_id = ${deputy.personId}`;
    expect(await own(deputy)).toBeNull();
    expect(await acknowledge(deputy)).toMatchObject({ ok: false, refusal: "not-found" });
  });
});

describe("acknowledging", () => {
  test("is recorded with the day, the post and an entry; sent twice it is done once", async () => {
    const sent = submission();
    const outcome = await acknowledge(deputy, school, sent);
    expect(outcome).toMatchObject({ ok: true, value: { on: "2026-09-07" } });
    expect(await acknowledge(deputy, school, sent)).toEqual(outcome);
    expect(await own(head)).toMatchObject({ agency: { acknowledgedOn: "2026-09-07", toldOn: "2026-09-07", revision: 3 }, acknowledgedBy: "Head of Service, Vale Probation" });
    expect(await findOwnStanding(ours.chair.actor, school)).toEqual({ openChangeId: null, acknowledgedBy: "Head of Service, Vale Probation" });
    expect(await ledger()).toEqual(["agency.acknowledged-by-post"]);
    expect(await acknowledge(head)).toEqual({ ok: false, refusal: "nothing-to-change" });
  });

  test("is for one's own agency, while it is named", async () => {
    expect(await acknowledge(another)).toEqual({ ok: false, refusal: "not-found" });
    expect(await acknowledge(head, college)).toEqual({ ok: false, refusal: "not-found" });
    expect(await acknowledge(head, "nothing")).toEqual({ ok: false, refusal: "not-found" });
    for (const who of [ours.businessManager, ours.chair]) expect(await acknowledge(who)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await acknowledge(theirs.businessManager)).toEqual({ ok: false, refusal: "not-found" });
    const waiting = await propose(ours, { legalName: "Not named yet" });
    await speakFor(database.sql, waiting, head);
    expect(await acknowledge(head, waiting)).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await ledger()).toEqual([]);
  });

  test("does not outlive a day that somebody in office enters, nor being proposed again", async () => {
    need(await acknowledge(head));
    const posts = await database.sql<{ id: string }[]>`select representative_post_id as id from portal.agency_memberships where id = ${school}`;
    need(await recordAgency(ours.businessManager.actor, { partnershipId: ours.id, membershipId: school, revision: 3, body: null, membership: membership({ reason: "It is ours.", representativePostId: posts[0]?.id ?? null, acknowledgedOn: "2026-09-01" }), repeated: false }, submission()));
    expect(await own(head)).toMatchObject({ agency: { acknowledgedOn: "2026-09-01" }, acknowledgedBy: null });
    need(await withdrawAgency(ours.businessManager.actor, { partnershipId: ours.id, membershipId: school, revision: 4, on: "2026-09-07", reason: "It closed." }, submission()));
    need(await proposeAgain(ours.businessManager.actor, { partnershipId: ours.id, membershipId: school, revision: 5 }, submission()));
    expect(await own(head)).toMatchObject({ agency: { status: "proposed", acknowledgedOn: null }, acknowledgedBy: null });
  });
});

describe("a change that an agency proposes", () => {
  test("waits with before and after; accepted, the record says so and the list is published again", async () => {
    const sent = submission();
    const outcome = await suggest(head, { howWeWork: "Its head is in the executive group.", legalName: "Otter Brook Academy", phase: null, urn: 200_000 + made }, { note: "We became an academy." }, sent);
    expect(await suggest(head, { howWeWork: "Its head is in the executive group.", legalName: "Otter Brook Academy", phase: null, urn: 200_000 + made }, { note: "We became an academy." }, sent)).toEqual(outcome);
    const { changeId } = need(outcome);
    const number = await listed();
    expect(await findChange(ours.chair.actor, ours.id, changeId)).toMatchObject({
      status: "open", parts: ["howWeWork", "legalName", "urn"], note: "We became an academy.", by: "Head of Service, The schools of the vale",
      before: { howWeWork: null, legalName: "Otter Brook School", urn: null }, after: { howWeWork: "Its head is in the executive group.", legalName: "Otter Brook Academy", urn: 200_000 + made },
    });
    expect((await findAgency(ours.chair.actor, ours.id, school))?.legalName).toBe("Otter Brook School");
    const accepting = submission();
    expect(await accept(changeId, 2, ours.delegate, accepting)).toEqual({ ok: true, value: { membershipId: school, published: true } });
    expect(await accept(changeId, 2, ours.delegate, accepting)).toMatchObject({ ok: true });
    expect(await published("Otter Brook Academy")).toMatchObject({ howWeWork: "Its head is in the executive group.", urn: 200_000 + made });
    expect(await listed()).toBe((number ?? 0) + 1);
    expect(await own(head)).toMatchObject({ agency: { legalName: "Otter Brook Academy", revision: 3 }, changes: [{ status: "accepted", decidedOn: "2026-09-07" }] });
    expect(await ledger()).toEqual(["agency.change-proposed", "agency.change-decided", "agency.changed"]);
    expect(await accept(changeId, 3)).toEqual({ ok: false, refusal: "stale" });
  });

  test("of the address alone is in the register, and publishes nothing again", async () => {
    const number = await listed();
    const { changeId } = need(await suggest(head, { contactEmail: "office@otter-brook.example" }));
    expect(await accept(changeId)).toEqual({ ok: true, value: { membershipId: school, published: false } });
    expect((await findAgency(ours.chair.actor, ours.id, school))?.contactEmail).toBe("office@otter-brook.example");
    expect(await listed()).toBe(number);
  });

  test("while the list is down is in the register, and says that it is not published", async () => {
    need(await takeDownList(ours.scrutineer.actor, { partnershipId: ours.id, reason: "An entry showed a place." }, submission()));
    const { changeId } = need(await suggest(head, { legalName: "Otter Brook Academy" }));
    expect(await accept(changeId)).toEqual({ ok: true, value: { membershipId: school, published: false } });
    expect((await findAgency(ours.chair.actor, ours.id, school))?.legalName).toBe("Otter Brook Academy");
    need(await publishListAgain(ours.chair.actor, { partnershipId: ours.id }, submission()));
    expect(await published("Otter Brook Academy")).toBeDefined();
  });

  test("that is set aside says why, and changes nothing", async () => {
    const { changeId } = need(await suggest(deputy, { legalName: "Otter" }));
    const number = await listed();
    expect(await setAside(changeId)).toEqual({ ok: true, value: { membershipId: school } });
    expect(await own(head)).toMatchObject({ agency: { legalName: "Otter Brook School", revision: 2 }, changes: [{ status: "set-aside", reason: "The trust says otherwise." }] });
    expect(await listed()).toBe(number);
    expect(await setAside(changeId)).toEqual({ ok: false, refusal: "stale" });
    expect(await ledger()).toEqual(["agency.change-proposed", "agency.change-decided"]);
  });

  test("takes the place of the one that waits", async () => {
    const first = need(await suggest(head, { legalName: "Otter" })).changeId;
    const second = need(await suggest(deputy, { legalName: "Brook" })).changeId;
    expect((await listChanges(ours.chair.actor, ours.id)).map(({ id, status }) => [id, status])).toEqual([[second, "open"], [first, "replaced"]]);
    expect(await accept(first)).toEqual({ ok: false, refusal: "stale" });
    expect((await findOwnStanding(ours.chair.actor, school)).openChangeId).toBe(second);
  });

  test("is refused when nothing would change, when the record moved on, and to everybody but its own people", async () => {
    expect(await suggest(head, { legalName: "Otter Brook School", howWeWork: null })).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await suggest(head, { legalName: "Otter" }, { revision: 1 })).toEqual({ ok: false, refusal: "stale" });
    expect(await suggest(another, { legalName: "Otter" })).toEqual({ ok: false, refusal: "not-found" });
    expect(await suggest(head, { legalName: "Otter" }, { membershipId: college })).toEqual({ ok: false, refusal: "not-found" });
    expect(await suggest(ours.businessManager, { legalName: "Otter" })).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await suggest(theirs.businessManager, { legalName: "Otter" })).toEqual({ ok: false, refusal: "not-found" });
    need(await withdrawAgency(ours.businessManager.actor, { partnershipId: ours.id, membershipId: school, revision: 2, on: "2026-09-07", reason: "It closed." }, submission()));
    expect(await suggest(head, { legalName: "Otter" }, { revision: 3 })).toEqual({ ok: false, refusal: "stale" });
    expect(await ledger()).toEqual([]);
  });

  test("is decided by those who may, on the record as it stands", async () => {
    const { changeId } = need(await suggest(head, { urn: 300_000 + made }));
    for (const who of [ours.scrutineer, ours.seats[0]?.lead ?? ours.scrutineer, head]) {
      expect(await accept(changeId, 2, who)).toEqual({ ok: false, refusal: "not-permitted" });
      expect(await setAside(changeId, who)).toEqual({ ok: false, refusal: "not-permitted" });
    }
    expect(await accept(changeId, 2, theirs.businessManager)).toEqual({ ok: false, refusal: "not-found" });
    expect(await acceptChange(theirs.businessManager.actor, { partnershipId: theirs.id, changeId, revision: 2 }, submission())).toEqual({ ok: false, refusal: "not-found" });
    expect(await accept("nothing")).toEqual({ ok: false, refusal: "not-found" });
    expect(await accept(changeId, 1)).toEqual({ ok: false, refusal: "stale" });
    await propose(theirs, { legalName: "Somebody else", urn: 300_000 + made });
    expect(await accept(changeId)).toEqual({ ok: false, refusal: "agency-number-taken" });
    expect((await findChange(ours.chair.actor, ours.id, changeId))?.status).toBe("open");
  });

  test("leaves the name and numbers alone that another partnership keeps", async () => {
    const urn = 400_000 + made;
    await propose(theirs, { legalName: "Kingfisher Academy", urn });
    const shared = await nameOne(ours, { urn, legalName: "Kingfisher" });
    await speakFor(database.sql, shared, head);
    expect(await suggest(head, { legalName: "Renamed" }, { membershipId: shared })).toEqual({ ok: false, refusal: "nothing-to-change" });
    const { changeId } = need(await suggest(head, { legalName: "Renamed", howWeWork: "By the forum." }, { membershipId: shared }));
    need(await accept(changeId));
    expect(await findAgency(ours.chair.actor, ours.id, shared)).toMatchObject({ legalName: "Kingfisher Academy", howWeWork: "By the forum." });
  });

  test("that cannot be published is not accepted", async () => {
    const { changeId } = need(await suggest(head, { legalName: "Otter" }));
    await database.sql.unsafe("alter table publication.publications add constraint broken_for_the_test check (kind <> 'agencies') not valid");
    await expect(accept(changeId)).rejects.toThrow();
    await database.sql.unsafe("alter table publication.publications drop constraint broken_for_the_test");
    expect([(await findChange(ours.chair.actor, ours.id, changeId))?.status, (await findAgency(ours.chair.actor, ours.id, school))?.legalName]).toEqual(["open", "Otter Brook School"]);
  });
});

describe("the database alone", () => {
  test("shows a representative their own agency and its changes, and lets them change neither", async () => {
    const { changeId } = need(await suggest(head, { legalName: "Otter" }));
    const count = async (who: TestPerson, table: string) => (await as(who.actor, (tx) => tx.db.execute<{ count: number }>(raw`select count(*)::int as count from ${raw.raw(table)}`)))[0]?.count;
    expect([await count(head, "portal.agency_memberships"), await count(head, "portal.agencies"), await count(head, "portal.agency_changes")]).toEqual([1, 1, 1]);
    expect([await count(another, "portal.agency_memberships"), await count(another, "portal.agency_changes")]).toEqual([1, 0]);
    expect(await count(theirs.businessManager, "portal.agency_changes")).toBe(0);
    const changed = async (who: TestPerson, statement: ReturnType<typeof raw>) => (await as(who.actor, (tx) => tx.db.execute(statement))).count;
    expect(await changed(head, raw`update portal.agency_memberships set reason = 'Mine' where id = ${school}`)).toBe(0);
    expect(await changed(head, raw`update portal.agencies set legal_name = 'Mine'`)).toBe(0);
    expect(await changed(another, raw`update portal.agency_changes set status = 'replaced', decided_at = access.clock(), decided_by = access.me() where id = ${changeId}`)).toBe(0);
    await expect(changed(head, raw`update portal.agency_changes set status = 'accepted', decided_at = access.clock(), decided_by = access.me() where id = ${changeId}`)).rejects.toMatchObject({ cause: { message: expect.stringContaining("row-level security") as string } });
    await expect(changed(another, raw`insert into portal.agency_changes (partnership_id, membership_id, before, after, post_id, proposed_by) select partnership_id, membership_id, before, after, post_id, ${another.personId} from portal.agency_changes union all select ${ours.id}, ${school}::uuid, '{}', '{}', (select id from portal.posts where partnership_id = ${ours.id} limit 1), ${another.personId}::uuid`)).rejects.toMatchObject({ cause: { message: expect.stringContaining("row-level security") as string } });
    const [row] = await as(another.actor, (tx) => tx.db.execute(raw`select * from portal.acknowledge_own_agency(${school}::uuid)`));
    expect(row).toBeUndefined();
  });

  test("waits on the home page of those who decide, until it is decided", async () => {
    const waits = async (who: TestPerson) => (await getHomeFacts(who.actor, ours.id)).agencies.changes;
    expect(await waits(ours.businessManager)).toBeNull();
    const proposed = await suggest(head, { howWeWork: "Monthly." });
    for (const who of [ours.businessManager, ours.chair]) expect(await waits(who)).toMatchObject({ count: 1 });
    expect(await waits(ours.scrutineer)).toBeNull();
    await setAside(need(proposed).changeId);
    expect(await waits(ours.businessManager)).toBeNull();
  });
});
