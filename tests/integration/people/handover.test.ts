import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { tasksFor } from "#app/domain/home/rules.ts";
import { agreeProposal } from "#app/domain/people/agree-proposal.server.ts";
import { appointHolder } from "#app/domain/people/appoint-holder.server.ts";
import { findHistory } from "#app/domain/people/history.server.ts";
import { findPeopleView } from "#app/domain/people/people-view.server.ts";
import { proposeAppointment } from "#app/domain/people/propose-appointment.server.ts";
import { recordDelegation } from "#app/domain/people/record-delegation.server.ts";
import { findPostToFill } from "#app/domain/people/queries.server.ts";
import { findPeople } from "#app/domain/publication/queries.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addReadyDraft, addSession, submission, type TestPartnership, type TestPerson, type TestSeat } from "#tests/support/partnership.ts";
import { republishDirectory } from "#tests/support/publication.ts";
import { freezeDraft } from "#tests/support/signing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});

async function postOf(partnership: TestPartnership, role: string, seatId?: string): Promise<string> {
  const [row] = await database.sql<{ id: string }[]>`
    select id from portal.posts where partnership_id = ${partnership.id} and role = ${role} and (${seatId ?? null}::uuid is null or seat_id = ${seatId ?? null}::uuid)`;
  if (!row) throw new Error("no post");
  return row.id;
}

/** The seat with a delegate, and two others. */
async function arrange(slug: string) {
  await database.setClock("2026-10-05T09:00:00Z");
  const partnership = await addPartnership(database.sql, slug);
  await republishDirectory(partnership);
  const seat = partnership.seats.find((each) => each.kind === "icb");
  const [first, second] = partnership.seats.filter((each) => each !== seat);
  const [delegate] = await database.sql<{ id: string }[]>`select id from portal.appointments where person_id = ${partnership.delegate.personId}`;
  if (!seat || !first || !second || !delegate) throw new Error("no seats");
  return { partnership, seat, first, second, delegateAppointmentId: delegate.id };
}

/** Replaces the lead of a seat on a day, as its outgoing lead and another agree. */
async function replaceLead(partnership: TestPartnership, seat: TestSeat, other: TestSeat, startsOn: string): Promise<TestPerson> {
  const email = `bea.${partnership.slug}@vale.example`;
  const input = { partnershipId: partnership.id, postId: await postOf(partnership, "lsp", seat.id), whom: { name: "Bea Thornton", email }, office: "Chief Officer", acting: true, startsOn, terms: {}, reason: "She retires." };
  const proposed = await proposeAppointment(seat.lead.actor, input, submission());
  if (!proposed.ok) throw new Error(proposed.refusal);
  for (const each of [other, seat]) {
    const agreed = await agreeProposal(each.lead.actor, { partnershipId: partnership.id, proposalId: proposed.value.proposalId, seatId: each.id }, submission());
    if (!agreed.ok) throw new Error(agreed.refusal);
  }
  const [account] = await database.sql<{ id: string }[]>`select person_id as id from access.accounts where email = ${email}`;
  const personId = account?.id ?? "";
  return { personId, name: "Bea Thornton", email, ...(await addSession(database.sql, personId)) };
}

const sign = (partnership: TestPartnership, person: TestPerson, seat: TestSeat, versionId: string) => signVersion(person.actor, { partnershipId: partnership.id, versionId, seatId: seat.id }, submission());

