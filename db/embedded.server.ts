import { mkdir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";

import postgres from "postgres";

import { findBinaries } from "./embedded/binaries.server.ts";
import { ensureCluster, stopOrphan } from "./embedded/cluster.server.ts";
import { lockFolder } from "./embedded/folder-lock.server.ts";
import { keptSecret } from "./embedded/kept-secret.server.ts";
import { runPostmaster } from "./embedded/postmaster.server.ts";
import { chooseAccount } from "./embedded/run-as.server.ts";

export interface EmbeddedOptions {
  /** The folder that keeps the database, its password and its log. Made when missing. */
  dataDir: string;
  /** Off only where losing the data does not matter (tests). */
  fsync?: boolean;
}

export interface Embedded {
  /** A superuser's address on loopback, for the database `portal`. */
  adminUrl: string;
  /** Stops PostgreSQL and lets the folder go. Always ends, within about 8 seconds at worst. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the project, for a first run, a demo or tests.
 *
 * The first start makes the data, later ones reuse it, and one after a crash recovers it. A second
 * start on the same folder is refused with `FolderInUse`.
 */
export async function startEmbedded({ dataDir, fsync = true }: EmbeddedOptions): Promise<Embedded> {
  await mkdir(resolve(dataDir), { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 });
  const folder = await realpath(dataDir);
  const letGo = await lockFolder(folder);
  try {
    const cluster = join(folder, "postgres");
    const binaries = await findBinaries();
    const runAs = await chooseAccount(cluster, [binaries.postgres, cluster]);
    const password = await keptSecret(join(folder, "postgres-password"));
    await stopOrphan(cluster);
    await ensureCluster(cluster, password, binaries, runAs);
    const postmaster = await runPostmaster({ cluster, logFile: join(folder, "postgres.log"), fsync, binaries, runAs });
    const urlOf = (database: string): string => `postgres://postgres:${password}@127.0.0.1:${postmaster.port}/${database}`;
    const stop = async (): Promise<void> => {
      await postmaster.stop();
      await letGo();
    };
    try {
      await ensureDatabase(urlOf("postgres"), folder);
    } catch (error) {
      await stop();
      throw error;
    }
    return { adminUrl: urlOf("portal"), stop };
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function ensureDatabase(url: string, folder: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const found = await sql`select 1 from pg_database where datname = 'portal'`;
    if (found.length === 0) await sql`create database portal`;
  } catch (error) {
    const wrongPassword = error instanceof postgres.PostgresError && error.code === "28P01";
    if (!wrongPassword) throw error;
    throw new Error(`The password in ${join(folder, "postgres-password")} does not open the database beside it. Restore the file, or start with an empty DATA_DIR.`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
