import { composeMail, type Mail } from "./compose-mail.server.ts";
import { type Handed, handToMailServer, type MailServer, type Mark } from "./mail-server.server.ts";
import type { MessageStatus } from "./vocabulary.ts";

/** The mail server could not take it now. The job is tried again. */
export class NotNow extends Error {
  override name = "NotNow";
}

/** What becomes of an e-mail that is handed to the mail server. */
export type HandedOver = Extract<MessageStatus, "sent" | "unconfirmed" | "bounced" | "given-up">;

export interface HandingOver {
  server: MailServer;
  now: Date;
  /** How often its bytes may have reached a mail server before, without our knowing. */
  handovers: number;
  /** Adds to that number, where it is kept: from +1 on the mail server may have it. Answers the new number, or null when it was settled meanwhile. */
  count(by: 1 | 0 | -1): Promise<number | null>;
  settle(status: HandedOver, problem?: string): Promise<MessageStatus | null>;
  at: Mark;
}

/** After this many days of trying an e-mail is given up. */
const patienceDays = 5;
/** Handed over so often without an answer, it is not handed over again: at most one repeat. */
const mostHandovers = 2;

/**
 * Hands an e-mail to the mail server: at least once unless it refuses it for good, and at most twice, the second time only
 * when nobody could know about the first. Throws NotNow when it has to be tried again.
 */
export async function handOver(mail: Mail, { server, now, handovers, count, settle, at }: HandingOver): Promise<MessageStatus | null> {
  if (handovers >= mostHandovers) return settle("unconfirmed");
  if (now.getTime() - mail.writtenAt.getTime() > patienceDays * 86_400_000) return settle("given-up");
  const raw = await composeMail(mail);
  at("composed");
  const countOne = async () => {
    if ((await count(1)) === null) throw new Error("the e-mail was settled meanwhile");
  };
  return outcome(await handToMailServer(server, { from: addressIn(mail.from), to: mail.to.address, raw }, countOne, at), { handovers, count, settle });
}

async function outcome(handed: Handed, { handovers, count, settle }: Pick<HandingOver, "handovers" | "count" | "settle">): Promise<MessageStatus | null> {
  if (handed.result === "accepted") return settle("sent");
  if (handed.result === "refused" && handed.forGood) return settle("bounced", handed.problem);
  if (handed.result === "unknown" && handovers + 1 >= mostHandovers) return settle("unconfirmed", handed.problem);
  // The server said that it did not take it, so this handover does not count.
  if (handed.result === "refused" && ((await count(0)) ?? 0) > handovers) await count(-1);
  throw new NotNow(handed.problem);
}

/** The bare address of "Name <address>". */
function addressIn(from: string): string {
  return /<([^>]+)>$/.exec(from)?.[1] ?? from;
}
