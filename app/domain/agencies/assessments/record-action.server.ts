import { and, eq } from "drizzle-orm";

import { writeAction } from "#app/domain/actions/write-action.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { officeOf } from "#app/domain/access/office-of.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { assessmentStandards } from "#db/schema/index.ts";

import { speaksFor } from "./answering.server.ts";
import { lockReturn } from "./lock-return.server.ts";
import { tellAgency } from "./tell.server.ts";

export interface RecordActionInput {
  partnershipId: string;
  returnId: string;
  standardId: string;
  what: string;
  /** A post or an office of the agency. */
  owner: string;
  dueOn: string;
}

/** Records an action that follows from a challenge. Refusals: not-permitted, not-found, return-not-submitted, own-agency, impossible-dates. */
export async function recordAction(actor: SessionActor, { partnershipId, returnId, standardId, what, owner, dueOn }: RecordActionInput, submission: Submission): Promise<Outcome<{ actionId: string }>> {
  return change(actor, "record-assessment-action", submission, async (tx) => {
    const forbidden = forbid(tx.me, "challenge-assessments", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockReturn(tx, partnershipId, returnId);
    if (!stored) return refused("not-found");
    const { membershipId, setId } = stored;
    const [standard] = await tx.db.select({ id: assessmentStandards.id }).from(assessmentStandards).where(and(eq(assessmentStandards.setId, setId), eq(assessmentStandards.id, standardId)));
    if (!standard) return refused("not-found");
    if (stored.status !== "submitted") return refused("return-not-submitted");
    if (await speaksFor(tx, membershipId)) return refused("own-agency");
    if (dueOn < tx.today) return refused("impossible-dates", "The day must be today or later");
    const actionId = await writeAction(tx, { partnershipId, origin: { kind: "assessment", id: returnId }, standard: { id: standardId, fromChallenge: true }, what, owner, ownerPostId: null, membershipId, dueOn, office: officeOf(tx.me, partnershipId, "challenge-assessments") });
    await tellAgency(tx, stored, (agency) => ({ kind: "assessment-action", partnershipId, actionId, agency, dueOn }));
    return done({ actionId });
  });
}
