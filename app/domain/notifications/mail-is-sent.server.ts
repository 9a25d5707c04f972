import { env } from "#app/env.server.ts";

/** Whether messages leave the portal by e-mail. Where they do not, whoever invites hands the link over. */
export function mailIsSent(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Whether messages go anywhere: out, or to the demonstration's page. Otherwise they wait. */
export function messagesGo({ SMTP_URL, DEMO }: { SMTP_URL: string | undefined; DEMO: boolean } = env()): boolean {
  return SMTP_URL !== undefined || DEMO;
}
