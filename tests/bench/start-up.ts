import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const port = 3917;

/** From `npm start` to the first page: with everything still to build and seed, and again with all of it kept. */
export async function benchStartUp(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "portal-bench-start-"));
  try {
    await rm("build", { recursive: true, force: true });
    const first = await startAndStop(dataDir);
    const later = [await startAndStop(dataDir), await startAndStop(dataDir), await startAndStop(dataDir)].sort((a, b) => a - b);
    console.log(`start-up: first start (build, database, demonstration) ${seconds(first)}, later starts ${later.map(seconds).join(", ")}`);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

async function startAndStop(dataDir: string): Promise<number> {
  const started = performance.now();
  const child = spawn("npm", ["start"], { stdio: "ignore", detached: true, env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "silent" } });
  try {
    await firstPage(child);
    return performance.now() - started;
  } finally {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    if (child.pid) process.kill(-child.pid, "SIGINT");
    await gone;
  }
}

async function firstPage(child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the portal stopped with ${String(child.exitCode)}`);
    try {
      const response = await fetch(`http://localhost:${String(port)}/partnerships/northmoor/arrangements`);
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("no page within a minute");
}
