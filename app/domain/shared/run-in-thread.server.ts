import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

export interface ThreadLimits {
  /** Milliseconds after which the thread is ended. */
  patience: number;
  /** Megabytes of memory after which it is. */
  memory: number;
}

export type ThreadResult = { ok: true; value: unknown } | { ok: false; reason: "too-slow" | "failed" };

let last: Promise<unknown> = Promise.resolve();

/**
 * Gives bytes from outside to a module of ours in a thread of its own, which may run out of time or memory without
 * harm to anybody else, and answers what it posts. One at a time in each process. `file` is relative to the project's
 * folder, like every path of the portal.
 */
export function runInThread(file: string, bytes: Uint8Array, limits: ThreadLimits): Promise<ThreadResult> {
  const turn = last.then(() => run(file, bytes, limits));
  last = turn.catch(() => undefined);
  return turn;
}

function run(file: string, bytes: Uint8Array, { patience, memory }: ThreadLimits): Promise<ThreadResult> {
  return new Promise((settle) => {
    // Nothing of the environment goes along: what reads a stranger's file holds no secret.
    const thread = new Worker(start(file), {
      eval: true,
      env: { NODE_ENV: "production" },
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      stdout: true,
      stderr: true,
    });
    const end = (result: ThreadResult): void => {
      clearTimeout(tooLate);
      settle(result);
      void thread.terminate();
    };
    const tooLate = setTimeout(() => end({ ok: false, reason: "too-slow" }), patience);
    thread.once("message", (value: unknown) => end({ ok: true, value }));
    thread.once("error", () => end({ ok: false, reason: "failed" }));
    thread.once("exit", () => end({ ok: false, reason: "failed" }));
  });
}

/** A thread does not inherit how TypeScript is read, so its first words say it. */
function start(file: string): string {
  return `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(pathToFileURL(resolve(file)).href)}); })`;
}
