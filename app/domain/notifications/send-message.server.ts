import { sql } from "drizzle-orm";

import { sha256Hex } from "#app/auth/tokens.server.ts";
import { as, type JobActor } from "#db/client.server.ts";

import { handOver } from "./hand-over.server.ts";
import { keepWeeklyTasks } from "./keep-weekly-tasks.server.ts";
import type { MailServer, Mark } from "./mail-server.server.ts";
import { type MessageToSend, type Outgoing, outgoing } from "./outgoing.server.ts";
import { type Delivery, type MessageStatus, topicRules } from "./vocabulary.ts";

export interface Posting {
  /** Null: nothing is sent, and messages are kept for the demonstration's page. */
  server: MailServer | null;
  from: string;
  /** "https://safeguarding.example.org", before every path. */
  origin: string;
  at?: Mark;
}

/**
 * Sends the message that the job is about: at least once unless the server refuses it for good, and at most twice, the
 * second time only when nobody could know about the first. Throws NotNow when it has to be tried again.
 */
export async function sendMessage(actor: JobActor, { server, from, origin, at = () => undefined }: Posting): Promise<MessageStatus | null> {
  const { message, now } = await readMessage(actor);
  at("read");
  if (!message || message.status !== "waiting") return null;
  const settle = (status: MessageStatus, problem: string | null = null) => settleMessage(actor, status, problem, at);
  const items = message.items.filter((item) => item.idle === null);
  if (message.idle !== null || message.email === null || saysNothing(message, items)) return settle("dropped", message.idle);
  const delivery = deliveryOf(message);
  if (delivery !== "at-once") return settle(delivery === "digest" ? "digest" : "dropped", null);
  const { wording, letter, unsubscribe } = outgoing(message, origin);
  if (unsubscribe) await keepLink(actor, unsubscribe);
  if (!server) return settle("kept");
  const unsubscribeUrl = unsubscribe && `${origin}/unsubscribe/${unsubscribe.token}`;
  const mail = { messageId: message.id, from, to: { name: message.name, address: message.email }, subject: wording.subject, letter, unsubscribeUrl, writtenAt: new Date(message.writtenAt), origin };
  return handOver(mail, { server, now, handovers: message.handovers, count: (by) => countHandover(actor, by), settle, at });
}

/** The message that the job is about. A weekly one learns first what it has to say. */
async function readMessage(actor: JobActor): Promise<{ message: MessageToSend | null; now: Date }> {
  const read = () => as(actor, async (tx) => {
    const [row] = await tx.db.execute<{ message: MessageToSend | null }>(sql`select portal.message_to_send() as message`);
    return { message: row?.message ?? null, now: tx.now };
  });
  const found = await read();
  if (found.message?.status !== "waiting" || found.message.content.kind !== "weekly-tasks" || found.message.content.tasks !== null) return found;
  await keepWeeklyTasks(actor);
  return read();
}

function saysNothing({ content }: MessageToSend, items: MessageToSend["items"]): boolean {
  return (content.kind === "daily-digest" && items.length === 0) || (content.kind === "weekly-tasks" && !content.tasks?.length);
}

/** From now on the address in the e-mail opens. */
async function keepLink(actor: JobActor, { token, topic }: NonNullable<Outgoing["unsubscribe"]>): Promise<void> {
  await as(actor, (tx) => tx.db.execute(sql`select portal.keep_unsubscribe_link(${sha256Hex(token)}, ${topic})`));
}

/** Messages that wait are all sent the way their topic asks for, unless somebody chose among what it allows. */
function deliveryOf({ topic, delivery, secretSealed, content }: MessageToSend): Delivery {
  const { choices } = topicRules[topic];
  if (delivery === null || secretSealed !== null || content.kind === "daily-digest") return "at-once";
  return choices.includes(delivery) ? delivery : choices[0];
}

async function countHandover(actor: JobActor, by: 1 | 0 | -1): Promise<number | null> {
  const [row] = await as(actor, (tx) => tx.db.execute<{ handovers: number | null }>(sql`select portal.count_handover(${by}) as handovers`));
  return row?.handovers ?? null;
}

async function settleMessage(actor: JobActor, status: MessageStatus, problem: string | null, at: Mark): Promise<MessageStatus | null> {
  const settled = await as(actor, async (tx) => {
    const [row] = await tx.db.execute<{ settled: boolean }>(sql`select portal.settle_message(${status}, ${problem}) as settled`);
    at("settling");
    return row?.settled ?? false;
  });
  at("settled");
  return settled ? status : null;
}
