import { randomBytes } from "node:crypto";

import postgres from "postgres";
import { inject } from "vitest";

import { forgetEnvironment } from "#app/env.server.ts";
import { closePools } from "#db/client.server.ts";

import { templateDatabase } from "./global-database.ts";

export interface TestDatabase {
  adminUrl: string;
  /** A superuser's client, for arranging and for looking past row-level security. */
  sql: postgres.Sql;
  /** Fixes the one clock of SQL and TypeScript; null lets it run. */
  setClock(at: string | null): Promise<void>;
  close(): Promise<void>;
}

/**
 * A database of one's own, cloned from the migrated template. The application in this process uses it from now on:
 * call it before anything that queries.
 */
export async function freshDatabase({ demo = false } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const maintenance = postgres(inject("adminUrl"), { max: 1, onnotice: () => undefined });
  await maintenance.unsafe(`create database ${name} template ${templateDatabase} strategy file_copy`);
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${name}`;
  const adminUrl = url.toString();
  process.env.DATABASE_URL = adminUrl;
  process.env.APP_SECRET = "a secret that only the tests of this project know";
  process.env.DEMO = demo ? "on" : "off";
  forgetEnvironment();
  const sql = postgres(adminUrl, { max: 4, onnotice: () => undefined });
  await sql`update access.installation set demo = ${demo}`;
  return {
    adminUrl,
    sql,
    setClock: async (at) => {
      await sql`delete from access.clock_setting`;
      if (at) await sql`insert into access.clock_setting (fixed_at) values (${at})`;
    },
    close: async () => {
      await closePools();
      await sql.end({ timeout: 5 });
      await maintenance.unsafe(`drop database if exists ${name} with (force)`);
      await maintenance.end({ timeout: 5 });
    },
  };
}
