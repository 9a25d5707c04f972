import { resolve } from "node:path";

/** Where the build puts things. Like every command of the project, relative to its folder. */
export const built = {
  /** What browsers fetch. */
  client: resolve("build/client"),
  /** The pages. */
  server: resolve("build/server/index.js"),
  /** The process that serves them. */
  worker: resolve("build/worker/worker.js"),
  /** The process that works in the background. */
  jobs: resolve("build/jobs/jobs.js"),
  /** What all of it was made from. */
  stamp: resolve("build/inputs.sha256"),
};
