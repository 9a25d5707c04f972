import { randomUUID } from "node:crypto";

import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { sha256Hex } from "#app/auth/tokens.server.ts";
import { acknowledge } from "#app/domain/agencies/notices/acknowledge.server.ts";
import { decideReply } from "#app/domain/agencies/notices/decide-reply.server.ts";
import { findNoticeLink } from "#app/domain/agencies/notices/link.server.ts";
import { findNotices, findReply, getAgencyNotices } from "#app/domain/agencies/notices/queries.server.ts";
import { saveAddresses } from "#app/domain/agencies/notices/save-addresses.server.ts";
import { tellAgencies } from "#app/domain/agencies/notices/tell-agencies.server.ts";
import type { ReplyKind } from "#app/domain/agencies/notices/vocabulary.ts";
import { writeBack } from "#app/domain/agencies/notices/write-back.server.ts";
import { nameAgencies } from "#app/domain/agencies/name-agencies.server.ts";
import { proposeAgain } from "#app/domain/agencies/propose-again.server.ts";
import { findAgency, findRegister } from "#app/domain/agencies/queries.server.ts";
import { withdrawAgency } from "#app/domain/agencies/withdraw-agency.server.ts";
import { findAgencyList } from "#app/domain/publication/agency-list.server.ts";
import { as } from "#db/client.server.ts";
import { nameOne, propose } from "#tests/support/agencies.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { need } from "#tests/support/funding.ts";
import { letterWent, tokenOf } from "#tests/support/notices.ts";
import { addPartnership, addRepresentative, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let made = 0;

const office = "office@heronhill.example";
const head = { name: "Jo Finch", post: "Headteacher" };

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.setClock("2026-09-07T09:00:00Z");
  made += 1;
  ours = await addPartnership(database.sql, `alderwick-${String(made)}`);
  theirs = await addPartnership(database.sql, `birchmere-${String(made)}`);
});

const actor = () => ours.businessManager.actor;
const agency = async (id: string) => {
  const found = await findAgency(actor(), ours.id, id);
  if (!found) throw new Error("no agency");
  return found;
};
const ledger = async () => (await database.sql<{ type: string; actor: string }[]>`select type, split_part(actor, ':', 1) as actor from ledger.entries where partnership_id = ${ours.id} and type like 'agenc%' order by seq`).map((row) => `${row.actor} ${row.type}`);
const named = (contactEmail: string | null = office) => nameOne(ours, {}, { contactEmail });
const tell = (ids: string[], who: TestPerson = ours.businessManager, sent = submission()) => tellAgencies(who.actor, { partnershipId: ours.id, which: { membershipIds: ids } }, sent);
const details = (proposed: object, kind: ReplyKind = "details") => ({ kind, proposed, ...head });
const withdraw = async (id: string) => need(await withdrawAgency(actor(), { partnershipId: ours.id, membershipId: id, revision: (await agency(id)).revision, on: "2026-09-07", reason: "It closed." }, submission()));
/** Everything that a link could have written. */
const recorded = (id: string) => database.sql`
  select m.revision, m.acknowledged_on, (select count(*) from portal.agency_acknowledgements where membership_id = m.id) as acknowledgements, (select count(*) from portal.agency_replies where membership_id = m.id) as replies,
    (select count(*) from ledger.entries e where e.partnership_id = m.partnership_id) as entries from portal.agency_memberships m where m.id = ${id}`;
const state = async (token: string) => (await findNoticeLink(token))?.state;

