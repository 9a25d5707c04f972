import { databaseUrls, env } from "#app/env.server.ts";
import { loggableError } from "#app/http/error-log.server.ts";
import { closePools } from "#db/client.server.ts";
import { runJobs } from "#db/job-runner.server.ts";

import { jobHandlers } from "./job-handlers.ts";
import { createLogger } from "./logging.ts";
import { readOrder } from "./worker-messages.ts";

/** The process that does the work of the background: sends messages. It listens to nobody but the supervisor. */
const settings = env();
const logger = createLogger(settings.LOG_LEVEL);
const finishWithinMs = 6_000;

process.on("uncaughtException", (error) => {
  logger.error({ event: "jobs.ended", ...loggableError(error) });
  process.exit(1);
});
// The supervisor says when to stop; without it there is nothing to stay for.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
process.on("disconnect", () => process.exit(1));
process.on("message", (message) => {
  if (readOrder(message) === "close") void close();
});

const running = runJobs({
  url: databaseUrls().worker,
  handlers: jobHandlers(settings),
  failed: (event, error) => logger.warn({ event, ...loggableError(error) }),
  lost: () => process.exit(1),
});

async function close(): Promise<void> {
  // While another process still has the work, there is nothing to finish.
  const runner = await Promise.race([running, new Promise<null>((resolve) => setTimeout(resolve, 500, null))]);
  await runner?.stop(finishWithinMs);
  await closePools();
  process.exit(0);
}
