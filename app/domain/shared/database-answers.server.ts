import { DatabaseUnavailable, poolsAnswer } from "#db/client.server.ts";

/** Whether the database answers the very pools that serve pages, within `deadlineMs`. */
export function databaseAnswers(deadlineMs: number): Promise<boolean> {
  return poolsAnswer(deadlineMs);
}

/** Whether something failed because the database did not answer, rather than because of what was asked. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof DatabaseUnavailable;
}