describe("a lead retires between two signatures", () => {
  test("what the seat has signed stands: the version is approved by the others' signatures", async () => {
    const { partnership, seat, first, second } = await arrange("ashholt");
    await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
    const { versionId } = await freezeDraft(database.sql, partnership);
    expect(await sign(partnership, seat.lead, seat, versionId)).toMatchObject({ ok: true });
    const next = await replaceLead(partnership, seat, first, "2026-10-05");
    expect(await sign(partnership, next, seat, versionId)).toMatchObject({ refusal: "already-signed" });
    expect(await sign(partnership, first.lead, first, versionId)).toMatchObject({ ok: true, value: { approved: false } });
    expect(await sign(partnership, second.lead, second, versionId)).toMatchObject({ ok: true, value: { approved: true } });
    const [signed] = await database.sql<{ person: string }[]>`select person_id as person from portal.signatures where version_id = ${versionId} and seat_id = ${seat.id}`;
    expect(signed?.person).toBe(seat.lead.personId);
  });

  test("a seat that has not signed is signed by the new lead, never by the one who left; the ledger says what was handed over", async () => {
    const { partnership, seat, first, second } = await arrange("birchholt");
    await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
    const { versionId } = await freezeDraft(database.sql, partnership);
    for (const each of [first, second]) await sign(partnership, each.lead, each, versionId);
    const [before] = await database.sql<{ id: string }[]>`select id from portal.posts where partnership_id = ${partnership.id} and role = 'lsp' and seat_id = ${seat.id}`;
    expect((await findPostToFill(seat.lead.actor, partnership.id, before?.id ?? ""))?.open).toMatchObject({ versions: [{ id: versionId }] });
    const next = await replaceLead(partnership, seat, first, "2026-10-05");
    expect(await sign(partnership, seat.lead, seat, versionId)).toMatchObject({ ok: false, refusal: "not-found" });
    const home = tasksFor(await getHomeFacts(next.actor, partnership.id));
    expect(home.map((task) => task.text)).toContain("Sign the arrangements, version 1");
    expect(await sign(partnership, next, seat, versionId)).toMatchObject({ ok: true, value: { approved: true } });
    const [entry] = await database.sql<{ body: string }[]>`
      select convert_from(p.body, 'UTF8') as body from ledger.entries e join ledger.payloads p using (chain, seq) where e.partnership_id = ${partnership.id} and e.type = 'office.handed-over'`;
    expect(JSON.parse(entry?.body ?? "{}")).toMatchObject({ fromAppointmentId: seat.leadAppointmentId, on: "2026-10-05", versions: [versionId], proposals: [] });
  });
});

