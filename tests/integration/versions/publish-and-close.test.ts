import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { declineVersion } from "#app/domain/documents/decline-version.server.ts";
import { eraseVersion, proposeErasure } from "#app/domain/documents/erase-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { findVersion, findVersionBytes, findVersionContent } from "#app/domain/documents/version-queries.server.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import type { SessionActor } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, addReadyDraft, addSession, submission, type TestPartnership, type TestPerson, type TestSeat } from "#tests/support/partnership.ts";
import { changeDraft, freezeDraft, signEverySeat } from "#tests/support/signing.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let elsewhere: TestPartnership;
let administrator: TestPerson;
let versionId: string;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
  elsewhere = await addPartnership(database.sql, "elsewhere");
  administrator = await addPerson(database.sql, "Administrator Ivy", { administrator: true });
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  made += 1;
  partnership = await addPartnership(database.sql, `place-${String.fromCharCode(96 + made)}`);
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
  versionId = (await freezeDraft(database.sql, partnership)).versionId;
});

const about = () => ({ partnershipId: partnership.id, versionId });
const decline = (actor: SessionActor, seat: TestSeat, sent = submission()) => declineVersion(actor, { ...about(), seatId: seat.id, reason: "Out of date." }, sent);
const publish = (actor = partnership.businessManager.actor, sent = submission()) => publishVersion(actor, about(), sent);
const withdraw = (actor = partnership.chair.actor, sent = submission()) => withdrawVersion(actor, { ...about(), reason: "The law changed." }, sent);
const takeDown = (actor = partnership.scrutineer.actor, sent = submission()) => takeDownVersion(actor, { ...about(), reason: "A detail was published by mistake." }, sent);
const unconfirmed = async (person: TestPerson) => (await addSession(database.sql, person.personId, { confirmed: false })).actor;

function seatAt(at: number): TestSeat {
  const seat = partnership.seats[at];
  if (!seat) throw new Error("no such seat");
  return seat;
}

async function published(): Promise<void> {
  await signEverySeat(partnership, versionId);
  expect(await publish()).toMatchObject({ ok: true });
}

async function written() {
  const [row] = await database.sql`
    select (select status from portal.versions where id = ${versionId}) as status, (select count(*)::int from ledger.entries where chain = ${partnership.id}) as entries,
      (select count(*)::int from publication.publications where version_id = ${versionId}) as publications, (select count(*)::int from publication.notices where partnership_id = ${partnership.id}) as notices,
      (select count(*)::int from portal.takedowns where version_id = ${versionId}) as takedowns, (select count(*)::int from portal.declines where version_id = ${versionId}) as declines`;
  return row;
}

async function refuses(outcome: () => Promise<unknown>, refusal: string) {
  const before = await written();
  expect(await outcome()).toMatchObject({ ok: false, refusal });
  expect(await written()).toEqual(before);
}

const lastEvent = async () => (await database.sql`select type from ledger.entries where chain = ${partnership.id} order by seq desc limit 1`)[0]?.type;

