import { and, eq, isNull } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { agencyMemberships, agencyWithholdings } from "#db/schema/index.ts";

import { publishAgencies } from "../publish-agencies.server.ts";
import { lockMembership } from "../record-agency.server.ts";

export interface WithholdingInput {
  partnershipId: string;
  membershipId: string;
  revision: number;
  /** For those in office; never published. */
  reason: string;
}

export interface NameDecided {
  wasNamed: boolean;
  /** Whether the list was published again; not while it is down, nor of an agency that is not named. */
  published: boolean;
}

/**
 * Withholds the name of an agency from everything that the public reads, since it would put people at risk: the list is
 * published again without it at once, and every other partnership that names the body shows it without its name, too.
 * Refusals: not-permitted, not-found, stale, nothing-to-change (it is withheld already), agency-withdrawn.
 */
export async function withholdName(actor: SessionActor, input: WithholdingInput, submission: Submission): Promise<Outcome<NameDecided>> {
  return onMembership(actor, "withhold-agency-name", input, submission, async (tx, stored) => {
    if (stored.status === "withdrawn") return refused("agency-withdrawn");
    if (await findOpen(tx, stored.id)) return refused("nothing-to-change");
    const { partnershipId, id: membershipId, agencyId } = stored;
    const [row] = await tx.db
      .insert(agencyWithholdings)
      .values({ partnershipId, membershipId, reason: input.reason, withheldAt: tx.now, withheldBy: tx.me.personId })
      .returning({ id: agencyWithholdings.id });
    if (!row) throw new Error("the withholding was not written");
    await appendToLedger(tx, { type: "agency.name-withheld", partnershipId, data: { membershipId, agencyId, withholdingId: row.id } });
    return done(null);
  });
}

/**
 * Ends it: the public reads the name again, unless another partnership withholds it. Refusals: not-permitted, not-found,
 * stale, nothing-to-change (this partnership does not withhold it).
 */
export async function endWithholding(actor: SessionActor, input: WithholdingInput, submission: Submission): Promise<Outcome<NameDecided>> {
  return onMembership(actor, "end-agency-withholding", input, submission, async (tx, { partnershipId, id: membershipId, agencyId }) => {
    const open = await findOpen(tx, membershipId);
    if (!open) return refused("nothing-to-change");
    await tx.db.update(agencyWithholdings).set({ endedAt: tx.now, endedBy: tx.me.personId, endedReason: input.reason }).where(eq(agencyWithholdings.id, open.id));
    await appendToLedger(tx, { type: "agency.withholding-ended", partnershipId, data: { membershipId, agencyId, withholdingId: open.id } });
    return done(null);
  });
}

type Stored = NonNullable<Awaited<ReturnType<typeof lockMembership>>>;

/** Decides about an agency's name, and publishes again what says it: the list, and who speaks for whom. */
async function onMembership(actor: SessionActor, command: string, { partnershipId, membershipId, revision }: WithholdingInput, submission: Submission, decide: (tx: SessionTx, stored: Stored) => Promise<Outcome<null>>): Promise<Outcome<NameDecided>> {
  return change(actor, command, submission, async (tx) => {
    const forbidden = forbid(tx.me, "name-agencies", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockMembership(tx, partnershipId, membershipId);
    if (!stored) return refused("not-found");
    if (stored.revision !== revision) return refused("stale");
    const decided = await decide(tx, stored);
    if (!decided.ok) return decided;
    await tx.db
      .update(agencyMemberships)
      .set({ revision: stored.revision + 1, recordedAt: tx.now, recordedBy: tx.me.personId })
      .where(eq(agencyMemberships.id, membershipId));
    const wasNamed = stored.status === "named";
    const published = wasNamed && (await publishAgencies(tx, partnershipId));
    if (stored.representativePostId ?? stored.deputyPostId) await publishDirectory(tx, partnershipId);
    return done({ wasNamed, published });
  });
}

async function findOpen({ db }: SessionTx, membershipId: string): Promise<{ id: string } | null> {
  const [row] = await db.select({ id: agencyWithholdings.id }).from(agencyWithholdings).where(and(eq(agencyWithholdings.membershipId, membershipId), isNull(agencyWithholdings.endedAt)));
  return row ?? null;
}
