import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { unseal } from "#app/auth/seal.server.ts";
import { declineVersion } from "#app/domain/documents/decline-version.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { as } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addPerson, addReadyDraft, submission, type TestPartnership, type TestSeat } from "#tests/support/partnership.ts";
import { changeDraft, freezeDraft, signEverySeat } from "#tests/support/signing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});

interface Written {
  kind: string;
  to: string;
  content: Record<string, unknown>;
}

/** Takes what has been written since the last time, by kind. */
async function taken(): Promise<{ of(kind: string): string[]; all: Written[] }> {
  const all = await database.sql<Written[]>`
    select m.kind, p.name as to, m.content from portal.messages m join portal.people p on p.id = m.person_id order by m.kind, p.name`;
  await database.sql`delete from portal.messages`;
  return { all, of: (kind) => all.filter((row) => row.kind === kind).map((row) => row.to) };
}

function names(...people: { name: string }[]): string[] {
  return people.map((person) => person.name).sort();
}

async function arranged(slug: string): Promise<TestPartnership & { first: TestSeat; second: TestSeat; third: TestSeat }> {
  const partnership = await addPartnership(database.sql, slug);
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
  const [first, second, third] = partnership.seats;
  if (!first || !second || !third) throw new Error("no seats");
  return { ...partnership, first, second, third };
}

describe("the life of a version", () => {
  test("tells the leads to sign, then the author of progress, then everybody who may publish, then everybody", async () => {
    const partnership = await arranged("ashcombe");
    const { id: partnershipId, first, second, third, businessManager, chair, delegate, scrutineer } = partnership;
    const { versionId } = await freezeDraft(database.sql, partnership);
    const frozen = await taken();
    expect(frozen.of("version-frozen")).toEqual(names(first.lead, second.lead, third.lead));
    expect(frozen.all).toHaveLength(3);

    await signVersion(first.lead.actor, { partnershipId, versionId, seatId: first.id }, submission());
    const signed = await taken();
    expect(signed.of("version-signed")).toEqual(names(businessManager));
    expect(signed.all[0]?.content).toMatchObject({ organisation: first.organisation, missing: [second.organisation, third.organisation] });

    await signEverySeat(partnership, versionId);
    const approved = await taken();
    expect(approved.of("version-approved")).toEqual(names(businessManager, chair, first.lead, second.lead));
    expect(approved.of("version-signed")).toEqual(names(businessManager));

    await publishVersion(businessManager.actor, { partnershipId, versionId }, submission());
    expect((await taken()).of("version-published")).toEqual(names(chair, delegate, scrutineer, first.lead, second.lead, third.lead));

    await withdrawVersion(chair.actor, { partnershipId, versionId, reason: "A wrong date." }, submission());
    const withdrawn = await taken();
    expect(withdrawn.of("version-withdrawn")).toEqual(names(businessManager, delegate, scrutineer, first.lead, second.lead, third.lead));
    expect(withdrawn.all[0]?.content).toMatchObject({ reason: "A wrong date." });

    await takeDownVersion(scrutineer.actor, { partnershipId, versionId, reason: "A child could be identified." }, submission());
    const takenDown = await taken();
    expect(takenDown.of("version-taken-down")).toHaveLength(6);
    expect(JSON.stringify(takenDown.all)).not.toContain("could be identified");
  });

  test("tells whoever signed when it is replaced, and the chair and author too when it is declined, with the reason", async () => {
    const partnership = await arranged("bramwick");
    const { id: partnershipId, first, second, businessManager, chair } = partnership;
    const before = await freezeDraft(database.sql, partnership);
    await signVersion(first.lead.actor, { partnershipId, versionId: before.versionId, seatId: first.id }, submission());
    await taken();

    await changeDraft(database.sql, partnershipId, { position: 1, body: "Otherwise.", note: "Put otherwise." });
    const after = await freezeDraft(database.sql, partnership);
    const replaced = await taken();
    expect(replaced.of("version-superseded")).toEqual(names(first.lead));
    expect(replaced.all.find((row) => row.kind === "version-superseded")?.content).toMatchObject({ number: 1, replacedBy: 2 });

    await signVersion(first.lead.actor, { partnershipId, versionId: after.versionId, seatId: first.id }, submission());
    await taken();
    const reason = "Section 2 leaves out schools.";
    await declineVersion(second.lead.actor, { partnershipId, versionId: after.versionId, seatId: second.id, reason }, submission());
    const declined = await taken();
    expect(declined.of("version-declined")).toEqual(names(businessManager, chair, first.lead));
    expect(declined.all[0]?.content).toMatchObject({ reason, organisation: second.organisation });
  });

  test("writes nothing when the change is refused", async () => {
    const partnership = await arranged("cliffmere");
    const { versionId } = await freezeDraft(database.sql, partnership);
    await taken();
    const { id: partnershipId, first, second } = partnership;
    expect(await signVersion(first.lead.actor, { partnershipId, versionId, seatId: second.id }, submission())).toMatchObject({ refusal: "not-your-seat" });
    expect((await taken()).all).toEqual([]);
  });
});

