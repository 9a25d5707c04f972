import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type AppointInput, appointHolder } from "#app/domain/people/appoint-holder.server.ts";
import { onboardPartnership } from "#app/domain/partnerships/onboard-partnership.server.ts";
import { messagesTo } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let administrator: TestPerson;
beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-10-05T09:00:00Z");
  administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
});
afterAll(async () => {
  await database.close();
});

let emails = 0;
const email = () => `person.${String((emails += 1))}@vale.example`;

/** A partnership fresh from onboarding, every post vacant. */
async function onboarded(area: string, boards = ["E54000050", "E54000051"]) {
  const outcome = await onboardPartnership(
    administrator.actor,
    { name: `Partnership of ${area}`, slug: `area-${area.toLowerCase()}`, areas: [area], icbs: boards, editionId: "working-together-2026", adoptedOn: "2026-04-01", startsOn: "2020-01-01" },
    submission(),
  );
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.detail ?? ""}`);
  const { partnershipId } = outcome.value;
  const posts = await database.sql<{ id: string; role: string; kind: string | null }[]>`
    select po.id, po.role, po.seat_kind as kind from portal.posts po left join portal.seats s on s.id = po.seat_id where po.partnership_id = ${partnershipId} order by s.position, po.role`;
  const post = (role: string, kind: string | null = null, at = 0) => {
    const found = posts.filter((each) => each.role === role && each.kind === kind)[at];
    if (!found) throw new Error(`no post ${role}`);
    return found.id;
  };
  return { partnershipId, post };
}

const given = (partnershipId: string, postId: string, changes: Partial<AppointInput> = {}): AppointInput => ({
  partnershipId,
  postId,
  name: "Ada Fernhill",
  email: email(),
  office: "Chief Executive",
  acting: false,
  startsOn: "2024-04-01",
  ...changes,
});

const events = async (partnershipId: string) => {
  const rows = await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${partnershipId} order by seq`;
  return rows.map((row) => row.type);
};

const termsOf = async (postId: string) =>
  database.sql<{ name: string; starts: string; ends: string | null; acting: boolean }[]>`
    select p.name, a.starts_on::text as starts, a.ends_on::text as ends, a.acting from portal.appointments a join portal.people p on p.id = a.person_id where a.post_id = ${postId} order by a.starts_on`;

async function delegatePost(partnership: TestPartnership, seatId: string) {
  const [row] = await database.sql<{ id: string }[]>`select id from portal.posts where partnership_id = ${partnership.id} and role = 'dsp' and seat_id = ${seatId}`;
  if (!row) throw new Error("no delegate's post");
  return row.id;
}

