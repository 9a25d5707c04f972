import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { closeOvertaken } from "#app/domain/documents/close-overtaken-job.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { agreeProposal } from "#app/domain/people/agree-proposal.server.ts";
import { declineProposal } from "#app/domain/people/close-proposal.server.ts";
import { proposePartnerChange, type ProposePartnerInput } from "#app/domain/people/partners/propose-change.server.ts";
import { type ProposeInput, proposeAppointment } from "#app/domain/people/propose-appointment.server.ts";
import { findPeople } from "#app/domain/publication/queries.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addOrganisation, addPerson, addSession, submission, type TestPartnership, type TestPerson, type TestSeat } from "#tests/support/partnership.ts";
import { addPublicPartnership } from "#tests/support/publication.ts";
import { freezeDraft } from "#tests/support/signing.ts";

let database: TestDatabase;
const today = "2026-10-05";
beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock(`${today}T09:00:00Z`);
});
afterAll(async () => {
  await database.close();
});

let count = 0;
const partnershipOf = (kinds?: TestSeat["kind"][]) => addPublicPartnership(database, `weald${String((count += 1))}`, kinds);
const codeOf = async (id: string) => (await database.sql<{ code: string }[]>`select code from portal.organisations where id = ${id}`)[0]?.code ?? "";
const organisationOf = async (seat: TestSeat) => (await database.sql<{ id: string }[]>`select organisation_id as id from portal.seats where id = ${seat.id}`)[0]?.id ?? "";
const newBody = async (name = "NHS New ICB") => {
  const id = await addOrganisation(database.sql, "icb", `${name} ${String((count += 1))}`);
  return { id, code: await codeOf(id) };
};
/** The body of a seat ended, or will, and another follows it. */
const follow = async (seat: TestSeat, successor: string | null, lastDay: string) => database.sql`update portal.organisations set valid_to = ${lastDay}, successor_id = ${successor} where id = ${await organisationOf(seat)}`;

const reason = "Two health boards became one by order of the Secretary of State.";
type Change = ProposePartnerInput extends infer Input ? (Input extends unknown ? Omit<Input, "partnershipId" | "reason"> : never) : never;
const propose = (ours: TestPartnership, input: Change, person: TestPerson = ours.businessManager) => proposePartnerChange(person.actor, { ...input, partnershipId: ours.id, reason }, submission());
const agree = (ours: TestPartnership, seat: TestSeat | undefined, proposalId: string) => {
  if (!seat) throw new Error("no seat");
  return agreeProposal(seat.lead.actor, { partnershipId: ours.id, proposalId, seatId: seat.id }, submission());
};
async function made(ours: TestPartnership, input: Change): Promise<string> {
  const outcome = await propose(ours, input);
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.detail ?? ""}`);
  return outcome.value.proposalId;
}
async function postOf(ours: TestPartnership, role: string, seatId: string | null = null): Promise<string> {
  const [row] = await database.sql<{ id: string }[]>`select id from portal.posts where partnership_id = ${ours.id} and role = ${role} and (${seatId}::uuid is null or seat_id = ${seatId}::uuid)`;
  if (!row) throw new Error("no post");
  return row.id;
}

/** A proposal of somebody new for a post, from next month. */
async function proposed(ours: TestPartnership, postId: string, terms: ProposeInput["terms"] = {}): Promise<string> {
  const whom = { name: "Cai Rowe", email: `cai.${String((count += 1))}@weald.example` };
  const outcome = await proposeAppointment(ours.businessManager.actor, { partnershipId: ours.id, postId, whom, office: "Chief Executive", acting: false, startsOn: "2026-11-01", terms, reason: "As agreed." }, submission());
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.detail ?? ""}`);
  return outcome.value.proposalId;
}

async function agreedByTwo(ours: TestPartnership, input: Change): Promise<void> {
  const proposalId = await made(ours, input);
  expect(await agree(ours, ours.seats[0], proposalId)).toMatchObject({ value: { state: "open" } });
  expect(await agree(ours, ours.seats.at(-1), proposalId)).toMatchObject({ value: { state: "carried-out" } });
}

