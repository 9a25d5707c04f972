import { and, eq, inArray } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { sharedContributions, sharedParts } from "#db/schema/index.ts";

import type { SharedInput } from "./forms.server.ts";
import { lockShared, type PartRow, type SharedRow } from "./lock-shared.server.ts";
import { readChoices } from "./names.server.ts";
import { divide } from "./rules.ts";

export interface RecordSharedInput {
  /** The host. */
  partnershipId: string;
  /** Null enters a new one. */
  sharedId: string | null;
  /** The revision the person began from; 0 for a new one. */
  revision: number;
  /** Its year stays what it was when it is changed. */
  shared: SharedInput;
}

type NewPart = SharedInput["parts"][number] & { pence: number };

/**
 * Enters one payer's amount for several partnerships and offers each its part, or changes it while nobody has accepted:
 * every part is then offered anew, to whoever declined, too. The parts sum to the whole to the penny. Refusals:
 * not-permitted, not-found (also a partnership that is not published), part-accepted, stale.
 */
export async function recordShared(actor: SessionActor, input: RecordSharedInput, submission: Submission): Promise<Outcome<{ sharedId: string }>> {
  return change(actor, "record-shared-contribution", submission, async (tx) => {
    const { partnershipId } = input;
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId });
    if (forbidden) return forbidden;
    const stored = input.sharedId === null ? null : await lockShared(tx, partnershipId, input.sharedId);
    if (input.sharedId !== null && !stored) return refused("not-found");
    if (stored?.parts.some((part) => part.state === "accepted")) return refused("part-accepted");
    if (stored && (stored.shared.withdrawnAt || stored.shared.revision !== input.revision)) return refused("stale");
    const choices = await readChoices(tx);
    if (input.shared.parts.some((part) => !choices.some((choice) => choice.id === part.partnershipId))) return refused("not-found");
    const parts = divide(input.shared, input.shared.parts);
    if (stored && isSame(stored, input.shared, parts)) return done({ sharedId: stored.shared.id });

    const { id: sharedId, year } = stored ? await rewrite(tx, stored.shared, input.shared) : await write(tx, partnershipId, input.shared);
    await offer(tx, { sharedId, hostId: partnershipId }, stored?.parts ?? [], parts);
    await appendToLedger(tx, { type: stored ? "shared-contribution.changed" : "shared-contribution.recorded", partnershipId, data: { sharedId, year, pence: input.shared.pence, parts: parts.length } });
    return done({ sharedId });
  });
}

const said = ["contributor", "sector", "payer", "pence", "method", "childrenShare", "purpose"] as const;

/** Whether nothing would change. Whoever declined is asked again, even for the same. */
function isSame({ shared, parts: before }: { shared: SharedRow; parts: PartRow[] }, input: SharedInput, parts: readonly NewPart[]): boolean {
  const sameParts = parts.length === before.length && parts.every((part) => before.some((each) => each.partnershipId === part.partnershipId && each.weight === part.weight && each.pence === part.pence));
  return sameParts && before.every((part) => part.state === "proposed") && said.every((field) => shared[field] === input[field]);
}

async function write(tx: SessionTx, partnershipId: string, { parts: _parts, ...shared }: SharedInput): Promise<SharedRow> {
  const [row] = await tx.db.insert(sharedContributions).values({ ...shared, partnershipId, recordedAt: tx.now, recordedBy: tx.me.personId }).returning();
  if (!row) throw new Error("nothing was written");
  return row;
}

async function rewrite(tx: SessionTx, { id, year, revision }: SharedRow, { parts: _parts, year: _year, ...shared }: SharedInput): Promise<{ id: string; year: SharedRow["year"] }> {
  await tx.db.update(sharedContributions).set({ ...shared, revision: revision + 1 }).where(eq(sharedContributions.id, id));
  return { id, year };
}

/** Offers every part as it is now. A part that stays is changed in place: somebody may be waiting to answer it. */
async function offer(tx: SessionTx, shared: { sharedId: string; hostId: string }, before: readonly PartRow[], parts: readonly NewPart[]): Promise<void> {
  const gone = before.filter((part) => !parts.some((each) => each.partnershipId === part.partnershipId)).map((part) => part.partnershipId);
  if (gone.length > 0) await tx.db.delete(sharedParts).where(and(eq(sharedParts.sharedId, shared.sharedId), inArray(sharedParts.partnershipId, gone)));
  for (const { partnershipId, weight, pence } of parts) {
    if (!before.some((part) => part.partnershipId === partnershipId)) {
      await tx.db.insert(sharedParts).values({ ...shared, partnershipId, weight, pence });
    } else {
      await tx.db
        .update(sharedParts)
        .set({ weight, pence, state: "proposed", reason: null, answeredAt: null, answeredBy: null })
        .where(and(eq(sharedParts.sharedId, shared.sharedId), eq(sharedParts.partnershipId, partnershipId)));
    }
  }
}
