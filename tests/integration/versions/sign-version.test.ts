import { createHash } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { declaration } from "#app/domain/documents/rules.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { SessionEnded } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addReadyDraft, addSession, submission, type TestPartnership, type TestSeat } from "#tests/support/partnership.ts";
import { freezeDraft } from "#tests/support/signing.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let versionId: string;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  made += 1;
  partnership = await addPartnership(database.sql, `place-${String.fromCharCode(96 + made)}`, ["local-authority", "icb", "icb", "police"]);
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
  versionId = (await freezeDraft(database.sql, partnership)).versionId;
});

function seatAt(at: number, of = partnership): TestSeat {
  const seat = of.seats[at];
  if (!seat) throw new Error("no such seat");
  return seat;
}

const sign = (actor: TestSeat["lead"]["actor"], seatId: string, sent = submission()) => signVersion(actor, { partnershipId: partnership.id, versionId, seatId }, sent);

/** Everything a signature writes: all stay, or none appears. */
async function written() {
  const [row] = await database.sql`
    select (select count(*)::int from portal.signatures where version_id = ${versionId}) as signatures,
      (select count(*)::int from ledger.entries where chain = ${partnership.id}) as entries,
      (select count(*)::int from portal.payloads where partnership_id = ${partnership.id}) as payloads`;
  return row;
}

async function refuses(outcome: () => Promise<unknown>, refusal: string) {
  const before = await written();
  expect(await outcome()).toMatchObject({ ok: false, refusal });
  expect(await written()).toEqual(before);
}

