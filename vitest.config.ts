import { availableParallelism } from "node:os";

import { defineConfig } from "vitest/config";

/** What is waited for comes late where two processors are shared; still sooner than a test is given up, so that the failure says what did not come. Each project says it: none takes it from above. */
const patience = { poll: { timeout: 20_000 } };

/** Three projects, fastest first, and the faults, which `npm test` leaves out. Separate from vite.config.ts so that the Remix plugin is never loaded here. */
export default defineConfig({
  test: {
    // By default one processor is left idle, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: "unit",
          // Nothing here changes a module: read once for all files, they take less than half the time.
          isolate: false,
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/fail-on-console-error.ts"],
          // Properties tried on hundreds of texts take seconds where two processors are shared.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "integration",
          expect: patience,
          // Each file has a database of its own (freshDatabase) and shares the modules with the others of its process.
          isolate: false,
          include: ["tests/integration/**/*.test.ts"],
          setupFiles: ["tests/support/fail-on-console-error.ts"],
          globalSetup: ["tests/support/global-database.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "faults",
          expect: patience,
          include: ["tests/faults/**/*.test.ts"],
          setupFiles: ["tests/support/fail-on-console-error.ts"],
          globalSetup: ["tests/support/global-database.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          expect: patience,
          // The portal as it runs: React's own checks would take a sixth of the time.
          env: { NODE_ENV: "production" },
          // Like the above; and each portal loads the build anew (startPortal).
          isolate: false,
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/support/global-database.ts", "tests/support/global-build.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
