import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { type LineAddress, removeLine, varyLine, type VaryLineInput } from "#app/domain/funding/change-lines.server.ts";
import type { ContributionInput } from "#app/domain/funding/forms.server.ts";
import type { ContributionLine, SpendingLine } from "#app/domain/funding/funding-view.ts";
import { openYear } from "#app/domain/funding/open-year.server.ts";
import { publishOutturn } from "#app/domain/funding/publish-outturn.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { recordContribution } from "#app/domain/funding/record-contribution.server.ts";
import { recordSpending } from "#app/domain/funding/record-spending.server.ts";
import { saveAmounts } from "#app/domain/funding/save-amounts.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { cashLine, freezeBudget, need, prepareBudget, publishBudget, publishedFunding, publishNextBudget, spendingLine } from "#tests/support/funding.ts";
import { addPartnership, addSession, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { signEverySeat } from "#tests/support/signing.ts";

const year = "2026-27";
let database: TestDatabase;
let ours: TestPartnership;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
  // One moment throughout: what comes after what is for the ledger to say, not for the clock.
  await database.setClock("2026-04-07T09:00:00Z");
});
afterAll(() => database.close());
beforeEach(async () => {
  ours = await addPartnership(database.sql, `alderwick-${String((made += 1))}`);
});

const actor = () => ours.businessManager.actor;
const published = () => publishedFunding(database, ours.id, year);
const yearNow = async () => {
  const found = await findFundingYear(actor(), ours.id, year);
  if (!found) throw new Error("no year");
  return found;
};
/** The line of £100,000 that the council gives, as it is now. */
const council = async () => first((await yearNow()).contributions);
const team = async () => first((await yearNow()).spending);
function first<Line>(lines: readonly Line[]): Line {
  const [line] = lines;
  if (!line) throw new Error("no line");
  return line;
}
const addressOf = (line: ContributionLine | SpendingLine): LineAddress => ({ partnershipId: ours.id, year, list: "form" in line ? "contributions" : "spending", lineId: line.id, revision: line.revision });
const vary = async (line: ContributionLine | SpendingLine, after: number, changes: Partial<VaryLineInput> = {}, sent = submission()) => varyLine(actor(), { ...addressOf(line), after, on: "2026-06-01", reason: "A rise in pay.", ...changes }, sent);
const give = (line: Partial<ContributionInput>, inYear?: { on: string; reason: string }) =>
  recordContribution(actor(), { partnershipId: ours.id, year, lineId: null, revision: 0, line: cashLine(line), repeated: false, ...(inYear ? { inYear } : {}) }, submission());
const rows = async (table: "funding_variations" | "contributions") => Number((await database.sql.unsafe<{ count: number }[]>(`select count(*)::int as count from portal.${table} where partnership_id = '${ours.id}'`))[0]?.count);
const ledger = async () => (await database.sql<{ type: string }[]>`select type from ledger.entries where partnership_id = ${ours.id} and type like 'funding%' order by seq`).map((row) => row.type);