describe("a signature", () => {
  test("writes the row, the statement and the ledger entry, and the statement says what the screen said", async () => {
    const seat = seatAt(0);
    const outcome = await sign(seat.lead.actor, seat.id);
    expect(outcome).toMatchObject({ ok: true, value: { approved: false } });
    const [row] = await database.sql`
      select s.reference, s.statement_sha256, p.body, e.type, v.content_sha256, v.html_sha256, v.pdf_sha256
      from portal.signatures s join portal.payloads p on p.partnership_id = s.partnership_id and p.sha256 = s.statement_sha256
      join portal.versions v on v.id = s.version_id
      join ledger.entries e on e.chain = s.partnership_id::text and e.seq = s.ledger_seq where s.version_id = ${versionId}`;
    expect(row).toMatchObject({ type: "version.signed", reference: outcome.ok ? outcome.value.reference : "" });
    expect(createHash("sha256").update(row?.body).digest("hex")).toBe(row?.statement_sha256);
    expect(JSON.parse(row?.body.toString("utf8"))).toMatchObject({
      declaration: [...declaration("arrangements", seat.organisation)],
      organisation: seat.organisation,
      signer: seat.lead.name,
      office: "Chief Executive",
      acting: false,
      contentSha256: row?.content_sha256,
      htmlSha256: row?.html_sha256,
      pdfSha256: row?.pdf_sha256,
    });
  });

  test("is one person's seat alone", async () => {
    await refuses(() => sign(seatAt(0).lead.actor, seatAt(1).id), "not-your-seat");
    await refuses(() => sign(partnership.businessManager.actor, seatAt(0).id), "not-your-seat");
    await refuses(() => sign(partnership.chair.actor, seatAt(0).id), "not-your-seat");
  });

  test("is refused to the lead of another partnership, as if nothing were there", async () => {
    const elsewhere = await addPartnership(database.sql, `${partnership.slug}-elsewhere`);
    await refuses(() => sign(seatAt(0, elsewhere).lead.actor, seatAt(0).id), "not-found");
    await refuses(() => signVersion(seatAt(0, elsewhere).lead.actor, { partnershipId: elsewhere.id, versionId, seatId: seatAt(0, elsewhere).id }, submission()), "not-found");
    await refuses(() => sign(seatAt(0).lead.actor, seatAt(0, elsewhere).id), "not-found");
  });

  test("is refused once the appointment has ended, with and without another office", async () => {
    const seat = seatAt(0);
    await database.sql`update portal.appointments set ends_on = access.today() where id = ${seat.leadAppointmentId}`;
    await refuses(() => sign(seat.lead.actor, seat.id), "not-found");
    const [post] = await database.sql`select id, seat_id, seat_kind from portal.posts where partnership_id = ${partnership.id} and role = 'dsp' and seat_id = ${seatAt(3).id}`;
    await database.sql`insert into portal.appointments (partnership_id, post_id, role, seat_id, seat_kind, person_id, starts_on)
      values (${partnership.id}, ${post?.id}, 'dsp', ${post?.seat_id}, ${post?.seat_kind}, ${seat.lead.personId}, '2024-04-01')`;
    await refuses(() => sign(seat.lead.actor, seat.id), "not-your-seat");
  });

  test("is refused to an account suspended a moment ago", async () => {
    const seat = seatAt(0);
    const before = await written();
    await database.sql`update access.accounts set suspended_at = access.clock() where person_id = ${seat.lead.personId}`;
    await expect(sign(seat.lead.actor, seat.id)).rejects.toThrow(SessionEnded);
    expect(await written()).toEqual(before);
  });

  test("needs an identity confirmed less than five minutes ago", async () => {
    const seat = seatAt(0);
    const unconfirmed = await addSession(database.sql, seat.lead.personId, { confirmed: false });
    await refuses(() => sign(unconfirmed.actor, seat.id), "identity-not-confirmed");
    await database.sql`update access.sessions set confirmed_at = access.clock() - interval '5 minutes' where person_id = ${seat.lead.personId}`;
    await refuses(() => sign(seat.lead.actor, seat.id), "identity-not-confirmed");
    await database.sql`update access.sessions set confirmed_at = access.clock() - interval '4 minutes 50 seconds' where person_id = ${seat.lead.personId}`;
    expect(await sign(seat.lead.actor, seat.id)).toMatchObject({ ok: true });
  });

  test("is refused on a version that was superseded while its page was open; signatures on it stand", async () => {
    await sign(seatAt(0).lead.actor, seatAt(0).id);
    await database.sql`update portal.documents set change_note = 'Second.' where partnership_id = ${partnership.id}`;
    await freezeDraft(database.sql, partnership);
    await refuses(() => sign(seatAt(1).lead.actor, seatAt(1).id), "version-not-awaiting");
    expect(await written()).toMatchObject({ signatures: 1 });
    const [version] = await database.sql`select status from portal.versions where id = ${versionId}`;
    expect(version).toEqual({ status: "superseded" });
  });

  test("sent again with the same key is the same signature; with other fields it is refused; with a new key it is there already", async () => {
    const seat = seatAt(0);
    const sent = submission({ agree: "yes" });
    const first = await sign(seat.lead.actor, seat.id, sent);
    const before = await written();
    expect(await sign(seat.lead.actor, seat.id, sent)).toEqual(first);
    expect(await written()).toEqual(before);
    await refuses(() => sign(seat.lead.actor, seat.id, { key: sent.key, fields: { agree: "no" } }), "form-already-used");
    await refuses(() => sign(seat.lead.actor, seat.id), "already-signed");
  });

  test("a repeated key belongs to its person: somebody else's cannot be replayed", async () => {
    const sent = submission({ agree: "yes" });
    await sign(seatAt(0).lead.actor, seatAt(0).id, sent);
    await refuses(() => sign(seatAt(1).lead.actor, seatAt(1).id, sent), "form-already-used");
  });

  test("of a name withheld for safety says so, with the office", async () => {
    const seat = seatAt(3);
    await database.sql`update portal.people set name_withheld = true where id = ${seat.lead.personId}`;
    await sign(seat.lead.actor, seat.id);
    const [row] = await database.sql`select convert_from(p.body, 'UTF8')::jsonb as said from portal.signatures s join portal.payloads p on p.partnership_id = s.partnership_id and p.sha256 = s.statement_sha256 where s.version_id = ${versionId}`;
    expect(row?.said).toMatchObject({ signer: "Name withheld", office: "Chief Constable" });
  });
});

test("one chief executive of two integrated care boards signs each seat by itself", async () => {
  const [first, second] = [seatAt(1), seatAt(2)];
  await database.sql`update portal.appointments set ends_on = starts_on where id = ${second.leadAppointmentId}`;
  await database.sql`
    insert into portal.appointments (partnership_id, post_id, role, seat_id, seat_kind, person_id, starts_on)
    select partnership_id, post_id, role, seat_id, seat_kind, ${first.lead.personId}, starts_on from portal.appointments where id = ${second.leadAppointmentId}`;
  await sign(seatAt(0).lead.actor, seatAt(0).id);
  await sign(seatAt(3).lead.actor, seatAt(3).id);
  expect(await sign(first.lead.actor, first.id)).toMatchObject({ ok: true, value: { approved: false, missing: [second.organisation] } });
  expect(await sign(first.lead.actor, second.id)).toMatchObject({ ok: true, value: { approved: true, missing: [] } });
});
