import { desc, eq, sql } from "drizzle-orm";

import { isToken, sha256Hex } from "#app/auth/tokens.server.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { type Outcome, refused } from "#app/domain/shared/refusals.ts";
import { as, type LinkTx, LinkUnknown } from "#db/client.server.ts";
import { refusalOf } from "#db/errors.server.ts";
import { agencyReplies } from "#db/schema/index.ts";

import type { NoticeLink } from "./notice-link.ts";

/** What the link of a letter shows, however it stands, or null when there never was one. Uses nothing up, however often it is opened. */
export async function findNoticeLink(token: string | undefined): Promise<NoticeLink | null> {
  if (!isToken(token)) return null;
  try {
    return await as({ kind: "link", linkId: sha256Hex(token) }, async (tx) => {
      const [row] = await tx.db.execute<{ page: Omit<NoticeLink, "replies"> | null }>(sql`select portal.read_notice_link() as page`);
      if (!row?.page) return null;
      const replies = await tx.db.select({ kind: agencyReplies.kind, saidAt: agencyReplies.saidAt, outcome: agencyReplies.outcome }).from(agencyReplies).where(eq(agencyReplies.noticeId, tx.link.noticeId)).orderBy(desc(agencyReplies.saidAt));
      return { ...row.page, replies: replies.map(({ kind, saidAt, outcome }) => ({ kind, on: dayInLondon(saidAt), outcome })) };
    });
  } catch (error) {
    if (error instanceof LinkUnknown) return null;
    throw error;
  }
}

/**
 * Runs one state change of somebody who has the link of a letter, in one transaction. Constraints that stand for a refusal
 * become that refusal; a link that never was is not found.
 */
export async function changeByLink<T>(token: string | undefined, fn: (tx: LinkTx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  if (!isToken(token)) return refused("not-found");
  try {
    return await as({ kind: "link", linkId: sha256Hex(token) }, fn);
  } catch (error) {
    if (error instanceof LinkUnknown) return refused("not-found");
    const refusal = refusalOf(error);
    if (refusal) return refused(refusal);
    throw error;
  }
}
