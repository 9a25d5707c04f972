import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import postgres from "postgres";

import { closePools, useDatabase } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.ts";
import { roleUrls } from "#db/role-urls.ts";

/** A durable PostgreSQL of the bench's own, migrated, that the domain uses while `measure` runs. */
export async function withBenchDatabase(measure: (sql: postgres.Sql, adminUrl: string) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "portal-bench-"));
  const server = await startEmbedded({ dataDir });
  await migrate(server.adminUrl);
  useDatabase(roleUrls(server.adminUrl));
  const sql = postgres(server.adminUrl, { max: 2, onnotice: () => undefined });
  try {
    await measure(sql, server.adminUrl);
  } finally {
    await sql.end({ timeout: 5 });
    await closePools();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