describe("what a lead delegates", () => {
  const scope = "Day to day work; not the budget or the yearly report.";
  const record = (person: TestPerson, partnershipId: string, appointmentId: string, changes = {}) => recordDelegation(person.actor, { partnershipId, appointmentId, scope, startsOn: "2026-09-01", ...changes }, submission());

  test("is recorded by the lead of that seat alone, published, changed from a day, and kept", async () => {
    const { partnership, seat, first, delegateAppointmentId } = await arrange("cedarholt");
    const other = await addPartnership(database.sql, "cedarholt-b");
    for (const person of [partnership.delegate, partnership.chair, partnership.businessManager, partnership.scrutineer]) {
      expect(await record(person, partnership.id, delegateAppointmentId)).toEqual({ ok: false, refusal: "not-permitted" });
    }
    expect(await record(first.lead, partnership.id, delegateAppointmentId)).toEqual({ ok: false, refusal: "not-your-seat" });
    expect(await record(other.seats[0]?.lead ?? seat.lead, partnership.id, delegateAppointmentId)).toEqual({ ok: false, refusal: "not-found" });
    expect(await record(seat.lead, partnership.id, seat.leadAppointmentId)).toEqual({ ok: false, refusal: "not-found" });
    expect(await record(seat.lead, partnership.id, delegateAppointmentId, { startsOn: "2024-03-31" })).toMatchObject({ refusal: "impossible-dates" });
    const stale = await addSession(database.sql, seat.lead.personId, { confirmed: false });
    expect(await record({ ...seat.lead, ...stale }, partnership.id, delegateAppointmentId)).toEqual({ ok: false, refusal: "identity-not-confirmed" });

    expect(await record(seat.lead, partnership.id, delegateAppointmentId)).toMatchObject({ ok: true });
    expect(await record(seat.lead, partnership.id, delegateAppointmentId, { scope: "All but the budget.", startsOn: "2026-10-01" })).toMatchObject({ ok: true });
    const onDay = async (day: string) => (await findPeople("cedarholt", day))?.facts.seats.find((each) => each.id === seat.id)?.delegate?.holder?.delegation;
    expect(await onDay("2026-08-31")).toEqual({ state: "unrecorded" });
    expect(await onDay("2026-09-30")).toEqual({ state: "in-force", scope, since: "2026-09-01" });
    expect(await onDay("2026-10-05")).toEqual({ state: "in-force", scope: "All but the budget.", since: "2026-10-01" });
    const types = await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${partnership.id} order by seq`;
    expect(types.map((row) => row.type)).toEqual(["delegation.recorded", "delegation.ended", "delegation.recorded"]);
  });

  test("comes with the appointment of a delegate, and ends with it", async () => {
    const { partnership, seat } = await arrange("elmholt");
    const input = { partnershipId: partnership.id, postId: await postOf(partnership, "dsp", seat.id), name: "Cai Rowe", email: "cai@elmholt.example", office: "Chief Nurse", acting: false, startsOn: "2026-10-05", scope };
    expect(await appointHolder(seat.lead.actor, input, submission())).toMatchObject({ ok: true });
    const view = await findPeopleView(seat.lead.actor, partnership.id);
    expect(view?.seats.find((each) => each.id === seat.id)?.delegate?.delegation).toEqual({ state: "in-force", scope, since: "2026-10-05" });
    await database.setClock("2026-11-05T09:00:00Z");
    const later = await addSession(database.sql, seat.lead.personId);
    expect(await appointHolder(later.actor, { ...input, name: "Dee Marlowe", email: "dee@elmholt.example", startsOn: "2026-11-05", scope: null }, submission())).toMatchObject({ ok: true, value: { replaced: "Cai Rowe" } });
    const after = await findPeopleView(later.actor, partnership.id);
    expect(after?.seats.find((each) => each.id === seat.id)?.delegate?.delegation).toEqual({ state: "unrecorded" });
  });

  test("waits for a new lead to confirm it, in the portal, on their home page and in public", async () => {
    const { partnership, seat, first, delegateAppointmentId } = await arrange("firholt");
    await record(seat.lead, partnership.id, delegateAppointmentId);
    const next = await replaceLead(partnership, seat, first, "2026-10-05");
    const state = async () => (await findPeople("firholt", null))?.facts.seats.find((each) => each.id === seat.id)?.delegate?.holder?.delegation;
    expect(await state()).toEqual({ state: "to-confirm", scope, since: "2026-09-01" });
    expect(tasksFor(await getHomeFacts(next.actor, partnership.id)).map((task) => task.text)).toContain(`Confirm what you delegate to ${partnership.delegate.name}`);
    expect(await record(next, partnership.id, delegateAppointmentId, { startsOn: "2026-10-05" })).toMatchObject({ ok: true });
    expect(await state()).toEqual({ state: "in-force", scope, since: "2026-10-05" });
  });
});

describe("who held which office on a day", () => {
  test("with each one's own title, acting, and vacancies; the same in the portal and in public", async () => {
    const { partnership, seat, first } = await arrange("hazelholt");
    await replaceLead(partnership, seat, first, "2026-11-01");
    const lead = `Lead safeguarding partner, ${seat.organisation}`;
    for (const [day, expected] of [
      ["2024-03-31", { state: "vacant" }],
      ["2026-10-31", { state: "held", holder: { who: seat.lead.name, office: "Chief Executive", acting: false } }],
      ["2026-11-01", { state: "held", holder: { who: "Bea Thornton", office: "Chief Officer", acting: true } }],
      ["2010-01-01", { state: "not-there" }],
    ] as const) {
      const inside = await findHistory(partnership.businessManager.actor, partnership.id, day);
      expect(inside.offices.find((office) => office.label === lead)?.onDay, `inside, ${day}`).toMatchObject(expected);
      const outside = await findPeople("hazelholt", day);
      expect(outside?.offices.find((office) => office.label === lead)?.onDay, `in public, ${day}`).toMatchObject(expected);
    }
    const [held] = await database.sql<{ office: string }[]>`select office from portal.posts where partnership_id = ${partnership.id} and role = 'lsp' and seat_id = ${seat.id}`;
    expect(held?.office).toBe("Chief Executive");
  });

  test("a withheld name is withheld on every day and in what others wrote; the office never", async () => {
    const { partnership, seat, delegateAppointmentId } = await arrange("hollyholt");
    await recordDelegation(seat.lead.actor, { partnershipId: partnership.id, appointmentId: delegateAppointmentId, scope: `All that ${partnership.delegate.name} needs.`, startsOn: "2026-09-01" }, submission());
    await database.sql`update portal.people set name_withheld = true where id in (${partnership.delegate.personId}, ${seat.lead.personId})`;
    await republishDirectory(partnership);
    const people = JSON.stringify(await findPeople("hollyholt", "2026-10-05"));
    expect(people).not.toContain(partnership.delegate.name);
    expect(people).not.toContain(seat.lead.name);
    expect(people).toContain("All that Name withheld for safety needs.");
    expect(people).toContain("Director of Children");
  });
});
