import { existsSync } from "node:fs";

import { env, EnvironmentError } from "#app/env.server.ts";
import { FolderInUse } from "#db/embedded/folder-lock.server.ts";

import { ensureBuilt } from "./build.ts";
import { CannotStart } from "./cannot-start.ts";
import { supervise } from "./main.ts";

/** `npm start`: builds when the sources changed, then runs the portal until it is told to stop. */
async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const settings = env();
  if (await ensureBuilt(stop.signal)) console.log("The pages were built.");
  await supervise(settings, stop.signal);
}

// Listened to for good: a second Ctrl-C, or one passed on twice by npm, must not cut the stop short.
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop.abort());

try {
  await start();
  process.exit(0);
} catch (error) {
  if (stop.signal.aborted && error instanceof Error && error.name === "AbortError") process.exit(0);
  const forPeople = [EnvironmentError, FolderInUse, CannotStart].some((kind) => error instanceof kind);
  console.error(forPeople && error instanceof Error ? error.message : error);
  process.exit(1);
}
