import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { can } from "#app/domain/access/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import { lockOffices } from "#app/domain/partnerships/lock.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { Me, SessionActor, SessionTx } from "#db/client.server.ts";
import { appointments, people } from "#db/schema/index.ts";

import { type Appointment, findPost } from "./posts.server.ts";

export interface EndInput {
  partnershipId: string;
  appointmentId: string;
  /** ISO date. They hold the office until the start of this day; today ends it at once. */
  endsOn: string;
  reason: string;
}

/**
 * Ends an appointment: one's own, that of the delegate of one's own seat, or a representative's whom one may appoint. It takes effect on the person's next request.
 * An end before the start withdraws an appointment to come. Nobody backdates the end of their own office; a lead may
 * record late when the delegate left.
 * Refusals: not-found, not-permitted, nothing-to-change (over already), impossible-dates.
 */
export async function endAppointment(actor: SessionActor, input: EndInput, submission: Submission): Promise<Outcome<{ endsOn: string }>> {
  const { partnershipId, appointmentId, endsOn } = input;
  return change(actor, "end-appointment", submission, async (tx) => {
    const outside = forbid(tx.me, "read-people", { partnershipId });
    if (outside) return outside;
    await lockOffices(tx, { partnershipId });
    const [term] = await tx.db.select().from(appointments).where(and(eq(appointments.id, appointmentId), eq(appointments.partnershipId, partnershipId)));
    if (!term) return refused("not-found");
    if (!mayEnd(tx.me, term)) return refused("not-permitted");
    if (term.endsOn !== null && (term.endsOn <= endsOn || term.endsOn <= tx.today)) {
      return refused("nothing-to-change", `This appointment already ends on ${showDate(term.endsOn)}.`);
    }
    if (endsOn < term.startsOn) return refused("impossible-dates", `The appointment starts on ${showDate(term.startsOn)}. Enter that date or a later one.`);
    if (term.personId === tx.me.personId && endsOn < tx.today) return refused("impossible-dates", "You can leave your own office today or on a later day.");

    await tx.db.update(appointments).set({ endsOn, endedAt: tx.now, endedBy: tx.me.personId, endReason: input.reason }).where(eq(appointments.id, appointmentId));
    await appendToLedger(tx, { type: "appointment.ended", partnershipId, data: { appointmentId, endsOn } });
    await tell(tx, term, endsOn);
    await publishDirectory(tx, partnershipId);
    return done({ endsOn });
  });
}

async function tell(tx: SessionTx, term: Appointment, endsOn: string): Promise<void> {
  const { partnershipId, role, personId } = term;
  const post = await findPost(tx, partnershipId, term.postId);
  const [person] = await tx.db.select({ name: people.name }).from(people).where(eq(people.id, personId));
  const about = { partnershipId, role, office: term.office ?? post?.office ?? "", organisation: post?.organisation ?? null, endsOn };
  await notify(tx, { kind: "appointment-ended", ...about }, [personId]);
  const others = (await holdersOf(tx, partnershipId, ["lsp", "chair", "business-manager"])).filter((id) => id !== personId);
  await notify(tx, { kind: "holder-left", ...about, name: person?.name ?? "Somebody" }, others);
}

/** Whether this person may end this appointment: the page asks in order to show, the command in order to refuse. */
export function mayEnd(me: Me, { partnershipId, personId, role, seatId }: Pick<Appointment, "partnershipId" | "personId" | "role" | "seatId">): boolean {
  if (!can(me, "end-appointment", { partnershipId })) return false;
  if (role === "agency-contact" || role === "education-representative") return personId === me.personId || can(me, "appoint-representative", { partnershipId });
  return personId === me.personId || (role === "dsp" && seatId !== null && can(me, "appoint-delegate", { partnershipId, seatId }));
}
