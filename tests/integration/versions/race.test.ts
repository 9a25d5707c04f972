import { afterAll, beforeAll, expect, test } from "vitest";

import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, addReadyDraft, submission, type TestPartnership, type TestSeat } from "#tests/support/partnership.ts";
import { withoutReview } from "#tests/support/review.ts";
import { changeDraft, freezeDraft } from "#tests/support/signing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});

const shapes: TestSeat["kind"][][] = [
  ["local-authority", "icb", "police"],
  ["local-authority", "icb", "icb", "police"],
  ["local-authority", "local-authority", "icb", "police", "police"],
];

async function prepared(slug: string, kinds: TestSeat["kind"][]): Promise<{ partnership: TestPartnership; versionId: string }> {
  const partnership = await addPartnership(database.sql, slug, kinds);
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
  return { partnership, versionId: (await freezeDraft(database.sql, partnership)).versionId };
}

const events = (partnershipId: string, versionId: string) => database.sql`
  select e.type, count(*)::int as count from ledger.entries e join ledger.payloads p using (chain, seq)
  where e.chain = ${partnershipId} and convert_from(p.body, 'UTF8')::jsonb->>'versionId' = ${versionId} group by e.type order by e.type`;

test("every lead of nine versions in the same moment, each form twice and from two tabs: each approved exactly once", async () => {
  const all = await Promise.all(Array.from({ length: 9 }, (_unused, at) => prepared(`race-${String.fromCharCode(97 + at)}`, shapes[at % 3] ?? [])));
  const outcomes = await Promise.all(
    all.flatMap(({ partnership, versionId }) =>
      partnership.seats.flatMap((seat) => {
        const form = submission({ agree: "yes" });
        const otherTab = submission({ agree: "yes" });
        return [form, form, otherTab].map((sent) => signVersion(seat.lead.actor, { partnershipId: partnership.id, versionId, seatId: seat.id }, sent));
      }),
    ),
  );
  const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]));
  expect(refused.filter((refusal) => refusal !== "already-signed" && refusal !== "version-not-awaiting")).toEqual([]);
  for (const { partnership, versionId } of all) {
    expect(await events(partnership.id, versionId)).toEqual([
      { type: "version.approved", count: 1 },
      { type: "version.frozen", count: 1 },
      { type: "version.signed", count: partnership.seats.length },
    ]);
    const [chain] = await database.sql`select ledger.first_break(${partnership.id}) as broken, (select status from portal.versions where id = ${versionId}) as status`;
    expect(chain).toEqual({ broken: null, status: "approved" });
  }
});

test("freezing the next while the last lead signs: the version is approved or superseded, never both, and publishing follows the outcome", async () => {
  const { partnership, versionId } = await prepared("racewood", shapes[0] ?? []);
  const [first, second, last] = partnership.seats;
  if (!first || !second || !last) throw new Error("seats");
  const sign = (seat: TestSeat) => signVersion(seat.lead.actor, { partnershipId: partnership.id, versionId, seatId: seat.id }, submission());
  await sign(first);
  await sign(second);
  await changeDraft(database.sql, partnership.id, { position: 1, body: "Changed.", note: "Changed." });
  const [signed, frozen, published] = await Promise.all([
    sign(last),
    freezeVersion(partnership.businessManager.actor, { partnershipId: partnership.id, kind: "arrangements", revision: 2, reasons: withoutReview }, submission()),
    publishVersion(partnership.chair.actor, { partnershipId: partnership.id, versionId }, submission()),
  ]);
  expect(frozen.ok).toBe(true);
  const [row] = await database.sql<{ status: string; signatures: number }[]>`
    select status, (select count(*)::int from portal.signatures where version_id = v.id) as signatures from portal.versions v where id = ${versionId}`;
  expect(row?.signatures).toBe(signed.ok ? 3 : 2);
  expect(row?.status).toBe(published.ok ? "published" : "superseded");
  const [open] = await database.sql`select count(*)::int as awaiting from portal.versions where partnership_id = ${partnership.id} and status = 'awaiting'`;
  expect(open).toEqual({ awaiting: 1 });
});
