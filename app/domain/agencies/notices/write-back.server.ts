import { createHash, randomUUID } from "node:crypto";

import canonicalize from "canonicalize";
import { and, eq, sql } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { LinkTx } from "#db/client.server.ts";
import { agencyReplies } from "#db/schema/index.ts";

import type { ReplyInput } from "./forms.server.ts";
import { changeByLink } from "./link.server.ts";

/**
 * Keeps what an agency writes back by its link, for somebody in office to decide; nothing in the register changes. A later
 * one of the same kind takes the place of one that waits. Sent again with the same key and fields, it answers the first
 * result. Refusals: not-found, link-not-open, too-many-replies, form-already-used.
 */
export async function writeBack(token: string | undefined, { kind, proposed, name, post }: ReplyInput, submission: string): Promise<Outcome<{ replyId: string }>> {
  const fieldsSha256 = createHash("sha256").update(canonicalize({ kind, proposed, name, post }) ?? "").digest("hex");
  const outcome = await changeByLink(token, async (tx) => {
    const first = await findSent(tx, submission);
    if (first) return first.fieldsSha256 === fieldsSha256 ? done({ replyId: first.id }) : refused("form-already-used");
    const { noticeId, partnershipId, membershipId } = tx.link;
    const replyId = randomUUID();
    await tx.db.execute(sql`
      insert into portal.agency_replies (id, partnership_id, membership_id, notice_id, kind, proposed, said_by, said_by_post, submission, fields_sha256)
      values (${replyId}, ${partnershipId}, ${membershipId}, ${noticeId}, ${kind}, ${JSON.stringify(proposed)}::text::jsonb, ${name}, ${post}, ${submission}, ${fieldsSha256})`);
    await appendToLedger(tx, { type: "agency.wrote-back", partnershipId, data: { membershipId, noticeId, replyId, about: kind } });
    return done({ replyId });
  });
  if (outcome.ok || outcome.refusal !== "form-already-used") return outcome;
  // The same form at the same moment: the first to be written counts.
  return changeByLink(token, async (tx) => {
    const first = await findSent(tx, submission);
    return first?.fieldsSha256 === fieldsSha256 ? done({ replyId: first.id }) : refused("form-already-used");
  });
}

async function findSent(tx: LinkTx, submission: string): Promise<{ id: string; fieldsSha256: string } | undefined> {
  const [first] = await tx.db.select({ id: agencyReplies.id, fieldsSha256: agencyReplies.fieldsSha256 }).from(agencyReplies).where(and(eq(agencyReplies.noticeId, tx.link.noticeId), eq(agencyReplies.submission, submission)));
  return first;
}
