import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { onTestFinished } from "vitest";

import { ensureBuilt } from "#server/build.ts";

import { runOwn, type OwnProcess } from "./own-process.ts";

/** Where a test runs the portal as npm start does. */
export interface Place {
  url: string;
  port: number;
  dataDir: string;
  begin(environment?: Record<string, string>): OwnProcess;
  /** Starts and waits until the address is printed. */
  start(): Promise<OwnProcess>;
}

export async function newPlace(): Promise<Place> {
  await ensureBuilt();
  const dataDir = await mkdtemp(join(tmpdir(), "portal-supervisor-"));
  const port = await freePort();
  const running: OwnProcess[] = [];
  onTestFinished(async () => {
    await Promise.all(running.map((own) => own.end("SIGTERM")));
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  const begin = (environment: Record<string, string> = {}): OwnProcess => {
    const own = runOwn("server/start.ts", [], { DATA_DIR: dataDir, PORT: String(port), DEMO: "off", ...environment });
    running.push(own);
    return own;
  };
  const start = async (): Promise<OwnProcess> => {
    const own = begin();
    await own.says(/is running at http:\/\/localhost:\d+\n/);
    return own;
  };
  return { url: `http://localhost:${port}`, port, dataDir, begin, start };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** The administrator's address of the portal's own database. */
export async function embeddedAddress(dataDir: string): Promise<string> {
  const password = (await readFile(join(dataDir, "postgres-password"), "utf8")).trim();
  const port = (await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[3] ?? "";
  return `postgres://postgres:${password}@127.0.0.1:${port}/portal`;
}

export function jobProcessOf(supervisor: number): number {
  return childrenOf(supervisor, "build/jobs")[0] ?? 0;
}

export function workersOf(supervisor: number): number[] {
  return childrenOf(supervisor, "build/worker");
}

function childrenOf(supervisor: number, file: string): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const rows = lines.map((line) => line.trim().split(/\s+/));
  return rows.filter(([, ppid, ...args]) => Number(ppid) === supervisor && args.join(" ").includes(file)).map(([pid]) => Number(pid));
}
