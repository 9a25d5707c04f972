import { randomUUID } from "node:crypto";

import { and, eq, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { agencies, agencyMemberships, agencyReplies } from "#db/schema/index.ts";

import { publishAgencies } from "../publish-agencies.server.ts";
import { lockMembership } from "../record-agency.server.ts";
import type { ReplyKind } from "./vocabulary.ts";

export interface DecideReplyInput {
  partnershipId: string;
  replyId: string;
  outcome: "accepted" | "set-aside";
  /** Why it is set aside: the agency is told. */
  reason: string | null;
}

export interface DecidedReply {
  kind: ReplyKind;
  membershipId: string;
  /** Whether the name stays as it is because another partnership keeps it. */
  nameKeptElsewhere: boolean;
}

/**
 * Accepts what an agency wrote back by its link, or sets it aside with a reason; its address is told. Details that are
 * accepted are in the register at once and, of one that is named, published; the other kinds change nothing by themselves.
 * Refusals: not-permitted, not-found, stale (decided or overtaken meanwhile), reason-needed.
 */
export async function decideReply(actor: SessionActor, { partnershipId, replyId, outcome, reason }: DecideReplyInput, submission: Submission): Promise<Outcome<DecidedReply>> {
  return change(actor, "decide-agency-reply", submission, async (tx) => {
    const forbidden = forbid(tx.me, "edit-agencies", { partnershipId });
    if (forbidden) return forbidden;
    if (!isUuid(replyId)) return refused("not-found");
    const [found] = await tx.db.select({ membershipId: agencyReplies.membershipId }).from(agencyReplies).where(and(eq(agencyReplies.id, replyId), eq(agencyReplies.partnershipId, partnershipId)));
    const stored = found && (await lockMembership(tx, partnershipId, found.membershipId));
    if (!stored) return refused("not-found");
    const [reply] = await tx.db.select().from(agencyReplies).where(eq(agencyReplies.id, replyId)).for("update");
    if (!reply || reply.outcome !== null) return refused("stale");
    if (outcome === "set-aside" && reason === null) return refused("reason-needed");
    await tx.db.update(agencyReplies).set({ outcome, reason, decidedAt: tx.now, decidedBy: tx.me.personId }).where(eq(agencyReplies.id, replyId));
    await appendToLedger(tx, { type: "agency.reply-decided", partnershipId, data: { membershipId: stored.id, replyId, outcome } });
    const nameKeptElsewhere = outcome === "accepted" && reply.kind === "details" && (await applyDetails(tx, stored, reply.proposed));
    await tx.db.execute(sql`
      insert into portal.agency_notices (id, partnership_id, membership_id, kind, reply_id, written_at, written_by, status_at)
      values (${randomUUID()}, ${partnershipId}, ${stored.id}, 'answer', ${replyId}, access.clock(), ${tx.me.personId}, access.clock())`);
    return done({ kind: reply.kind, membershipId: stored.id, nameKeptElsewhere });
  });
}

/** What may be changed of the agency is changed. Answers whether its name is kept elsewhere. */
async function applyDetails(tx: SessionTx, stored: typeof agencyMemberships.$inferSelect, { legalName, contactEmail }: (typeof agencyReplies.$inferSelect)["proposed"]): Promise<boolean> {
  const { id: membershipId, agencyId, partnershipId, category } = stored;
  const by = { recordedAt: tx.now, recordedBy: tx.me.personId };
  const renamed = legalName
    ? await tx.db.update(agencies).set({ legalName, revision: sql`${agencies.revision} + 1`, ...by }).where(and(eq(agencies.id, agencyId), eq(agencies.keptBy, partnershipId))).returning({ id: agencies.id })
    : [];
  if (!contactEmail && renamed.length === 0) return Boolean(legalName);
  const revision = stored.revision + 1;
  await tx.db.update(agencyMemberships).set({ ...(contactEmail ? { contactEmail } : {}), revision, ...by }).where(eq(agencyMemberships.id, membershipId));
  await appendToLedger(tx, { type: "agency.changed", partnershipId, data: { membershipId, agencyId, category, revision } });
  if (stored.status === "named" && renamed.length > 0) await publishAgencies(tx, partnershipId);
  return Boolean(legalName) && renamed.length === 0;
}
