import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import postgres from "postgres";
import type { TestContext } from "vitest";

import { runOwn, type OwnProcess } from "./own-process.ts";

/** Where a test keeps an embedded database of its own. */
export interface Place {
  dataDir: string;
  begin(): OwnProcess;
  /** Starts and waits until it is ready. */
  start(): Promise<{ own: OwnProcess; url: string }>;
}

/** A data folder of the test's own, and the processes it starts there. Among concurrent tests only the context knows which one ends. */
export async function newPlace({ onTestFinished }: Pick<TestContext, "onTestFinished">): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-embedded-"));
  const running: OwnProcess[] = [];
  const begin = (): OwnProcess => {
    const own = runOwn("tests/integration/server/embedded-process.ts", [dataDir]);
    running.push(own);
    return own;
  };
  onTestFinished(async () => {
    await Promise.all(running.map((own) => own.end("SIGTERM")));
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  const start = async (): ReturnType<Place["start"]> => {
    const own = begin();
    const [, url = ""] = await own.says(/ready at (\S+)/);
    return { own, url };
  };
  return { dataDir, begin, start };
}

export async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export const write = (url: string): Promise<unknown> => ask(url, (sql) => sql`create table kept as select 'acknowledged' as word`);
export const read = (url: string): Promise<unknown> => ask(url, async (sql) => (await sql<{ word: string }[]>`select word from kept`)[0]?.word);
