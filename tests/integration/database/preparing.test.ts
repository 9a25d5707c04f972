import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { type Actor, as } from "#db/client.server.ts";
import { partnerships } from "#db/schema/index.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";

let database: TestDatabase;
let partnership: TestPartnership;
beforeAll(async () => {
  database = await freshDatabase();
  partnership = await addPartnership(database.sql, "alderwick");
});
afterAll(() => database.close());

/** How often this connection ran the statement that it keeps for this question. */
const question = (asked: number) => sql`select ${asked}::int as answer, (select generic_plans + custom_plans from pg_prepared_statements where statement like '%as answer%')::int as runs`;

test.each<[string, () => Actor]>([
  ["in a transaction of somebody signed in", () => partnership.chair.actor],
  ["for the public", () => ({ kind: "public" })],
])("a statement is kept by its connection and answers anew each time, %s", async (_where, actor) => {
  const ask = (asked: number) => as(actor() as { kind: "public" }, async ({ db }) => (await db.execute<{ answer: number; runs: number }>(question(asked)))[0]);
  const answers = [await ask(1), await ask(2), await ask(3)];
  expect(answers.map((each) => each?.answer)).toEqual([1, 2, 3]);
  expect(Math.max(...answers.map((each) => each?.runs ?? 0))).toBeGreaterThan(0);
});

test("one that names its columns goes on when its table gets another", async () => {
  const name = () => as(partnership.chair.actor, async ({ db }) => db.select({ name: partnerships.name }).from(partnerships).where(eq(partnerships.id, partnership.id)));
  const before = await name();
  await database.sql`alter table portal.partnerships add column motto text default 'Together'`;
  expect(await name()).toEqual(before);
});
