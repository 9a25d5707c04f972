import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { can } from "#app/domain/access/rules.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { lockOffices } from "#app/domain/partnerships/lock.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { appointments } from "#db/schema/index.ts";

import { insertDelegation } from "./delegations.server.ts";

export interface DelegationInput {
  partnershipId: string;
  /** The delegate's appointment. */
  appointmentId: string;
  /** What is delegated, and its limits. Published. */
  scope: string;
  /** ISO date. */
  startsOn: string;
}

/**
 * Records what a lead delegates to the delegate of their own seat, changes it from a date, or, for a lead who has newly
 * come, confirms what the one before delegated. Accountability stays with the lead.
 * Refusals: not-found, not-permitted, not-your-seat, identity-not-confirmed, impossible-dates, nothing-to-change (over).
 */
export async function recordDelegation(actor: SessionActor, input: DelegationInput, submission: Submission): Promise<Outcome<{ delegationId: string }>> {
  const { partnershipId, appointmentId, scope, startsOn } = input;
  return change(actor, "record-delegation", submission, async (tx) => {
    const forbidden = forbid(tx.me, "delegate", { partnershipId });
    if (forbidden) return forbidden;
    await lockOffices(tx, { partnershipId });
    const [term] = await tx.db.select().from(appointments).where(and(eq(appointments.id, appointmentId), eq(appointments.partnershipId, partnershipId), eq(appointments.role, "dsp")));
    if (!term?.seatId) return refused("not-found");
    if (!can(tx.me, "delegate", { partnershipId, seatId: term.seatId })) return refused("not-your-seat");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    if (term.endsOn !== null && term.endsOn <= tx.today) return refused("nothing-to-change", `This appointment ended on ${showDate(term.endsOn)}.`);
    if (startsOn < term.startsOn) return refused("impossible-dates", `They are your delegate from ${showDate(term.startsOn)}. Enter that date or a later one.`);
    if (term.endsOn !== null && startsOn >= term.endsOn) return refused("impossible-dates", `They are your delegate until the start of ${showDate(term.endsOn)}. Enter an earlier date.`);
    const delegationId = await insertDelegation(tx, { post: { partnershipId, seatId: term.seatId }, toAppointmentId: appointmentId, startsOn, scope });
    await publishDirectory(tx, partnershipId);
    return done({ delegationId });
  });
}