describe("a change in the year", () => {
  test("is a row, entries of the ledger and a new snapshot, and the line says the new amount", async () => {
    const { versionId } = await publishBudget(database, ours, year);
    const sent = submission({ amount: "101,000" });
    const line = await council();
    const outcome = await vary(line, 101_000_00, {}, sent);
    expect(outcome).toEqual({ ok: true, value: { lineId: line.id, needsSignature: false } });
    expect(await vary(line, 101_000_00, {}, sent)).toEqual(outcome);
    expect(await vary(line, 101_000_00, {}, { ...sent, fields: { amount: "102,000" } })).toEqual({ ok: false, refusal: "form-already-used" });
    expect([...(await database.sql`select version_id, contribution_id, spending_id, before_pence, after_pence, varied_on::text, reason, needs_signature, office, recorded_by from portal.funding_variations where partnership_id = ${ours.id}`)]).toEqual([
      { version_id: versionId, contribution_id: line.id, spending_id: null, before_pence: "10000000", after_pence: "10100000", varied_on: "2026-06-01", reason: "A rise in pay.", needs_signature: false, office: "Business manager", recorded_by: ours.businessManager.personId },
    ]);
    expect((await ledger()).slice(-2)).toEqual(["funding-line.varied", "funding.published"]);
    expect(await council()).toMatchObject({ pence: 101_000_00, signed: 100_000_00, varied: 101_000_00, revision: 2 });
    expect((await published()).facts).toMatchObject({ event: "variation", summary: { cash: 101_000_00, cashSigned: 100_000_00, carriedForward: 1_000_00 } });
    await vary(await team(), 99_000_00);
    expect((await published()).facts.summary).toMatchObject({ spending: 99_000_00, carriedForward: 2_000_00 });
  });

  test("is refused where there is nothing to change, or no day of the year, or another line", async () => {
    await publishBudget(database, ours, year);
    const line = await council();
    for (const on of ["2026-03-31", "2027-04-01", "2025-06-01"]) expect(await vary(line, 1, { on })).toEqual({ ok: false, refusal: "impossible-dates", detail: "The day from which it holds must be within the financial year" });
    for (const on of ["2026-04-01", "2027-03-31"]) expect(await vary(await council(), on === "2026-04-01" ? 100_000_01 : 100_000_02, { on })).toMatchObject({ ok: true });
    expect(await vary(await council(), 100_000_02)).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await vary(line, 1)).toEqual({ ok: false, refusal: "stale" });
    for (const lineId of ["00000000-0000-4000-8000-000000000000", "x"]) expect(await vary(line, 1, { lineId })).toEqual({ ok: false, refusal: "not-found" });
    expect(await vary(line, 1, { list: "spending" })).toEqual({ ok: false, refusal: "not-found" });
    expect(await vary(line, 1, { year: "2025-26" })).toEqual({ ok: false, refusal: "not-found" });
    expect(await rows("funding_variations")).toBe(2);
  });

  test("needs a signed budget, a line that stands, and one that is nobody’s part of a shared amount", async () => {
    await prepareBudget(database, ours, year);
    const line = await council();
    expect(await vary(line, 1)).toEqual({ ok: false, refusal: "no-signed-budget" });
    const gone = need(await give({ contributor: "Gone", pence: 0 })).lineId;
    need(await removeLine(actor(), { ...addressOf(line), lineId: gone, revision: 1 }, submission()));
    expect(await vary(line, 1, { lineId: gone, revision: 2 })).toEqual({ ok: false, refusal: "line-removed" });
    await shareOut(need(await give({ contributor: "Shared", pence: 0 })).lineId);
    await publishNextBudget(database, ours, year);
    const shared = (await yearNow()).contributions.find((each) => each.contributor === "Shared");
    if (!shared) throw new Error("no line");
    expect(await vary(shared, 1)).toEqual({ ok: false, refusal: "line-shared" });
    expect(await saveAmounts(actor(), { partnershipId: ours.id, year, lines: [{ list: "contributions", lineId: shared.id, revision: 1, pence: 1 }] }, submission())).toEqual({ ok: false, refusal: "line-shared", detail: "Shared" });
    expect(await removeLine(actor(), addressOf(shared), submission())).toEqual({ ok: false, refusal: "line-shared" });
    expect(await recordContribution(actor(), { partnershipId: ours.id, year, lineId: shared.id, revision: 1, line: cashLine({ contributor: "Shared", pence: 1 }), repeated: false }, submission())).toEqual({ ok: false, refusal: "line-shared" });
  });

  test("that cannot be published is not recorded at all", async () => {
    await publishBudget(database, ours, year);
    const before = await ledger();
    await database.sql.unsafe("alter table publication.publications add constraint broken_for_the_test check (facts->>'event' <> 'variation') not valid");
    await expect(vary(await council(), 1_00)).rejects.toThrow();
    await expect(give({ contributor: "Probation", pence: 5_00 }, { on: "2026-06-01", reason: "They joined." })).rejects.toThrow();
    await database.sql.unsafe("alter table publication.publications drop constraint broken_for_the_test");
    expect(await council()).toMatchObject({ pence: 100_000_00, revision: 1 });
    expect([await rows("funding_variations"), await rows("contributions"), await ledger()]).toEqual([0, 3, before]);
  });

  test("large, counts once a version that holds it is signed; a small one after it counts at once, from what was signed", async () => {
    await publishBudget(database, ours, year);
    expect(await vary(await council(), 104_999_99)).toMatchObject({ ok: true, value: { needsSignature: false } });
    expect(await vary(await council(), 105_000_00)).toMatchObject({ ok: true, value: { needsSignature: true } });
    expect(await council()).toMatchObject({ pence: 105_000_00, varied: 104_999_99 });
    expect((await published()).facts.summary.cash).toBe(104_999_99);
    expect((await yearNow()).variations.map((each) => each.awaitsSignature)).toEqual([false, true]);
    // It was thought over: what waited for a signature is overtaken.
    expect(await vary(await council(), 101_000_00)).toMatchObject({ ok: true, value: { needsSignature: false } });
    expect(await council()).toMatchObject({ pence: 101_000_00, varied: 101_000_00 });
    const { facts, outline } = await published();
    expect(facts.summary.cash).toBe(101_000_00);
    expect(outline.contributions[0]).toMatchObject({ signed: 100_000_00, varied: 101_000_00 });
    expect(outline.variations.map(({ before, after, awaitsSignature }) => [before, after, awaitsSignature])).toEqual([[100_000_00, 104_999_99, false], [104_999_99, 105_000_00, false], [105_000_00, 101_000_00, false]]);
  });

  test("many small ones count as one large: over all cash, and over all spending, each by itself", async () => {
    await publishBudget(database, ours, year);
    const [, second, third] = (await yearNow()).contributions;
    if (!second || !third) throw new Error("no lines");
    expect(await vary(second, 2_500_00)).toMatchObject({ value: { needsSignature: false } });
    expect(await vary(await team(), 102_500_00)).toMatchObject({ value: { needsSignature: false } });
    expect(await vary(third, 2_499_99)).toMatchObject({ value: { needsSignature: false } });
    expect(await vary((await yearNow()).contributions[2] ?? third, 2_500_00)).toMatchObject({ value: { needsSignature: true } });
  });

  test("of help in kind is measured by its own line, and moves no cash", async () => {
    await prepareBudget(database, ours, year);
    need(await give({ contributor: "The college", sector: "education", form: "in-kind", pence: 20_000_00, purpose: "Rooms" }));
    need(await give({ contributor: "Cafcass", form: "in-kind", pence: null, purpose: "A manager" }));
    await publishNextBudget(database, ours, year);
    const line = (contributor: string) => yearNow().then((found) => first(found.contributions.filter((each) => each.contributor === contributor)));
    expect(await vary(await line("Cafcass"), 5)).toEqual({ ok: false, refusal: "no-signed-budget" });
    expect(await vary(await line("The college"), 24_000_00)).toMatchObject({ value: { needsSignature: false } });
    expect(await vary(await council(), 101_000_00)).toMatchObject({ value: { needsSignature: false } });
    expect(await vary(await line("The college"), 25_000_00)).toMatchObject({ value: { needsSignature: true } });
    expect((await published()).facts.summary).toMatchObject({ cash: 101_000_00, inKind: 24_000_00, inKindNotValued: 1 });
  });

  test("recorded while the next version awaits its signatures counts on top of it, in the same moment too", async () => {
    await publishBudget(database, ours, year);
    await vary(await council(), 101_000_00);
    const next = await freezeBudget(database, ours, year).catch(() => null);
    // The total that was agreed no longer fits, so the year says the new one first.
    expect(next).toBeNull();
    await database.sql`update portal.funding_years set agreed_pence = 10100000 where partnership_id = ${ours.id}`;
    const { versionId } = await freezeBudget(database, ours, year);
    await vary(await council(), 102_000_00);
    await signEverySeat(ours, versionId);
    need(await publishVersion(actor(), { partnershipId: ours.id, versionId }, submission()));
    expect(await council()).toMatchObject({ signed: 101_000_00, varied: 102_000_00, pence: 102_000_00 });
    // What the new version holds stays on record, and is in its figures already.
    expect((await yearNow()).variations.map(({ before, after, held }) => [before, after, held])).toEqual([[100_000_00, 101_000_00, true], [101_000_00, 102_000_00, false]]);
    expect((await published()).facts).toMatchObject({ event: "budget", budgetNumber: 2, summary: { cashSigned: 101_000_00, cash: 102_000_00 } });
  });

  test("in the same moment as the next version is published is recorded, or refused as stale", async () => {
    await publishBudget(database, ours, year);
    const { versionId } = await freezeBudget(database, ours, year);
    await signEverySeat(ours, versionId);
    const line = await council();
    const [varied, out] = await Promise.all([vary(line, 101_000_00), publishVersion(ours.chair.actor, { partnershipId: ours.id, versionId }, submission())]);
    expect(out).toMatchObject({ ok: true });
    if (!varied.ok) expect(varied.refusal).toBe("stale");
    expect((await published()).facts).toMatchObject({ budgetNumber: 2, summary: { cashSigned: 100_000_00, cash: varied.ok ? 101_000_00 : 100_000_00 } });
    expect(await council()).toMatchObject({ varied: varied.ok ? 101_000_00 : 100_000_00 });
  });
});

