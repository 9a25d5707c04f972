import { readFileSync } from "node:fs";
import path from "node:path";

import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

import { migrateJobTables } from "./job-queues.ts";
import { loadReferenceData } from "./load-reference-data.ts";
import { type LoginRole, loginRoles, roleUrls } from "./role-urls.ts";

const migrationsFolder = path.join(process.cwd(), "migrations");
const lockKey = 5_824_017_331;

interface JournalEntry {
  idx: number;
  when: number;
  tag: string;
}

/**
 * The migrations in order. drizzle skips an entry whose time is older than one already applied,
 * without a word, so the journal must be contiguous, increasing and not in the future.
 */
export function readJournal(now = Date.now()): JournalEntry[] {
  const { entries } = JSON.parse(readFileSync(path.join(migrationsFolder, "meta/_journal.json"), "utf8")) as { entries: JournalEntry[] };
  entries.forEach((entry, index) => {
    const previous = entries[index - 1];
    if (entry.idx !== index) throw new Error(`migration journal: ${entry.tag} has number ${entry.idx}, expected ${index}`);
    if (!entry.tag.startsWith(String(index).padStart(4, "0"))) throw new Error(`migration journal: ${entry.tag} is out of order`);
    if (previous && entry.when <= previous.when) throw new Error(`migration journal: ${entry.tag} is not later than ${previous.tag}`);
    if (entry.when > now) throw new Error(`migration journal: ${entry.tag} is dated in the future`);
  });
  return entries;
}

/** Roles belong to the cluster, so they are made here and not in a migration. Repeatable. */
async function ensureRoles(sql: postgres.Sql, addresses: Record<LoginRole, string>): Promise<void> {
  const roles = [
    { name: "safeguarding_owner", options: "nologin" },
    { name: "safeguarding_definer", options: "nologin bypassrls" },
    ...loginRoleNames.map((role) => ({
      name: loginRoles[role],
      options: `login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password ${quoted(passwordIn(addresses[role]))}`,
    })),
  ];
  for (const { name, options } of roles) {
    const [existing] = await sql`select from pg_roles where rolname = ${name}`;
    await sql.unsafe(`${existing ? "alter" : "create"} role ${name} ${options}`);
    await sql.unsafe(`alter role ${name} set statement_timeout = '10s'`);
  }
  const [{ database }] = (await sql`select current_database() as database`) as [{ database: string }];
  await sql.unsafe(`grant create on database "${database.replaceAll('"', '""')}" to safeguarding_owner`);
  await sql.unsafe(`revoke temporary on database "${database.replaceAll('"', '""')}" from public`);
}

const loginRoleNames: readonly LoginRole[] = ["portal", "public", "signIn", "worker"];

function passwordIn(address: string): string {
  return decodeURIComponent(new URL(address).password);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Brings the database at `adminUrl` up to date: roles, migrations, reference data and rule sets,
 * under an advisory lock so that two starts at once do it once. Answers how many migrations were applied.
 * The login roles get the passwords of `addresses`, by default those derived from the administrator's.
 */
export async function migrate(adminUrl: string, addresses: Record<LoginRole, string> = roleUrls(adminUrl)): Promise<{ applied: number }> {
  const journal = readJournal();
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined, connection: { application_name: "safeguarding-migrate" } });
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    await ensureRoles(sql, addresses);
    await sql`create extension if not exists btree_gist`;
    await sql`create extension if not exists citext`;
    await migrateJobTables(sql);
    const before = await countApplied(sql);
    // drizzle changes the codecs of the client it is given, so it gets one of its own.
    const own = postgres(adminUrl, { max: 1, onnotice: () => undefined });
    try {
      await applyMigrations(drizzle(own), { migrationsFolder });
    } finally {
      await own.end({ timeout: 5 });
    }
    const after = await countApplied(sql);
    if (after !== journal.length) throw new Error(`${after} migrations are applied, the journal lists ${journal.length}`);
    await loadReferenceData(sql);
    return { applied: after - before };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function countApplied(sql: postgres.Sql): Promise<number> {
  const [exists] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!exists?.name) return 0;
  const [row] = await sql`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return Number(row?.count ?? 0);
}
