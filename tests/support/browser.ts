import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, statfs } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser, type LaunchOptions } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
  // A renderer of its own for every page costs more than what the page does.
  "--renderer-process-limit=1",
  "--disable-site-isolation-trials",
];

/** A headless Chromium from the npm package, so that `npm ci` alone brings a browser. Close it when done. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const folder = await unpackedChromium();
  const env = { ...process.env };
  // A machine without fonts of its own draws with those of the package.
  if (!existsSync("/etc/fonts/fonts.conf")) env["FONTCONFIG_PATH"] = join(folder, "fonts");
  return playwright.launch({ executablePath: join(folder, "chromium"), headless: true, args: [...flags, ...(await memoryFlags())], ...options, env: definedOnly({ ...env, ...options.env }) });
}

/** Pages are handed over in shared memory, and by files only where there is too little of it, as in many a container. */
async function memoryFlags(): Promise<string[]> {
  const shared = await statfs("/dev/shm").catch(() => null);
  const enough = shared !== null && shared.bavail * shared.bsize >= 1_000_000_000;
  return enough ? [] : ["--disable-dev-shm-usage"];
}

function definedOnly(env: Record<string, string | number | boolean | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}

/**
 * Where the browser lies unpacked. The package unpacks into the temporary folder and takes a half-written file of
 * another process for a finished one; so each process unpacks into a folder of its own and moves it into place whole.
 */
async function unpackedChromium(): Promise<string> {
  const packageFile = createRequire(import.meta.url).resolve("playwright-core/package.json");
  const cache = join(packageFile, "..", "..", ".cache");
  const ready = join(cache, `chromium-${chromiumVersion()}`);
  if (existsSync(join(ready, "chromium"))) return ready;
  await mkdir(cache, { recursive: true });
  const own = await mkdtemp(join(cache, "unpacking-"));
  await unpackInto(own);
  try {
    await rename(own, ready);
  } catch {
    await rm(own, { recursive: true, force: true });
    if (!existsSync(join(ready, "chromium"))) throw new Error(`The browser could not be unpacked into ${ready}.`);
  }
  return ready;
}

async function unpackInto(folder: string): Promise<void> {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}

/** Read from the lock-stepped package list, since the package does not export its own. */
function chromiumVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)("../../package.json");
  if (typeof manifest === "object" && manifest !== null && "devDependencies" in manifest) {
    const wanted = manifest.devDependencies;
    if (typeof wanted === "object" && wanted !== null && "@sparticuz/chromium" in wanted) return String(wanted["@sparticuz/chromium"]);
  }
  return "unknown";
}
