import { startEmbedded } from "#db/embedded.server.ts";

/** Runs the embedded PostgreSQL in the folder given until SIGTERM. Run by embedded.test.ts in a process of its own. */
try {
  const { adminUrl, stop } = await startEmbedded({ dataDir: process.argv[2] ?? "" });
  process.on("SIGTERM", () => void stop().then(() => process.exit(0)));
  setInterval(() => undefined, 1_000);
  process.stdout.write(`ready at ${adminUrl}\n`);
} catch (error) {
  process.stdout.write(error instanceof Error ? `${error.name}: ${error.message}\n` : String(error));
  process.exit(1);
}