describe("what is published of a budget is what was signed", () => {
  test("also when lines are removed, changed or added between freezing and publishing", async () => {
    await prepareBudget(database, ours, year);
    const { versionId } = await freezeBudget(database, ours, year);
    const given = await council();
    need(await removeLine(actor(), addressOf(given), submission()));
    need(await recordSpending(actor(), { partnershipId: ours.id, year, lineId: (await team()).id, revision: 1, line: spendingLine({ category: "training", description: "Courses", pence: 5_00 }), repeated: false }, submission()));
    const begun = need(await give({ contributor: "Begun", pence: 7_00 })).lineId;
    const none = need(await give({ contributor: "Begun at nothing", pence: 0 })).lineId;
    await signEverySeat(ours, versionId);
    need(await publishVersion(actor(), { partnershipId: ours.id, versionId }, submission()));
    const { facts, outline } = await published();
    expect(facts.summary).toMatchObject({ cash: 100_000_00, cashSigned: 100_000_00, spending: 100_000_00, carriedForward: 0 });
    expect(outline.contributions.map(({ contributor, statutory, signed, varied }) => [contributor, statutory, signed, varied])).toEqual([
      [ours.seats[0]?.organisation, true, 100_000_00, 100_000_00],
      [ours.seats[1]?.organisation, true, 0, 0],
      [ours.seats[2]?.organisation, true, 0, 0],
    ]);
    expect(outline.spending).toMatchObject([{ description: "The team", category: "staffing", signed: 100_000_00, varied: 100_000_00 }]);
    // The removed line stands, because it was signed: what was paid of it can be recorded, and it can be varied.
    const back = await council();
    expect(back).toMatchObject({ id: given.id, signed: 100_000_00, varied: 100_000_00 });
    need(await saveAmounts(actor(), { partnershipId: ours.id, year, lines: [{ list: "contributions", lineId: given.id, revision: back.revision, receivedPence: 90_000_00 }] }, submission()));
    expect(await vary(await council(), 99_000_00)).toMatchObject({ ok: true });
    expect((await published()).outline.contributions[0]).toMatchObject({ received: 90_000_00, varied: 99_000_00 });
    expect(await removeLine(actor(), addressOf(await council()), submission())).toEqual({ ok: false, refusal: "budget-signed" });
    // What was begun and never signed goes as it came, or is varied into the budget.
    expect(await removeLine(actor(), { ...addressOf(given), lineId: begun, revision: 1 }, submission())).toMatchObject({ ok: true });
    expect(await vary(given, 3_00, { lineId: none, revision: 1 })).toMatchObject({ ok: true });
    expect((await published()).outline.contributions.map((line) => line.contributor)).toContain("Begun at nothing");
    expect((await yearNow()).contributions.map((line) => line.contributor)).not.toContain("Begun");
    expect((await published()).facts.summary.cash).toBe(99_003_00);
  });

  test("a partner who signed for nothing stays in it while a large change of that waits", async () => {
    await publishBudget(database, ours, year);
    const line = first((await yearNow()).contributions.slice(1));
    expect(await vary(line, 50_000_00)).toMatchObject({ value: { needsSignature: true } });
    expect((await published()).outline.contributions.map((each) => [each.contributor, each.signed, each.varied])).toContainEqual([line.contributor, 0, 0]);
  });

  test("a line added in the year is in it once its change counts, and again at nothing when it is taken back", async () => {
    await publishBudget(database, ours, year);
    const { lineId } = need(await give({ contributor: "Probation", sector: "probation", pence: 500_00 }, { on: "2026-07-01", reason: "They joined in July." }));
    const shown = async () => (await published()).outline.contributions.filter((line) => line.id === lineId).map(({ signed, varied }) => [signed, varied]);
    expect(await shown()).toEqual([[0, 500_00]]);
    const line = first((await yearNow()).contributions.filter((each) => each.id === lineId));
    expect(await removeLine(actor(), addressOf(line), submission())).toEqual({ ok: false, refusal: "budget-signed" });
    need(await vary(line, 0));
    expect(await shown()).toEqual([[0, 0]]);
  });

  test("a line added for nothing, or on a day outside the year, is refused and leaves no row", async () => {
    await publishBudget(database, ours, year);
    const inYear = { on: "2026-07-01", reason: "They joined in July." };
    expect(await give({ pence: 0 }, inYear)).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await give({ pence: null }, inYear)).toEqual({ ok: false, refusal: "nothing-to-change" });
    expect(await give({ pence: 5 }, { ...inYear, on: "2027-07-01" })).toMatchObject({ refusal: "impossible-dates" });
    expect(await give({ form: "in-kind", pence: 5, purpose: "A room" }, inYear)).toEqual({ ok: false, refusal: "budget-signed" });
    expect(await recordSpending(actor(), { partnershipId: ours.id, year, lineId: null, revision: 0, line: spendingLine({ description: "Courses", pence: 5 }), repeated: false }, submission())).toEqual({ ok: false, refusal: "budget-signed" });
    expect(await rows("contributions")).toBe(3);
  });
});

