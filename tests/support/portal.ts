import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";

import { createApp } from "#server/http.ts";
import { listen } from "#server/listener.ts";
import { createLogger } from "#server/logging.ts";
import { remixPages } from "#server/remix-pages.ts";
import { loadAssets } from "#server/static.ts";

import { freshDatabase, type TestDatabase } from "./database.ts";

export interface TestPortal {
  /** "http://localhost:12345" */
  origin: string;
  database: TestDatabase;
  stop(): Promise<void>;
}

let started = 0;

/**
 * The whole portal, as built, on a database of its own and a free port of this machine.
 * The build brings its own pools, so the environment is set before it is loaded, and each portal loads it anew.
 */
export async function startPortal({ demo = false } = {}): Promise<TestPortal> {
  const database = await freshDatabase({ demo });
  const folder = path.resolve(process.env.PORTAL_BUILD ?? "build");
  started += 1;
  const build: ServerBuild = await import(`${pathToFileURL(path.join(folder, "server/index.js")).href}?portal=${String(started)}`);
  const app = createApp({
    origin: "http://localhost",
    originIsSet: false,
    logger: createLogger("silent"),
    assets: loadAssets(path.join(folder, "client")),
    pages: remixPages(build),
  });
  const listener = await listen(app, 0, "127.0.0.1");
  return {
    origin: `http://localhost:${String(listener.port)}`,
    database,
    stop: async () => {
      await listener.stop(1_000);
      await database.close();
    },
  };
}
