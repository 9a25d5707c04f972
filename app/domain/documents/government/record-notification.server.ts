import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { dayInLondon, showDate } from "#app/domain/shared/dates.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { governmentNotifications } from "#db/schema/index.ts";

import { lockVersion } from "../version.server.ts";
import { documentWords } from "../vocabulary.ts";

/**
 * Records on which day the Secretary of State was told of a published version; again, to put a wrong day right.
 * `notifiedOn` is an ISO date. Refusals: version-not-in-that-state (never published, or of a kind nobody is told of),
 * impossible-dates (before publication or to come), nothing-to-change, not-permitted.
 */
export async function recordNotification(
  actor: SessionActor,
  input: { partnershipId: string; versionId: string; notifiedOn: string },
  submission: Submission,
): Promise<Outcome<{ number: number }>> {
  return change(actor, "record-notification", submission, async (tx) => {
    const { partnershipId, versionId, notifiedOn } = input;
    const forbidden = forbid(tx.me, "publish", { partnershipId });
    if (forbidden) return forbidden;
    const version = await lockVersion(tx, partnershipId, versionId);
    if (!version) return refused("not-found");
    if (!version.publishedAt || !documentWords(version.kind).tellsGovernment) return refused("version-not-in-that-state");
    const published = dayInLondon(version.publishedAt);
    if (notifiedOn < published) return refused("impossible-dates", `It was published on ${showDate(published)}, so nobody was told before then.`);
    if (notifiedOn > tx.today) return refused("impossible-dates", "The day is still to come.");
    const [before] = await tx.db.select({ notifiedOn: governmentNotifications.notifiedOn }).from(governmentNotifications).where(eq(governmentNotifications.versionId, versionId));
    if (before?.notifiedOn === notifiedOn) return refused("nothing-to-change");
    const record = { notifiedOn, recordedAt: tx.now, recordedBy: tx.me.personId };
    await tx.db.insert(governmentNotifications).values({ versionId, partnershipId, ...record }).onConflictDoUpdate({ target: governmentNotifications.versionId, set: record });
    await appendToLedger(tx, { type: "government.notified", partnershipId, data: { versionId, notifiedOn } });
    return done({ number: version.number });
  });
}
