import { once } from "node:events";

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";

import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addApproved, comesDue, dueAt, schedule, setAt } from "#tests/support/schedule.ts";

import { ledgerOf } from "#tests/integration/drafting/support.ts";
import { runOwn } from "#tests/integration/server/own-process.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.sql`update pgboss.queue set retry_delay = 1, retry_backoff = false`;
});
afterAll(async () => {
  await database.close();
});

function work(dieAt: string) {
  const { DATABASE_URL = "", APP_SECRET = "" } = process.env;
  return runOwn("tests/faults/killed-jobs.ts", [dieAt], { DATABASE_URL, APP_SECRET, ORIGIN: "https://safeguarding.example.test" });
}

async function facts(partnershipId: string, versionId: string) {
  const [row] = await database.sql<{ status: string; publications: number; messages: number; open: number }[]>`
    select (select status from portal.versions where id = ${versionId}) as status,
      (select count(*)::int from publication.publications where version_id = ${versionId}) as publications,
      (select count(*)::int from portal.messages where kind = 'version-published' and version_id = ${versionId}) as messages,
      (select count(*)::int from portal.publication_schedules where version_id = ${versionId} and ended_at is null) as open`;
  const { counts, broken } = await ledgerOf(database.sql, partnershipId);
  return { ...row, entries: counts["version.published"] ?? 0, broken };
}

const once7 = { status: "published", publications: 1, messages: 7, open: 0, entries: 1, broken: null };

describe("the process that publishes at a set time", { timeout: 60_000 }, () => {
  test.each(["locked", "published", "ended", "committed"])("killed at the point “%s”: published exactly once by the next", async (point) => {
    await database.setClock(setAt);
    const { partnership, versionId } = await addApproved(database.sql, `killed-${point}`);
    await schedule(database.sql, { partnership, versionId });
    await comesDue(database);
    const first = work(point);
    await once(first.child, "close");
    expect(first.child.signalCode).toBe("SIGKILL");
    expect((await facts(partnership.id, versionId)).publications).toBe(point === "committed" ? 1 : 0);

    const second = work("never");
    onTestFinished(async () => void (await second.end("SIGKILL")));
    await expect.poll(async () => (await database.sql`select count(*)::int as left from pgboss.job where name = 'publish-scheduled' and state < 'completed'`)[0]?.left, { timeout: 30_000 }).toBe(0);
    expect(await facts(partnership.id, versionId)).toEqual(once7);
  });

  test("two of them, started in the same moment after the time was missed: published exactly once, and said to be late", async () => {
    await database.setClock(setAt);
    const { partnership, versionId } = await addApproved(database.sql, "two-at-once");
    await schedule(database.sql, { partnership, versionId });
    await comesDue(database, new Date(dueAt.getTime() + 3 * 3_600_000));
    const both = [work("never"), work("never")];
    onTestFinished(async () => {
      for (const each of both) await each.end("SIGKILL");
    });
    await expect.poll(async () => (await facts(partnership.id, versionId)).status, { timeout: 30_000 }).toBe("published");
    expect(await facts(partnership.id, versionId)).toEqual(once7);
    const [message] = await database.sql<{ content: { due?: { late: boolean } } }[]>`select content from portal.messages where kind = 'version-published' and version_id = ${versionId} limit 1`;
    expect(message?.content.due?.late).toBe(true);
  });
});
