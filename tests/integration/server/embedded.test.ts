import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import postgres from "postgres";
import { describe, expect, it, type TestContext, vi } from "vitest";

import { isRunning, startOf } from "#db/embedded/processes.server.ts";

import { postgresPid, runOwn, type OwnProcess } from "./own-process.ts";

interface Place {
  dataDir: string;
  begin(): OwnProcess;
  /** Starts and waits until it is ready. */
  start(): Promise<{ own: OwnProcess; url: string }>;
}

/** A data folder of the test's own, and the processes it starts there. Among concurrent tests only the context knows which one ends. */
async function newPlace({ onTestFinished }: Pick<TestContext, "onTestFinished">): Promise<Place> {
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

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const write = (url: string): Promise<unknown> => ask(url, (sql) => sql`create table kept as select 'acknowledged' as word`);
const read = (url: string): Promise<unknown> => ask(url, async (sql) => (await sql<{ word: string }[]>`select word from kept`)[0]?.word);

describe.concurrent("the embedded PostgreSQL", { timeout: 90_000 }, () => {
  it("keeps data, password and log in its folder, for its owner only", async (context) => {
    const { dataDir, start } = await newPlace(context);
    const { own, url } = await start();
    await write(url);
    expect(await ask(url, (sql) => sql`show server_encoding`.then(([row]) => row?.["server_encoding"]))).toBe("UTF8");
    expect(await ask(url, (sql) => sql`show listen_addresses`.then(([row]) => row?.["listen_addresses"]))).toBe("127.0.0.1");
    await expect(ask(url.replace(/:[^:@]+@/, ":wrong@"), (sql) => sql`select 1`)).rejects.toThrow(/password authentication failed/);
    for (const name of ["postgres-password", "postgres.log"]) expect((await stat(join(dataDir, name))).mode & 0o077).toBe(0);
    expect((await stat(join(dataDir, "postgres"))).mode & 0o077).toBe(0);
    expect(await own.end("SIGTERM")).toBe(0);
    expect(await read((await start()).url)).toBe("acknowledged");
  });

  it("refuses a second start on the same folder and leaves the first alone", async (context) => {
    const { begin, start } = await newPlace(context);
    const { own, url } = await start();
    const second = begin();
    await second.says(new RegExp(`FolderInUse: Another portal \\(process ${own.pid}\\) is already using the data folder`));
    await write(url);
    expect(await read(url)).toBe("acknowledged");
  });

  it("lets exactly one of many simultaneous starts have the folder", async (context) => {
    const { begin } = await newPlace(context);
    const all = Array.from({ length: 5 }, begin);
    const said = await Promise.all(all.map(async (own) => (await own.says(/ready at|FolderInUse/))[0]));
    expect(said.sort()).toEqual(["FolderInUse", "FolderInUse", "FolderInUse", "FolderInUse", "ready at"]);
  });

  it("starts again after its supervisor alone was killed and PostgreSQL went on", async (context) => {
    const { dataDir, start } = await newPlace(context);
    const { own, url } = await start();
    await write(url);
    const orphan = await postgresPid(dataDir);
    const began = await startOf(orphan);
    await own.end("SIGKILL");
    expect(await isRunning(orphan)).toBe(true);
    expect(await read((await start()).url)).toBe("acknowledged");
    // Its id may be another process's by now.
    expect((await isRunning(orphan)) && (await startOf(orphan)) === began).toBe(false);
  });

  it("starts again after everything was killed", async (context) => {
    const { dataDir, start } = await newPlace(context);
    const { own, url } = await start();
    await write(url);
    const orphan = await postgresPid(dataDir);
    await own.end("SIGKILL");
    process.kill(orphan, "SIGKILL");
    expect(await read((await start()).url)).toBe("acknowledged");
  });

  it("starts when the id left behind belongs to something else by now", async (context) => {
    const { dataDir, start } = await newPlace(context);
    const first = await start();
    await write(first.url);
    const orphan = await postgresPid(dataDir);
    await first.own.end("SIGKILL");
    process.kill(orphan, "SIGKILL");
    const path = join(dataDir, "postgres", "postmaster.pid");
    await writeFile(path, (await readFile(path, "utf8")).replace(/^\d+/, String(process.pid)));
    await writeFile(join(dataDir, "running.json"), JSON.stringify({ pid: process.pid, start: "an earlier process" }));
    expect(await read((await start()).url)).toBe("acknowledged");
  });

  it("is running again on the same port after PostgreSQL alone was killed", async (context) => {
    const { dataDir, start } = await newPlace(context);
    const { own, url } = await start();
    await write(url);
    process.kill(await postgresPid(dataDir), "SIGKILL");
    await own.says(/ended unexpectedly; starting it again/);
    await vi.waitFor(async () => expect(await read(url)).toBe("acknowledged"), { timeout: 20_000, interval: 100 });
  });

  it("stops even when PostgreSQL is frozen, and loses nothing", async (context) => {
    const { dataDir, start } = await newPlace(context);
    const { own, url } = await start();
    await write(url);
    const frozen = await postgresPid(dataDir);
    process.kill(frozen, "SIGSTOP");
    expect(await own.end("SIGTERM")).toBe(0);
    expect(await isRunning(frozen)).toBe(false);
    expect(await read((await start()).url)).toBe("acknowledged");
  });

  it("makes its data whole or not at all: a start killed at any moment is followed by a good one", async (context) => {
    const { dataDir, begin, start } = await newPlace(context);
    const own = begin();
    await vi.waitFor(async () => expect(await readdir(dataDir)).toContainEqual(expect.stringMatching(/^postgres\.draft-/)), { timeout: 20_000, interval: 5 });
    const closed = once(own.child, "close");
    own.child.kill("SIGKILL");
    await closed;
    const { url } = await start();
    await write(url);
    expect(await read(url)).toBe("acknowledged");
  });
});
