import { join } from "node:path";

import postgres from "postgres";

import { type Environment, useSecret } from "#app/env.server.ts";
import { keptSecret } from "#db/embedded/kept-secret.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.ts";
import { roleUrls, type LoginRole } from "#db/role-urls.ts";

import { CannotStart } from "./cannot-start.ts";

export interface ReadyDatabase {
  /** What the workers need: the restricted roles' addresses and the secret. */
  environment: Record<string, string | undefined>;
  applied: number;
  seeded: boolean;
  stop(): Promise<void>;
}

/**
 * Makes the database ready: the given one, or the portal's own in DATA_DIR; migrated, and with the
 * demonstration in it when it is empty and the portal's own.
 */
export async function readyDatabase(settings: Environment): Promise<ReadyDatabase> {
  if (settings.databaseIsSet) return given(settings);
  const embedded = await startEmbedded({ dataDir: settings.DATA_DIR });
  try {
    const urls = roleUrls(embedded.adminUrl);
    const { applied } = await migrated(embedded.adminUrl, settings.DEMO, urls);
    const secret = settings.givenSecret ?? (await keptSecret(join(settings.DATA_DIR, "app-secret")));
    const seeded = settings.DEMO && (await seed(urls, secret));
    return { environment: workerEnvironment(urls, secret), applied, seeded, stop: embedded.stop };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function given(settings: Environment): Promise<ReadyDatabase> {
  if (!settings.adminUrl) throw new CannotStart("Set DATABASE_URL or MIGRATOR_DATABASE_URL: the database has to be migrated at start.");
  const { applied } = await migrated(settings.adminUrl, settings.DEMO, { ...roleUrls(settings.adminUrl), ...settings.roleUrls });
  const environment = workerEnvironment(settings.roleUrls, settings.APP_SECRET);
  return { environment, applied, seeded: false, stop: () => Promise.resolve() };
}

/** The database itself refuses a session without a second factor unless it is told that this is a demonstration. */
async function migrated(adminUrl: string, demo: boolean, addresses: Record<LoginRole, string>): Promise<{ applied: number }> {
  const result = await migrate(adminUrl, addresses);
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`update access.installation set demo = ${demo} where demo <> ${demo}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
  return result;
}

/** Workers get the restricted roles and never an address that could change the database's shape. */
function workerEnvironment(urls: Partial<Record<LoginRole, string>>, secret: string): Record<string, string | undefined> {
  return {
    DATABASE_URL: undefined,
    MIGRATOR_DATABASE_URL: undefined,
    PORTAL_DATABASE_URL: urls.portal,
    PUBLIC_DATABASE_URL: urls.public,
    SIGN_IN_DATABASE_URL: urls.signIn,
    WORKER_DATABASE_URL: urls.worker,
    APP_SECRET: secret,
  };
}

async function seed(urls: ReturnType<typeof roleUrls>, secret: string): Promise<boolean> {
  // What the seed seals, the workers open.
  useSecret(secret);
  const { seedDemoIfEmpty } = await import("#db/seed/demo.ts");
  return seedDemoIfEmpty(urls);
}
