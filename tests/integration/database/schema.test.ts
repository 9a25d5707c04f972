import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readJournal } from "#db/migrate.ts";
import * as schema from "#db/schema/index.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});

describe("the migrated database", () => {
  test("has exactly the columns that db/schema describes", async () => {
    for (const table of Object.values(schema).filter((value) => value instanceof PgTable)) {
      const { name, schema: namespace, columns } = getTableConfig(table);
      const rows = await database.sql<{ name: string; required: boolean }[]>`
        select a.attname as name, a.attnotnull as required from pg_attribute a
        where a.attrelid = ${`${namespace ?? "public"}.${name}`}::regclass and a.attnum > 0 and not a.attisdropped`;
      const described = columns.map((column) => ({ name: column.name, required: column.notNull })).sort((a, b) => a.name.localeCompare(b.name));
      expect([...rows].sort((a, b) => a.name.localeCompare(b.name)), `${namespace ?? ""}.${name}`).toEqual(described);
    }
  });

  test("owns nothing through a role that can sign in, and its functions belong to the definer", async () => {
    const tables = await database.sql`
      select c.oid::regclass::text as name, pg_get_userbyid(c.relowner) as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('access', 'portal', 'ledger', 'publication') and c.relkind = 'r' and pg_get_userbyid(c.relowner) <> 'safeguarding_owner'`;
    expect(tables).toEqual([]);
    const functions = await database.sql`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('access', 'portal', 'ledger', 'publication')
        and (pg_get_userbyid(p.proowner) <> 'safeguarding_definer' or (p.prosecdef and not coalesce(array_to_string(p.proconfig, ',') like '%search_path=%', false)))`;
    expect(functions).toEqual([]);
    const roles = await database.sql`
      select rolname from pg_roles where rolname like 'safeguarding%' and (rolsuper or rolcreaterole or rolcreatedb
        or (rolbypassrls and rolname <> 'safeguarding_definer') or (rolcanlogin and rolname in ('safeguarding_owner', 'safeguarding_definer')))`;
    expect(roles).toEqual([]);
  });

  test("lets nobody call what was not granted by name", async () => {
    const open = await database.sql`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('access', 'portal', 'ledger', 'publication') and has_function_privilege('public', p.oid, 'execute')`;
    expect(open).toEqual([]);
    const publicMay = await database.sql<{ name: string }[]>`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('access', 'portal', 'ledger', 'publication') and has_function_privilege('safeguarding_public', p.oid, 'execute') order by 1`;
    expect(publicMay.map((row) => row.name)).toEqual(["access.clock()", "access.today()", "ledger.holds(text,bigint,text)", "publication.withheld_agencies()", "publication.withheld_posts()"]);
    const publicReads = await database.sql<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('access', 'portal', 'ledger', 'publication') and c.relkind in ('r', 'v')
        and has_table_privilege('safeguarding_public', c.oid, 'select, insert, update, delete') order by 1`;
    expect(publicReads.map((row) => row.name)).toEqual([
      "portal.guidance_editions",
      "portal.guidance_items",
      "publication.bodies",
      "publication.corrections",
      "publication.notices",
      "publication.publications",
      "publication.search_sections",
    ]);
  });

  test("holds the reference data", async () => {
    const [counts] = await database.sql`
      select (select count(*)::int from portal.organisations where kind = 'local-authority' and valid_to is null) as authorities,
        (select count(*)::int from portal.organisations where kind = 'police') as forces,
        (select count(*)::int from portal.organisations where kind = 'icb') as boards,
        (select count(*)::int from portal.area_forces) as areas,
        (select count(*)::int from portal.guidance_editions) as editions`;
    expect(counts).toEqual({ authorities: 153, forces: 39, boards: 36, areas: 153, editions: 3 });
  });
});

describe("the migration journal", () => {
  test("is contiguous, increasing and not in the future", () => {
    expect(readJournal().length).toBeGreaterThan(9);
    expect(() => readJournal(0)).toThrow("dated in the future");
  });
});
