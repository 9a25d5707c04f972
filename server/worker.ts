import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";

import { env } from "#app/env.server.ts";

import { built } from "./built.ts";
import { createApp } from "./http.ts";
import { listen, type Listener } from "./listener.ts";
import { createLogger, logError } from "./logging.ts";
import { remixPages } from "./remix-pages.ts";
import { loadAssets } from "./static.ts";
import { readOrder, type WorkerReport } from "./worker-messages.ts";

/** One process that serves pages. Loads them, listens when the supervisor says so, and stops when it says so. */
const settings = env();
const logger = createLogger(settings.LOG_LEVEL);
const finishWithinMs = 7_000;

process.on("uncaughtException", (error) => {
  logError(logger, error, "none");
  process.exit(1);
});
// Ctrl-C reaches every process of the terminal, and a service manager signals all of a service; the supervisor says when to stop.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);

let stopping = false;
let listener: Listener | null = null;
const close = async (): Promise<void> => {
  const finished = (await listener?.stop(finishWithinMs)) ?? true;
  if (!finished) logger.warn({ event: "worker.cut-off" });
  process.exit(0);
};
process.on("message", (message) => {
  const order = readOrder(message);
  if (order === "serve") void serve();
  else stopping ||= order !== null;
  if (order === "close") void close();
});

const build: ServerBuild = await import(pathToFileURL(built.server).href);
const app = createApp({
  origin: settings.ORIGIN,
  originIsSet: settings.originIsSet,
  trustProxy: settings.TRUST_PROXY,
  logger,
  assets: loadAssets(built.client),
  pages: remixPages(build),
  isStopping: () => stopping,
});

report({ kind: "loaded" });

async function serve(): Promise<void> {
  try {
    listener = await listen(app, settings.PORT, settings.HOST);
    report({ kind: "ready" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    report({ kind: "cannot-listen", code });
  }
}

function report(message: WorkerReport): void {
  process.send?.(message);
}
