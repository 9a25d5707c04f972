import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface OwnProcess {
  child: ChildProcess;
  pid: number;
  /** Everything it printed so far, errors too. */
  said(): string;
  /** Waits until it printed something that matches, and answers the match. Rejects when it ends first. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends `signal`, waits for the end and answers the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** Runs a TypeScript file in a process of its own, which a test may kill. */
export function runOwn(file: string, args: string[] = [], environment: Record<string, string> = {}): OwnProcess {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, NODE_ENV: "production" as const, ...environment };
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
  return {
    child,
    pid: child.pid ?? 0,
    said: () => text,
    says: (pattern) => waitFor(child, () => pattern.exec(text), () => text),
    end: async (signal) => {
      const ended = child.exitCode !== null || child.signalCode !== null ? null : once(child, "close");
      child.kill(signal);
      await ended;
      return child.exitCode ?? child.signalCode;
    },
  };
}

async function waitFor<T>(child: ChildProcess, look: () => T | null, said: () => string): Promise<T> {
  for (;;) {
    const found = look();
    if (found) return found;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The process ended first. It said:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The process id of the PostgreSQL whose data is in `dataDir`. */
export async function postgresPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
}
