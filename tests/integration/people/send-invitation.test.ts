import { afterAll, beforeAll, expect, test } from "vitest";

import { acceptInvitation, findInvitation } from "#app/auth/invitation.server.ts";
import { inviteHolder } from "#app/domain/people/invite-holder.server.ts";
import { listMemberAccounts } from "#app/domain/people/member-accounts.server.ts";
import { sendInvitation } from "#app/domain/people/send-invitation.server.ts";
import { withdrawInvitation } from "#app/domain/people/withdraw-invitation.server.ts";
import { as } from "#db/client.server.ts";
import { messagesTo, secretPathSent, testPassword } from "#tests/support/accounts.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let administrator: TestPerson;
let invitee: TestPerson;
let input: { partnershipId: string; appointmentId: string };

beforeAll(async () => {
  database = await freshDatabase();
  ours = await addPartnership(database.sql, "alderwick");
  theirs = await addPartnership(database.sql, "birchmere");
  administrator = await addPerson(database.sql, "Marlow Quince", { administrator: true });
  const seat = ours.seats[1];
  if (!seat) throw new Error("no seat");
  invitee = seat.lead;
  input = { partnershipId: ours.id, appointmentId: seat.leadAppointmentId };
});
afterAll(async () => {
  await database.close();
});

const sentToken = async () => (await secretPathSent(database.sql, invitee.personId, "invitation"))?.replace("/invitations/", "") ?? "";
const events = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} order by seq`).map((row) => row.type);
const stands = async () => (await listMemberAccounts(ours.chair.actor, ours.id)).find((each) => each.appointmentId === input.appointmentId)?.invitation;

test("goes by message to the person alone, sealed, and replaces the one before", async () => {
  expect(await stands()).toBe("none");
  const form = submission();
  expect(await sendInvitation(ours.businessManager.actor, input, form)).toEqual({ ok: true, value: { email: invitee.email, path: null } });
  expect(await sendInvitation(ours.businessManager.actor, input, form)).toEqual({ ok: true, value: { email: invitee.email, path: null } });
  expect(await messagesTo(database.sql, invitee.personId)).toEqual(["invitation"]);
  const first = await sentToken();
  expect(await findInvitation(first)).toMatchObject({ state: "open", invitedBy: ours.businessManager.name });
  expect(await stands()).toBe("open");
  const stored = await database.sql`select to_jsonb(m)::text as text from portal.messages m`;
  expect(JSON.stringify(stored)).not.toContain(first);

  expect(await sendInvitation(ours.chair.actor, input, submission())).toMatchObject({ ok: true });
  const second = await sentToken();
  expect([(await findInvitation(first))?.state, (await findInvitation(second))?.state]).toEqual(["replaced", "open"]);
  expect(await events()).toEqual(["invitation.sent", "invitation.sent"]);
});

test("is withdrawn, once, and its link is dead", async () => {
  const token = await sentToken();
  expect(await withdrawInvitation(ours.businessManager.actor, input, submission())).toEqual({ ok: true, value: { email: invitee.email } });
  expect((await findInvitation(token))?.state).toBe("withdrawn");
  expect(await acceptInvitation(token, testPassword)).toBeNull();
  expect(await withdrawInvitation(ours.businessManager.actor, input, submission())).toMatchObject({ refusal: "nothing-to-change" });
  expect(await events()).toEqual(["invitation.sent", "invitation.sent", "invitation.withdrawn"]);
});

test("an administrator is told the link where no mail is sent; nobody else is, and it is stored nowhere", async () => {
  const form = submission();
  const sent = await sendInvitation(administrator.actor, input, form);
  if (!sent.ok) throw new Error(sent.refusal);
  expect((await findInvitation(sent.value.path?.replace("/invitations/", "")))?.state).toBe("open");
  expect(await sendInvitation(administrator.actor, input, form)).toEqual({ ok: true, value: { email: invitee.email, path: null } });
  const [stored] = await database.sql`select outcome::text as text from portal.submissions where key = ${form.key}`;
  expect(stored?.text).not.toContain("invitations/");
});

test("is for leads, chair, business manager and administrators; to anybody else refused, in the database too", async () => {
  for (const person of [ours.delegate, ours.scrutineer]) {
    expect(await sendInvitation(person.actor, input, submission())).toMatchObject({ refusal: "not-permitted" });
    expect(await withdrawInvitation(person.actor, input, submission())).toMatchObject({ refusal: "not-permitted" });
    expect(await listMemberAccounts(person.actor, ours.id)).toEqual([]);
    await expect(as(person.actor, (tx) => inviteHolder(tx, input.appointmentId))).rejects.toThrow();
  }
  expect(await sendInvitation(theirs.chair.actor, input, submission())).toMatchObject({ refusal: "not-found" });
  expect(await sendInvitation(theirs.chair.actor, { ...input, partnershipId: theirs.id }, submission())).toMatchObject({ refusal: "not-found" });
  await expect(as(theirs.chair.actor, (tx) => inviteHolder(tx, input.appointmentId))).rejects.toThrow();
  expect(await listMemberAccounts(theirs.chair.actor, ours.id)).toEqual([]);
});

test("is refused for an account that is set up, suspended, or without that appointment", async () => {
  await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${invitee.personId}`;
  expect(await sendInvitation(ours.chair.actor, input, submission())).toMatchObject({ refusal: "nothing-to-change", detail: "The account is suspended." });
  await database.sql`update access.accounts set suspended_at = null, password_hash = 'set' where person_id = ${invitee.personId}`;
  expect(await sendInvitation(ours.chair.actor, input, submission())).toMatchObject({ refusal: "nothing-to-change", detail: "The account has been set up already." });
  await database.sql`update portal.appointments set ends_on = access.today(), ended_at = access.clock(), end_reason = 'Left' where id = ${input.appointmentId}`;
  expect(await sendInvitation(ours.chair.actor, input, submission())).toMatchObject({ refusal: "not-found" });
});

test("a name that is withheld is not told to an administrator, and is to the partnership", async () => {
  await database.sql`update portal.people set name_withheld = true where id = ${ours.delegate.personId}`;
  const nameFor = async (reader: TestPerson) => (await listMemberAccounts(reader.actor, ours.id)).find((each) => each.personId === ours.delegate.personId)?.name;
  expect(await nameFor(administrator)).toBeNull();
  expect(await nameFor(ours.chair)).toBe(ours.delegate.name);
});