describe("naming", () => {
  test("writes to those that have an address, each with a link of its own, in the same transaction", async () => {
    const [one, two, none] = [await propose(ours, {}, { reason: "It is ours.", contactEmail: office }), await propose(ours, {}, { reason: "It is ours.", contactEmail: "two@otter.example" }), await propose(ours, {}, { reason: "It is ours." })];
    expect(await nameAgencies(actor(), { partnershipId: ours.id, membershipIds: [one, two, none], reasons: {} }, submission())).toEqual({ ok: true, value: { named: 3, letters: 2, withoutAddress: 1 } });
    const rows = await database.sql`select membership_id, email, status, written_by, expires_at::date::text as until, secret_sealed from portal.agency_notices where partnership_id = ${ours.id} order by email`;
    expect(rows).toMatchObject([{ membership_id: one, email: office, status: "waiting", written_by: ours.businessManager.personId, until: "2026-11-06" }, { membership_id: two, email: "two@otter.example" }]);
    expect(await tokenOf(database, one)).not.toBe(await tokenOf(database, two));
    const { figures, named: many } = await findNotices(actor(), ours.id, { q: "", state: null }, 1);
    expect([many, figures["on-its-way"], figures["nobody-to-tell"]]).toEqual([3, 2, 1]);
    expect((await agency(one)).toldOn).toBeNull();
    // The token itself is nowhere: only its hash, and what APP_SECRET opens.
    const token = await tokenOf(database, one);
    const [dump] = await database.sql<{ all: string }[]>`select string_agg(n::text, '') as all from portal.agency_notices n`;
    expect(dump?.all).not.toContain(token);
    expect(dump?.all).toContain(sha256Hex(token));
  });

  test("reaches the account of whoever speaks for it where its office has no address", async () => {
    const speaker = await addRepresentative(database.sql, ours.id, "agency-contact");
    const [post] = await database.sql<{ post_id: string }[]>`select post_id from portal.appointments where person_id = ${speaker.personId}`;
    const id = await nameOne(ours, {}, { representativePostId: post?.post_id ?? "" });
    const [row] = await database.sql`select email, shown_as from portal.agency_notices where membership_id = ${id}`;
    expect(row).toEqual({ email: speaker.email, shown_as: "c•••@example.test" });
    expect(await state(await tokenOf(database, id))).toBe("open");
  });

  test("that fails writes no letter", async () => {
    const id = await propose(ours, {}, { reason: "It is ours.", contactEmail: office });
    await database.sql.unsafe("alter table portal.agency_notices add constraint broken_for_the_test check (kind <> 'named') not valid");
    await expect(nameAgencies(actor(), { partnershipId: ours.id, membershipIds: [id], reasons: {} }, submission())).rejects.toThrow();
    await database.sql.unsafe("alter table portal.agency_notices drop constraint broken_for_the_test");
    expect([(await agency(id)).status, await ledger()]).toEqual(["proposed", ["person agency.recorded"]]);
  });
});

