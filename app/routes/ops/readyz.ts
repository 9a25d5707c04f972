import { databaseAnswers } from "#app/domain/shared/database-answers.server.ts";

const deadlineMs = 1_000;

/** Whether this process can serve pages that need the database: 200, or 503 after at most a second. */
export async function loader(): Promise<Response> {
  const ready = await databaseAnswers(deadlineMs);
  return new Response(ready ? "ready\n" : "the database does not answer\n", {
    status: ready ? 200 : 503,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
