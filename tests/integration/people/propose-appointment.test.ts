import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { agreeProposal } from "#app/domain/people/agree-proposal.server.ts";
import { declineProposal, withdrawProposal } from "#app/domain/people/close-proposal.server.ts";
import { type ProposeInput, proposeAppointment } from "#app/domain/people/propose-appointment.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, addSession, submission, type TestPartnership, type TestPerson, type TestSeat } from "#tests/support/partnership.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-10-05T09:00:00Z");
});
afterAll(async () => {
  await database.close();
});

let count = 0;
const partnershipOf = (kinds?: TestSeat["kind"][]) => addPartnership(database.sql, `vale${String((count += 1))}`, kinds);

async function postOf(partnership: TestPartnership, role: string, seatId?: string): Promise<string> {
  const [row] = await database.sql<{ id: string }[]>`
    select id from portal.posts where partnership_id = ${partnership.id} and role = ${role} and (${seatId ?? null}::uuid is null or seat_id = ${seatId ?? null}::uuid)`;
  if (!row) throw new Error("no post");
  return row.id;
}

const given = (partnership: TestPartnership, postId: string, changes: Partial<ProposeInput> = {}): ProposeInput => ({
  partnershipId: partnership.id,
  postId,
  whom: { name: "Bea Thornton", email: `bea.${String((count += 1))}@vale.example` },
  office: "Chief Executive",
  acting: false,
  startsOn: "2026-11-01",
  terms: {},
  reason: "The council has appointed her.",
  ...changes,
});

async function propose(person: TestPerson, input: ProposeInput): Promise<string> {
  const outcome = await proposeAppointment(person.actor, input, submission());
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.detail ?? ""}`);
  return outcome.value.proposalId;
}

const agree = (partnership: TestPartnership, seat: TestSeat, proposalId: string, person = seat.lead) =>
  agreeProposal(person.actor, { partnershipId: partnership.id, proposalId, seatId: seat.id }, submission());

const statusOf = async (proposalId: string) => (await database.sql<{ status: string }[]>`select status from portal.proposals where id = ${proposalId}`)[0]?.status;
const eventsOf = async (partnershipId: string) => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${partnershipId} order by seq`).map((row) => row.type);
const messagesOf = async (partnershipId: string, kind: string) =>
  (await database.sql<{ name: string }[]>`select p.name from portal.messages m join portal.people p on p.id = m.person_id where m.partnership_id = ${partnershipId} and m.kind = ${kind} order by p.name`).map((row) => row.name);
const holdersOfPost = async (postId: string) =>
  database.sql<{ name: string; starts: string; ends: string | null }[]>`
    select p.name, a.starts_on::text as starts, a.ends_on::text as ends from portal.appointments a join portal.people p on p.id = a.person_id where a.post_id = ${postId} order by a.starts_on`;

const three = (partnership: TestPartnership): [TestSeat, TestSeat, TestSeat] => {
  const [a, b, c] = partnership.seats;
  if (!a || !b || !c) throw new Error("no seats");
  return [a, b, c];
};

const independent = { independentReason: "No delegated partner could take it on this year." };