describe("notify", () => {
  test("writes to nobody about their own act, to nobody twice, and one job for each message", async () => {
    const { id: partnershipId, businessManager, chair } = await addPartnership(database.sql, "dunmoor");
    await database.sql`delete from pgboss.job`;
    const message = { kind: "holder-left" as const, partnershipId, role: "dsp" as const, office: "Director", organisation: null, name: "Delegate Rowan", endsOn: "2026-10-01" };
    await as(businessManager.actor, (tx) => notify(tx, message, [chair.personId, businessManager.personId, chair.personId]));
    expect((await taken()).of("holder-left")).toEqual([chair.name]);
    const jobs = await database.sql`select data->>'partnership' as partnership, state, retry_limit from pgboss.job where name = 'send-message'`;
    expect(jobs).toEqual([{ partnership: partnershipId, state: "created", retry_limit: 8 }]);
  });

  test("seals a secret link for its message alone", async () => {
    const administrator = await addPerson(database.sql, "Administrator Alder", { administrator: true });
    const person = await addPerson(database.sql, "Newcomer Nettle");
    const secretPath = "/set-up/a-token-that-nobody-else-may-read";
    await as(administrator.actor, (tx) => notify(tx, { kind: "daily-digest", partnershipId: null, day: "2026-10-01", secretPath }, [person.personId])).catch(() => undefined);
    expect((await taken()).all, "a digest is the worker's own").toEqual([]);
    const partnership = await addPartnership(database.sql, "eastlea");
    const ended = { kind: "appointment-ended" as const, partnershipId: partnership.id, role: "dsp" as const, office: "Director", organisation: null, endsOn: "2026-10-01" };
    await as(administrator.actor, (tx) => notify(tx, { ...ended, secretPath }, [person.personId]));
    const [row] = await database.sql<{ id: string; sealed: string; everything: string }[]>`select id, secret_sealed as sealed, messages::text as everything from portal.messages`;
    expect(row?.everything).not.toContain("nobody-else");
    expect(unseal(row?.sealed ?? "", `message:${row?.id ?? ""}`)).toBe(secretPath);
    expect(() => unseal(row?.sealed ?? "", `message:${randomUUID()}`)).toThrow();
    await taken();
  });

  test("keeps to the partnerships of whoever acts, and lets nobody read the outbox", async () => {
    const [mine, other] = [await addPartnership(database.sql, "fernholt"), await addPartnership(database.sql, "garside")];
    const foreign = { kind: "version-published" as const, partnershipId: other.id, versionId: randomUUID(), document: "arrangements" as const, number: 1 };
    await expect(as(mine.chair.actor, (tx) => notify(tx, foreign, [other.chair.personId]))).rejects.toThrow();
    await expect(as(mine.chair.actor, (tx) => tx.db.execute("select * from portal.messages"))).rejects.toThrow();
    expect((await taken()).all).toEqual([]);
  });
});
