import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { eraseVersion, proposeErasure } from "#app/domain/documents/erase-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { varyLine } from "#app/domain/funding/change-lines.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { as, type SessionActor } from "#db/client.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { freezeBudget, need, prepareBudget, publishBudget } from "#tests/support/funding.ts";
import { addPartnership, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { signEverySeat } from "#tests/support/signing.ts";

const year = "2026-27";
let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let versionId: string;
let awaitingId: string;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-04-07T09:00:00Z");
  ours = await addPartnership(database.sql, "alderwick");
  theirs = await addPartnership(database.sql, "birchmere");
  ({ versionId } = await publishBudget(database, ours, year));
  await publishBudget(database, theirs, year);
  const line = (await findFundingYear(ours.businessManager.actor, ours.id, year))?.contributions[0];
  need(await varyLine(ours.businessManager.actor, { partnershipId: ours.id, year, list: "contributions", lineId: line?.id ?? "", revision: 1, after: 101_000_00, on: "2026-06-01", reason: "A rise in pay." }, submission()));
  await prepareBudget(database, ours, "2028-29");
  awaitingId = (await freezeBudget(database, ours, "2028-29")).versionId;
  await signEverySeat(ours, awaitingId);
});
afterAll(() => database.close());

/** The constraint or message that a statement failed with, run as a superuser: past grants and policies, not past triggers. */
const asOwner = (statement: string) => failure(() => database.sql.unsafe(statement));
/** The same as the portal's own role, bound to a member. */
const asMember = (statement: string, actor: SessionActor = ours.businessManager.actor) => failure(() => as(actor, (tx) => tx.db.execute(sql.raw(statement))));

async function failure(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
    return "it was done";
  } catch (error) {
    return named(error);
  }
}

function named(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  if ("constraint_name" in error && typeof error.constraint_name === "string") return error.constraint_name;
  if ("cause" in error && error.cause) return named(error.cause);
  return error instanceof Error ? error.message : "unknown";
}

describe("a change in the year", () => {
  test.each(["update portal.funding_variations set after_pence = 1", "update portal.funding_variations set reason = 'Another reason'", "update portal.funding_variations set needs_signature = true", "delete from portal.funding_variations", "truncate portal.funding_variations"])("by the owner: %s", async (statement) => {
    expect(await asOwner(statement)).toContain("funding_variations_append_only");
  });

  test.each(["update portal.funding_variations set after_pence = 1", "delete from portal.funding_variations", "truncate portal.funding_variations"])("by a member: %s", async (statement) => {
    expect(await asMember(statement)).toMatch(/permission denied/);
  });

  /** A change like the one that is there, with these columns put otherwise. */
  const insert = (changes: Record<string, string | undefined>) => {
    const columns = ["partnership_id", "ledger_seq", "year", "version_id", "contribution_id", "before_pence", "after_pence", "varied_on", "reason", "needs_signature", "office", "recorded_by"];
    const values = columns.map((column) => changes[column] ?? (column === "ledger_seq" ? "(select max(ledger_seq) + 1 from portal.funding_variations)" : column));
    return `insert into portal.funding_variations (${columns.join(", ")}) select ${values.join(", ")} from portal.funding_variations where partnership_id = '${ours.id}' limit 1`;
  };

  test("is of a budget that is published, and of a line of its year", async () => {
    const other = await database.sql<{ id: string }[]>`select id from portal.contributions where partnership_id = ${ours.id} and year = '2028-29' limit 1`;
    const foreign = await database.sql<{ id: string }[]>`select id from portal.contributions where partnership_id = ${theirs.id} limit 1`;
    for (const changes of [
      { version_id: `'${awaitingId}'` },
      { version_id: `'${awaitingId}'`, year: "'2028-29'", contribution_id: `'${other[0]?.id ?? ""}'` },
      { contribution_id: `'${other[0]?.id ?? ""}'` },
      { contribution_id: `'${foreign[0]?.id ?? ""}'` },
    ]) {
      expect(await asOwner(insert(changes))).toBe("funding_variations_of_published_budget");
    }
    expect(await asOwner(insert({ contribution_id: "null" }))).toBe("funding_variations_of_published_budget");
    expect(await asOwner(insert({ after_pence: "before_pence" }))).toBe("funding_variations_change");
    expect(await asOwner(insert({ after_pence: "100000000001" }))).toMatch(/pence/);
    expect(await asOwner(insert({ reason: "'No'" }))).toContain("reason");
  });

  test("is in one’s own name", async () => {
    expect(await asMember(insert({ after_pence: "1", recorded_by: `'${ours.chair.personId}'` }))).toBe("funding_variations_own_name");
  });
});

