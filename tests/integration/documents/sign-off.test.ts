import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { declineVersion } from "#app/domain/documents/decline-version.server.ts";
import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addReadyDraft, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { withoutReview } from "#tests/support/review.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});

async function frozen(slug: string, kinds?: Parameters<typeof addPartnership>[2]): Promise<{ partnership: TestPartnership; versionId: string }> {
  const partnership = await addPartnership(database.sql, slug, kinds);
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
  const outcome = await freezeVersion(
    partnership.businessManager.actor,
    { partnershipId: partnership.id, kind: "arrangements", revision: 1, reasons: withoutReview },
    submission({ revision: 1 }),
  );
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.detail ?? ""}`);
  return { partnership, versionId: outcome.value.versionId };
}

const status = async (versionId: string) => {
  const [row] = await database.sql<{ status: string }[]>`select status from portal.versions where id = ${versionId}`;
  return row?.status;
};

describe("sign-off", () => {
  test("every seat signs, then it is published, and the ledger holds", async () => {
    const { partnership, versionId } = await frozen("alderwick", ["local-authority", "icb", "icb", "police"]);
    const publish = () => publishVersion(partnership.businessManager.actor, { partnershipId: partnership.id, versionId }, submission());
    for (const [index, seat] of partnership.seats.entries()) {
      expect(await publish()).toMatchObject({ ok: false, refusal: "not-every-seat-signed" });
      const outcome = await signVersion(seat.lead.actor, { partnershipId: partnership.id, versionId, seatId: seat.id }, submission());
      expect(outcome).toMatchObject({ ok: true, value: { approved: index === 3 } });
    }
    expect(await status(versionId)).toBe("approved");
    expect(await publish()).toEqual({ ok: true, value: { number: 1 } });
    expect(await status(versionId)).toBe("published");
    const [ledger] = await database.sql`select ledger.first_break(${partnership.id}) as broken, count(*)::int as entries from ledger.entries where chain = ${partnership.id}`;
    expect(ledger).toEqual({ broken: null, entries: 7 });
  });

  test("all leads at once, each twice: approved exactly once", async () => {
    const { partnership, versionId } = await frozen("birchmere");
    const outcomes = await Promise.all(
      partnership.seats.flatMap((seat) => {
        const sent = submission({ seat: seat.id });
        return [sent, sent].map((form) => signVersion(seat.lead.actor, { partnershipId: partnership.id, versionId, seatId: seat.id }, form));
      }),
    );
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const [counts] = await database.sql`
      select count(*) filter (where type = 'version.signed')::int as signed, count(*) filter (where type = 'version.approved')::int as approved
      from ledger.entries where chain = ${partnership.id}`;
    expect(counts).toEqual({ signed: 3, approved: 1 });
  });

  test("a decline closes the version, and nothing more can be signed", async () => {
    const { partnership, versionId } = await frozen("cedarholt");
    const [council, icb] = partnership.seats;
    if (!council || !icb) throw new Error("seats");
    await signVersion(council.lead.actor, { partnershipId: partnership.id, versionId, seatId: council.id }, submission());
    const declined = await declineVersion(icb.lead.actor, { partnershipId: partnership.id, versionId, seatId: icb.id, reason: "The education section is out of date." }, submission());
    expect(declined.ok).toBe(true);
    expect(await status(versionId)).toBe("declined");
    expect(await signVersion(icb.lead.actor, { partnershipId: partnership.id, versionId, seatId: icb.id }, submission())).toMatchObject({ refusal: "version-not-awaiting" });
  });
});