describe("declining", () => {
  test("closes the version with the reason, the office and a ledger entry", async () => {
    expect(await decline(seatAt(0).lead.actor, seatAt(0))).toMatchObject({ ok: true });
    expect(await lastEvent()).toBe("version.declined");
    const version = await findVersion(partnership.scrutineer.actor, partnership.id, "arrangements", 1);
    expect(version).toMatchObject({ status: "declined", decline: { reason: "Out of date.", office: "Chief Executive", organisation: seatAt(0).organisation, name: seatAt(0).lead.name } });
  });

  test("is for one's own seat, on a version that awaits", async () => {
    await refuses(() => decline(seatAt(1).lead.actor, seatAt(0)), "not-your-seat");
    await refuses(() => decline(partnership.chair.actor, seatAt(0)), "not-your-seat");
    await refuses(() => decline(elsewhere.chair.actor, seatAt(0)), "not-found");
    await signEverySeat(partnership, versionId);
    await refuses(() => decline(seatAt(0).lead.actor, seatAt(0)), "version-not-awaiting");
  });

  test("twice at once counts once; sent again with other words is refused", async () => {
    const sent = submission({ reason: "a" });
    const outcomes = await Promise.all([decline(seatAt(0).lead.actor, seatAt(0), sent), decline(seatAt(0).lead.actor, seatAt(0), sent)]);
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true]);
    expect(await written()).toMatchObject({ declines: 1, entries: 2 });
    await refuses(() => decline(seatAt(0).lead.actor, seatAt(0), { key: sent.key, fields: { reason: "b" } }), "form-already-used");
  });

  test("and signing in the same moment: one of the two wins", async () => {
    await signVersion(seatAt(0).lead.actor, { ...about(), seatId: seatAt(0).id }, submission());
    await signVersion(seatAt(1).lead.actor, { ...about(), seatId: seatAt(1).id }, submission());
    const [declined, signed] = await Promise.all([decline(seatAt(1).lead.actor, seatAt(1)), signVersion(seatAt(2).lead.actor, { ...about(), seatId: seatAt(2).id }, submission())]);
    expect([declined.ok, signed.ok].filter(Boolean)).toHaveLength(1);
    expect((await written())?.status).toBe(declined.ok ? "declined" : "approved");
  });
});

