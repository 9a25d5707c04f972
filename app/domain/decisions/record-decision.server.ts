import { randomUUID } from "node:crypto";

import { and, eq, max } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { readMeeting } from "#app/domain/meetings/queries.server.ts";
import type { MeetingView } from "#app/domain/meetings/meeting-view.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { leadsOf } from "#app/domain/notifications/recipients.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { decisions, decisionTakers } from "#db/schema/index.ts";

import type { SeatPowers } from "./decision-view.ts";
import { decisionWords, type NewDecision, type ReplacedDecision } from "./forms.server.ts";
import { readPowers } from "./powers.server.ts";
import { publishDecisions } from "./publish-decisions.server.ts";
import { beyondDelegation } from "./rules.ts";

export type DecisionInput = NewDecision & { partnershipId: string; replaces: ReplacedDecision | null; meetingId: string | null };

/**
 * Records a decision that delegates took within their delegations, which stands at once, is published if it is public, and waits in the leads' list;
 * or puts one to every lead, who are told. Refusals: not-permitted, not-found, identifier-in-words, words-not-looked-at,
 * meeting-closed, impossible-dates, beyond-delegation (the detail says what to do instead), decision-replaced, stale (no such seat).
 */
export async function recordDecision(actor: SessionActor, input: DecisionInput, submission: Submission): Promise<Outcome<{ number: number }>> {
  const { partnershipId, looked, takenBy } = input;
  return change(actor, "record-decision", submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-decisions", { partnershipId });
    if (forbidden) return forbidden;
    const unfit = refuseWords(decisionWords(input), looked);
    if (unfit) return unfit;
    const taking = takenBy === "leads" ? done(await readPowers(tx, partnershipId, tx.today)) : await findDelegates(tx, input);
    if (!taking.ok) return taking;
    const replaced = await findReplaced(tx, input);
    if (!replaced.ok) return replaced;
    const meeting = await findMeetingOf(tx, input);
    if (!meeting.ok) return meeting;
    return done({ number: await write(tx, input, { seats: taking.value, replaced: replaced.value, meeting: meeting.value }) });
  });
}

/** The delegates of the day who may decide this, or why they may not. */
async function findDelegates(tx: SessionTx, { partnershipId, seatIds, decidedOn, matter, amountPence }: DecisionInput): Promise<Outcome<SeatPowers[]>> {
  if (decidedOn === null || decidedOn > tx.today) return refused("impossible-dates", "The day of the decision must be today or earlier");
  const powers = await readPowers(tx, partnershipId, decidedOn);
  const chosen = powers.filter((seat) => seatIds.includes(seat.seatId));
  if (chosen.length === 0 || chosen.length !== new Set(seatIds).size) return refused("stale");
  const beyond = beyondDelegation(chosen, { matter, amountPence, decidedOn });
  return beyond.length > 0 ? refused("beyond-delegation", beyond.join("\n")) : done(chosen);
}

async function findReplaced({ db }: SessionTx, { partnershipId, replaces }: DecisionInput): Promise<Outcome<{ id: string } | null>> {
  if (!replaces) return done(null);
  const [row] = await db.select({ id: decisions.id, status: decisions.status, replacedBy: decisions.replacedBy }).from(decisions).where(and(eq(decisions.partnershipId, partnershipId), eq(decisions.number, replaces.number)));
  if (!row) return refused("not-found");
  return row.status === "stands" && row.replacedBy === null ? done({ id: row.id }) : refused("decision-replaced");
}

/** The meeting at which it was taken: one that the partnership hosts or shares, and that was not cancelled. */
async function findMeetingOf(tx: SessionTx, { partnershipId, meetingId }: DecisionInput): Promise<Outcome<MeetingView | null>> {
  if (meetingId === null) return done(null);
  const found = await readMeeting(tx, partnershipId, meetingId);
  if (!found || (found.meeting.share !== null && found.meeting.share !== "accepted")) return refused("not-found");
  return found.meeting.state === "cancelled" ? refused("meeting-closed") : done(found.meeting);
}

interface Found {
  seats: readonly SeatPowers[];
  replaced: { id: string } | null;
  meeting: MeetingView | null;
}

async function write(tx: SessionTx, input: DecisionInput, { seats, replaced, meeting }: Found): Promise<number> {
  const { partnershipId, takenBy, sentence, matter, amountPence, options, dissent, leadsTo, decidedOn, privateKind, privateReason, replaces, replacesReason } = input;
  const id = randomUUID();
  const isPublic = privateKind === null;
  // The locked head of the partnership's chain keeps two decisions in one order.
  await appendToLedger(tx, { type: "decision.recorded", partnershipId, data: { decisionId: id, takenBy, matter, amountPence, seats: seats.map((seat) => seat.seatId), decidedOn, isPublic, replaces: replaces?.number ?? null, ...(meeting ? { meetingId: meeting.id } : {}) } });
  const [last] = await tx.db.select({ number: max(decisions.number) }).from(decisions).where(eq(decisions.partnershipId, partnershipId));
  const number = (last?.number ?? 0) + 1;
  await tx.db.insert(decisions).values({
    id, partnershipId, number, sentence, matter, amountPence, options, dissent, leadsTo, takenBy, status: takenBy === "leads" ? "asked" : "stands", decidedOn: takenBy === "leads" ? null : decidedOn, isPublic, privateKind, privateReason,
    replacesId: replaced?.id ?? null, replacesKind: replaces?.kind ?? null, replacesReason: replaced ? replacesReason : null,
    meetingId: meeting?.id ?? null, meetingHostId: meeting?.host.id ?? null,
    office: officeOf(tx.me, partnershipId, "record-decisions"), recordedOn: tx.today, recordedAt: tx.now, recordedBy: tx.me.personId,
  });
  await tx.db.insert(decisionTakers).values(seats.map(({ seatId, body, delegate }) => ({ decisionId: id, partnershipId, seatId, body, ...(takenBy === "delegates" && delegate?.delegation ? { appointmentId: delegate.appointmentId, delegationId: delegate.delegation.id, office: delegate.office } : {}) })));
  if (takenBy === "delegates") await publishDecisions(tx, partnershipId, id);
  if (takenBy === "leads") await notify(tx, { kind: "decision-asked", partnershipId, number, sentence }, await leadsOf(tx, partnershipId, seats.map((seat) => seat.seatId)));
  return number;
}
