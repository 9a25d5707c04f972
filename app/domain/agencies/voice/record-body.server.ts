import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { representativeBodies } from "#db/schema/index.ts";

import { publishAgencies } from "../publish-agencies.server.ts";
import { lockMembership } from "../record-agency.server.ts";
import type { BodyRoleInput } from "./forms.server.ts";

export interface RecordBodyInput {
  partnershipId: string;
  /** The agency in this partnership's register. */
  membershipId: string;
  /** The revision that the form showed; 0 when it was marked as none. */
  revision: number;
  body: BodyRoleInput;
}

/**
 * Marks an agency of the register as speaking for others, or changes what is said of that; of one that is named the public
 * list is published again. Refusals: not-permitted, not-found, stale, impossible-dates, nothing-to-change (withdrawn).
 */
export async function recordBody(actor: SessionActor, input: RecordBodyInput, submission: Submission): Promise<Outcome<{ revision: number }>> {
  return change(actor, "record-representative-body", submission, async (tx) => {
    const { partnershipId, membershipId, body } = input;
    const forbidden = forbid(tx.me, "record-voice", { partnershipId });
    if (forbidden) return forbidden;
    const agency = await lockMembership(tx, partnershipId, membershipId);
    if (!agency) return refused("not-found");
    if (agency.status === "withdrawn") return refused("nothing-to-change");
    const stored = await findStoredBody(tx, partnershipId, membershipId);
    if ((stored?.revision ?? 0) !== input.revision) return refused("stale");
    const impossible = impossibleDay(body, tx.today);
    if (impossible) return refused("impossible-dates", impossible);
    const revision = input.revision + 1;
    const values = { ...body, revision, recordedAt: tx.now, recordedBy: tx.me.personId };
    if (stored) await tx.db.update(representativeBodies).set(values).where(eq(representativeBodies.membershipId, membershipId));
    else await tx.db.insert(representativeBodies).values({ membershipId, partnershipId, ...values });
    await appendToLedger(tx, { type: "representative-body.recorded", partnershipId, data: { membershipId, revision, since: body.since, until: body.until, outside: body.outsideCount } });
    if (agency.status === "named") await publishAgencies(tx, partnershipId);
    return done({ revision });
  });
}

/** What the list says is of today, so nothing in it may begin or end later. */
function impossibleDay({ since, until, outsideOn }: BodyRoleInput, today: string): string | null {
  if (since > today) return "It has spoken for others from today or earlier";
  if (until !== null && until > today) return "The day on which it stopped must be today or earlier";
  return outsideOn !== null && outsideOn > today ? "The members were counted today or earlier" : null;
}

/** The body as it is marked; null where it is not. Whoever changes it holds the lock on its membership. */
export async function findStoredBody({ db }: SessionTx, partnershipId: string, membershipId: string): Promise<typeof representativeBodies.$inferSelect | null> {
  const [row] = await db.select().from(representativeBodies).where(and(eq(representativeBodies.membershipId, membershipId), eq(representativeBodies.partnershipId, partnershipId)));
  return row ?? null;
}