describe("publishing", () => {
  test("is refused while a signature is missing, naming who", async () => {
    await signVersion(seatAt(0).lead.actor, { ...about(), seatId: seatAt(0).id }, submission());
    expect(await publish()).toMatchObject({ refusal: "not-every-seat-signed", detail: `Still to sign: ${seatAt(1).organisation}, ${seatAt(2).organisation}.` });
    expect(await written()).toMatchObject({ status: "awaiting", publications: 0 });
  });

  test("needs the permission and a confirmed identity", async () => {
    await signEverySeat(partnership, versionId);
    await refuses(() => publish(partnership.delegate.actor), "not-permitted");
    await refuses(() => publish(partnership.scrutineer.actor), "not-permitted");
    await refuses(() => publish(elsewhere.businessManager.actor), "not-found");
    await refuses(() => publish(administrator.actor), "not-permitted");
    const actor = await unconfirmed(partnership.businessManager);
    await refuses(() => publish(actor), "identity-not-confirmed");
  });

  test("twice at once publishes once; a declined version never", async () => {
    await signEverySeat(partnership, versionId);
    const outcomes = await Promise.all([publish(), publish(partnership.chair.actor)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await written()).toMatchObject({ status: "published", publications: 1 });
    await changeDraft(database.sql, partnership.id, { position: 1, body: "Changed.", note: "Changed." });
    versionId = (await freezeDraft(database.sql, partnership)).versionId;
    await decline(seatAt(0).lead.actor, seatAt(0));
    await refuses(publish, "version-not-in-that-state");
  });

  test("the next supersedes the one before, which keeps its signatures and its publication", async () => {
    await published();
    const first = versionId;
    await changeDraft(database.sql, partnership.id, { position: 1, body: "Changed.", note: "Changed." });
    versionId = (await freezeDraft(database.sql, partnership)).versionId;
    await published();
    const before = await findVersion(partnership.chair.actor, partnership.id, "arrangements", 1);
    expect(before).toMatchObject({ id: first, status: "superseded", supersededBy: 2, signed: 3 });
    const notices = await database.sql`select n.state from publication.notices n join publication.publications p on p.id = n.publication_id where p.version_id = ${first}`;
    expect(notices.map((notice) => notice.state)).toEqual(["superseded"]);
  });
});

describe("withdrawing", () => {
  test("is for leads and the chair, of a published version, with a confirmed identity", async () => {
    await refuses(withdraw, "version-not-in-that-state");
    await published();
    await refuses(() => withdraw(partnership.businessManager.actor), "not-permitted");
    await refuses(() => withdraw(elsewhere.chair.actor), "not-found");
    const actor = await unconfirmed(partnership.chair);
    await refuses(() => withdraw(actor), "identity-not-confirmed");
    const sent = submission({ reason: "x" });
    expect(await withdraw(partnership.chair.actor, sent)).toEqual(await withdraw(partnership.chair.actor, sent));
    expect(await written()).toMatchObject({ status: "withdrawn", notices: 1 });
    expect(await lastEvent()).toBe("version.withdrawn");
    await refuses(() => withdraw(), "version-not-in-that-state");
  });
});

describe("taking down and erasing", () => {
  test("one person takes down at once; nobody can read it any more", async () => {
    await refuses(takeDown, "version-not-in-that-state");
    await published();
    await refuses(() => takeDown(elsewhere.chair.actor), "not-found");
    expect(await takeDown(await unconfirmed(partnership.scrutineer))).toMatchObject({ ok: true });
    expect(await lastEvent()).toBe("version.taken-down");
    await refuses(() => takeDown(), "already-taken-down");
    expect(await findVersionContent(partnership.chair.actor, partnership.id, "arrangements", 1)).toBeNull();
    const [open] = await database.sql`select count(*)::int as bodies from publication.bodies`;
    expect(open?.bodies).toBeGreaterThan(0);
  });

  test("erasing takes a second person; hashes, signatures and ledger stand", async () => {
    await published();
    await refuses(() => proposeErasure(partnership.chair.actor, about(), submission()), "version-not-in-that-state");
    await takeDown();
    await refuses(() => eraseVersion(partnership.chair.actor, about(), submission()), "second-person-needed");
    expect(await proposeErasure(partnership.chair.actor, about(), submission())).toMatchObject({ ok: true });
    await refuses(() => proposeErasure(partnership.delegate.actor, about(), submission()), "nothing-to-change");
    await refuses(() => eraseVersion(partnership.chair.actor, about(), submission()), "second-person-needed");
    const actor = await unconfirmed(partnership.delegate);
    await refuses(() => eraseVersion(actor, about(), submission()), "identity-not-confirmed");
    await refuses(() => eraseVersion(elsewhere.chair.actor, about(), submission()), "not-found");
    const before = await findVersion(partnership.chair.actor, partnership.id, "arrangements", 1);
    expect(await eraseVersion(partnership.delegate.actor, about(), submission())).toMatchObject({ ok: true });
    await expectErased();
    const after = await findVersion(partnership.chair.actor, partnership.id, "arrangements", 1);
    expect(after).toMatchObject({ contentSha256: before?.contentSha256, seats: before?.seats, takedown: { erasedBy: partnership.delegate.name } });
    await refuses(() => eraseVersion(partnership.businessManager.actor, about(), submission()), "nothing-to-change");
  });

  test("an administrator may be either of the two, and the bytes are gone all the same", async () => {
    await published();
    expect(await takeDown(administrator.actor)).toMatchObject({ ok: true });
    expect(await proposeErasure(partnership.chair.actor, about(), submission())).toMatchObject({ ok: true });
    expect(await eraseVersion(administrator.actor, about(), submission())).toMatchObject({ ok: true });
    await expectErased();
  });

  async function expectErased(): Promise<void> {
    const kept = await database.sql`
      select p.media_type from portal.payloads p join portal.versions v on v.partnership_id = p.partnership_id and p.sha256 in (v.content_sha256, v.html_sha256, v.pdf_sha256)
      where v.id = ${versionId} and p.body is not null`;
    expect(kept).toHaveLength(0);
    const bodies = await database.sql`select b.format from publication.bodies b join publication.publications p on p.id = b.publication_id where p.version_id = ${versionId} and b.body is not null`;
    expect(bodies.map((body) => body.format)).toEqual(["record"]);
    for (const format of ["content", "html", "pdf"] as const) {
      expect(await findVersionBytes(partnership.chair.actor, partnership.id, "arrangements", 1, format)).toMatchObject({ body: null });
    }
    const [chain] = await database.sql`select ledger.first_break(${partnership.id}) as broken, (select count(*)::int from portal.signatures where version_id = ${versionId}) as signatures`;
    expect(chain).toEqual({ broken: null, signatures: 3 });
    expect(await lastEvent()).toBe("version.erased");
  }
});
