import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { addPartnership, addReadyDraft, addSession, submission } from "#tests/support/partnership.ts";
import { withoutReview } from "#tests/support/review.ts";

import { withBenchDatabase } from "./bench-database.ts";

const versions = 200;

/**
 * 200 versions in one partnership of three seats; for each, every seat is submitted twice at the same moment.
 * Prints how many were approved exactly once, and whether the ledger holds.
 */
export async function benchSignOffRace(): Promise<void> {
  await withBenchDatabase(async (sql) => {
    const partnership = await addPartnership(sql, "racecourse");
    await addReadyDraft(sql, partnership.id, partnership.businessManager.personId);
    const partnershipId = partnership.id;
    let refused = 0;
    let signingMs = 0;
    for (let number = 1; number <= versions; number += 1) {
      const { actor } = await addSession(sql, partnership.businessManager.personId);
      const frozen = await freezeVersion(actor, { partnershipId, kind: "arrangements", revision: 1, reasons: withoutReview }, submission());
      if (!frozen.ok) throw new Error(`${frozen.refusal} ${frozen.detail ?? ""}`);
      const { versionId } = frozen.value;
      const started = performance.now();
      const outcomes = await Promise.all(
        partnership.seats.flatMap((seat) => [0, 1].map(() => signVersion(seat.lead.actor, { partnershipId, versionId, seatId: seat.id }, submission()))),
      );
      signingMs += performance.now() - started;
      refused += outcomes.filter((outcome) => !outcome.ok && outcome.refusal !== "already-signed" && outcome.refusal !== "version-not-awaiting").length;
      await sql`update access.sessions set confirmed_at = access.clock(), last_seen_at = access.clock()`;
    }
    const [once] = await sql<{ approved: number; signatures: number }[]>`
      select (select count(*)::int from (select 1 from ledger.entries e join ledger.payloads p using (chain, seq)
          where e.type = 'version.approved' group by convert_from(p.body, 'UTF8')::jsonb->>'versionId' having count(*) = 1) x) as approved,
        (select count(*)::int from portal.signatures) as signatures`;
    const [ledger] = await sql<{ broken: number | null }[]>`select ledger.first_break(${partnershipId}) as broken`;
    console.log(
      `sign-off race: ${String(versions)} versions × 3 seats × 2 submissions: ${String(once?.approved)} approved exactly once, ` +
        `${String(once?.signatures)} signatures, ${String(refused)} unexpected refusals, ledger ${ledger?.broken === null ? "holds" : "BROKEN"}, ` +
        `${(signingMs / versions).toFixed(1)} ms for the six submissions of a version`,
    );
  });
}
