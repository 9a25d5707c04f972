import cluster, { type Worker } from "node:cluster";

import { CannotStart } from "./cannot-start.ts";
import { readReport, orders } from "./worker-messages.ts";

export interface WorkersOptions {
  count: number;
  /** The file each worker runs. */
  file: string;
  /** Variables on top of the supervisor's own; undefined takes one away. */
  environment: Record<string, string | undefined>;
  /** Resolves once every connection made so far is in a worker's hands. */
  everybodyWaitingIsIn(): Promise<void>;
  /** Milliseconds after which a worker told to close is killed. */
  killAfterMs?: number;
}

export interface Workers {
  /** Resolves when every worker serves; rejects when they can never start. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

/** Failures in a row, before any worker ever served, after which starting is given up. */
const mostFailures = 5;
/** A worker that served this long did not fail at start. */
const settledMs = 5_000;

/** Milliseconds to wait before replacing a worker, after so many failures in a row. */
export function restartDelay(failures: number): number {
  return failures === 0 ? 0 : Math.min(100 * 2 ** (failures - 1), 5_000);
}

/**
 * Runs `count` workers on one port and replaces each that dies: at once, or slower when it keeps failing.
 * One more has the portal loaded and waits unheard, so that a replacement need not start from nothing.
 */
export function runWorkers({ count, file, environment, everybodyWaitingIsIn, killAfterMs = 7_500 }: WorkersOptions): Workers {
  // Workers take connections from the listening socket themselves. Handed round by the supervisor, one on
  // its way to a worker that is killed would hang for ever.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: file, args: [], execArgv: [] });
  let stopping = false;
  let failures = 0;
  let listening = 0;
  let everServed = false;
  const serving = new Set<Worker>();
  const waiting = new Set<Worker>();
  const live = new Set<Worker>();

  let succeed: () => void;
  let fail: (reason: Error) => void;
  const ready = new Promise<void>((resolve, reject) => {
    succeed = resolve;
    fail = reject;
  });

  /** Lets waiting workers listen until `count` do. */
  const fill = (): void => {
    for (const worker of waiting) {
      if (stopping || serving.size >= count) return;
      waiting.delete(worker);
      serving.add(worker);
      tell(worker, orders.serve);
    }
  };
  const start = (): void => {
    if (stopping) return;
    const worker = cluster.fork(environment);
    let sound = Infinity;
    live.add(worker);
    worker.on("message", (message: unknown) => {
      const report = readReport(message);
      if (report?.kind === "loaded") {
        sound = Date.now();
        waiting.add(worker);
        fill();
      } else if (report?.kind === "ready") {
        listening += 1;
        if (listening < count) return;
        everServed = true;
        succeed();
      } else if (report?.kind === "cannot-listen" && !everServed) fail(new CannotStart(cannotListen(report.code)));
      else if (report?.kind === "cannot-listen") worker.kill("SIGKILL");
    });
    worker.once("exit", (code, signal) => {
      for (const set of [live, waiting, serving]) set.delete(worker);
      if (stopping) return;
      fill();
      failures = Date.now() - sound >= settledMs ? 0 : failures + (sound === Infinity ? 1 : 0.5);
      if (!everServed && failures >= mostFailures) {
        fail(new CannotStart("The portal could not start: its workers end as soon as they are started. What they said is above."));
        return;
      }
      const delay = restartDelay(Math.floor(failures));
      console.error(`A worker ended (${signal ?? `code ${code}`}); starting another${delay ? ` in ${delay} ms` : ""}.`);
      setTimeout(start, delay);
    });
  };
  for (let index = 0; index < count + 1; index += 1) start();

  const stop = async (): Promise<void> => {
    stopping = true;
    for (const worker of live) tell(worker, orders.windDown);
    await everybodyWaitingIsIn();
    await Promise.all([...live].map((worker) => close(worker, killAfterMs)));
  };
  return { ready, stop };
}

async function close(worker: Worker, killAfterMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const tooLate = setTimeout(() => worker.process.kill("SIGKILL"), killAfterMs);
    worker.once("exit", () => {
      clearTimeout(tooLate);
      resolve();
    });
    if (worker.isDead()) resolve();
    // A worker that is just dying has no channel left; its exit follows.
    else tell(worker, orders.close);
  });
}

function tell(worker: Worker, order: (typeof orders)[keyof typeof orders]): void {
  if (worker.isConnected()) worker.send(order, () => undefined);
}

function cannotListen(code: string): string {
  if (code === "EADDRINUSE") return "The port is already in use. Stop what uses it, or set PORT to another.";
  if (code === "EACCES") return "This user may not use the port. Set PORT to 1024 or above.";
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return "HOST is not an address of this computer.";
  return `The portal cannot listen (${code}). Check PORT and HOST.`;
}
