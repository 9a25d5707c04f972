import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { recordNotification } from "#app/domain/documents/government/record-notification.server.ts";
import { findVersion } from "#app/domain/documents/version-queries.server.ts";
import { getHomeFacts } from "#app/domain/home/queries.server.ts";
import { tasksFor } from "#app/domain/home/rules.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addDraft, publishDraft } from "#tests/support/documents.ts";
import { addPartnership, addSession, submission, type TestPerson } from "#tests/support/partnership.ts";
import { addPublicPartnership, publishArrangements } from "#tests/support/publication.ts";

let database: TestDatabase;
let partnership: Awaited<ReturnType<typeof addPartnership>>;
let versionId: string;
let counter = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  // Half past midnight in London, and still the day before in UTC.
  await database.setClock("2026-09-01T23:30:00Z");
  partnership = await addPublicPartnership(database, `larkspur${String((counter += 1))}`);
  ({ versionId } = await publishArrangements(partnership));
});

const record = (notifiedOn: string, person: TestPerson = partnership.businessManager, sent = submission({ notifiedOn })) =>
  recordNotification(person.actor, { partnershipId: partnership.id, versionId, notifiedOn }, sent);
const entries = async () => (await database.sql`select 1 from ledger.entries where partnership_id = ${partnership.id} and type = 'government.notified'`).length;
const tasks = async (person: TestPerson) => tasksFor(await getHomeFacts(person.actor, partnership.id)).map((task) => task.text).filter((text) => text.startsWith("Tell"));

test("it is a task from publication until a day is recorded, for those who publish", async () => {
  expect(await tasks(partnership.businessManager)).toEqual(["Tell the Secretary of State of the arrangements, version 1"]);
  expect(await tasks(partnership.delegate)).toEqual([]);
  expect(await record("2026-09-02")).toMatchObject({ ok: true, value: { number: 1 } });
  expect(await tasks(partnership.businessManager)).toEqual([]);
  expect(await entries()).toBe(1);
  const version = await findVersion(partnership.scrutineer.actor, partnership.id, "arrangements", 1);
  expect(version?.toldGovernment).toMatchObject({ on: "2026-09-02", recordedBy: expect.stringContaining("Manager Oak") });
});

test("no day before publication in London, and none to come", async () => {
  expect(await record("2026-09-01")).toMatchObject({ refusal: "impossible-dates", detail: "It was published on 2 September 2026, so nobody was told before then." });
  expect(await record("2026-09-03")).toMatchObject({ refusal: "impossible-dates", detail: "The day is still to come." });
  expect(await entries()).toBe(0);
  await expect(database.sql`insert into portal.government_notifications (version_id, partnership_id, notified_on, recorded_by) values (${versionId}, ${partnership.id}, '2026-09-01', ${partnership.chair.personId})`).rejects.toMatchObject({ constraint_name: "government_notifications_after_publication" });
});

test("a wrong day is put right, and both stand in the record", async () => {
  await record("2026-09-02");
  await database.setClock("2026-09-05T09:00:00Z");
  const chair = { ...partnership.chair, ...(await addSession(database.sql, partnership.chair.personId)) };
  expect(await record("2026-09-02", chair)).toMatchObject({ refusal: "nothing-to-change" });
  expect(await record("2026-09-04", chair)).toMatchObject({ ok: true });
  expect(await entries()).toBe(2);
  expect((await findVersion(chair.actor, partnership.id, "arrangements", 1))?.toldGovernment).toMatchObject({ on: "2026-09-04", recordedBy: expect.stringContaining("Chair Hazel") });
});

test("sent twice it is recorded once; others may not record it", async () => {
  const sent = submission({ notifiedOn: "2026-09-02" });
  const first = await record("2026-09-02", partnership.businessManager, sent);
  expect(await record("2026-09-02", partnership.businessManager, sent)).toEqual(first);
  expect(await entries()).toBe(1);
  for (const person of [partnership.delegate, partnership.scrutineer]) expect(await record("2026-09-02", person)).toMatchObject({ refusal: "not-permitted" });
  const other = await addPartnership(database.sql, `otterbank${String(counter)}`);
  expect(await record("2026-09-02", other.businessManager)).toMatchObject({ ok: false });
});

test("nobody is told of a protocol for assessment", async () => {
  const documentId = await addDraft(database.sql, partnership, "assessment-protocol");
  await database.sql`insert into portal.sections (partnership_id, document_id, position, title, body) values (${partnership.id}, ${documentId}, 0, 'Who assesses', 'A social worker, with those who know the child.')`;
  const published = await publishDraft(partnership, "assessment-protocol");
  const outcome = await recordNotification(partnership.chair.actor, { partnershipId: partnership.id, versionId: published.versionId, notifiedOn: "2026-09-02" }, submission({}));
  expect(outcome).toMatchObject({ refusal: "version-not-in-that-state" });
  expect(await tasks(partnership.businessManager)).toEqual(["Tell the Secretary of State of the arrangements, version 1"]);
});