describe("an administrator and the first holder", () => {
  test("opens an account, appoints, records and publishes, and hands over a link that is stored nowhere", async () => {
    const { partnershipId, post } = await onboarded("E06000001");
    const form = submission({ name: "Ada Fernhill" });
    const input = given(partnershipId, post("lsp", "local-authority"), { office: "Chief Executive and Head of Paid Service", acting: true });
    const outcome = await appointHolder(administrator.actor, input, form);
    expect(outcome).toMatchObject({ ok: true, value: { name: "Ada Fernhill", invited: true, replaced: null, invitationPath: expect.stringMatching(/^\/invitations\/[\w-]{43}$/) } });
    expect(await termsOf(input.postId)).toEqual([{ name: "Ada Fernhill", starts: "2024-04-01", ends: null, acting: true }]);
    expect(await events(partnershipId)).toEqual(["partnership.onboarded", "account.opened", "appointment.made", "invitation.sent"]);
    const [published] = await database.sql`select facts->'seats'->0->'lead' as lead from publication.publications where partnership_id = ${partnershipId} and number = 2`;
    const office = "Chief Executive and Head of Paid Service";
    expect(published?.lead).toEqual({ office, since: "2020-01-01", until: null, holders: [{ name: "Ada Fernhill", office, since: "2024-04-01", until: null, acting: true }] });

    const again = await appointHolder(administrator.actor, input, form);
    expect(again).toMatchObject({ ok: true, value: { invited: true, invitationPath: null } });
    const [stored] = await database.sql`select outcome::text as text from portal.submissions where key = ${form.key}`;
    expect(stored?.text).not.toContain("invitations/");
    expect(await events(partnershipId)).toHaveLength(4);
  });

  test("never the second one", async () => {
    const { partnershipId, post } = await onboarded("E06000002");
    const manager = post("business-manager");
    await database.sql`insert into portal.appointments (partnership_id, post_id, role, person_id, starts_on, ends_on) values (${partnershipId}, ${manager}, 'business-manager', ${administrator.personId}, '2021-01-01', '2022-01-01')`;
    expect(await appointHolder(administrator.actor, given(partnershipId, manager), submission())).toMatchObject({ ok: false, refusal: "held-before" });
  });

  test("of a lead's seat and of the business manager's post, and of nothing else", async () => {
    const { partnershipId, post } = await onboarded("E06000010");
    for (const postId of [post("chair"), post("scrutineer"), post("dsp", "local-authority")]) {
      expect(await appointHolder(administrator.actor, given(partnershipId, postId), submission())).toEqual({ ok: false, refusal: "not-permitted" });
    }
    expect(await events(partnershipId)).toEqual(["partnership.onboarded"]);
    for (const postId of [post("lsp", "local-authority"), post("lsp", "police"), post("business-manager")]) {
      expect(await appointHolder(administrator.actor, given(partnershipId, postId), submission())).toMatchObject({ ok: true });
    }
  });

  test("one chief executive may hold both health boards' seats, under one account", async () => {
    const { partnershipId, post } = await onboarded("E06000003");
    const address = email();
    const first = given(partnershipId, post("lsp", "icb", 0), { email: address });
    expect(await appointHolder(administrator.actor, first, submission())).toMatchObject({ ok: true, value: { invited: true } });
    const second = given(partnershipId, post("lsp", "icb", 1), { email: address.toUpperCase(), name: "  ada  FERNHILL" });
    expect(await appointHolder(administrator.actor, second, submission())).toMatchObject({ ok: true, value: { invited: true } });
  });

  test("a lead of the council cannot lead the police too, and the message says of what", async () => {
    const { partnershipId, post } = await onboarded("E06000004");
    const address = email();
    await appointHolder(administrator.actor, given(partnershipId, post("lsp", "local-authority"), { email: address }), submission());
    expect(await appointHolder(administrator.actor, given(partnershipId, post("lsp", "police"), { email: address }), submission())).toEqual({
      ok: false,
      refusal: "two-kinds-of-seat",
      detail: "Ada Fernhill is Chief Executive, Stockton-on-Tees Council, here from 1 April 2024 with no end date.",
    });
  });

  test("a scrutineer holds no other office", async () => {
    const { partnershipId, post } = await onboarded("E06000005");
    const address = email();
    await appointHolder(administrator.actor, given(partnershipId, post("business-manager"), { email: address }), submission());
    await database.sql`update portal.appointments set ends_on = starts_on where partnership_id = ${partnershipId}`;
    await database.sql`insert into portal.appointments (partnership_id, post_id, role, person_id, starts_on) select ${partnershipId}, ${post("scrutineer")}, 'scrutineer', person_id, '2024-04-01' from access.accounts where email = ${address}`;
    expect(await appointHolder(administrator.actor, given(partnershipId, post("business-manager"), { email: address }), submission())).toMatchObject({
      refusal: "scrutineer-independent",
      detail: "Ada Fernhill is Independent scrutineer here from 1 April 2024 with no end date.",
    });
  });

  test("an address of somebody else is refused with the name, and nothing is written", async () => {
    const { partnershipId, post } = await onboarded("E06000007");
    const known = await addPerson(database.sql, "Bea Thornton");
    expect(await appointHolder(administrator.actor, given(partnershipId, post("business-manager"), { email: known.email }), submission())).toEqual({
      ok: false,
      refusal: "other-name",
      detail: "It is the address of Bea Thornton. If that is who you mean, enter the name like that.",
    });
    expect(await termsOf(post("business-manager"))).toEqual([]);
    expect(await events(partnershipId)).toEqual(["partnership.onboarded"]);
  });

  test("a start before the post existed, and an identity not confirmed, are refused", async () => {
    const { partnershipId, post } = await onboarded("E06000008");
    expect(await appointHolder(administrator.actor, given(partnershipId, post("business-manager"), { startsOn: "2019-12-31" }), submission())).toMatchObject({
      refusal: "impossible-dates",
      detail: "This post exists from 1 January 2020. Enter that date or a later one.",
    });
    const stale = await addSession(database.sql, administrator.personId, { confirmed: false });
    expect(await appointHolder(stale.actor, given(partnershipId, post("business-manager")), submission())).toMatchObject({ refusal: "identity-not-confirmed" });
    await database.sql`update access.sessions set confirmed_at = access.clock() - interval '5 minutes' where id = ${stale.actor.sessionId}`;
    expect(await appointHolder(stale.actor, given(partnershipId, post("business-manager")), submission())).toMatchObject({ refusal: "identity-not-confirmed" });
    await database.sql`update access.sessions set confirmed_at = access.clock() - interval '299 seconds' where id = ${stale.actor.sessionId}`;
    expect(await appointHolder(stale.actor, given(partnershipId, post("business-manager")), submission())).toMatchObject({ ok: true });
  });

  test("ten appointments to one post at once: one holder, and the others are told", async () => {
    const { partnershipId, post } = await onboarded("E06000009");
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => appointHolder(administrator.actor, given(partnershipId, post("business-manager")), submission())));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal])))).toEqual(new Set(["held-before"]));
  });
});

