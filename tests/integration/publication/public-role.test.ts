import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";

import { roleUrls } from "#db/role-urls.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPublicPartnership, publishArrangements } from "#tests/support/publication.ts";

/** What anyone may read. Everything else in the database is closed to the role that public pages connect as. */
const open = ["portal.guidance_editions", "portal.guidance_items", "publication.bodies", "publication.corrections", "publication.notices", "publication.publications", "publication.search_sections"];

let database: TestDatabase;
let anyone: postgres.Sql;

beforeAll(async () => {
  database = await freshDatabase();
  await publishArrangements(await addPublicPartnership(database, "alderwick"));
  anyone = postgres(roleUrls(database.adminUrl).public, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await anyone.end({ timeout: 5 });
  await database.close();
});

test("the public role reads publications and guidance, and no other table", async () => {
  const tables = await database.sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'v', 'm', 'p') and n.nspname in ('access', 'portal', 'ledger', 'publication') order by 1`;
  expect(tables.length).toBeGreaterThan(30);
  const readable: string[] = [];
  for (const { name } of tables) {
    const answer = await anyone.unsafe(`select * from ${name} limit 1`).then(() => "read", (error: unknown) => error);
    if (answer === "read") readable.push(name);
    else expect(answer).toMatchObject({ code: "42501" });
  }
  expect(readable).toEqual(open);
});

test("the public role writes nothing, not even what it reads", async () => {
  for (const name of open) {
    for (const statement of [`delete from ${name}`, `truncate ${name}`, `insert into ${name} default values`]) {
      await expect(anyone.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
  }
  await expect(anyone`update publication.publications set slug = 'other'`).rejects.toMatchObject({ code: "42501" });
});

test("of the functions, the public role may ask only for the time, whether the ledger holds an entry, and the ids of which the names are withheld", async () => {
  const functions = await anyone<{ name: string }[]>`
    select format('%I.%I', n.nspname, p.proname) as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('access', 'portal', 'ledger', 'publication') and has_function_privilege(p.oid, 'execute') order by 1`;
  expect(functions.map(({ name }) => name)).toEqual(["access.clock", "access.today", "ledger.holds", "publication.withheld_agencies", "publication.withheld_posts"]);
});