/** What the worker does by the clock: asks for the jobs, and does them. Answers whose they were. */
async function runOvertaken({ sql }: TestDatabase): Promise<string[]> {
  await sql`select portal.requeue_overtaken()`;
  await sql`select portal.requeue_overtaken()`;
  const jobs = await sql<{ id: string; partnership: string }[]>`update pgboss.job set state = 'active', started_on = now() where name = 'close-overtaken' and state < 'active' returning id, data->>'partnership' as partnership`;
  for (const { id } of jobs) {
    await closeOvertaken({ kind: "job", queue: "close-overtaken", jobId: id });
    await sql`update pgboss.job set state = 'completed', completed_on = now() where id = ${id}`;
  }
  return jobs.map((job) => job.partnership);
}

const seatsOf = async (ours: TestPartnership) =>
  (await database.sql<{ name: string; starts: string; ends: string | null; successor: string | null }[]>`
    select s.name, s.valid_from::text as starts, s.valid_to::text as ends, n.name as successor from portal.seats s left join portal.seats n on n.id = s.successor_id
    where s.partnership_id = ${ours.id} order by s.position, s.valid_from`).map((row) => ({ ...row }));
const holdersOf = async (ours: TestPartnership, seatName: string) =>
  (await database.sql<{ role: string; name: string; starts: string; ends: string | null }[]>`
    select a.role, p.name, a.starts_on::text as starts, a.ends_on::text as ends from portal.appointments a join portal.seats s on s.id = a.seat_id join portal.people p on p.id = a.person_id
    where s.partnership_id = ${ours.id} and s.name = ${seatName} order by a.role desc, a.starts_on`).map((row) => ({ ...row }));
