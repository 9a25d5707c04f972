import { databaseUrls, env } from "#app/env.server.ts";
import { runJobs } from "#db/job-runner.server.ts";
import { jobHandlers } from "#server/job-handlers.ts";

/** Does jobs as the portal's own process would, until it comes to the point that it is told to die at. */
const deadly = process.argv[2];
const at = (point: string): void => {
  if (point === deadly) process.kill(process.pid, "SIGKILL");
};
const handlers = jobHandlers(env(), { at });
if (deadly === "done") {
  const send = handlers["send-message"];
  handlers["send-message"] = async (actor) => {
    await send?.(actor);
    at("done");
  };
}
await runJobs({ url: databaseUrls().worker, handlers, lookEvery: 0.5, failed: (event) => process.stdout.write(`${event}\n`), lost: () => process.exit(1) });
process.stdout.write("working\n");
