import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { describe, expect, it, vi } from "vitest";

import { isRunning, startOf } from "#db/embedded/processes.server.ts";
import { newPlace, read, write } from "#tests/integration/server/embedded-place.ts";
import { postgresPid } from "#tests/integration/server/own-process.ts";

describe.concurrent("the embedded PostgreSQL, when something is killed", { timeout: 90_000 }, () => {
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