describe("an outturn", () => {
  const outturn = (changes: { year?: FinancialYear; note?: string | null } = {}, who = ours.chair, sent = submission()) => publishOutturn(who.actor, { partnershipId: ours.id, year, note: null, ...changes }, sent);
  const afterTheYear = async () => {
    await database.setClock("2027-04-01T09:00:00Z");
    for (const person of [ours.chair, ours.businessManager]) Object.assign(person, await addSession(database.sql, person.personId));
  };
  afterEach(() => database.setClock("2026-04-07T09:00:00Z"));

  test("is for a year that was opened and is over, by somebody who has just confirmed who they are", async () => {
    await publishBudget(database, ours, year);
    await database.setClock("2027-03-31T12:00:00Z");
    Object.assign(ours.chair, await addSession(database.sql, ours.chair.personId));
    expect(await outturn()).toEqual({ ok: false, refusal: "year-not-over" });
    await afterTheYear();
    expect(await outturn({ year: "2020-21" })).toEqual({ ok: false, refusal: "not-found" });
    const unsure = { ...ours.chair, ...(await addSession(database.sql, ours.chair.personId, { confirmed: false })) };
    expect(await outturn({}, unsure)).toEqual({ ok: false, refusal: "identity-not-confirmed" });
    expect((await published()).facts.outturn).toBe(false);
  });

  test("is a row, an entry of the ledger and a snapshot, once however often it is sent; nothing of it when it fails", async () => {
    await publishBudget(database, ours, year);
    await afterTheYear();
    // The names of lines of which nothing is provided are said before anything is published.
    expect(await outturn()).toMatchObject({ ok: false, refusal: "outturn-incomplete" });
    const line = await council();
    need(await saveAmounts(actor(), { partnershipId: ours.id, year, lines: [{ list: "contributions", lineId: line.id, revision: 1, receivedPence: 99_000_00, differenceNote: "A refund." }, { list: "spending", lineId: (await team()).id, revision: 1, actualPence: 98_000_00 }] }, submission()));
    const others = (await yearNow()).contributions.filter((each) => each.form === "cash" && each.id !== line.id);
    need(await saveAmounts(actor(), { partnershipId: ours.id, year, lines: others.map((each) => ({ list: "contributions" as const, lineId: each.id, revision: each.revision, receivedPence: 0 })) }, submission()));
    const before = await ledger();
    await database.sql.unsafe("alter table publication.publications add constraint broken_for_the_test check (facts->>'event' <> 'outturn') not valid");
    await expect(outturn()).rejects.toThrow();
    await database.sql.unsafe("alter table publication.publications drop constraint broken_for_the_test");
    expect([(await yearNow()).record.outturnOn, await ledger()]).toEqual([null, before]);
    const sent = submission();
    expect(await outturn({}, ours.chair, sent)).toEqual(await outturn({}, ours.chair, sent));
    const { facts, outline } = await published();
    expect(facts).toMatchObject({ event: "outturn", outturn: true, summary: { cashSigned: 100_000_00, received: 99_000_00, spent: 98_000_00, carriedForward: 1_000_00 } });
    expect(outline.outturn).toEqual({ on: "2027-04-01", note: null });
    expect(outline.contributions[0]).toMatchObject({ signed: 100_000_00, varied: 100_000_00, received: 99_000_00, explanation: "A refund." });
    expect(outline.spending[0]).toMatchObject({ spent: 98_000_00, explanation: null });
    expect((await ledger()).filter((type) => type === "funding.published")).toHaveLength(2);
    need(await outturn({ note: "A late invoice." }));
    expect((await published()).outline.outturn).toEqual({ on: "2027-04-01", note: "A late invoice." });
  });

  test("of a year that was not signed here is published as such, with what is on record", async () => {
    need(await openYear(actor(), { partnershipId: ours.id, year, copy: false }, submission()));
    need(await give({ contributor: "Cafcass", pence: 5_00, receivedPence: 5_00 }));
    await afterTheYear();
    need(await outturn());
    const { facts, outline } = await published();
    expect(facts).toMatchObject({ budgetNumber: null, summary: { cashSigned: null, received: 5_00 } });
    expect([outline.signed, outline.contributions.map(({ signed, varied, received }) => [signed, varied, received])]).toEqual([null, [[null, 5_00, 5_00]]]);
  });
});