const eventsOf = async (ours: TestPartnership) => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} order by seq`).map((row) => row.type);
const messagesOf = async (ours: TestPartnership, kind: string) =>
  (await database.sql<{ name: string }[]>`select p.name from portal.messages m join portal.people p on p.id = m.person_id where m.partnership_id = ${ours.id} and m.kind = ${kind} order by p.name`).map((row) => row.name);
const versionOf = async (ours: TestPartnership) => (await database.sql<{ status: string }[]>`select status from portal.versions where partnership_id = ${ours.id} order by number desc limit 1`)[0]?.status;
const leadsOn = async (ours: TestPartnership, day: string) => ((await findPeople(ours.slug, day))?.facts.seats ?? []).map((seat) => `${seat.organisation}: ${seat.lead.holder?.name ?? "vacant"}`);

describe("adding a statutory partner", () => {
  test("two bodies agree: a seat with two vacant posts, the open version closed with notice, published with its reason", async () => {
    const ours = await partnershipOf();
    const body = await newBody();
    const { versionId } = await freezeDraft(database.sql, ours);
    const [council] = ours.seats;
    if (!council) throw new Error("no council");
    await signVersion(council.lead.actor, { partnershipId: ours.id, versionId, seatId: council.id }, submission());
    await agreedByTwo(ours, { kind: "add-partner", code: body.code, on: today });
    expect((await seatsOf(ours)).at(-1)).toMatchObject({ starts: today, ends: null });
    expect(await versionOf(ours)).toBe("superseded");
    expect(await messagesOf(ours, "version-closed")).toEqual([ours.businessManager.name, ours.chair.name, council.lead.name].sort());
    expect((await eventsOf(ours)).slice(-5)).toEqual(["proposal.agreed", "proposal.agreed", "seat.added", "version.closed", "proposal.carried-out"]);
    const people = await findPeople(ours.slug, null);
    expect(people?.facts.changes).toEqual([{ on: today, what: expect.stringMatching(/^NHS New ICB \d+ from 5 October 2026$/), reason }]);
    expect(people?.facts.seats.at(-1)).toMatchObject({ lead: { holder: null }, delegate: { holder: null } });
    expect(await leadsOn(ours, "2026-10-04")).toHaveLength(3);
  });

  test("from a day to come: until then everything is as it was, and what must be signed changes with the day", async () => {
    const ours = await partnershipOf();
    const body = await newBody();
    const { versionId } = await freezeDraft(database.sql, ours);
    await agreedByTwo(ours, { kind: "add-partner", code: body.code, on: "2027-04-01" });
    expect(await versionOf(ours)).toBe("awaiting");
    for (const seat of ours.seats.slice(0, 2)) expect(await signVersion(seat.lead.actor, { partnershipId: ours.id, versionId, seatId: seat.id }, submission())).toMatchObject({ ok: true });
    await database.setClock("2027-04-01T09:00:00Z");
    const last = ours.seats[2];
    if (!last) throw new Error("no seat");
    const { actor } = await addSession(database.sql, last.lead.personId);
    expect(await signVersion(actor, { partnershipId: ours.id, versionId, seatId: last.id }, submission())).toMatchObject({ ok: false, refusal: "seats-changed" });
    const runs = await runOvertaken(database);
    expect(runs).toContain(ours.id);
    expect(await runOvertaken(database)).toEqual([]);
    expect(await versionOf(ours)).toBe("superseded");
    expect((await eventsOf(ours)).filter((type) => type === "version.closed")).toHaveLength(1);
    expect(await messagesOf(ours, "version-closed")).toEqual([ours.businessManager.name, ours.chair.name, ...ours.seats.slice(0, 2).map((seat) => seat.lead.name)].sort());
    expect((await database.sql`select ledger.first_break(${ours.id}) as broken`)[0]).toEqual({ broken: null });
    await database.setClock(`${today}T09:00:00Z`);
    expect(await leadsOn(ours, "2027-03-31")).toHaveLength(3);
    expect(await leadsOn(ours, "2027-04-01")).toHaveLength(4);
  });

  test("is refused for a body that has a seat, has ended, has not begun, is not on the register, is proposed already; for a day gone by", async () => {
    const ours = await partnershipOf();
    const [council] = ours.seats;
    if (!council) throw new Error("no council");
    const body = await newBody();
    const add = (code: string, on = today) => propose(ours, { kind: "add-partner", code, on });
    expect(await add(await codeOf(await organisationOf(council)))).toMatchObject({ refusal: "partner-already" });
    expect(await add("E00000000")).toMatchObject({ refusal: "body-not-live" });
    expect(await add(body.code, "2026-10-04")).toMatchObject({ refusal: "impossible-dates" });
    await database.sql`update portal.organisations set valid_from = '2027-04-01' where id = ${body.id}`;
    expect(await add(body.code)).toMatchObject({ refusal: "impossible-dates", detail: expect.stringContaining("begins on 1 April 2027") });
    await database.sql`update portal.organisations set valid_from = null, valid_to = '2026-09-30' where id = ${body.id}`;
    expect(await add(body.code)).toMatchObject({ refusal: "body-not-live" });
    await database.sql`update portal.organisations set valid_to = null where id = ${body.id}`;
    expect(await add(body.code)).toMatchObject({ ok: true });
    expect(await add(body.code)).toMatchObject({ refusal: "proposal-open" });
  });

  test("who may propose: a lead and the business manager, identity confirmed; an outsider finds nothing", async () => {
    const ours = await partnershipOf();
    const theirs = await partnershipOf();
    const { code } = await newBody();
    const administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
    const input: Change = { kind: "add-partner", code, on: today };
    for (const person of [ours.delegate, ours.chair, ours.scrutineer, administrator]) expect(await propose(ours, input, person)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await propose(ours, input, theirs.businessManager)).toEqual({ ok: false, refusal: "not-found" });
    const stale = await addSession(database.sql, ours.businessManager.personId, { confirmed: false });
    expect(await propose(ours, input, { ...ours.businessManager, ...stale })).toEqual({ ok: false, refusal: "identity-not-confirmed" });
    const lead = ours.seats[0]?.lead;
    expect(lead && (await propose(ours, input, lead))).toMatchObject({ ok: true });
    expect(await messagesOf(ours, "partner-proposed")).toHaveLength(2);
  });

  test("the same person for two bodies is one person; any lead who is asked may decline", async () => {
    const ours = await partnershipOf(["local-authority", "icb", "icb", "police"]);
    const [council, first, second] = ours.seats;
    if (!council || !first || !second) throw new Error("no seats");
    await database.sql`update portal.appointments set person_id = ${first.lead.personId} where id = ${second.leadAppointmentId}`;
    const { code } = await newBody();
    const proposalId = await made(ours, { kind: "add-partner", code, on: today });
    for (const seat of [first, second]) expect(await agreeProposal(first.lead.actor, { partnershipId: ours.id, proposalId, seatId: seat.id }, submission())).toMatchObject({ value: { state: "open" } });
    expect(await declineProposal(council.lead.actor, { partnershipId: ours.id, proposalId, reason: "Not this year." }, submission())).toMatchObject({ ok: true });
    expect(await seatsOf(ours)).toHaveLength(4);
  });

  test("agreements of every lead at once, each sent twice: carried out exactly once, eight times over", async () => {
    for (let round = 0; round < 8; round += 1) {
      const ours = await partnershipOf();
      const { code } = await newBody();
      const proposalId = await made(ours, { kind: "add-partner", code, on: today });
      const { versionId } = await freezeDraft(database.sql, ours);
      const forms = ours.seats.map((seat) => ({ seat, form: submission() }));
      const signing = ours.seats.map((seat) => signVersion(seat.lead.actor, { partnershipId: ours.id, versionId, seatId: seat.id }, submission()));
      const outcomes = await Promise.all([...forms, ...forms].map(({ seat, form }) => agreeProposal(seat.lead.actor, { partnershipId: ours.id, proposalId, seatId: seat.id }, form)));
      const signed = await Promise.all(signing);
      expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal !== "proposal-closed")).toEqual([]);
      expect(await seatsOf(ours)).toHaveLength(4);
      expect((await eventsOf(ours)).filter((type) => type === "seat.added")).toHaveLength(1);
      expect((await eventsOf(ours)).filter((type) => type === "proposal.carried-out")).toHaveLength(1);
      // Either all three signed before the seats changed, or the version was closed.
      expect(await versionOf(ours)).toBe(signed.every((outcome) => outcome.ok) ? "approved" : "superseded");
    }
  }, 90_000);
});

describe("ending a statutory partner", () => {
  test("ends the seat, its posts and appointments on the day; the body may be one of the two that agree", async () => {
    const ours = await partnershipOf(["icb", "local-authority", "icb", "police"]);
    const [ending] = ours.seats;
    if (!ending) throw new Error("no seat");
    const proposalId = await made(ours, { kind: "end-partner", seatId: ending.id, on: "2026-12-01" });
    expect(await agree(ours, ending, proposalId)).toMatchObject({ value: { state: "open" } });
    expect(await agree(ours, ours.seats[1], proposalId)).toMatchObject({ value: { state: "carried-out" } });
    expect((await seatsOf(ours))[0]).toMatchObject({ name: ending.organisation, ends: "2026-12-01", successor: null });
    expect(await holdersOf(ours, ending.organisation)).toEqual([
      { role: "lsp", name: ending.lead.name, starts: "2024-04-01", ends: "2026-12-01" },
      { role: "dsp", name: ours.delegate.name, starts: "2024-04-01", ends: "2026-12-01" },
    ]);
    expect(await messagesOf(ours, "appointment-ended")).toEqual([ours.delegate.name, ending.lead.name].sort());
    expect(await leadsOn(ours, "2026-11-30")).toContain(`${ending.organisation}: ${ending.lead.name}`);
    expect(await leadsOn(ours, "2026-12-01")).toHaveLength(3);
    expect((await findPeople(ours.slug, null))?.facts.changes).toEqual([{ on: "2026-12-01", what: `${ending.organisation} until 30 November 2026`, reason }]);
    expect(await propose(ours, { kind: "end-partner", seatId: ending.id, on: "2027-01-01" })).toMatchObject({ refusal: "not-found" });
  });

  test("the last of its kind stays, whoever agrees", async () => {
    const ours = await partnershipOf();
    for (const seat of ours.seats) expect(await propose(ours, { kind: "end-partner", seatId: seat.id, on: today })).toEqual({ ok: false, refusal: "one-of-each-kind" });
  });

  test("two proposals that together would leave none: the second lapses", async () => {
    const ours = await partnershipOf(["local-authority", "icb", "icb", "police"]);
    const [, first, second] = ours.seats;
    if (!first || !second) throw new Error("no seats");
    const one = await made(ours, { kind: "end-partner", seatId: first.id, on: today });
    const two = await made(ours, { kind: "end-partner", seatId: second.id, on: today });
    for (const proposalId of [one, two]) await agree(ours, ours.seats[0], proposalId);
    const outcomes = await Promise.all([one, two].map((proposalId) => agree(ours, ours.seats[3], proposalId)));
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.state).sort()).toEqual(["carried-out", "lapsed"]);
    expect((await seatsOf(ours)).filter((seat) => seat.ends !== null)).toHaveLength(1);
  });
});

describe("what the database keeps by itself", () => {
  test("no member writes or ends a seat, its posts or its holders without what two bodies agreed", async () => {
    const { as } = await import("#db/client.server.ts");
    const { sql } = await import("drizzle-orm");
    const ours = await partnershipOf(["local-authority", "icb", "icb", "police"]);
    const { id } = await newBody();
    const seat = ours.seats[1];
    if (!seat) throw new Error("no seat");
    const attempt = (statement: ReturnType<typeof sql>) => as(ours.businessManager.actor, ({ db }) => db.execute(statement));
    const broken = (name: string) => ({ cause: { constraint_name: name } });
    await expect(attempt(sql`insert into portal.seats (partnership_id, organisation_id, kind, name, position, valid_from) values (${ours.id}, ${id}, 'icb', 'NHS', 9, '2026-10-05')`)).rejects.toMatchObject(broken("seats_agreed"));
    await expect(attempt(sql`update portal.seats set valid_to = '2026-12-01' where id = ${seat.id}`)).rejects.toMatchObject(broken("seats_agreed"));
    await expect(attempt(sql`update portal.posts set valid_to = '2026-12-01' where seat_id = ${seat.id}`)).rejects.toMatchObject(broken("posts_as_long_as_the_seat"));
    await expect(attempt(sql`update portal.posts set valid_to = '2026-12-01' where role = 'chair'`)).rejects.toMatchObject(broken("posts_as_long_as_the_seat"));
    await expect(attempt(sql`insert into portal.posts (partnership_id, role, seat_id, seat_kind, office, valid_from) values (${ours.id}, 'lsp', ${seat.id}, 'icb', 'Chief Executive', '2026-10-05')`)).rejects.toMatchObject(broken("posts_as_long_as_the_seat"));
    const proposalId = await made(ours, { kind: "end-partner", seatId: seat.id, on: today });
    await expect(attempt(sql`update portal.seats set valid_to = '2026-12-01', ended_by = ${proposalId} where id = ${seat.id}`)).rejects.toMatchObject(broken("seats_agreed"));
  });
});

describe("succession", () => {
  test("the day the body changed, in the past: the lead and the delegate go on, history is right, published as one sentence", async () => {
    const ours = await partnershipOf(["icb", "local-authority", "police"]);
    const [old] = ours.seats;
    if (!old) throw new Error("no seat");
    const body = await newBody();
    await follow(old, body.id, "2026-03-31");
    await freezeDraft(database.sql, ours);
    expect(await propose(ours, { kind: "succeed-partner", seatId: old.id, on: "2026-03-31", carryFrom: null })).toMatchObject({ refusal: "impossible-dates", detail: expect.stringContaining("Enter 1 April 2026") });
    await agreedByTwo(ours, { kind: "succeed-partner", seatId: old.id, on: "2026-04-01", carryFrom: old.id });
    const [before, after] = await seatsOf(ours);
    expect(before).toMatchObject({ name: old.organisation, ends: "2026-04-01", successor: after?.name });
    expect(after).toMatchObject({ starts: "2026-04-01", ends: null });
    expect(await holdersOf(ours, after?.name ?? "")).toEqual([
      { role: "lsp", name: old.lead.name, starts: "2026-04-01", ends: null },
      { role: "dsp", name: ours.delegate.name, starts: "2026-04-01", ends: null },
    ]);
    expect(await leadsOn(ours, "2026-03-31")).toContain(`${old.organisation}: ${old.lead.name}`);
    expect(await leadsOn(ours, "2026-04-01")).toContain(`${after?.name ?? ""}: ${old.lead.name}`);
    expect((await findPeople(ours.slug, null))?.facts.changes.map((change) => change.what)).toEqual([`${old.organisation} until 31 March 2026, then ${after?.name ?? ""}`]);
    expect(await versionOf(ours)).toBe("superseded");
    expect((await database.sql`select ledger.first_break(${ours.id}) as broken`)[0]).toEqual({ broken: null });
  });

  test("two bodies with one successor become one seat; whose lead goes on is chosen, the others leave", async () => {
    const ours = await partnershipOf(["local-authority", "icb", "icb", "police"]);
    const [, first, second] = ours.seats;
    if (!first || !second) throw new Error("no seats");
    const body = await newBody();
    await follow(first, body.id, "2026-12-31");
    await follow(second, body.id, "2026-12-31");
    const open = await made(ours, { kind: "succeed-partner", seatId: second.id, on: "2027-01-01", carryFrom: first.id });
    expect(await propose(ours, { kind: "succeed-partner", seatId: first.id, on: "2027-01-01", carryFrom: null })).toMatchObject({ refusal: "proposal-open" });
    for (const seat of [first, ours.seats[0]]) await agree(ours, seat, open);
    const all = await seatsOf(ours);
    const merged = all.find((seat) => seat.starts === "2027-01-01");
    expect(all.filter((seat) => seat.successor === merged?.name).map((seat) => seat.name)).toEqual([first.organisation, second.organisation]);
    expect((await holdersOf(ours, merged?.name ?? "")).map((holder) => holder.name)).toContain(first.lead.name);
    expect(await leadsOn(ours, "2026-12-31")).toHaveLength(4);
    expect(await leadsOn(ours, "2027-01-01")).toHaveLength(3);
  });

  test("a successor that has a seat here takes the other in, and its own lead goes on", async () => {
    const ours = await partnershipOf(["local-authority", "icb", "icb", "police"]);
    const [, old, stays] = ours.seats;
    if (!old || !stays) throw new Error("no seats");
    await follow(old, await organisationOf(stays), "2026-09-30");
    await agreedByTwo(ours, { kind: "succeed-partner", seatId: old.id, on: "2026-10-01", carryFrom: old.id });
    expect(await seatsOf(ours)).toHaveLength(4);
    expect((await seatsOf(ours)).find((seat) => seat.name === old.organisation)).toMatchObject({ ends: "2026-10-01", successor: stays.organisation });
    expect((await holdersOf(ours, stays.organisation)).map((holder) => holder.name)).toEqual([stays.lead.name]);
  });

  test("what was proposed for an office of the seat lapses, and what every lead is asked must be proposed again; those concerned are told", async () => {
    const ours = await partnershipOf(["icb", "local-authority", "police"]);
    const [old, other] = ours.seats;
    if (!old || !other) throw new Error("no seats");
    await follow(old, (await newBody()).id, "2026-09-30");
    const lead = await proposed(ours, await postOf(ours, "lsp", old.id));
    const scrutineer = await proposed(ours, await postOf(ours, "scrutineer"), { appointingBody: "The three partners together", termEndsOn: "2029-09-30", interests: "None declared" });
    expect(await agree(ours, other, scrutineer)).toMatchObject({ value: { state: "open" } });

    await agreedByTwo(ours, { kind: "succeed-partner", seatId: old.id, on: "2026-10-06", carryFrom: old.id });
    const closed = await database.sql<{ status: string; why: string }[]>`select status, closed_reason as why from portal.proposals where id = any (${[lead, scrutineer]}::uuid[]) order by kind`;
    expect([...closed]).toEqual([
      { status: "lapsed", why: "The seat it is about ends on 6 October 2026." },
      { status: "lapsed", why: "The statutory partners who must agree change on 6 October 2026. Propose it again." },
    ]);
    const told = await database.sql<{ name: string }[]>`
      select p.name from portal.messages m join portal.people p on p.id = m.person_id
      where m.partnership_id = ${ours.id} and m.kind = 'proposal-closed' and m.content->>'proposalId' = ${scrutineer} order by p.name`;
    expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining([ours.businessManager.name, other.lead.name]));
  });

  test("vacant posts when nobody goes on; what the seat signed since stays its own", async () => {
    const ours = await partnershipOf(["icb", "local-authority", "police"]);
    const [old] = ours.seats;
    if (!old) throw new Error("no seat");
    const body = await newBody();
    await follow(old, body.id, "2026-09-30");
    const { versionId } = await freezeDraft(database.sql, ours);
    await signVersion(old.lead.actor, { partnershipId: ours.id, versionId, seatId: old.id }, submission());
    expect(await propose(ours, { kind: "succeed-partner", seatId: old.id, on: "2026-10-01", carryFrom: null })).toMatchObject({ refusal: "impossible-dates", detail: expect.stringContaining("signed on 5 October 2026. Enter 6 October 2026") });
    await agreedByTwo(ours, { kind: "succeed-partner", seatId: old.id, on: "2026-10-06", carryFrom: null });
    const after = (await seatsOf(ours)).find((seat) => seat.starts === "2026-10-06");
    expect(await holdersOf(ours, after?.name ?? "")).toEqual([]);
    expect(await leadsOn(ours, "2026-10-06")).toContain(`${after?.name ?? ""}: vacant`);
  });

  test("somebody who took office in between is not written out of history: it lapses", async () => {
    const ours = await partnershipOf(["icb", "local-authority", "police"]);
    const [old] = ours.seats;
    if (!old) throw new Error("no seat");
    const body = await newBody();
    await follow(old, body.id, "2026-03-31");
    const proposalId = await made(ours, { kind: "succeed-partner", seatId: old.id, on: "2026-04-01", carryFrom: old.id });
    await agree(ours, ours.seats[1], proposalId);
    await database.sql`update portal.appointments set ends_on = '2026-06-01' where id = ${old.leadAppointmentId}`;
    const next = await addPerson(database.sql, "Lead Next");
    const [post] = await database.sql<{ post_id: string }[]>`select post_id from portal.appointments where id = ${old.leadAppointmentId}`;
    await database.sql`insert into portal.appointments (partnership_id, post_id, role, seat_id, seat_kind, person_id, starts_on) values (${ours.id}, ${post?.post_id ?? ""}, 'lsp', ${old.id}, 'icb', ${next.personId}, '2026-06-01')`;
    expect(await agree(ours, ours.seats[2], proposalId)).toMatchObject({ ok: true, value: { state: "lapsed", why: expect.stringContaining("took office") } });
    expect(await seatsOf(ours)).toHaveLength(3);
  });

  test("no successor named yet: nothing can be proposed; a body that goes on has no succession", async () => {
    const ours = await partnershipOf();
    const [, icb] = ours.seats;
    if (!icb) throw new Error("no seat");
    const attempt = () => propose(ours, { kind: "succeed-partner", seatId: icb.id, on: "2027-04-01", carryFrom: null });
    expect(await attempt()).toEqual({ ok: false, refusal: "not-found" });
    await follow(icb, null, "2027-03-31");
    expect(await attempt()).toEqual({ ok: false, refusal: "not-found" });
  });
});
