import { sql } from "drizzle-orm";

import { sha256Hex } from "#app/auth/tokens.server.ts";
import { as, type JobActor } from "#db/client.server.ts";

import { composeMail } from "./compose-mail.server.ts";
import { type Handed, handToMailServer, type MailServer, type Mark } from "./mail-server.server.ts";
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

/** The mail server could not take it now. The job is tried again. */
export class NotNow extends Error {
  override name = "NotNow";
}

/** After this many days of trying a message is given up. */
const patienceDays = 5;
/** Handed over so often without an answer, it is not handed over again: at most one repeat. */
const mostHandovers = 2;

/**
 * Sends the message that the job is about: at least once unless the server refuses it for good, and at most twice, the
 * second time only when nobody could know about the first. Throws NotNow when it has to be tried again.
 */
export async function sendMessage(actor: JobActor, { server, from, origin, at = () => undefined }: Posting): Promise<MessageStatus | null> {
  const { message, now } = await as(actor, async (tx) => {
    const [row] = await tx.db.execute<{ message: MessageToSend | null }>(sql`select portal.message_to_send() as message`);
    return { message: row?.message ?? null, now: tx.now };
  });
  at("read");
  if (!message || message.status !== "waiting") return null;
  const settle = (status: MessageStatus, problem: string | null = null) => settleMessage(actor, status, problem, at);
  const items = message.items.filter((item) => item.idle === null);
  if (message.idle !== null || message.email === null || (message.content.kind === "daily-digest" && items.length === 0)) return settle("dropped", message.idle);
  const delivery = deliveryOf(message);
  if (delivery !== "at-once") return settle(delivery === "digest" ? "digest" : "dropped", null);
  const { wording, letter, unsubscribe } = outgoing(message, origin);
  if (unsubscribe) await keepLink(actor, unsubscribe);
  if (!server) return settle("kept");
  if (message.handovers >= mostHandovers) return settle("unconfirmed");
  if (now.getTime() - Date.parse(message.writtenAt) > patienceDays * 86_400_000) return settle("given-up");

  const unsubscribeUrl = unsubscribe && `${origin}/unsubscribe/${unsubscribe.token}`;
  const raw = await composeMail({
    messageId: message.id,
    from,
    to: { name: message.name, address: message.email },
    subject: wording.subject,
    letter,
    unsubscribeUrl,
    writtenAt: new Date(message.writtenAt),
    origin,
  });
  at("composed");
  const handed = await handToMailServer(server, { from: addressIn(from), to: message.email, raw }, () => countHandover(actor, 1), at);
  return outcome(handed, message.handovers, { actor, settle });
}

async function outcome(
  handed: Handed,
  handoversBefore: number,
  { actor, settle }: { actor: JobActor; settle: (status: MessageStatus, problem?: string) => Promise<MessageStatus | null> },
): Promise<MessageStatus | null> {
  if (handed.result === "accepted") return settle("sent");
  if (handed.result === "refused" && handed.forGood) return settle("bounced", handed.problem);
  if (handed.result === "unknown" && handoversBefore + 1 >= mostHandovers) return settle("unconfirmed", handed.problem);
  if (handed.result === "refused") await takeBack(actor, handoversBefore);
  throw new NotNow(handed.problem);
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

async function countHandover(actor: JobActor, by: 1 | -1): Promise<number> {
  const [row] = await as(actor, (tx) => tx.db.execute<{ handovers: number | null }>(sql`select portal.count_handover(${by}) as handovers`));
  if (typeof row?.handovers !== "number") throw new Error("the message was settled meanwhile");
  return row.handovers;
}

/** The server said that it did not take it, so this handover does not count. */
async function takeBack(actor: JobActor, before: number): Promise<void> {
  const [row] = await as(actor, (tx) => tx.db.execute<{ handovers: number | null }>(sql`select portal.count_handover(0) as handovers`));
  if ((row?.handovers ?? 0) > before) await countHandover(actor, -1);
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

/** The bare address of "Name <address>". */
function addressIn(from: string): string {
  return /<([^>]+)>$/.exec(from)?.[1] ?? from;
}
