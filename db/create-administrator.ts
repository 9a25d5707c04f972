import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { passwordProblem } from "#app/auth/password-rules.ts";
import { env, type Environment, EnvironmentError } from "#app/env.server.ts";

import { AccountExists, addAdministrator, type NewAdministrator } from "./add-administrator.ts";
import { FolderInUse } from "./embedded/folder-lock.server.ts";
import { keptSecret } from "./embedded/kept-secret.server.ts";
import { startEmbedded } from "./embedded.server.ts";
import { migrate } from "./migrate.ts";
import { Cancelled, readPassword } from "./read-password.ts";

/** What the person at the terminal can put right. */
class Usage extends Error {
  override name = "Usage";
}

const usage = "Use: npm run create-administrator -- --email name@example.org --name \"First Last\"\nThe password is asked for, or read from standard input.";

/** `npm run create-administrator`: the first account of an installation, which then adds everybody else. */
async function run(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const wanted = await readWanted();
  const address = await withDatabase(env(), (adminUrl, secret) => addAdministrator(adminUrl, wanted, secret));
  console.log(`${wanted.name} can now sign in as an administrator.\n`);
  console.log("Set up an authenticator app with this address, or with the key after “secret=” in it. It is not shown again:\n");
  console.log(`${address}\n`);
}

async function readWanted(): Promise<NewAdministrator> {
  const { values } = parseArgs({ options: { email: { type: "string" }, name: { type: "string" } } });
  const email = (values.email ?? "").trim();
  const name = (values.name ?? "").trim().normalize("NFC");
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254 || name.length < 2 || name.length > 120) throw new Usage(usage);
  const password = await readPassword("Password (12 characters or more, not shown): ");
  const problem = passwordProblem(password, { email, name });
  if (problem) throw new Usage(`${problem}.`);
  return { email, name, password };
}

/** The given database, or the portal's own, which no running portal may be using; brought up to date first. */
async function withDatabase<T>(settings: Environment, use: (adminUrl: string, secret: string) => Promise<T>): Promise<T> {
  if (settings.adminUrl) {
    await migrate(settings.adminUrl);
    return use(settings.adminUrl, settings.APP_SECRET);
  }
  if (settings.databaseIsSet) throw new Usage("Set DATABASE_URL or MIGRATOR_DATABASE_URL: an administrator is written with the right to migrate.");
  const embedded = await startEmbedded({ dataDir: settings.DATA_DIR });
  try {
    await migrate(embedded.adminUrl);
    return await use(embedded.adminUrl, settings.givenSecret ?? (await keptSecret(join(settings.DATA_DIR, "app-secret"))));
  } finally {
    await embedded.stop();
  }
}

try {
  await run();
} catch (error) {
  if (!(error instanceof Cancelled)) {
    const forPeople = [Usage, AccountExists, EnvironmentError, FolderInUse].some((kind) => error instanceof kind);
    const unknownOption = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
    console.error(unknownOption ? usage : forPeople && error instanceof Error ? error.message : error);
  }
  process.exitCode = 1;
}
