import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { endAppointment, type EndInput } from "#app/domain/people/end-appointment.server.ts";
import { findPeopleView } from "#app/domain/people/people-view.server.ts";
import { findAppointmentToEnd } from "#app/domain/people/queries.server.ts";
import { as } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, addSession, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let made = 0;
beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-10-05T09:00:00Z");
});
beforeEach(async () => {
  partnership = await addPartnership(database.sql, `larchford-${String.fromCharCode(97 + (made += 1))}`);
});
afterAll(async () => {
  await database.close();
});

const appointmentOf = async ({ personId }: TestPerson) => {
  const [row] = await database.sql<{ id: string; ends: string | null; reason: string | null; ended_by: string | null }[]>`
    select id, ends_on::text as ends, end_reason as reason, ended_by from portal.appointments where person_id = ${personId}`;
  if (!row) throw new Error("no appointment");
  return row;
};

const end = async (actor: TestPerson, whose: TestPerson, changes: Partial<EndInput> = {}) =>
  endAppointment(actor.actor, { partnershipId: partnership.id, appointmentId: (await appointmentOf(whose)).id, endsOn: "2026-10-05", reason: "Retired", ...changes }, submission());

const memberships = async (person: TestPerson) => as(person.actor, (tx) => Promise.resolve(tx.me.holds.length));

/** The lead of the seat whose delegate `addPartnership` appoints. */
function leadOfDelegate() {
  const seat = partnership.seats.find((each) => each.kind === "icb");
  if (!seat) throw new Error("no seat");
  return seat.lead;
}

describe("leaving one's own office", () => {
  test("ends at once: recorded, published, and the next request finds a stranger", async () => {
    const lead = partnership.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    expect(await memberships(lead)).toBe(1);
    expect(await end(lead, lead)).toEqual({ ok: true, value: { endsOn: "2026-10-05" } });
    expect(await appointmentOf(lead)).toMatchObject({ ends: "2026-10-05", reason: "Retired", ended_by: lead.personId });
    const [entry] = await database.sql`select type, actor, ledger.first_break(chain) as broken from ledger.entries where partnership_id = ${partnership.id}`;
    expect(entry).toEqual({ type: "appointment.ended", actor: `person:${lead.personId}`, broken: null });
    const [published] = await database.sql`select facts->'seats'->0->'lead' as lead from publication.publications where partnership_id = ${partnership.id}`;
    expect(published?.lead).toMatchObject({ office: "Chief Executive", holders: [{ name: lead.name, since: "2024-04-01", until: "2026-10-05" }] });
    expect(await memberships(lead)).toBe(0);
    expect(await findPeopleView(lead.actor, partnership.id)).toBeNull();
    expect(await end(lead, lead)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("on a day to come: still in office until its start", async () => {
    const { businessManager } = partnership;
    expect(await end(businessManager, businessManager, { endsOn: "2026-10-06" })).toMatchObject({ ok: true });
    expect(await memberships(businessManager)).toBe(1);
    await database.setClock("2026-10-05T22:59:59Z");
    const late = { ...businessManager, ...(await addSession(database.sql, businessManager.personId)) };
    expect(await memberships(late)).toBe(1);
    await database.setClock("2026-10-05T23:00:00Z");
    expect(await memberships(late)).toBe(0);
    await database.setClock("2026-10-05T09:00:00Z");
  });

  test("may be brought forward, never put off or backdated", async () => {
    const { chair } = partnership;
    expect(await end(chair, chair, { endsOn: "2026-12-01" })).toMatchObject({ ok: true });
    expect(await end(chair, chair, { endsOn: "2026-12-02" })).toEqual({ ok: false, refusal: "nothing-to-change", detail: "This appointment already ends on 1 December 2026." });
    expect(await end(chair, chair, { endsOn: "2026-11-01" })).toMatchObject({ ok: true });
    expect(await end(chair, chair, { endsOn: "2026-10-04" })).toMatchObject({ refusal: "impossible-dates", detail: "You can leave your own office today or on a later day." });
  });
});

describe("the delegate of one's own seat", () => {
  test("is ended by the lead, also late, never before it began", async () => {
    const lead = leadOfDelegate();
    expect(await end(lead, partnership.delegate, { endsOn: "2024-03-31" })).toMatchObject({ refusal: "impossible-dates", detail: "The appointment starts on 1 April 2024. Enter that date or a later one." });
    expect(await end(lead, partnership.delegate, { endsOn: "2026-09-01", reason: "Left" })).toMatchObject({ ok: true });
    expect(await memberships(partnership.delegate)).toBe(0);
    expect(await end(lead, partnership.delegate)).toMatchObject({ refusal: "nothing-to-change" });
  });

  test("by nobody else", async () => {
    const administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
    const others = partnership.seats.map((seat) => seat.lead).filter((lead) => lead !== leadOfDelegate());
    for (const person of [...others, partnership.chair, partnership.businessManager, partnership.scrutineer, administrator]) {
      expect(await end(person, partnership.delegate)).toMatchObject({ refusal: "not-permitted" });
      expect(await findAppointmentToEnd(person.actor, partnership.id, (await appointmentOf(partnership.delegate)).id)).toBeNull();
    }
    const stranger = await addPerson(database.sql, "Nobody Here");
    expect(await end(stranger, partnership.delegate)).toEqual({ ok: false, refusal: "not-found" });
    expect((await appointmentOf(partnership.delegate)).ends).toBeNull();
  });

  test("an appointment of another partnership is not there", async () => {
    const other = await addPartnership(database.sql, `maplewick-${String(made)}`);
    const lead = leadOfDelegate();
    expect(await end(lead, other.delegate)).toEqual({ ok: false, refusal: "not-found" });
    expect(await end(lead, other.delegate, { partnershipId: other.id })).toEqual({ ok: false, refusal: "not-found" });
  });
});

test("the people page shows each person what they may do, and nothing more", async () => {
  const lead = leadOfDelegate();
  const actions = async (person: TestPerson) => {
    const view = await findPeopleView(person.actor, partnership.id);
    if (!view) throw new Error("no view");
    const posts = [...view.seats.flatMap((seat) => [seat.lead, ...(seat.delegate ? [seat.delegate] : [])]), ...view.others];
    return posts.flatMap((post) => post.actions.map((action) => action.text));
  };
  expect(new Set(await actions(lead))).toEqual(
    new Set(["Propose a successor", "Leave this office", "Replace your delegate", "Record what you delegate", expect.stringMatching(/^End Delegate Rowan/), "Record the next review", "Record term, contract and interests", "Hand over to somebody else"]),
  );
  expect(new Set(await actions(partnership.scrutineer))).toEqual(new Set(["Leave this office", "Declare your interests"]));
  const administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
  expect(await actions(administrator)).toEqual([]);
});
