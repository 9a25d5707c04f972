import { and, eq } from "drizzle-orm";

import { readChoices } from "#app/domain/funding/shared/names.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { meetingShares } from "#db/schema/index.ts";

import { type AtMeeting, changeMeeting } from "../lock-meeting.server.ts";

export interface ShareInput extends AtMeeting {
  /** The other partnership. */
  withId: string;
}

/** Proposes that a meeting is another partnership's, too; one that declined is asked again. Refusals: as of every change, and not-found, share-answered (it was asked already). */
export async function proposeShare(actor: SessionActor, { withId, ...at }: ShareInput, submission: Submission): Promise<Outcome<null>> {
  return changeMeeting<null>(actor, "propose-meeting-share", at, submission, async (tx, meeting) => {
    if (withId === at.partnershipId || !(await readChoices(tx)).some((choice) => choice.id === withId)) return refused("not-found");
    const which = and(eq(meetingShares.meetingId, meeting.id), eq(meetingShares.partnershipId, withId));
    const [before] = await tx.db.select().from(meetingShares).where(which);
    if (before && before.state !== "declined") return refused("share-answered");
    if (before) await tx.db.delete(meetingShares).where(which);
    await tx.db.insert(meetingShares).values({ meetingId: meeting.id, hostId: at.partnershipId, partnershipId: withId, proposedAt: tx.now, proposedBy: tx.me.personId });
    await appendToLedger(tx, { type: "meeting-share.proposed", partnershipId: at.partnershipId, data: { meetingId: meeting.id, withPartnership: withId } });
    return done(null);
  });
}

/** Takes back what another partnership has not answered. Refusals: as of every change, and not-found, share-answered. */
export async function takeBackShare(actor: SessionActor, { withId, ...at }: ShareInput, submission: Submission): Promise<Outcome<null>> {
  return changeMeeting<null>(actor, "take-back-meeting-share", at, submission, async (tx, meeting) => {
    const which = and(eq(meetingShares.meetingId, meeting.id), eq(meetingShares.partnershipId, withId));
    const [share] = await tx.db.select().from(meetingShares).where(which);
    if (!share) return refused("not-found");
    if (share.state !== "proposed") return refused("share-answered");
    await tx.db.delete(meetingShares).where(which);
    await appendToLedger(tx, { type: "meeting-share.taken-back", partnershipId: at.partnershipId, data: { meetingId: meeting.id, withPartnership: withId } });
    return done(null);
  });
}
