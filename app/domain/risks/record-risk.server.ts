import { randomUUID } from "node:crypto";

import { eq, max } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { riskReviews, risks } from "#db/schema/index.ts";

import { type NewRisk, riskWords } from "./forms.server.ts";
import { readOwnerChoices } from "./queries.server.ts";

/** Records a risk with how it is judged today. Refusals: not-permitted, not-found, identifier-in-words, words-not-looked-at, impossible-dates, stale (the office is no more). */
export async function recordRisk(actor: SessionActor, { partnershipId, ...input }: { partnershipId: string } & NewRisk, submission: Submission): Promise<Outcome<{ number: number }>> {
  return change(actor, "record-risk", submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-risks", { partnershipId });
    if (forbidden) return forbidden;
    const { looked, title, description, reviewOn, ...judged } = input;
    const unfit = refuseWords(riskWords(input), looked);
    if (unfit) return unfit;
    if (reviewOn <= tx.today) return refused("impossible-dates", "The next review must be after today");
    if (!(await readOwnerChoices(tx, partnershipId)).some((each) => each.postId === judged.ownerPostId)) return refused("stale");
    const id = randomUUID();
    const { likelihood, impact } = judged;
    // The locked head of the partnership's chain keeps two risks in one order.
    await appendToLedger(tx, { type: "risk.recorded", partnershipId, data: { riskId: id, likelihood, impact, reviewOn } });
    const [last] = await tx.db.select({ number: max(risks.number) }).from(risks).where(eq(risks.partnershipId, partnershipId));
    const number = (last?.number ?? 0) + 1;
    const by = { office: officeOf(tx.me, partnershipId, "record-risks"), recordedAt: tx.now, recordedBy: tx.me.personId };
    await tx.db.insert(risks).values({ id, partnershipId, number, title, description, ...judged, reviewOn, ...by });
    await tx.db.insert(riskReviews).values({ riskId: id, partnershipId, number: 1, onDay: tx.today, ...judged, reviewOn, words: "Recorded", ...by });
    return done({ number });
  });
}
