import { messagesGo } from "#app/domain/notifications/mail-is-sent.server.ts";
import type { Environment } from "#app/env.server.ts";

import { built } from "./built.ts";
import { readyDatabase } from "./database.ts";
import { runJobProcess } from "./job-process.ts";
import { lastInLine } from "./last-in-line.ts";
import { runWorkers } from "./workers.ts";

/**
 * The supervisor: makes the database ready, keeps the workers running, and stops everything in order,
 * workers first. Resolves when it has stopped after `stop` was aborted; rejects when it cannot start.
 */
export async function supervise(settings: Environment, stop: AbortSignal): Promise<void> {
  const asked = aborted(stop);
  const database = await readyDatabase(settings);
  try {
    const environment = { ...database.environment, NODE_ENV: "production", DEMO: settings.DEMO ? "on" : "off" };
    const workers = runWorkers({
      count: settings.WORKERS,
      file: built.worker,
      environment,
      everybodyWaitingIsIn: () => lastInLine(settings.HOST, settings.PORT),
    });
    const jobs = runJobProcess({ file: built.jobs, environment });
    try {
      const stoppedEarly = await Promise.race([workers.ready.then(() => false), asked.then(() => true)]);
      if (!stoppedEarly) announce(settings, database.seeded);
      await asked;
      console.log("Stopping.");
    } finally {
      await Promise.all([workers.stop(), jobs.stop()]);
    }
  } finally {
    await database.stop();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function announce(settings: Environment, seeded: boolean): void {
  if (seeded) console.log("A demonstration with invented partnerships was set up.");
  console.log(`Safeguarding partnerships is running at ${settings.ORIGIN}`);
  if (!messagesGo(settings)) console.log("SMTP_URL is not set: messages to people wait until it is, for five days.");
  if (settings.DEMO) console.log(`Ready sign-ins for the demonstration: ${settings.ORIGIN}/demo`);
  console.log("Press Ctrl-C to stop.");
}
