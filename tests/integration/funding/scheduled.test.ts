import { afterAll, beforeAll, expect, test } from "vitest";

import { publishScheduled } from "#app/domain/documents/schedule/publish-scheduled.server.ts";
import { removeLine } from "#app/domain/funding/change-lines.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { as } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { freezeBudget, need, prepareBudget, publishBudget, publishedFunding } from "#tests/support/funding.ts";
import { addPartnership, submission } from "#tests/support/partnership.ts";
import { comesDue, schedule, setAt, signedInAnew, underWay } from "#tests/support/schedule.ts";
import { signEverySeat } from "#tests/support/signing.ts";

const year = "2026-27";
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock(setAt);
});
afterAll(() => database.close());

test("a budget published at its set time by the portal publishes its figures, as they were signed", async () => {
  const ours = await addPartnership(database.sql, "alderwick");
  const theirs = await addPartnership(database.sql, "birchmere");
  await publishBudget(database, theirs, year);
  await prepareBudget(database, ours, year);
  const { versionId } = await freezeBudget(database, ours, year);
  await signEverySeat(ours, versionId);
  const id = await schedule(database.sql, { partnership: ours, versionId });
  const { actor } = ours.businessManager;
  const [council] = (await findFundingYear(actor, ours.id, year))?.contributions ?? [];
  need(await removeLine(actor, { partnershipId: ours.id, year, list: "contributions", lineId: council?.id ?? "", revision: 1 }, submission()));
  await expect(publishedFunding(database, ours.id, year)).rejects.toThrow("nothing is published");

  await comesDue(database);
  const job = await underWay(database.sql, id);
  const seen = await as(job, (tx) => tx.db.execute<{ partnership_id: string }>("select partnership_id from portal.contributions union select partnership_id from portal.spending union select partnership_id from portal.funding_years"));
  expect(seen.map((row) => row.partnership_id)).toEqual([ours.id]);
  const touched = await as(job, (tx) => tx.db.execute(`update portal.contributions set removed_at = null where partnership_id = '${theirs.id}'`));
  expect(touched.count).toBe(0);
  await expect(as(job, (tx) => tx.db.execute("update portal.contributions set pence = 1"))).rejects.toThrow();
  await expect(as(job, (tx) => tx.db.execute("update portal.contributions set removed_at = access.clock()"))).rejects.toThrow();

  expect(await publishScheduled(job)).toBe("published");
  const { facts, outline } = await publishedFunding(database, ours.id, year);
  expect(facts).toMatchObject({ event: "budget", budgetNumber: 1, outturn: false, summary: { cash: 100_000_00, cashSigned: 100_000_00, spending: 100_000_00 } });
  expect(outline.signed).toMatchObject({ versionId, signatures: 3, lastSignedOn: "2026-10-01" });
  const manager = await signedInAnew(database.sql, ours.businessManager);
  expect((await findFundingYear(manager.actor, ours.id, year))?.contributions[0]).toMatchObject({ id: council?.id, signed: 100_000_00, revision: 3 });
  const entries = await database.sql<{ type: string; actor: string }[]>`select type, actor from ledger.entries where partnership_id = ${ours.id} order by seq desc limit 3`;
  expect(entries.map(({ type, actor: by }) => [by, type])).toEqual([["job", "funding.published"], ["job", "funding-line.changed"], ["job", "version.published"]]);
  const [chain] = await database.sql`select ledger.first_break(${ours.id}) as broken`;
  expect(chain?.["broken"]).toBeNull();
});

test("when the figures cannot be published, nor is the budget; the job tries again", async () => {
  const ours = await addPartnership(database.sql, "cedarholt");
  await database.setClock(setAt);
  await prepareBudget(database, ours, year);
  const { versionId } = await freezeBudget(database, ours, year);
  await signEverySeat(ours, versionId);
  const id = await schedule(database.sql, { partnership: ours, versionId });
  await comesDue(database);
  const job = await underWay(database.sql, id);
  await database.sql.unsafe("alter table publication.publications add constraint broken_for_the_test check (kind <> 'funding') not valid");
  await expect(publishScheduled(job)).rejects.toThrow();
  expect([...(await database.sql`select status from portal.versions where id = ${versionId}`)]).toEqual([{ status: "scheduled" }]);
  expect([...(await database.sql`select kind from publication.publications where partnership_id = ${ours.id}`)]).toEqual([]);
  await database.sql.unsafe("alter table publication.publications drop constraint broken_for_the_test");
  expect(await publishScheduled(job)).toBe("published");
  expect((await publishedFunding(database, ours.id, year)).facts.summary.cashSigned).toBe(100_000_00);
});
