import { and, desc, eq, gt, isNull, lte, or } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { appointments, representations } from "#db/schema/index.ts";

import type { RepresentationInput } from "./forms.server.ts";

export interface RecordRepresentationInput {
  partnershipId: string;
  /** The post of whoever represents others. */
  postId: string;
  /** Of the holder that the form showed. */
  appointmentId: string;
  /** The revision that the form showed; 0 when nothing was recorded. */
  revision: number;
  representation: RepresentationInput;
}

/**
 * Records how the holder of a representative's post was chosen and for whom they speak, and publishes it: earlier
 * revisions stay. Refusals: not-permitted, not-found, stale (another holder, or somebody recorded it first),
 * impossible-dates, nothing-to-change.
 */
export async function recordRepresentation(actor: SessionActor, input: RecordRepresentationInput, submission: Submission): Promise<Outcome<{ revision: number }>> {
  return change(actor, "record-representation", submission, async (tx) => {
    const { partnershipId, postId, appointmentId, representation } = input;
    const forbidden = forbid(tx.me, "record-voice", { partnershipId });
    if (forbidden) return forbidden;
    if (!isUuid(postId)) return refused("not-found");
    const [held] = await tx.db
      .select({ id: appointments.id, role: appointments.role })
      .from(appointments)
      .where(and(eq(appointments.postId, postId), eq(appointments.partnershipId, partnershipId), lte(appointments.startsOn, tx.today), or(isNull(appointments.endsOn), gt(appointments.endsOn, tx.today))));
    if (!held || (held.role !== "education-representative" && held.role !== "agency-contact")) return refused("not-found");
    if (held.id !== appointmentId) return refused("stale");
    const [last] = await tx.db.select().from(representations).where(eq(representations.appointmentId, appointmentId)).orderBy(desc(representations.revision)).limit(1);
    if ((last?.revision ?? 0) !== input.revision) return refused("stale");
    if (representation.chosenOn > tx.today) return refused("impossible-dates", "They were chosen today or earlier");
    if (last && isSame(last, representation)) return refused("nothing-to-change");
    const revision = input.revision + 1;
    await tx.db.insert(representations).values({ appointmentId, partnershipId, revision, ...representation, recordedAt: tx.now, recordedBy: tx.me.personId });
    await appendToLedger(tx, { type: "representation.recorded", partnershipId, data: { appointmentId, revision, speaksFor: representation.speaksFor } });
    await publishDirectory(tx, partnershipId);
    return done({ revision });
  });
}

function isSame(stored: RepresentationInput, typed: RepresentationInput): boolean {
  return stored.chosenBy === typed.chosenBy && stored.chosenOn === typed.chosenOn && stored.how === typed.how && stored.until === typed.until && String(stored.speaksFor) === String(typed.speaksFor);
}
