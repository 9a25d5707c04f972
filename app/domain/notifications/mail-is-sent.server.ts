import { env } from "#app/env.server.ts";

/** Whether messages leave the portal by e-mail. Where they do not, whoever invites hands the link over. */
export function mailIsSent(): boolean {
  return env().SMTP_URL !== undefined;
}
