import { randomBytes, randomUUID } from "node:crypto";

import { and, eq, max } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { listWithheldNames } from "#app/domain/agencies/withholdings/queries.server.ts";
import { sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { PriorityOutline, PriorityUpdate, StoredPriorityUpdate } from "#app/domain/publication/priorities.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { holdsName } from "#app/domain/shared/mask-names.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { partnerships, publicationBodies, publicationNotices, publications } from "#db/schema/index.ts";

import { outlineOf } from "./priority-outline.ts";
import { readBodies, readHiddenBefore, readUpdates } from "./published.server.ts";
import { readPriority } from "./queries.server.ts";

/**
 * Publishes a priority as it stands, as its next update. Refusals: not-permitted, not-found, stale, priority-not-agreed,
 * name-withheld-in-words (the detail says which; the portal’s own people may read it).
 */
export async function publishPriority(actor: SessionActor, { partnershipId, number, revision }: { partnershipId: string; number: number; revision: number }, submission: Submission): Promise<Outcome<{ update: number }>> {
  return change(actor, "publish-priority", submission, async (tx) => {
    const forbidden = forbid(tx.me, "publish-priorities", { partnershipId });
    if (forbidden) return forbidden;
    const found = await readPriority(tx, partnershipId, number);
    if (!found) return refused("not-found");
    const { id: priorityId, agreedOn, revision: now } = found.priority;
    if (agreedOn === null) return refused("priority-not-agreed");
    if (now !== revision) return refused("stale");
    const publicationId = randomUUID();
    const { outline, updates } = await readOutline(tx, partnershipId, found);
    const text = JSON.stringify({ ...outline, agencies: [] });
    const named = (await listWithheldNames(tx, partnershipId)).filter((name) => holdsName(text, name));
    if (named[0] !== undefined) return refused("name-withheld-in-words", named.join("\n"));
    // The hash stays public when the words do not: the salt keeps anybody from guessing them.
    const body = Buffer.from(JSON.stringify({ ...outline, salt: randomBytes(32).toString("hex") }), "utf8");
    const outlineSha256 = sha256Hex(body);
    const [partnership] = await tx.db.select({ id: partnerships.id, slug: partnerships.slug, name: partnerships.name }).from(partnerships).where(eq(partnerships.id, partnershipId));
    if (!partnership) return refused("not-found");
    const before = updates.at(-1);
    const update = (before?.facts.update ?? 0) + 1;
    const facts: StoredPriorityUpdate = { partnership, priorityId, priority: number, update, state: outline.honestState, outlineSha256 };
    // The locked head of the partnership's chain keeps two publications in one order.
    await appendToLedger(tx, { type: "priority.published", partnershipId, data: { priorityId, number, update, publicationId, outlineSha256 } });
    const [last] = await tx.db.select({ number: max(publications.number) }).from(publications).where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "priority")));
    await tx.db.insert(publications).values({ id: publicationId, partnershipId, slug: partnership.slug, kind: "priority", number: (last?.number ?? 0) + 1, publishedAt: tx.now, facts });
    await tx.db.insert(publicationBodies).values({ publicationId, partnershipId, format: "outline", sha256: outlineSha256, size: body.length, body });
    if (before) await tx.db.insert(publicationNotices).values({ publicationId: before.publicationId, partnershipId, state: "superseded", at: tx.now, reason: null });
    return done({ update });
  });
}

async function readOutline(tx: Tx, partnershipId: string, found: NonNullable<Awaited<ReturnType<typeof readPriority>>>): Promise<{ outline: PriorityOutline; updates: PriorityUpdate[] }> {
  const updates = await readUpdates(tx, partnershipId, found.priority.number);
  return { updates, outline: outlineOf(found, await readBodies(tx, found.priority.id), await readHiddenBefore(tx, updates)) };
}

/** What would be published of an agreed priority now, and what was before, the last first. */
export async function previewPriority(actor: SessionActor, partnershipId: string, number: number): Promise<{ outline: PriorityOutline; updates: PriorityUpdate[] } | null> {
  return as(actor, async (tx) => {
    const found = await readPriority(tx, partnershipId, number);
    if (!found || found.priority.agreedOn === null) return null;
    const { outline, updates } = await readOutline(tx, partnershipId, found);
    return { outline, updates: updates.reverse() };
  });
}