describe("who may propose", () => {
  test("a business manager and a lead; nobody else, and nobody from outside", async () => {
    const ours = await partnershipOf();
    const theirs = await partnershipOf();
    const chair = await postOf(ours, "chair");
    const administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
    const attempt = (person: TestPerson) => proposeAppointment(person.actor, given(ours, chair, { terms: independent }), submission());
    for (const person of [ours.delegate, ours.chair, ours.scrutineer]) expect(await attempt(person)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await attempt(administrator)).toEqual({ ok: false, refusal: "not-permitted" });
    for (const person of [theirs.businessManager, three(theirs)[0].lead]) expect(await attempt(person)).toEqual({ ok: false, refusal: "not-found" });
    expect(await eventsOf(ours.id)).toEqual([]);
    const [lead] = three(ours);
    for (const person of [ours.businessManager, lead.lead]) {
      const outcome = await attempt(person);
      expect(outcome).toMatchObject({ ok: true });
      if (outcome.ok) expect(await withdrawProposal(person.actor, { partnershipId: ours.id, proposalId: outcome.value.proposalId }, submission())).toMatchObject({ ok: true });
    }
  });

  test("not a delegate or a business manager: those are appointed, not proposed", async () => {
    const ours = await partnershipOf();
    for (const role of ["dsp", "business-manager"]) {
      expect(await proposeAppointment(ours.businessManager.actor, given(ours, await postOf(ours, role)), submission())).toMatchObject({ refusal: "not-permitted" });
    }
  });

  test("with an identity confirmed, one at a time per post, for a date the post exists on", async () => {
    const ours = await partnershipOf();
    const scrutineer = await postOf(ours, "scrutineer");
    const stale = await addSession(database.sql, ours.businessManager.personId, { confirmed: false });
    expect(await proposeAppointment(stale.actor, given(ours, scrutineer), submission())).toEqual({ ok: false, refusal: "identity-not-confirmed" });
    expect(await proposeAppointment(ours.businessManager.actor, given(ours, scrutineer, { startsOn: "2019-09-28" }), submission())).toMatchObject({ refusal: "impossible-dates" });
    expect(await proposeAppointment(ours.businessManager.actor, given(ours, scrutineer, { startsOn: "2024-04-01" }), submission())).toMatchObject({
      refusal: "appointment-clash",
      detail: expect.stringContaining("holds this post from 1 April 2024"),
    });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => proposeAppointment(ours.businessManager.actor, given(ours, scrutineer), submission())));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal])))).toEqual(new Set(["proposal-open"]));
    expect(await messagesOf(ours.id, "proposal-made")).toEqual(ours.seats.map((seat) => seat.lead.name).sort());
  });
});

