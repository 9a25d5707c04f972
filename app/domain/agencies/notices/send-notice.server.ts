import { sql } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { handOver } from "#app/domain/notifications/hand-over.server.ts";
import { unsealSecret } from "#app/domain/notifications/message-secret.server.ts";
import type { Posting } from "#app/domain/notifications/send-message.server.ts";
import type { MessageStatus } from "#app/domain/notifications/vocabulary.ts";
import { as, type JobActor } from "#db/client.server.ts";

import { noticeLetter } from "./notice-letter.ts";
import type { NoticeContent, NoticeKind, NoticeStatus } from "./vocabulary.ts";

/** A letter as the database hands it to whoever sends or shows it (portal.notice_facts). */
export interface NoticeFacts {
  id: string;
  kind: NoticeKind;
  content: NoticeContent;
  email: string;
  secretSealed: string | null;
  status: NoticeStatus;
  handovers: number;
  writtenAt: string;
  expiresOn: string | null;
  /** Why it need not be sent any more. */
  idle: string | null;
}

export interface NoticePosting extends Posting {
  /** How many letters may be handed over in a minute, by all processes together. */
  perMinute: number;
}

/** A letter in its final words, with its link. */
export function wordNotice(notice: NoticeFacts, origin: string): ReturnType<typeof noticeLetter> {
  return noticeLetter(notice, { origin, linkPath: notice.secretSealed === null ? null : unsealSecret(notice.secretSealed, notice.id) });
}

/**
 * Sends the letter that the job is about, with the same steps as a message (docs/decisions/0011), when its turn comes: null
 * when another job has its turn, or when it was settled before. Throws NotNow when it has to be tried again.
 */
export async function sendNotice(actor: JobActor, { server, from, origin, perMinute, at = () => undefined }: NoticePosting): Promise<MessageStatus | null> {
  const { notice, now } = await as(actor, async (tx) => {
    const [row] = await tx.db.execute<{ notice: NoticeFacts | null }>(sql`select portal.notice_to_send() as notice`);
    return { notice: row?.notice ?? null, now: tx.now };
  });
  if (notice?.status !== "waiting") return null;
  const settle = (status: NoticeStatus, problem: string | null = null) => settleNotice(actor, status, problem);
  if (notice.idle !== null) return settle("dropped", notice.idle);
  if (!server) return settle("kept");
  if (!(await takeTurn(actor, perMinute))) return null;
  const { subject, letter } = wordNotice(notice, origin);
  const mail = { messageId: notice.id, from, to: { name: notice.content.legalName, address: notice.email }, subject, letter, unsubscribeUrl: null, writtenAt: new Date(notice.writtenAt), origin };
  return handOver(mail, { server, now, handovers: notice.handovers, count: (by) => countHandover(actor, by), settle: async (status, problem) => settle(status, problem ?? null), at });
}

async function takeTurn(actor: JobActor, perMinute: number): Promise<boolean> {
  const [row] = await as(actor, (tx) => tx.db.execute<{ turn: boolean }>(sql`select portal.take_notice_turn(${perMinute}) as turn`));
  return row?.turn ?? false;
}

async function countHandover(actor: JobActor, by: 1 | 0 | -1): Promise<number | null> {
  const [row] = await as(actor, (tx) => tx.db.execute<{ handovers: number | null }>(sql`select portal.count_notice_handover(${by}) as handovers`));
  return row?.handovers ?? null;
}

/** Says what became of the letter, and in the ledger whom it told. */
async function settleNotice(actor: JobActor, status: NoticeStatus, problem: string | null): Promise<NoticeStatus | null> {
  return as(actor, async (tx) => {
    const [row] = await tx.db.execute<{ of: { kind: NoticeKind; membershipId: string; partnershipId: string } | null }>(sql`select portal.settle_notice(${status}, ${problem}) as of`);
    if (!row?.of) return null;
    const type = eventOf(row.of.kind, status);
    if (type) await appendToLedger(tx, { type, partnershipId: row.of.partnershipId, data: { membershipId: row.of.membershipId } });
    return status;
  });
}

function eventOf(kind: NoticeKind, status: NoticeStatus): "agency.told" | "agency.reminded" | "agency.not-reached" | null {
  if (kind === "answer" || status === "dropped") return null;
  if (status !== "sent" && status !== "kept") return "agency.not-reached";
  return kind === "reminder" ? "agency.reminded" : "agency.told";
}
