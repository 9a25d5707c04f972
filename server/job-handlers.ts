import type { Environment } from "#app/env.server.ts";
import { remindAgencies } from "#app/domain/agencies/notices/remind-agencies.server.ts";
import { sendNotice } from "#app/domain/agencies/notices/send-notice.server.ts";
import { closeOvertaken, requeueOvertaken } from "#app/domain/documents/close-overtaken-job.server.ts";
import { publishScheduled, requeuePublications } from "#app/domain/documents/schedule/publish-scheduled.server.ts";
import { keepUpMessages } from "#app/domain/notifications/keep-up.server.ts";
import { messagesGo } from "#app/domain/notifications/mail-is-sent.server.ts";
import type { Mark } from "#app/domain/notifications/mail-server.server.ts";
import { sendMessage } from "#app/domain/notifications/send-message.server.ts";
import type { JobHandler } from "#db/job-runner.server.ts";
import type { JobQueue } from "#db/job-queues.ts";

/** For a mail server: slow, but not asleep. */
const connectWithin = 15_000;
const replyWithin = 60_000;

/** What this installation does in the background, by queue. @param at see Mark: for tests */
export function jobHandlers(settings: Environment, { at, mailWithin = { connectWithin, replyWithin } }: { at?: Mark; mailWithin?: { connectWithin: number; replyWithin: number } } = {}): Partial<Record<JobQueue, JobHandler>> {
  const { SMTP_URL, MAIL_FROM = "", ORIGIN: origin } = settings;
  const server = SMTP_URL === undefined ? null : { url: SMTP_URL, ...mailWithin };
  const posting = { server, from: MAIL_FROM, origin, ...(at ? { at } : {}) };
  return {
    "keep-up": async (actor) => {
      await keepUpMessages(actor);
      await requeuePublications(actor);
      await requeueOvertaken(actor);
      await remindAgencies(actor);
    },
    "close-overtaken": closeOvertaken,
    "publish-scheduled": (actor) => publishScheduled(actor, at),
    ...(messagesGo(settings)
      ? {
          "send-message": (actor) => sendMessage(actor, posting),
          "send-notice": (actor) => sendNotice(actor, { ...posting, perMinute: settings.NOTICES_PER_MINUTE }),
        }
      : {}),
  };
}
