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
  if (await ensureBuilt()) console.log("The pages were built.");
  await supervise(settings);
}

try {
  await start();
  process.exit(0);
} catch (error) {
  const forPeople = [EnvironmentError, FolderInUse, CannotStart].some((kind) => error instanceof kind);
  console.error(forPeople && error instanceof Error ? error.message : error);
  process.exit(1);
}
