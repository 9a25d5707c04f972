import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { commandLineOf, isRunning, startOf } from "./processes.server.ts";

interface Owner {
  pid: number;
  start: string;
}

const file = "running.json";

/** Thrown when another live process holds the folder. The message is meant for the person at the terminal. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `Another portal (process ${pid}) is already using the data folder ${folder}. ` +
        "Stop it first, or set DATA_DIR to another folder.",
    );
    this.name = "FolderInUse";
  }
}

/**
 * Holds `folder` for this process and returns the function that lets it go.
 *
 * The holder is known by process id and start time, so a lock left by a killed process, or an id
 * used again after a restart of the machine, never keeps anyone out.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, file);
  const mine: Owner = { pid: process.pid, start: await startOf(process.pid) };
  const text = JSON.stringify(mine);
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o644 });
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (await claim(draft, path)) return () => letGo(path, text);
      await clearDead(path, folder);
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw new Error(`The data folder ${folder} could not be locked.`);
}

/** A link is made whole or not at all, and never replaces another. */
async function claim(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function clearDead(path: string, folder: string): Promise<void> {
  const found = await readFile(path, "utf8").catch(() => "");
  const owner = parseOwner(found);
  if (owner && (await isAlive(owner))) throw new FolderInUse(folder, owner.pid);
  // Two starts may both see the dead lock: whoever moves a live one aside by mistake puts it back.
  const aside = `${path}.dead.${process.pid}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, "utf8").catch(() => found);
  if (moved !== found) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function isAlive(owner: Owner): Promise<boolean> {
  if (!(await isRunning(owner.pid))) return false;
  const start = await startOf(owner.pid);
  if (start && owner.start) return start === owner.start;
  return (await commandLineOf(owner.pid)).includes("node");
}

function parseOwner(text: string): Owner | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    if (!("pid" in value) || typeof value.pid !== "number") return null;
    return { pid: value.pid, start: "start" in value ? String(value.start) : "" };
  } catch {
    return null;
  }
}

async function letGo(path: string, text: string): Promise<void> {
  const found = await readFile(path, "utf8").catch(() => "");
  if (found === text) await rm(path, { force: true });
}