describe("a link that is open", () => {
  test("says what being named means to this body, and nothing is used up by opening it fifty times", async () => {
    const id = await named();
    const token = await tokenOf(database, id);
    for (let opened = 0; opened < 50; opened += 1) await findNoticeLink(token);
    expect(await findNoticeLink(token)).toEqual({
      state: "open", mayReply: true, partnership: { name: ours.name, slug: ours.slug }, agencyId: (await agency(id)).agencyId, legalName: "Heron Hill Primary School", nameInLetter: "Heron Hill Primary School", category: "Maintained school (governing body)",
      inclusion: "statutory", reason: "It teaches children who live here.", howWeWork: null, namedOn: "2026-09-07", withdrawnOn: null, sentTo: "o•••@heronhill.example", writtenOn: "2026-09-07", expiresOn: "2026-11-06", hasArrangements: false, acknowledged: null, replies: [],
    });
    expect(await ledger()).not.toContain("link agency.acknowledged");
  });

  test("acknowledges: a row, the register, and an entry by the link", async () => {
    const id = await named();
    const token = await tokenOf(database, id);
    const { reference } = need(await acknowledge(token, head));
    expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await agency(id)).toMatchObject({ acknowledgedOn: "2026-09-07", toldOn: "2026-09-07", revision: 3 });
    expect((await getAgencyNotices(actor(), ours.id, id)).acknowledgement).toEqual({ on: "2026-09-07", ...head, reference });
    expect((await ledger()).at(-1)).toBe("link agency.acknowledged");
    expect(await findNoticeLink(token)).toMatchObject({ state: "acknowledged", acknowledged: { on: "2026-09-07", post: "Headteacher", reference, byThisLink: true } });
    const entry = await database.sql<{ body: Buffer }[]>`select body from ledger.payloads where partnership_id = ${ours.id}`;
    expect(entry.map((row) => row.body.toString()).join()).not.toMatch(/Finch|Headteacher|heronhill/);
    expect(JSON.stringify(await findAgencyList(ours.slug))).not.toMatch(/Finch|Headteacher|heronhill/);
  });

  test("acknowledges once, however many do at once", async () => {
    const id = await named();
    const token = await tokenOf(database, id);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => acknowledge(token, head)));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal])))).toEqual(new Set(["link-not-open"]));
    expect((await database.sql`select 1 from portal.agency_acknowledgements where membership_id = ${id}`).length).toBe(1);
    expect((await ledger()).filter((entry) => entry === "link agency.acknowledged")).toHaveLength(1);
  });

  test("sees in the database its own letter's answers and nothing else, and changes nothing of anybody's", async () => {
    const [id, other] = [await named(), await named()];
    const token = await tokenOf(database, id);
    need(await writeBack(await tokenOf(database, other), details({ note: "Somebody else's" }), randomUUID()));
    const link = { kind: "link" as const, linkId: sha256Hex(token) };
    for (const table of ["agency_memberships", "agencies", "agency_notices", "agency_acknowledgements", "agency_replies", "partnerships", "appointments", "people", "messages"]) {
      const seen = await as(link, (tx) => tx.db.execute(raw.raw(`select 1 from portal.${table}`))).catch((error: unknown) => error);
      expect([table, seen instanceof Error ? 0 : (seen as unknown[]).length]).toEqual([table, 0]);
    }
    await as(link, (tx) => tx.db.execute(raw`update portal.agency_memberships set acknowledged_on = access.today()`));
    expect((await agency(id)).acknowledgedOn).toBeNull();
    const [notice] = await database.sql<{ id: string; partnership_id: string; membership_id: string }[]>`select id, partnership_id, membership_id from portal.agency_notices where membership_id = ${other}`;
    const forged = as(link, (tx) => tx.db.execute(raw`insert into portal.agency_acknowledgements (partnership_id, membership_id, naming, notice_id, name, post, reference) values (${ours.id}, ${other}, 0, ${notice?.id ?? ""}, 'Jo', 'Head', '0000-0000-0000')`));
    await expect(forged).rejects.toMatchObject({ cause: { code: "42501" } });
    const chained = as(link, (tx) => tx.db.execute(raw`select ledger.append(${theirs.id}::uuid, 'agency.acknowledged', 'x')`));
    await expect(chained).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("a link that is not open", () => {
  test.each(["x", "", "a".repeat(43), `${"a".repeat(42)}=`, "../../etc/passwd"])("never was: %s", async (token) => {
    expect(await findNoticeLink(token)).toBeNull();
    expect(await acknowledge(token, head)).toEqual({ ok: false, refusal: "not-found" });
    expect(await writeBack(token, details({ note: "Other" }), randomUUID())).toEqual({ ok: false, refusal: "not-found" });
  });

  const ended: [string, string, boolean, (id: string) => Promise<unknown>][] = [
    ["withdrawn", "withdrawn", false, withdraw],
    ["proposed again", "earlier", false, async (id) => {
      await withdraw(id);
      need(await proposeAgain(actor(), { partnershipId: ours.id, membershipId: id, revision: (await agency(id)).revision }, submission()));
    }],
    ["named once more", "earlier", false, async (id) => {
      await withdraw(id);
      need(await proposeAgain(actor(), { partnershipId: ours.id, membershipId: id, revision: (await agency(id)).revision }, submission()));
      need(await nameAgencies(actor(), { partnershipId: ours.id, membershipIds: [id], reasons: {} }, submission()));
    }],
    ["written to again", "replaced", false, async (id) => {
      await letterWent(database, id);
      need(await tell([id]));
      await letterWent(database, id);
    }],
    ["too late", "expired", false, () => database.setClock("2026-11-06T09:00:00Z")],
    ["acknowledged", "acknowledged", true, async (id) => need(await acknowledge(await tokenOf(database, id), head))],
    ["acknowledged by hand", "acknowledged", true, (id) => database.sql`update portal.agency_memberships set told_on = '2026-09-07', acknowledged_on = '2026-09-07' where id = ${id}`],
  ];
  test.each(ended)("because the agency is %s: it says so, and records nothing", async (_what, expected, mayReply, end) => {
    const id = await named();
    const token = await tokenOf(database, id);
    await end(id);
    const before = await recorded(id);
    expect(await findNoticeLink(token)).toMatchObject({ state: expected, mayReply });
    expect(await acknowledge(token, head)).toEqual({ ok: false, refusal: "link-not-open" });
    if (!mayReply) expect(await writeBack(token, details({ note: "Other" }), randomUUID())).toEqual({ ok: false, refusal: "link-not-open" });
    expect(await recorded(id)).toEqual(before);
  });

  test("a second before its end it is open; a newer letter that has not gone out leaves it open", async () => {
    const id = await named();
    const token = await tokenOf(database, id);
    await letterWent(database, id);
    need(await tell([id]));
    expect(await state(token)).toBe("open");
    await database.setClock("2026-11-06T08:59:59Z");
    expect(await state(token)).toBe("open");
  });

  test("a new name shows beside the one in the letter", async () => {
    const id = await named();
    const token = await tokenOf(database, id);
    await database.sql`update portal.agencies set legal_name = 'Heron Hill Academy' where id = ${(await agency(id)).agencyId}`;
    expect(await findNoticeLink(token)).toMatchObject({ state: "open", legalName: "Heron Hill Academy", nameInLetter: "Heron Hill Primary School" });
  });
});

describe("what an agency writes back", () => {
  const decide = (replyId: string, outcome: "accepted" | "set-aside", reason: string | null = null, who: TestPerson = ours.businessManager, sent = submission()) => decideReply(who.actor, { partnershipId: ours.id, replyId, outcome, reason }, sent);

  test("waits, changes nothing, and is the first result when it is sent twice at once", async () => {
    const id = await named();
    const token = await tokenOf(database, id);
    const key = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => writeBack(token, details({ legalName: "Heron Hill Academy" }), key)));
    expect(new Set(sent.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await writeBack(token, details({ legalName: "Another" }), key)).toEqual({ ok: false, refusal: "form-already-used" });
    expect((await agency(id)).legalName).toBe("Heron Hill Primary School");
    expect((await findNotices(actor(), ours.id, { q: "", state: null }, 1)).replies).toMatchObject([{ kind: "details", before: { legalName: "Heron Hill Primary School", contactEmail: office }, proposed: { legalName: "Heron Hill Academy" }, saidBy: "Jo Finch", saidOn: "2026-09-07", outcome: null }]);
    expect((await ledger()).filter((entry) => entry === "link agency.wrote-back")).toHaveLength(1);
    expect((await findNoticeLink(token))?.replies).toEqual([{ kind: "details", on: "2026-09-07", outcome: null }]);
  });

  test("takes the place of one that waits, and of ten the next is refused", async () => {
    const id = await named();
    const token = await tokenOf(database, id);
    for (let times = 0; times < 10; times += 1) need(await writeBack(token, details({ note: `Time ${String(times)}` }), randomUUID()));
    expect(await writeBack(token, details({ note: "Once more" }), randomUUID())).toEqual({ ok: false, refusal: "too-many-replies" });
    const outcomes = await database.sql<{ outcome: string | null }[]>`select outcome from portal.agency_replies where membership_id = ${id} order by said_at, outcome nulls last`;
    expect(outcomes.map((row) => row.outcome).sort()).toEqual([...Array.from({ length: 9 }, () => "overtaken"), null].sort());
  });

  test("is accepted: the register and the public list have it, and its address is told", async () => {
    const id = await named();
    const { replyId } = need(await writeBack(await tokenOf(database, id), details({ legalName: "Heron Hill Academy", contactEmail: "head@heronhill.example" }), randomUUID()));
    const sent = submission();
    const outcome = await decide(replyId, "accepted", null, ours.chair, sent);
    expect(outcome).toEqual({ ok: true, value: { kind: "details", membershipId: id, nameKeptElsewhere: false } });
    expect(await decide(replyId, "accepted", null, ours.chair, sent)).toEqual(outcome);
    expect(await decide(replyId, "set-aside", "Too late.")).toEqual({ ok: false, refusal: "stale" });
    expect(await agency(id)).toMatchObject({ legalName: "Heron Hill Academy", contactEmail: "head@heronhill.example" });
    expect((await findAgencyList(ours.slug))?.outline?.agencies.map((each) => each.name)).toEqual(["Heron Hill Academy"]);
    expect((await ledger()).slice(-3)).toEqual(["person agency.reply-decided", "person agency.changed", "person agencies.published"]);
    const [letter] = await database.sql`select email, content->'reply'->>'outcome' as outcome from portal.agency_notices where membership_id = ${id} and kind = 'answer'`;
    expect(letter).toEqual({ email: office, outcome: "accepted" });
  });

  test("of a body that another partnership keeps leaves its name to that one", async () => {
    const urn = 480000 + made;
    await propose(theirs, { urn });
    const id = await nameOne(ours, { urn }, { contactEmail: office });
    const { replyId } = need(await writeBack(await tokenOf(database, id), details({ legalName: "Heron Hill Academy" }), randomUUID()));
    expect(await decide(replyId, "accepted")).toMatchObject({ ok: true, value: { nameKeptElsewhere: true } });
    expect((await agency(id)).legalName).toBe("Heron Hill Primary School");
  });

  test("is set aside with a reason, or refused: to nobody else, not twice, not without one", async () => {
    const id = await named();
    const { replyId } = need(await writeBack(await tokenOf(database, id), details({ note: "We merged with Otter Brook." }, "closed"), randomUUID()));
    expect(await decide(replyId, "set-aside")).toEqual({ ok: false, refusal: "reason-needed" });
    expect(await decide(replyId, "set-aside", "It is open.", ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await decide(replyId, "set-aside", "It is open.", theirs.businessManager)).toEqual({ ok: false, refusal: "not-found" });
    expect(await decide("nothing", "accepted")).toEqual({ ok: false, refusal: "not-found" });
    expect(await findReply(theirs.businessManager.actor, theirs.id, replyId)).toBeNull();
    need(await decide(replyId, "set-aside", "It is open."));
    expect(await findReply(actor(), ours.id, replyId)).toMatchObject({ outcome: "set-aside", reason: "It is open.", decidedOn: "2026-09-07" });
  });
});

describe("telling agencies", () => {
  test("again gives each a new link, all or none; not those that acknowledged, left, wait or have nobody", async () => {
    const [one, two] = [await named(), await named("two@otter.example")];
    expect(await tell([one, two])).toEqual({ ok: false, refusal: "stale", detail: "Heron Hill Primary School" });
    for (const id of [one, two]) await letterWent(database, id);
    const sent = submission();
    const outcome = await tell([one, two], ours.delegate, sent);
    expect(outcome).toEqual({ ok: true, value: { letters: 2 } });
    expect(await tell([one, two], ours.delegate, sent)).toEqual(outcome);
    expect((await ledger()).at(-1)).toBe("person agencies.written-to");
    need(await acknowledge(await tokenOf(database, one), head));
    await letterWent(database, two);
    expect(await tell([one, two])).toEqual({ ok: false, refusal: "stale", detail: "Heron Hill Primary School" });
    expect(await tell([await named(null)])).toEqual({ ok: false, refusal: "nobody-to-tell", detail: "Heron Hill Primary School" });
    expect(await tell([await propose(ours)])).toMatchObject({ ok: false, refusal: "stale" });
    expect(await tell([])).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await tell([two], ours.seats[0]?.lead)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await tellAgencies(theirs.businessManager.actor, { partnershipId: ours.id, which: { membershipIds: [two] } }, submission())).toEqual({ ok: false, refusal: "not-found" });
  });

  test("agrees with the register in every figure", async () => {
    const [back, none] = [await named(), await named(null)];
    await letterWent(database, back, "bounced");
    const { figures } = await findNotices(actor(), ours.id, { q: "", state: null }, 1);
    expect(figures).toEqual({ acknowledged: 0, "came-back": 1, "on-its-way": 0, told: 0, "to-tell": 0, "nobody-to-tell": 1 });
    for (const [attention, id] of [["came-back", back], ["nobody-to-tell", none]] as const) {
      expect((await findRegister(actor(), ours.id, { q: "", sector: null, status: null, attention }, 1)).agencies.map((each) => each.id)).toEqual([id]);
    }
  });
});

describe("addresses", () => {
  test("are recorded many at once, all or none, and what is there is replaced only when asked", async () => {
    const [one, two] = [await named(null), await named("two@otter.example")];
    const save = (addresses: { membershipId: string; email: string }[], replace: boolean, who: TestPerson = ours.businessManager) => saveAddresses(who.actor, { partnershipId: ours.id, addresses, replace }, submission());
    const both = [{ membershipId: one, email: office }, { membershipId: two, email: "new@otter.example" }];
    expect(await save(both, false)).toEqual({ ok: false, refusal: "stale", detail: "Heron Hill Primary School" });
    expect((await agency(one)).contactEmail).toBeNull();
    expect(await save(both, true)).toEqual({ ok: true, value: { added: 1, changed: 1 } });
    expect(await save(both, true)).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect([(await agency(one)).contactEmail, (await agency(two)).contactEmail]).toEqual([office, "new@otter.example"]);
    expect((await ledger()).at(-1)).toBe("person agencies.addresses-recorded");
    expect(await save([{ membershipId: await propose(theirs), email: office }], true)).toEqual({ ok: false, refusal: "stale" });
    expect(await save(both, true, ours.scrutineer)).toEqual({ ok: false, refusal: "not-permitted" });
  });
});
