import { spawn, type SpawnOptionsWithStdioTuple, type StdioNull, type StdioPipe } from "node:child_process";
import { chown, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

import type { Binaries } from "./binaries.server.ts";
import { commandLineOf, endedWithin, isRunning } from "./processes.server.ts";
import type { RunAs } from "./run-as.server.ts";

/** The environment of the database's processes: none of the portal's own variables. */
export const bareEnvironment: NodeJS.ProcessEnv = { NODE_ENV: "production", PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C", TZ: "UTC" };

const quietly: SpawnOptionsWithStdioTuple<StdioNull, StdioNull, StdioPipe> = {
  env: bareEnvironment,
  stdio: ["ignore", "ignore", "pipe"],
};

/**
 * Makes the cluster when there is none. It is made beside its place and moved there whole, so a kill
 * at any moment leaves either no cluster or a complete one.
 */
export async function ensureCluster(cluster: string, password: string, binaries: Binaries, runAs: RunAs): Promise<void> {
  await removeDrafts(cluster);
  if (await stat(join(cluster, "PG_VERSION")).catch(() => null)) return;
  const draft = await mkdtemp(`${cluster}.draft-`);
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (runAs.owner) {
      await Promise.all([draft, passwordFile].map((path) => chown(path, runAs.owner?.uid ?? 0, runAs.owner?.gid ?? 0)));
    }
    await runToEnd(
      [
        ...runAs.prefix,
        binaries.initdb,
        `--pgdata=${draft}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--data-checksums",
        "--no-instructions",
      ],
      runAs,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, cluster);
}

/** What killed starts left. The initdb of one may still be writing; what resists goes at a later start. */
async function removeDrafts(cluster: string): Promise<void> {
  const names = await readdir(dirname(cluster));
  const drafts = names.filter((name) => name.startsWith(`${basename(cluster)}.draft-`));
  await Promise.all(drafts.map((name) => rm(join(dirname(cluster), name), { recursive: true, force: true }).catch(() => undefined)));
}

async function runToEnd([command = "", ...args]: string[], runAs: RunAs): Promise<void> {
  const child = spawn(command, args, { ...runAs.identity, ...quietly });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The embedded PostgreSQL could not make its data folder: ${said.trim()}`));
    });
  });
}

/**
 * Stops a PostgreSQL that outlived its supervisor (killed, so it could not stop it). The caller holds
 * the folder's lock, so nobody else uses it. The command line must name this cluster: the id in a
 * stale postmaster.pid may belong to anything by now.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const path = join(cluster, "postmaster.pid");
  const [first, ...rest] = (await readFile(path, "utf8").catch(() => "")).split("\n");
  const pid = Number(first);
  if (!Number.isSafeInteger(pid) || pid <= 1) return;
  if (await isLive(pid, cluster)) return stop(pid);
  // PostgreSQL refuses to start while any process has this id, a zombie included. It takes its
  // parent's id for stale; the lines that guard its shared memory stay as they are.
  await writeFile(path, [process.pid, ...rest].join("\n"));
}

async function isLive(pid: number, cluster: string): Promise<boolean> {
  return (await isRunning(pid)) && (await commandLineOf(pid)).includes(cluster);
}

async function stop(pid: number): Promise<void> {
  for (const [signal, patience] of stopSignals) {
    if (!(await isRunning(pid))) return;
    process.kill(pid, signal);
    if (await endedWithin(pid, patience)) return;
  }
  throw new Error(`The PostgreSQL of an earlier run (process ${pid}) does not stop. End it, then start again.`);
}

/** Fast, then immediate shutdown, then the last resort, with the milliseconds each is given. */
export const stopSignals = [
  ["SIGINT", 4_000],
  ["SIGQUIT", 2_000],
  ["SIGKILL", 2_000],
] as const;
