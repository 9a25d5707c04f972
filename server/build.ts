import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

import { inherited } from "#app/env.server.ts";

import { precompress } from "./precompress.ts";

const root = join(import.meta.dirname, "..");
const stamp = join(root, "build", "inputs.sha256");

/** Where the build puts what browsers fetch and what the workers load. */
export const built = { client: join(root, "build", "client"), server: join(root, "build", "server", "index.js") };

// Everything the bundles are made from, and what makes them.
const inputs = ["app", "db", "public", "package-lock.json", "remix.config.js", "vite.config.ts", "server/build.ts", "server/precompress.ts"];

/** Builds the pages unless they were already built from the very same sources. Answers whether it built. */
export async function ensureBuilt(): Promise<boolean> {
  const wanted = await hashOf(inputs.map((name) => join(root, name)));
  const found = await readFile(stamp, "utf8").catch(() => "");
  if (found === wanted && existsSync(built.server)) return false;
  await rm(stamp, { force: true });
  await runVite();
  await precompress(built.client);
  await writeFile(stamp, wanted);
  return true;
}

async function runVite(): Promise<void> {
  const command = viteCommand();
  const child = spawn(process.execPath, [command, "vite:build"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: inherited({ NODE_ENV: "production" }),
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`The build failed:\n${said}`);
}

function viteCommand(): string {
  try {
    return join(createRequire(import.meta.url).resolve("@remix-run/dev/package.json"), "..", "dist", "cli.js");
  } catch (error) {
    throw new Error("The pages are not built from these sources, and the build tools are not installed. Run npm ci, then npm start.", {
      cause: error,
    });
  }
}

async function hashOf(paths: string[]): Promise<string> {
  const files = (await Promise.all(paths.map(filesUnder))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash("sha256");
  files.forEach((file, index) => {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
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
