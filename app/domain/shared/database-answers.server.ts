import { poolsAnswer } from "#db/client.server.ts";

/** Whether the database answers the very pools that serve pages, within `deadlineMs`. */
export function databaseAnswers(deadlineMs: number): Promise<boolean> {
  return poolsAnswer(deadlineMs);
}