test("the next year begins with the lines as they came to stand, and with no amount for what never counted", async () => {
  await prepareBudget(database, ours, year);
  const { versionId } = await freezeBudget(database, ours, year);
  need(await removeLine(actor(), addressOf(await council()), submission()));
  await signEverySeat(ours, versionId);
  need(await publishVersion(actor(), { partnershipId: ours.id, versionId }, submission()));
  await vary(await council(), 101_000_00);
  need(await give({ contributor: "Probation", pence: 50_000_00 }, { on: "2026-07-01", reason: "They joined in July." }));
  need(await openYear(actor(), { partnershipId: ours.id, year: "2027-28", copy: true }, submission()));
  const next = await findFundingYear(actor(), ours.id, "2027-28");
  expect(next?.contributions.map(({ contributor, pence }) => [contributor, pence])).toEqual([[ours.seats[0]?.organisation, 101_000_00], [ours.seats[1]?.organisation, 0], [ours.seats[2]?.organisation, 0], ["Probation", null]]);
  expect(next?.record.broughtForwardPence).toBe(1_000_00);
});

/** Makes a line the part of one payer's amount for several partnerships. */
async function shareOut(lineId: string): Promise<void> {
  const { sql } = database;
  const other = await addPartnership(sql, `otterbank-${String(made)}`);
  await sql.begin(async (tx) => {
    const [shared] = await tx<{ id: string }[]>`
      insert into portal.shared_contributions (partnership_id, year, contributor, sector, pence, method, recorded_by)
      values (${ours.id}, ${year}, 'Shared', 'police', 100, 'flat', ${ours.businessManager.personId}) returning id`;
    await tx`insert into portal.shared_parts ${tx([ours, other].map(({ id }) => ({ shared_id: shared?.id ?? "", host_id: ours.id, partnership_id: id, weight: 1, pence: 50 })))}`;
    await tx`update portal.contributions set shared_id = ${shared?.id ?? ""} where id = ${lineId}`;
  });
}
