import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const portalPort = 3918;
const barePort = 3919;
const page = "/partnerships/northmoor/arrangements";
const autocannon = createRequire(import.meta.url).resolve("autocannon");

/**
 * The published arrangements of the demonstration (some 17,000 words), at 10 connections, two workers, as `npm start`
 * serves them; and beside it two bare processes that reply the same bytes. All on this machine, the load included.
 */
export async function benchPublicPage(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "portal-bench-page-"));
  const running: ChildProcess[] = [];
  const start = (args: string[], environment: Record<string, string> = {}) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...args], { stdio: "ignore", env: { ...process.env, ...environment } });
    running.push(child);
  };
  try {
    start(["server/start.ts"], { DATA_DIR: folder, PORT: String(portalPort), WORKERS: "2" });
    const html = await firstReply(`http://localhost:${String(portalPort)}${page}`);
    const file = path.join(folder, "page.html");
    await writeFile(file, html);
    start(["tests/bench/bare-server.ts", file, String(barePort)]);
    await firstReply(`http://localhost:${String(barePort)}/`);
    const portal = `http://localhost:${String(portalPort)}${page}`;
    await load(portal, 8);
    const whole = await load(portal, 10);
    const compressed = await load(portal, 10, ["Accept-Encoding: br"]);
    const bare = await load(`http://localhost:${String(barePort)}/`, 10);
    console.log(
      `public page: ${String(Math.round(html.length / 1000))} kB, 10 connections, 2 workers: ${said(whole)}; compressed (br): ${said(compressed)}; ` +
        `bare node:http, same bytes, 2 processes: ${said(bare)}`,
    );
  } finally {
    await Promise.all(running.map(stop));
    await rm(folder, { recursive: true, force: true });
  }
}

interface Load {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
  failed: number;
}

const said = ({ perSecond, p99, failed }: Load) => `${String(Math.round(perSecond))} requests/s, p99 ${String(p99)} ms${failed ? `, ${String(failed)} FAILED` : ""}`;

async function load(url: string, seconds: number, headers: string[] = []): Promise<Load> {
  const child = spawn(process.execPath, [autocannon, "--json", "-c", "10", "-d", String(seconds), ...headers.flatMap((header) => ["-H", header]), url], { stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  await new Promise((resolve) => child.once("close", resolve));
  const result: { requests: { average: number }; latency: { p99: number }; non2xx: number; errors: number } = JSON.parse(output);
  return { perSecond: result.requests.average, p99: result.latency.p99, failed: result.non2xx + result.errors };
}

async function firstReply(url: string): Promise<Buffer> {
  for (let attempt = 0; attempt < 2_400; attempt += 1) {
    try {
      const response = await fetch(url);
      if (response.ok) return Buffer.from(await response.arrayBuffer());
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
