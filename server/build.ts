import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";

import { inherited } from "#app/env.server.ts";
import { FolderInUse, lockFolder } from "#db/embedded/folder-lock.server.ts";

import { built } from "./built.ts";
import { CannotStart } from "./cannot-start.ts";
import { precompress } from "./precompress.ts";

// Everything the bundles are made from, and what makes them.
const inputs = ["app", "db", "public", "server", "package.json", "package-lock.json", "remix.config.js", "vite.config.ts"];

/**
 * Builds the portal unless it was already built from the very same sources. Answers whether it built.
 * Aborting `signal` ends a build under way, which rejects.
 */
export async function ensureBuilt(signal?: AbortSignal): Promise<boolean> {
  if (await isBuilt()) return false;
  return alone(async () => {
    if (await isBuilt()) return false;
    await build(signal);
    return true;
  });
}

async function isBuilt(): Promise<boolean> {
  const found = await readFile(built.stamp, "utf8").catch(() => "");
  return existsSync(built.worker) && existsSync(built.jobs) && found === (await hashOfInputs());
}

async function build(signal?: AbortSignal): Promise<void> {
  // Taken first: sources edited meanwhile are built again at the next start.
  const hash = await hashOfInputs();
  await rm(built.stamp, { force: true });
  // In this order: the first empties the build folder.
  await run(tool("@remix-run/dev", "dist/cli.js"), ["vite:build"], signal);
  await run(tool("vite", "bin/vite.js"), ["build", "--config", "server/vite.config.ts"], signal);
  await run(tool("vite", "bin/vite.js"), ["build", "--config", "server/jobs.vite.config.ts"], signal);
  await precompress(built.client);
  await writeFile(built.stamp, hash);
}

/** One build at a time in this folder: a second waits, then finds everything built. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const folder = resolve("node_modules/.cache/portal-build");
  await mkdir(folder, { recursive: true });
  for (;;) {
    const letGo = await lockFolder(folder).catch((error: unknown) => {
      if (error instanceof FolderInUse) return null;
      throw error;
    });
    if (letGo) return work().finally(letGo);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function run(script: string, args: string[], signal?: AbortSignal): Promise<void> {
  const env = inherited({ NODE_ENV: "production" });
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"], env, signal, killSignal: "SIGKILL" });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  const code = await new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", done);
  });
  if (code !== 0) throw new CannotStart(`The build failed:\n${said}`);
}

function tool(name: string, script: string): string {
  try {
    return join(createRequire(import.meta.url).resolve(`${name}/package.json`), "..", script);
  } catch (error) {
    throw new CannotStart("The portal is not built from these sources, and the build tools are not installed. Run npm ci, then npm start.", error);
  }
}

async function hashOfInputs(): Promise<string> {
  const files = (await Promise.all(inputs.map((name) => filesUnder(resolve(name))))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash("sha256");
  files.forEach((file, index) => {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${relative("", file)}\0${content.length}\0`).update(content);
  });
  return hash.digest("hex");
}

async function filesUnder(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return [path];
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