describe("the chair and the scrutineer: every lead agrees", () => {
  test("the last agreement appoints, hands over, publishes and tells, once", async () => {
    const ours = await partnershipOf();
    const seats = three(ours);
    const postId = await postOf(ours, "scrutineer");
    const terms = { appointingBody: "The three partners together", termEndsOn: "2029-10-31", contractEndsOn: "2027-10-31", interests: "None declared" };
    const proposalId = await propose(ours.businessManager, given(ours, postId, { office: "Independent scrutineer", terms }));
    expect(await agree(ours, seats[0], proposalId)).toMatchObject({ ok: true, value: { state: "open" } });
    expect(await agree(ours, seats[0], proposalId)).toEqual({ ok: false, refusal: "already-agreed" });
    expect(await agree(ours, seats[1], proposalId)).toMatchObject({ ok: true, value: { state: "open" } });
    expect(await holdersOfPost(postId)).toHaveLength(1);
    const form = submission();
    const last = () => agreeProposal(seats[2].lead.actor, { partnershipId: ours.id, proposalId, seatId: seats[2].id }, form);
    expect(await last()).toMatchObject({ ok: true, value: { state: "carried-out", invitationPath: expect.stringMatching(/^\/invitations\//) } });
    expect(await last()).toMatchObject({ ok: true, value: { state: "carried-out", invitationPath: null } });
    expect(await agree(ours, seats[2], proposalId)).toEqual({ ok: false, refusal: "proposal-closed" });
    expect(await holdersOfPost(postId)).toEqual([
      { name: ours.scrutineer.name, starts: "2024-04-01", ends: "2026-11-01" },
      { name: "Bea Thornton", starts: "2026-11-01", ends: null },
    ]);
    expect(await eventsOf(ours.id)).toEqual([
      "proposal.made", "proposal.agreed", "proposal.agreed", "proposal.agreed", "appointment.ended", "account.opened", "appointment.made", "terms.recorded", "office.handed-over", "invitation.sent", "proposal.carried-out",
    ]);
    const [published] = await database.sql`select facts->'scrutineer'->'holders' as holders from publication.publications where partnership_id = ${ours.id} order by number desc limit 1`;
    expect(published?.holders[1]).toEqual({
      name: "Bea Thornton", office: "Independent scrutineer", since: "2026-11-01", until: null, acting: false,
      terms: { reviewOn: null, independentReason: null, appointingBody: "The three partners together", termEndsOn: "2029-10-31", interests: "None declared" },
    });
    expect(await messagesOf(ours.id, "appointment-ended")).toEqual([ours.scrutineer.name]);
    const [stored] = await database.sql`select outcome::text as text from portal.submissions where key = ${form.key}`;
    expect(stored?.text).not.toContain("invitations");
  });

  test("one person who leads two health boards agrees for each", async () => {
    const ours = await partnershipOf(["local-authority", "icb", "icb", "police"]);
    const [council, first, second, police] = ours.seats;
    if (!council || !first || !second || !police) throw new Error("no seats");
    await database.sql`update portal.appointments set person_id = ${first.lead.personId} where id = ${second.leadAppointmentId}`;
    const proposalId = await propose(ours.businessManager, given(ours, await postOf(ours, "chair"), { terms: independent }));
    for (const seat of [council, first, police]) expect(await agree(ours, seat, proposalId)).toMatchObject({ value: { state: "open" } });
    expect(await agree(ours, second, proposalId, first.lead)).toMatchObject({ value: { state: "carried-out" } });
  });

  test("agreements at once, each sent twice: carried out exactly once, 12 times over", async () => {
    for (let round = 0; round < 12; round += 1) {
      const ours = await partnershipOf();
      const postId = await postOf(ours, "chair");
      const proposalId = await propose(ours.businessManager, given(ours, postId, { terms: independent }));
      const forms = ours.seats.map((seat) => ({ seat, form: submission() }));
      const outcomes = await Promise.all(
        [...forms, ...forms].map(({ seat, form }) => agreeProposal(seat.lead.actor, { partnershipId: ours.id, proposalId, seatId: seat.id }, form)),
      );
      expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
      expect(await holdersOfPost(postId)).toHaveLength(2);
      expect((await eventsOf(ours.id)).filter((type) => type === "proposal.carried-out")).toHaveLength(1);
    }
  }, 60_000);

  test("a seat that is vacant must be filled first: all means all", async () => {
    const ours = await partnershipOf();
    const [a, b, c] = three(ours);
    await database.sql`update portal.appointments set ends_on = '2026-10-01' where id = ${c.leadAppointmentId}`;
    const proposalId = await propose(ours.businessManager, given(ours, await postOf(ours, "chair"), { terms: independent }));
    for (const seat of [a, b]) expect(await agree(ours, seat, proposalId)).toMatchObject({ value: { state: "open" } });
    expect(await agree(ours, c, proposalId)).toEqual({ ok: false, refusal: "not-found" });
    expect(await statusOf(proposalId)).toBe("open");
  });

  test("a chair is a delegated partner, or there is a reason that is published", async () => {
    const ours = await partnershipOf();
    const postId = await postOf(ours, "chair");
    expect(await proposeAppointment(ours.businessManager.actor, given(ours, postId), submission())).toEqual({ ok: false, refusal: "chair-not-delegate" });
    expect(await proposeAppointment(ours.businessManager.actor, given(ours, postId, { whom: { personId: ours.businessManager.personId } }), submission())).toEqual({ ok: false, refusal: "chair-not-delegate" });
    const proposalId = await propose(ours.businessManager, given(ours, postId, { whom: { personId: ours.delegate.personId }, office: "Partnership chair", terms: { reviewOn: "2027-11-01" } }));
    for (const seat of ours.seats) expect(await agree(ours, seat, proposalId)).toMatchObject({ ok: true });
    const [published] = await database.sql`select facts->'chair'->'holders'->1 as holder from publication.publications where partnership_id = ${ours.id} order by number desc limit 1`;
    expect(published?.holder).toMatchObject({ name: ours.delegate.name, terms: { reviewOn: "2027-11-01", independentReason: null } });

    const theirs = await partnershipOf();
    const outside = await propose(theirs.businessManager, given(theirs, await postOf(theirs, "chair"), { terms: independent }));
    for (const seat of theirs.seats) expect(await agree(theirs, seat, outside)).toMatchObject({ ok: true });
    const [flagged] = await database.sql`select facts->'chair'->'holders'->1->'terms'->>'independentReason' as reason from publication.publications where partnership_id = ${theirs.id} order by number desc limit 1`;
    expect(flagged?.reason).toBe(independent.independentReason);
  });

  test("a delegate proposed as chair who leaves before the last agreement: it lapses, and everybody is told", async () => {
    const ours = await partnershipOf();
    const proposalId = await propose(ours.businessManager, given(ours, await postOf(ours, "chair"), { whom: { personId: ours.delegate.personId } }));
    const [a, b, c] = three(ours);
    for (const seat of [a, b]) await agree(ours, seat, proposalId);
    await database.sql`update portal.appointments set ends_on = '2026-10-20' where person_id = ${ours.delegate.personId}`;
    expect(await agree(ours, c, proposalId)).toMatchObject({ ok: true, value: { state: "lapsed", why: expect.stringContaining("The chair is one of the delegated") } });
    expect(await statusOf(proposalId)).toBe("lapsed");
    expect(await messagesOf(ours.id, "proposal-closed")).toEqual([ours.businessManager.name, a.lead.name, b.lead.name].sort());
    const [agreed] = await database.sql`select count(*)::int as count from portal.proposal_agreements where proposal_id = ${proposalId}`;
    expect(agreed?.count).toBe(2);
  });

  test("a scrutineer proposed who holds another office by then: it lapses", async () => {
    const ours = await partnershipOf();
    const proposalId = await propose(ours.businessManager, given(ours, await postOf(ours, "scrutineer"), { whom: { name: ours.chair.name, email: ours.chair.email } }));
    const outcomes = [];
    for (const seat of ours.seats) outcomes.push(await agree(ours, seat, proposalId));
    expect(outcomes.at(-1)).toMatchObject({ ok: true, value: { state: "lapsed", why: expect.stringContaining("A scrutineer holds no other office here") } });
  });
});

describe("a lead's seat: its own body and another", () => {
  test("own body alone is not enough, nor are two others; own body and another are", async () => {
    const ours = await partnershipOf();
    const [own, b, c] = three(ours);
    const postId = await postOf(ours, "lsp", own.id);
    const proposalId = await propose(own.lead, given(ours, postId));
    expect(await agree(ours, b, proposalId)).toMatchObject({ value: { state: "open" } });
    expect(await agree(ours, c, proposalId)).toMatchObject({ value: { state: "open" } });
    expect(await agree(ours, own, proposalId)).toMatchObject({ value: { state: "carried-out" } });
    expect(await holdersOfPost(postId)).toEqual([
      { name: own.lead.name, starts: "2024-04-01", ends: "2026-11-01" },
      { name: "Bea Thornton", starts: "2026-11-01", ends: null },
    ]);
  });

  test("an outgoing lead who agrees last, for today, is out as it is done", async () => {
    const ours = await partnershipOf();
    const [own, b] = three(ours);
    const postId = await postOf(ours, "lsp", own.id);
    const proposalId = await propose(own.lead, given(ours, postId, { startsOn: "2026-10-05" }));
    await agree(ours, b, proposalId);
    expect(await agree(ours, own, proposalId)).toMatchObject({ ok: true, value: { state: "carried-out" } });
    expect(await holdersOfPost(postId)).toMatchObject([{ ends: "2026-10-05" }, { name: "Bea Thornton", starts: "2026-10-05" }]);
    expect(await agree(ours, own, proposalId)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("one person in two seats of a kind is one person", async () => {
    const ours = await partnershipOf(["local-authority", "icb", "icb", "police"]);
    const [council, first, second] = ours.seats;
    if (!council || !first || !second) throw new Error("no seats");
    await database.sql`update portal.appointments set person_id = ${first.lead.personId} where id = ${second.leadAppointmentId}`;
    const proposalId = await propose(first.lead, given(ours, await postOf(ours, "lsp", first.id)));
    expect(await agree(ours, first, proposalId)).toMatchObject({ value: { state: "open" } });
    expect(await agree(ours, second, proposalId, first.lead)).toMatchObject({ value: { state: "open" } });
    expect(await agree(ours, council, proposalId)).toMatchObject({ value: { state: "carried-out" } });
  });

  test.each([
    ["vacant", async (seat: TestSeat) => database.sql`update portal.appointments set ends_on = '2026-10-01' where id = ${seat.leadAppointmentId}`],
    ["its lead's account is suspended", async (seat: TestSeat) => database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${seat.lead.personId}`],
  ])("nobody can speak for the body (%s): two leads of others, never one", async (_why, silence) => {
    const ours = await partnershipOf();
    const [own, b, c] = three(ours);
    await silence(own);
    const proposalId = await propose(ours.businessManager, given(ours, await postOf(ours, "lsp", own.id)));
    expect(await agree(ours, b, proposalId)).toMatchObject({ value: { state: "open" } });
    expect(await agree(ours, c, proposalId)).toMatchObject({ value: { state: "carried-out" } });
  });

  test("only its own lead declines, while there is one", async () => {
    const ours = await partnershipOf();
    const [own, b] = three(ours);
    const proposalId = await propose(ours.businessManager, given(ours, await postOf(ours, "lsp", own.id)));
    const decline = (person: TestPerson) => declineProposal(person.actor, { partnershipId: ours.id, proposalId, reason: "Not decided yet." }, submission());
    expect(await decline(b.lead)).toEqual({ ok: false, refusal: "not-your-seat" });
    expect(await decline(own.lead)).toMatchObject({ ok: true });
    expect(await statusOf(proposalId)).toBe("declined");
  });

  test("an appointment to come overtakes a proposal", async () => {
    const ours = await partnershipOf();
    const [own, b] = three(ours);
    const postId = await postOf(ours, "lsp", own.id);
    const proposalId = await propose(ours.businessManager, given(ours, postId));
    const other = await addPerson(database.sql, "Cai Rowe");
    await database.sql`update portal.appointments set ends_on = '2026-12-01' where id = ${own.leadAppointmentId}`;
    await database.sql`insert into portal.appointments (partnership_id, post_id, role, seat_id, seat_kind, person_id, starts_on) values (${ours.id}, ${postId}, 'lsp', ${own.id}, ${own.kind}, ${other.personId}, '2026-12-01')`;
    await agree(ours, b, proposalId);
    expect(await agree(ours, own, proposalId)).toMatchObject({ ok: true, value: { state: "lapsed", why: expect.stringContaining("Cai Rowe holds this post from 1 December 2026") } });
    expect(await holdersOfPost(postId)).toHaveLength(2);
  });
});

describe("agreeing, declining, withdrawing", () => {
  test("agreeing is for a lead, for their own seat, confirmed", async () => {
    const ours = await partnershipOf();
    const theirs = await partnershipOf();
    const [a, b] = three(ours);
    const proposalId = await propose(ours.businessManager, given(ours, await postOf(ours, "scrutineer")));
    const attempt = (person: Pick<TestPerson, "actor">, seatId = a.id) => agreeProposal(person.actor, { partnershipId: ours.id, proposalId, seatId }, submission());
    for (const person of [ours.delegate, ours.chair, ours.businessManager, ours.scrutineer]) expect(await attempt(person)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await attempt(b.lead)).toEqual({ ok: false, refusal: "not-your-seat" });
    expect(await attempt(three(theirs)[0].lead)).toEqual({ ok: false, refusal: "not-found" });
    expect(await attempt(a.lead, three(theirs)[0].id)).toEqual({ ok: false, refusal: "not-found" });
    expect(await attempt(await addSession(database.sql, a.lead.personId, { confirmed: false }))).toEqual({ ok: false, refusal: "identity-not-confirmed" });
    const administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
    expect(await attempt(administrator)).toEqual({ ok: false, refusal: "not-permitted" });
    const [agreed] = await database.sql`select count(*)::int as count from portal.proposal_agreements where proposal_id = ${proposalId}`;
    expect(agreed?.count).toBe(0);
  });

  test("one lead declines with a reason: closed, recorded, and told to everybody concerned", async () => {
    const ours = await partnershipOf();
    const [a, b, c] = three(ours);
    const proposalId = await propose(ours.businessManager, given(ours, await postOf(ours, "scrutineer")));
    await agree(ours, a, proposalId);
    const decline = (person: TestPerson) => declineProposal(person.actor, { partnershipId: ours.id, proposalId, reason: "The contract was not put out to tender." }, submission());
    for (const person of [ours.businessManager, ours.chair, ours.scrutineer, ours.delegate]) expect(await decline(person)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await decline(b.lead)).toMatchObject({ ok: true });
    expect(await statusOf(proposalId)).toBe("declined");
    expect(await agree(ours, c, proposalId)).toEqual({ ok: false, refusal: "proposal-closed" });
    expect(await decline(c.lead)).toEqual({ ok: false, refusal: "proposal-closed" });
    expect(await messagesOf(ours.id, "proposal-closed")).toEqual([a.lead.name, c.lead.name, ours.businessManager.name].sort());
    expect(await eventsOf(ours.id)).toEqual(["proposal.made", "proposal.agreed", "proposal.declined"]);
  });

  test("only whoever proposed withdraws", async () => {
    const ours = await partnershipOf();
    const [a] = three(ours);
    const proposalId = await propose(ours.businessManager, given(ours, await postOf(ours, "scrutineer")));
    const withdraw = (person: TestPerson) => withdrawProposal(person.actor, { partnershipId: ours.id, proposalId }, submission());
    expect(await withdraw(a.lead)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await withdraw(ours.chair)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await withdraw(ours.businessManager)).toMatchObject({ ok: true });
    expect(await withdraw(ours.businessManager)).toEqual({ ok: false, refusal: "proposal-closed" });
  });

  test("a decline and the last agreement at once: one of them, never both", async () => {
    for (let round = 0; round < 6; round += 1) {
      const ours = await partnershipOf();
      const [a, b, c] = three(ours);
      const postId = await postOf(ours, "scrutineer");
      const proposalId = await propose(ours.businessManager, given(ours, postId));
      for (const seat of [a, b]) await agree(ours, seat, proposalId);
      const [agreed, declined] = await Promise.all([agree(ours, c, proposalId), declineProposal(a.lead.actor, { partnershipId: ours.id, proposalId, reason: "On reflection, no." }, submission())]);
      expect([agreed.ok, declined.ok].filter(Boolean)).toHaveLength(1);
      expect(await holdersOfPost(postId)).toHaveLength(agreed.ok ? 2 : 1);
      expect(await statusOf(proposalId)).toBe(agreed.ok ? "carried-out" : "declined");
    }
  });
});

describe("the database alone", () => {
  test("no appointment of a lead, chair or scrutineer without its agreement, whoever asks", async () => {
    const { as } = await import("#db/client.server.ts");
    const { sql: raw } = await import("drizzle-orm");
    const ours = await partnershipOf();
    const [a] = three(ours);
    const person = await addPerson(database.sql, "Dee Marlowe");
    await database.sql`update portal.appointments set ends_on = '2026-10-01' where partnership_id = ${ours.id} and role in ('chair', 'scrutineer', 'business-manager')`;
    const administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
    const proposalId = await propose(a.lead, given(ours, await postOf(ours, "chair"), { terms: independent }));
    for (const actor of [a.lead.actor, administrator.actor]) {
      for (const role of ["chair", "scrutineer"]) {
        for (const proposal of [null, proposalId]) {
          await expect(
            as(actor, (tx) => tx.db.execute(raw`insert into portal.appointments (partnership_id, post_id, role, person_id, starts_on, made_by, proposal_id) select partnership_id, id, role, ${person.personId}::uuid, '2026-11-01', ${tx.me.personId}::uuid, ${proposal}::uuid from portal.posts where partnership_id = ${ours.id} and role = ${role}`)),
          ).rejects.toMatchObject({ cause: { constraint_name: "appointments_agreed" } });
        }
      }
    }
    await expect(as(a.lead.actor, (tx) => tx.db.execute(raw`update portal.proposals set status = 'carried-out', closed_at = access.clock(), closed_by = ${tx.me.personId}::uuid where id = ${proposalId}`))).rejects.toMatchObject({ cause: { constraint_name: "proposals_agreed" } });
    await expect(as(a.lead.actor, (tx) => tx.db.execute(raw`insert into portal.proposal_agreements (proposal_id, partnership_id, seat_id, person_id, appointment_id) values (${proposalId}, ${ours.id}, ${three(ours)[1].id}, ${three(ours)[1].lead.personId}, ${three(ours)[1].leadAppointmentId})`))).rejects.toMatchObject({ cause: { constraint_name: "agreements_own_seat" } });
  });
});
