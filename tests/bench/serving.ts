import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const portalPort = 3918;
const barePort = 3919;
const autocannon = createRequire(import.meta.url).resolve("autocannon");

export interface Load {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
  failed: number;
}

export interface Served {
  /** The address of the demonstration, as `npm start` serves it. */
  origin: string;
  /** Starts two bare processes that reply these bytes to anything; answers their address. */
  serveBare(bytes: Buffer): Promise<string>;
}

/** Runs something against the demonstration served by so many workers, and stops all of it after. */
export async function withPortal(workers: number, act: (served: Served) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "portal-bench-page-"));
  const running: ChildProcess[] = [];
  const start = (args: string[], environment: Record<string, string> = {}) => {
    running.push(spawn(process.execPath, ["--import", "tsx", ...args], { stdio: "ignore", env: { ...process.env, ...environment } }));
  };
  try {
    start(["server/start.ts"], { DATA_DIR: folder, PORT: String(portalPort), WORKERS: String(workers) });
    const origin = `http://localhost:${String(portalPort)}`;
    await firstReply(`${origin}/directory`);
    await act({
      origin,
      serveBare: async (bytes) => {
        const file = path.join(folder, "page.html");
        await writeFile(file, bytes);
        start(["tests/bench/bare-server.ts", file, String(barePort)]);
        const bare = `http://localhost:${String(barePort)}/`;
        await firstReply(bare);
        return bare;
      },
    });
  } finally {
    await Promise.all(running.map(stop));
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks for an address from ten connections at once for so many seconds. */
export async function load(url: string, seconds: number, headers: string[] = []): Promise<Load> {
  const child = spawn(process.execPath, [autocannon, "--json", "-c", "10", "-d", String(seconds), ...headers.flatMap((header) => ["-H", header]), url], { stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  await new Promise((resolve) => child.once("close", resolve));
  const result: { requests: { average: number }; latency: { p99: number }; non2xx: number; errors: number } = JSON.parse(output);
  return { perSecond: result.requests.average, p99: result.latency.p99, failed: result.non2xx + result.errors };
}

export const said = ({ perSecond, p99, failed }: Load) => `${String(Math.round(perSecond))} requests/s, p99 ${String(p99)} ms${failed ? `, ${String(failed)} FAILED` : ""}`;

/** The bytes of a page that answers 200. */
export async function fetched(url: string): Promise<Buffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}`);
  return Buffer.from(await response.arrayBuffer());
}

async function firstReply(url: string): Promise<void> {
  for (let attempt = 0; attempt < 2_400; attempt += 1) {
    try {
      await fetched(url);
      return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no reply from ${url} within two minutes`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}