describe("a lead and the delegate of the same seat", () => {
  test("replaces: the one in office leaves as the next one starts", async () => {
    const partnership = await addPartnership(database.sql, "fernley");
    const seat = partnership.seats.find((each) => each.kind === "icb");
    if (!seat) throw new Error("no seat");
    const postId = await delegatePost(partnership, seat.id);
    expect(await appointHolder(seat.lead.actor, given(partnership.id, postId, { office: "Director of Nursing", startsOn: "2026-06-01" }), submission())).toMatchObject({
      ok: true,
      value: { replaced: "Delegate Rowan fernley", invited: true, invitationPath: expect.stringContaining("/invitations/") },
    });
  });

  test("the dates are half-open: the successor starts on the day the other ends; past and future both", async () => {
    const partnership = await addPartnership(database.sql, "glenholt");
    const seat = partnership.seats.find((each) => each.kind === "icb");
    if (!seat) throw new Error("no seat");
    const postId = await delegatePost(partnership, seat.id);
    const appointed = (name: string, startsOn: string) => appointHolder(seat.lead.actor, given(partnership.id, postId, { name, startsOn, office: "Director of Nursing" }), submission());
    expect(await appointed("Bea Thornton", "2026-12-01")).toMatchObject({ ok: true, value: { replaced: "Delegate Rowan glenholt" } });
    expect(await termsOf(postId)).toEqual([
      { name: "Delegate Rowan glenholt", starts: "2024-04-01", ends: "2026-12-01", acting: false },
      { name: "Bea Thornton", starts: "2026-12-01", ends: null, acting: false },
    ]);
    for (const startsOn of ["2026-12-01", "2026-11-01", "2025-01-01"]) {
      expect(await appointed("Cai Rowe", startsOn)).toEqual({ ok: false, refusal: "appointment-clash", detail: "Bea Thornton holds this post from 1 December 2026 with no end date." });
    }
    expect(await appointed("Cai Rowe", "2024-03-31")).toMatchObject({ refusal: "appointment-clash" });
    expect(await termsOf(postId)).toHaveLength(2);
    expect(await events(partnership.id)).toEqual(["appointment.ended", "account.opened", "appointment.made", "office.handed-over", "invitation.sent"]);
  });

  test("somebody known elsewhere keeps the account: no link is shown, it goes to them; no name told", async () => {
    const partnership = await addPartnership(database.sql, "hollowby");
    const elsewhere = await addPerson(database.sql, "Dee Marlowe");
    const seat = partnership.seats[0];
    if (!seat) throw new Error("no seat");
    const postId = await delegatePost(partnership, seat.id);
    expect(await appointHolder(seat.lead.actor, given(partnership.id, postId, { email: elsewhere.email }), submission())).toEqual({ ok: false, refusal: "other-name" });
    expect(await appointHolder(seat.lead.actor, given(partnership.id, postId, { email: elsewhere.email, name: "Dee Marlowe" }), submission())).toMatchObject({
      ok: true,
      value: { invited: true, invitationPath: null },
    });
    expect(await messagesTo(database.sql, elsewhere.personId)).toEqual(["invitation"]);
  });

  test("nobody else's: not another seat's delegate, not a lead's post, not another partnership's", async () => {
    const partnership = await addPartnership(database.sql, "ivybridge");
    const other = await addPartnership(database.sql, "juniper");
    const [council, icb] = partnership.seats;
    if (!council || !icb || !other.seats[0]) throw new Error("no seats");
    const postId = await delegatePost(partnership, council.id);
    const attempt = (person: TestPerson) => appointHolder(person.actor, given(partnership.id, postId), submission());
    expect(await attempt(icb.lead)).toMatchObject({ refusal: "not-permitted" });
    for (const person of [partnership.delegate, partnership.chair, partnership.businessManager, partnership.scrutineer]) {
      expect(await attempt(person)).toMatchObject({ refusal: "not-permitted" });
    }
    for (const person of [other.seats[0].lead, other.businessManager]) expect(await attempt(person)).toEqual({ ok: false, refusal: "not-found" });
    const [chairPost] = await database.sql<{ id: string }[]>`select id from portal.posts where partnership_id = ${partnership.id} and role = 'chair'`;
    expect(await appointHolder(council.lead.actor, given(partnership.id, chairPost?.id ?? ""), submission())).toMatchObject({ refusal: "not-permitted" });
    expect(await events(partnership.id)).toEqual([]);
  });
});
