import cluster from "node:cluster";
import { appendFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

// Loaded before everything else in each process that serves pages: ten times a second it writes down, in milliseconds,
// how late the event loop was at worst. Threads beside the main one are meant to be busy.
const file = process.env["LOOP_DELAY_FILE"];
if (file && isMainThread && cluster.isWorker) {
  const histogram = monitorEventLoopDelay({ resolution: 5 });
  histogram.enable();
  setInterval(() => {
    appendFileSync(file, `${String(process.pid)} ${String(Date.now())} ${(histogram.max / 1e6).toFixed(1)}\n`);
    histogram.reset();
  }, 100).unref();
}
