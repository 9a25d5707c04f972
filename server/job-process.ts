import { fork, type ChildProcess } from "node:child_process";

import { inherited } from "#app/env.server.ts";

import { orders } from "./worker-messages.ts";
import { restartDelay } from "./workers.ts";

export interface JobProcessOptions {
  /** The file it runs. */
  file: string;
  /** Variables on top of the supervisor's own; undefined takes one away. */
  environment: Record<string, string | undefined>;
  /** Milliseconds after which a process told to close is killed. */
  killAfterMs?: number;
}

/** A process that ran this long did not fail at start. */
const settledMs = 10_000;

/** Runs the process that works in the background, and another whenever it dies: at once, or slower when it keeps failing. */
export function runJobProcess({ file, environment, killAfterMs = 7_500 }: JobProcessOptions): { stop(): Promise<void> } {
  let stopping = false;
  let failures = 0;
  let child: ChildProcess | null = null;
  let again: NodeJS.Timeout | undefined;

  const start = (): void => {
    const started = Date.now();
    const own = fork(file, [], { env: inherited(environment), execArgv: [], stdio: "inherit" });
    child = own;
    own.once("exit", (code, signal) => {
      child = null;
      if (stopping) return;
      failures = Date.now() - started >= settledMs ? 0 : failures + 1;
      const delay = restartDelay(failures);
      console.error(`The process that sends messages ended (${signal ?? `code ${String(code)}`}); starting another${delay ? ` in ${delay} ms` : ""}.`);
      again = setTimeout(start, delay);
    });
  };
  start();

  const stop = async (): Promise<void> => {
    stopping = true;
    clearTimeout(again);
    const own = child;
    if (!own) return;
    const tooLate = setTimeout(() => own.kill("SIGKILL"), killAfterMs);
    await new Promise<void>((resolve) => {
      own.once("exit", () => resolve());
      // One that is just dying has no channel left; its exit follows.
      if (own.connected) own.send(orders.close, () => undefined);
    });
    clearTimeout(tooLate);
  };
  return { stop };
}
