import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, rename, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";

import type { Binaries } from "./binaries.server.ts";
import { bareEnvironment, stopSignals } from "./cluster.server.ts";
import type { RunAs } from "./run-as.server.ts";

export interface PostmasterOptions {
  cluster: string;
  logFile: string;
  fsync: boolean;
  binaries: Binaries;
  runAs: RunAs;
}

export interface Postmaster {
  port: number;
  stop(): Promise<void>;
}

const startDeadlineMs = 120_000;
const largestLog = 5_000_000;

/**
 * Runs PostgreSQL on a free loopback port and keeps it running: when it dies it is started again on
 * the same port, so that the pools of the portal find it.
 */
export async function runPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  await setAsideLargeLog(options.logFile);
  let stopping = false;
  let port = await freePort();
  let child = await startTrying(options, async () => (port = await freePort()), port);

  const watch = (watched: ChildProcess): void => {
    watched.once("exit", () => {
      if (!stopping) restarted = restart();
    });
  };
  const restart = async (): Promise<void> => {
    console.error("The embedded PostgreSQL ended unexpectedly; starting it again.");
    while (!stopping) {
      const next = await startTrying(options, () => Promise.resolve(port), port).catch(() => null);
      if (next) {
        child = next;
        watch(next);
        return;
      }
      await pause(1_000);
    }
  };
  let restarted: Promise<void> = Promise.resolve();
  watch(child);

  // Reached when the supervisor ends without stopping in order; a killed one is caught at the next start.
  const lastResort = (): void => void child.kill("SIGINT");
  process.once("exit", lastResort);

  return {
    port,
    async stop() {
      stopping = true;
      await restarted;
      process.removeListener("exit", lastResort);
      await end(child);
    },
  };
}

/** Tries again where the port was taken meanwhile, or the last server's memory is not yet released. */
async function startTrying(options: PostmasterOptions, nextPort: () => Promise<number>, firstPort: number): Promise<ChildProcess> {
  let port = firstPort;
  for (let attempt = 1; ; attempt += 1) {
    const logged = await sizeOf(options.logFile);
    try {
      return await start(options, port);
    } catch (error) {
      const said = (await readFile(options.logFile)).subarray(logged).toString("utf8");
      const passing = /pre-existing shared memory|could not bind|could not create any TCP/.test(said);
      if (!passing || attempt === 20) throw new Error(`The embedded PostgreSQL did not start: ${said.trim()}`, { cause: error });
      await pause(250);
      port = await nextPort();
    }
  }
}

async function start({ cluster, logFile, fsync, binaries, runAs }: PostmasterOptions, port: number): Promise<ChildProcess> {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    // Details and statements may quote what people typed; logs must not.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
    ...(fsync ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const words = [
    ...runAs.prefix,
    binaries.postgres,
    "-D",
    cluster,
    "-p",
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const [command = "", ...args] = words;
  const log = openSync(logFile, "a", 0o600);
  // Detached: Ctrl-C in a terminal reaches every process of the group, and the database must go last.
  const options: SpawnOptions = { ...runAs.identity, env: bareEnvironment, stdio: ["ignore", log, log], detached: true };
  const child = spawn(command, args, options);
  closeSync(log);
  const failed = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`PostgreSQL ended at start (${code ?? signal})`)));
  });
  failed.catch(() => undefined);
  await Promise.race([failed, ready(child, cluster)]);
  return child;
}

/** PostgreSQL writes its state on line 8 of postmaster.pid; no log line has to be understood. */
async function ready(child: ChildProcess, cluster: string): Promise<void> {
  for (const deadline = Date.now() + startDeadlineMs; Date.now() < deadline && child.exitCode === null; ) {
    const lines = (await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return;
    await pause(15);
  }
  child.kill("SIGKILL");
  throw new Error("The embedded PostgreSQL did not become ready.");
}

async function end(child: ChildProcess): Promise<void> {
  for (const [signal, patience] of stopSignals) {
    child.kill(signal);
    if (await exitsWithin(child, patience)) return;
  }
}

function exitsWithin(child: ChildProcess, ms: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(true);
  return new Promise((resolve) => {
    const tooLate = setTimeout(() => resolve(false), ms);
    child.once("exit", () => {
      clearTimeout(tooLate);
      resolve(true);
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port was found.");
  return address.port;
}

async function setAsideLargeLog(path: string): Promise<void> {
  if ((await sizeOf(path)) > largestLog) await rename(path, `${path}.1`);
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => ({ size: 0 }))).size;
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}