describe("what is published of a year", () => {
  const publish = (source: string, facts = `{"year": "${year}"}`) =>
    `insert into publication.publications (partnership_id, slug, kind, number, source_version_id, facts) values ('${ours.id}', 'alderwick', 'funding', 900, '${source}', '${facts}')`;

  test("is of a budget that is published and stands, of that year and that partnership", async () => {
    expect(await asMember(publish(awaitingId, '{"year": "2028-29"}'))).toBe("publications_of_published_budgets");
    expect(await asOwner(publish(awaitingId, '{"year": "2028-29"}'))).toBe("publications_of_published_budgets");
    expect(await asOwner(publish(versionId, '{"year": "2028-29"}'))).toBe("publications_of_published_budgets");
    expect(await asOwner(publish(versionId, "{}"))).toBe("publications_of_published_budgets");
    const [foreign] = await database.sql<{ id: string }[]>`select id from portal.versions where partnership_id = ${theirs.id}`;
    expect(await asOwner(publish(foreign?.id ?? ""))).toBe("publications_source");
    expect(await asOwner(publish(versionId).replace("'funding'", "'directory'"))).toBe("publications_source_of_funding");
  });

  test.each(["update publication.publications set facts = '{}' where kind = 'funding'", "delete from publication.publications where kind = 'funding'", "update publication.bodies set body = 'x'"])("stays as it is: %s", async (statement) => {
    expect(await asOwner(statement)).toMatch(/publications_(append_only|immutable)/);
  });
});

describe("a line", () => {
  const contribution = (columns: string, values: string) => `insert into portal.contributions (partnership_id, year, contributor, sector, ${columns}) select id, '${year}', 'Cafcass', 'cafcass', ${values} from portal.partnerships where slug = 'alderwick'`;

  test.each([
    [contribution("form, received_pence", "'in-kind', 5"), "contributions_cash_only"],
    [contribution("form, ring_fenced", "'in-kind', true"), "contributions_cash_only"],
    [contribution("form, pence", "'cash', -1"), "contributions_pence_check"],
    [contribution("form, pence", "'cash', 100000000001"), "pence_check"],
    [contribution("form, children_share", "'cash', 10001"), "share_check"],
    [contribution("form", "'goodwill'"), "contributions_form_check"],
    ["insert into portal.funding_years (partnership_id, year) select id, '2025-27' from portal.partnerships", "financial_year_check"],
    ["insert into portal.funding_years (partnership_id, year) select id, '1999-00' from portal.partnerships", "financial_year_check"],
    ["insert into portal.funding_years (partnership_id, year, population) select id, '2030-31', 5 from portal.partnerships", "funding_years_check"],
    ["update portal.documents set kind = 'budget'", "documents_kind_check"],
    ["update portal.documents set kind = 'budget-1999-00'", "documents_kind_check"],
  ])("%s", async (statement, constraint) => {
    expect(await asOwner(statement)).toBe(constraint);
  });

  test("of a seat, a post or a year of another partnership cannot be", async () => {
    const [seat] = theirs.seats;
    expect(await asOwner(contribution("form, seat_id", `'cash', '${seat?.id ?? ""}'`))).toMatch(/seat_id/);
    expect(await asOwner(`update portal.contributions set year = '2040-41' where partnership_id = '${ours.id}'`)).toMatch(/year/);
  });

  test("is not deleted, nor moved to another year or partnership, by a member", async () => {
    for (const statement of ["delete from portal.contributions", "delete from portal.spending", "delete from portal.funding_years", "update portal.contributions set year = '2028-29'", "update portal.spending set partnership_id = gen_random_uuid()"]) {
      expect(await asMember(statement)).toMatch(/permission denied/);
    }
  });
});

test("erasing a budget that was taken down, by two people, erases the words of every snapshot of its figures, and no other", async () => {
  const bodies = async (partnershipId: string) => [
    ...(await database.sql<{ event: string; body: Uint8Array | null; sha256: string }[]>`
      select p.facts->>'event' as event, b.body, b.sha256 from publication.publications p join publication.bodies b on b.publication_id = p.id where p.kind = 'funding' and p.partnership_id = ${partnershipId} order by p.number`),
  ];
  const before = await bodies(ours.id);
  expect(before.map((row) => [row.event, row.body !== null])).toEqual([["budget", true], ["variation", true]]);
  const about = { partnershipId: ours.id, versionId };
  need(await takeDownVersion(ours.chair.actor, { ...about, reason: "Somebody could be identified." }, submission()));
  expect(await asOwner("update publication.bodies set body = null, erased_at = now() where format = 'outline'")).toBe("publications_immutable");
  need(await proposeErasure(ours.chair.actor, about, submission()));
  expect(await eraseVersion(ours.chair.actor, about, submission())).toMatchObject({ refusal: "second-person-needed" });
  expect((await bodies(ours.id)).every((row) => row.body !== null)).toBe(true);
  need(await eraseVersion(ours.businessManager.actor, about, submission()));
  expect(await bodies(ours.id)).toEqual(before.map((row) => ({ ...row, body: null })));
  expect((await bodies(theirs.id)).every((row) => row.body !== null)).toBe(true);
  expect(await asOwner(`insert into publication.publications (partnership_id, slug, kind, number, source_version_id, facts) values ('${ours.id}', 'alderwick', 'funding', 901, '${versionId}', '{"year": "${year}"}')`)).toBe("publications_of_published_budgets");
});
