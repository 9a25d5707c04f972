import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { parseCanonical } from "#app/domain/documents/text/canonical.server.ts";
import { removeLine } from "#app/domain/funding/change-lines.server.ts";
import { openYear } from "#app/domain/funding/open-year.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { recordContribution, type RecordContributionInput } from "#app/domain/funding/record-contribution.server.ts";
import { recordSpending, type RecordSpendingInput } from "#app/domain/funding/record-spending.server.ts";
import { saveAmounts } from "#app/domain/funding/save-amounts.server.ts";
import { saveYear } from "#app/domain/funding/save-year.server.ts";
import type { FundingList } from "#app/domain/funding/vocabulary.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { cashLine, need, prepareBudget, spendingLine, yearRecord } from "#tests/support/funding.ts";
import { addPartnership, addRepresentative, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { withoutReview } from "#tests/support/review.ts";

const year = "2026-27";
const nobody = "00000000-0000-4000-8000-000000000000";

let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-04-07T09:00:00Z");
  theirs = await addPartnership(database.sql, "birchmere");
});
afterAll(() => database.close());
beforeEach(async () => {
  ours = await addPartnership(database.sql, `alderwick-${String((made += 1))}`);
  need(await openYear(ours.businessManager.actor, { partnershipId: ours.id, year, copy: false }, submission()));
});

const manager = () => ours.businessManager;
const give = (changes: Partial<RecordContributionInput> = {}, { person = manager(), sent = submission() } = {}) =>
  recordContribution(person.actor, { partnershipId: ours.id, year, lineId: null, revision: 0, line: cashLine({ pence: 100_00 }), repeated: false, ...changes }, sent);
const spend = (changes: Partial<RecordSpendingInput> = {}, { person = manager(), sent = submission() } = {}) =>
  recordSpending(person.actor, { partnershipId: ours.id, year, lineId: null, revision: 0, line: spendingLine({ pence: 100_00 }), repeated: false, ...changes }, sent);
const remove = (lineId: string, revision: number, { list = "contributions", person = manager(), sent = submission() }: { list?: FundingList; person?: TestPerson; sent?: Submission } = {}) =>
  removeLine(person.actor, { partnershipId: ours.id, year, list, lineId, revision }, sent);

/** What the partnership's chain says of funding, the oldest first. */
async function ledger(): Promise<Record<string, unknown>[]> {
  const rows = await database.sql<{ body: string }[]>`
    select convert_from(p.body, 'UTF8') as body from ledger.entries e join ledger.payloads p using (chain, seq) where e.partnership_id = ${ours.id} and e.type like 'funding%' order by e.seq`;
  return rows.map((row) => JSON.parse(row.body) as Record<string, unknown>);
}

/** The lines as the database keeps them, amounts as text, the oldest first. */
async function stored(table: "contributions" | "spending"): Promise<Record<string, unknown>[]> {
  const rows = table === "contributions"
    ? await database.sql`select * from portal.contributions where partnership_id = ${ours.id} order by recorded_at, contributor`
    : await database.sql`select * from portal.spending where partnership_id = ${ours.id} order by recorded_at, description`;
  return [...rows];
}

/** Makes every statement that writes this kind of ledger entry fail, for as long as `run` takes. */
async function withBrokenLedger(type: string, run: () => Promise<unknown>): Promise<void> {
  await database.sql.unsafe(`alter table ledger.entries add constraint broken_for_the_test check (type <> '${type}') not valid`);
  try {
    await run();
  } finally {
    await database.sql.unsafe("alter table ledger.entries drop constraint broken_for_the_test");
  }
}

describe("a contribution", () => {
  test("is a row, and an entry of the ledger that holds no word of it", async () => {
    const { lineId } = need(await give({ line: cashLine({ pence: 1_200_50, payer: "The commissioner", note: "Half in May", childrenShare: 5_000 }) }));
    expect(await stored("contributions")).toMatchObject([{ id: lineId, contributor: "Cafcass", payer: "The commissioner", pence: "120050", children_share: 5_000, note: "Half in May", revision: 1, recorded_by: manager().personId, removed_at: null }]);
    expect((await ledger()).at(-1)).toEqual({ type: "funding-line.recorded", year, list: "contributions", lineId, revision: 1, pence: 1_200_50 });
    need(await give({ lineId, revision: 1, line: cashLine({ pence: null, receivedPence: -50, purpose: "Training" }) }));
    expect(await stored("contributions")).toMatchObject([{ id: lineId, pence: null, received_pence: "-50", purpose: "Training", payer: null, revision: 2 }]);
    expect((await ledger()).at(-1)).toEqual({ type: "funding-line.changed", year, list: "contributions", lineId, revision: 2, pence: null });
    expect(JSON.stringify(await ledger())).not.toMatch(/Cafcass|commissioner|Training|May/);
  });

  test("of a seat or a post takes the name that is on record", async () => {
    const [council] = ours.seats;
    need(await give({ line: cashLine({ seatId: council?.id ?? "", contributor: "Another name", sector: "other" }) }));
    need(await give({ line: cashLine({ postId: await addAgency(), contributor: "", sector: "probation" }) }));
    expect((await stored("contributions")).map((row) => [row["contributor"], row["sector"]])).toEqual([[council?.organisation, "local-authority"], ["Vale Probation", "probation"]]);
  });

  test("as it is already is left alone", async () => {
    const { lineId } = need(await give());
    need(await give({ lineId, revision: 1, line: cashLine({ pence: 200_00 }) }));
    const before = await ledger();
    expect(await give({ lineId, revision: 2, line: cashLine({ pence: 200_00 }) })).toMatchObject({ ok: true });
    expect(await ledger()).toEqual(before);
    expect(await stored("contributions")).toMatchObject([{ revision: 2 }]);
  });

  test("is refused when it is not there, changed since, removed, or another year’s", async () => {
    const { lineId } = need(await give());
    expect(await give({ lineId: nobody, revision: 1 })).toEqual({ ok: false, refusal: "not-found" });
    expect(await give({ lineId: "not a line", revision: 1 })).toEqual({ ok: false, refusal: "not-found" });
    expect(await give({ year: "2027-28" })).toEqual({ ok: false, refusal: "not-found" });
    need(await openYear(manager().actor, { partnershipId: ours.id, year: "2027-28", copy: false }, submission()));
    expect(await give({ year: "2027-28", lineId, revision: 1 })).toEqual({ ok: false, refusal: "not-found" });
    expect(await give({ lineId, revision: 2, line: cashLine({ pence: 1 }) })).toEqual({ ok: false, refusal: "stale" });
    for (const seatId of [nobody, theirs.seats[0]?.id ?? ""]) expect(await give({ line: cashLine({ seatId }) })).toEqual({ ok: false, refusal: "not-found" });
    expect(await give({ line: cashLine({ postId: nobody }) })).toEqual({ ok: false, refusal: "not-found" });
    need(await remove(lineId, 1));
    expect(await give({ lineId, revision: 2, line: cashLine({ pence: 1 }) })).toEqual({ ok: false, refusal: "line-removed" });
  });

  test("like another is asked about, and taken when both are right", async () => {
    need(await give({ line: cashLine({ purpose: "Training" }) }));
    const again = { line: cashLine({ contributor: " CAFCASS ", purpose: "training", pence: 5 }) };
    expect(await give(again)).toEqual({ ok: false, refusal: "line-repeated", detail: "Cafcass: Training" });
    expect(await stored("contributions")).toHaveLength(1);
    need(await give({ ...again, repeated: true }));
    expect(await give({ line: cashLine({ purpose: "Training", form: "in-kind", pence: null }) })).toMatchObject({ ok: true });
  });

  test("sent twice is recorded once; the same form with other answers is refused", async () => {
    const sent = submission({ amount: "100" });
    const [first, second] = await Promise.all([give({}, { sent }), give({}, { sent })]);
    expect(second).toEqual(first);
    expect(await give({}, { sent })).toEqual(first);
    expect(await stored("contributions")).toHaveLength(1);
    expect((await ledger()).filter((entry) => entry["type"] === "funding-line.recorded")).toHaveLength(1);
    expect(await give({}, { sent: { ...sent, fields: { amount: "200" } } })).toEqual({ ok: false, refusal: "form-already-used" });
  });

  test("that cannot be recorded in the ledger is not recorded at all", async () => {
    await withBrokenLedger("funding-line.recorded", () => expect(give()).rejects.toThrow());
    expect(await stored("contributions")).toEqual([]);
    const { lineId } = need(await give());
    await withBrokenLedger("funding-line.changed", () => expect(give({ lineId, revision: 1, line: cashLine({ pence: 7 }) })).rejects.toThrow());
    expect(await stored("contributions")).toMatchObject([{ pence: "10000", revision: 1 }]);
    expect((await ledger()).map((entry) => entry["type"])).toEqual(["funding-year.opened", "funding-line.recorded"]);
  });
});

describe("a line of spending", () => {
  test("is a row and an entry of the ledger, and is changed", async () => {
    const { lineId } = need(await spend());
    need(await spend({ lineId, revision: 1, line: spendingLine({ description: "The team", pence: 90_00, actualPence: 91_00 }) }));
    expect(await stored("spending")).toMatchObject([{ id: lineId, category: "staffing", pence: "9000", actual_pence: "9100", revision: 2 }]);
    expect((await ledger()).slice(1)).toEqual([
      { type: "funding-line.recorded", year, list: "spending", lineId, revision: 1, pence: 100_00 },
      { type: "funding-line.changed", year, list: "spending", lineId, revision: 2, pence: 90_00 },
    ]);
  });

  test("is refused when it is not there, changed since, removed or repeated", async () => {
    const { lineId } = need(await spend());
    for (const other of [nobody, "x"]) expect(await spend({ lineId: other, revision: 1 })).toEqual({ ok: false, refusal: "not-found" });
    expect(await spend({ year: "2027-28" })).toEqual({ ok: false, refusal: "not-found" });
    expect(await spend({ lineId, revision: 0, line: spendingLine({ pence: 1 }) })).toEqual({ ok: false, refusal: "stale" });
    expect(await spend({ line: spendingLine({ description: "the TEAM" }) })).toEqual({ ok: false, refusal: "line-repeated", detail: "The team" });
    need(await spend({ line: spendingLine({ description: "the TEAM" }), repeated: true }));
    need(await remove(lineId, 1, { list: "spending" }));
    expect(await spend({ lineId, revision: 2, line: spendingLine({ pence: 1 }) })).toEqual({ ok: false, refusal: "line-removed" });
    await withBrokenLedger("funding-line.recorded", () => expect(spend({ line: spendingLine({ description: "Courses" }) })).rejects.toThrow());
    expect(await stored("spending")).toHaveLength(2);
  });
});

describe("removing a line", () => {
  test("keeps it on record, out of the year, and says so in the ledger", async () => {
    const { lineId } = need(await give());
    const sent = submission();
    const removed = await remove(lineId, 1, { sent });
    expect(removed).toEqual({ ok: true, value: { lineId } });
    expect(await remove(lineId, 1, { sent })).toEqual(removed);
    expect((await findFundingYear(manager().actor, ours.id, year))?.contributions).toEqual([]);
    expect(await stored("contributions")).toMatchObject([{ id: lineId, revision: 2, removed_at: new Date("2026-04-07T09:00:00Z") }]);
    expect((await ledger()).at(-1)).toEqual({ type: "funding-line.removed", year, list: "contributions", lineId, revision: 2, pence: 100_00 });
    expect(await remove(lineId, 2)).toEqual({ ok: false, refusal: "line-removed" });
  });

  test("is refused when it is not there, of the other list, or changed since", async () => {
    const { lineId } = need(await give());
    expect(await remove(nobody, 1)).toEqual({ ok: false, refusal: "not-found" });
    expect(await remove(lineId, 1, { list: "spending" })).toEqual({ ok: false, refusal: "not-found" });
    expect(await remove(lineId, 2)).toEqual({ ok: false, refusal: "stale" });
    await withBrokenLedger("funding-line.removed", () => expect(remove(lineId, 1)).rejects.toThrow());
    expect(await stored("contributions")).toMatchObject([{ revision: 1, removed_at: null }]);
  });
});

describe("amounts of several lines", () => {
  test("are saved at once, what is the same is left alone, and each change is an entry", async () => {
    const first = need(await give()).lineId;
    const second = need(await give({ line: cashLine({ contributor: "Probation", pence: 5 }) })).lineId;
    const third = need(await spend()).lineId;
    const lines = [
      { list: "contributions" as const, lineId: first, revision: 1, pence: 101_00, invoicedPence: 50_00, receivedPence: null },
      { list: "contributions" as const, lineId: second, revision: 1, pence: 5 },
      { list: "spending" as const, lineId: third, revision: 1, actualPence: 99_00, differenceNote: "A vacancy." },
    ];
    const sent = submission({ lines: 3 });
    const saved = await saveAmounts(manager().actor, { partnershipId: ours.id, year, lines }, sent);
    expect(saved).toEqual({ ok: true, value: { changed: 2 } });
    expect(await saveAmounts(manager().actor, { partnershipId: ours.id, year, lines }, sent)).toEqual(saved);
    expect(await saveAmounts(manager().actor, { partnershipId: ours.id, year, lines }, submission())).toEqual({ ok: true, value: { changed: 0 } });
    expect((await stored("contributions")).map((row) => [row["pence"], row["invoiced_pence"], row["received_pence"], row["revision"]])).toEqual([["10100", "5000", null, 2], ["5", null, null, 1]]);
    expect(await stored("spending")).toMatchObject([{ pence: "10000", actual_pence: "9900", difference_note: "A vacancy.", revision: 2 }]);
    expect((await ledger()).filter((entry) => entry["type"] === "funding-line.changed")).toHaveLength(2);
    need(await saveAmounts(manager().actor, { partnershipId: ours.id, year, lines: [{ list: "spending", lineId: third, revision: 2, actualPence: null, differenceNote: null }] }, submission()));
    expect(await stored("spending")).toMatchObject([{ actual_pence: null, difference_note: null }]);
  });

  test("are saved all or none: the line in the way is named", async () => {
    const first = need(await give()).lineId;
    const second = need(await give({ line: cashLine({ contributor: "Probation" }) })).lineId;
    const save = (changes: object, over: object = {}) => saveAmounts(manager().actor, { partnershipId: ours.id, year, lines: [{ list: "contributions", lineId: first, revision: 1, pence: 7 }, { list: "contributions", lineId: second, revision: 1, pence: 8, ...changes }], ...over }, submission());
    expect(await save({ revision: 2 })).toEqual({ ok: false, refusal: "stale", detail: "Probation" });
    expect(await save({ lineId: nobody })).toEqual({ ok: false, refusal: "not-found" });
    expect(await save({ list: "spending" })).toEqual({ ok: false, refusal: "not-found" });
    expect(await save({}, { year: "2027-28" })).toEqual({ ok: false, refusal: "not-found" });
    await withBrokenLedger("funding-line.changed", () => expect(save({})).rejects.toThrow());
    need(await remove(second, 1));
    expect(await save({ revision: 2 })).toEqual({ ok: false, refusal: "line-removed", detail: "Probation" });
    expect((await stored("contributions")).map((row) => row["pence"])).toEqual(["10000", "0"]);
  });

  test("two people saving the same lines at once lose nothing and do not wait for ever", async () => {
    const ids: string[] = [];
    for (let at = 0; at < 12; at += 1) ids.push(need(await give({ line: cashLine({ contributor: `Body ${String(at)}`, pence: 0 }) })).lineId);
    const save = (order: string[], pence: number) => saveAmounts(manager().actor, { partnershipId: ours.id, year, lines: order.map((lineId) => ({ list: "contributions", lineId, revision: 1, pence })) }, submission());
    const outcomes = await Promise.all([save(ids, 1), save([...ids].reverse(), 2), save(ids, 3), save([...ids].reverse(), 4)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok).map((outcome) => !outcome.ok && outcome.refusal)).toEqual(["stale", "stale", "stale"]);
    const rows = await stored("contributions");
    expect(new Set(rows.map((row) => row["pence"])).size).toBe(1);
    expect(new Set(rows.map((row) => row["revision"]))).toEqual(new Set([2]));
    const amounts = await Promise.all([...ids.map((lineId, at) => give({ lineId, revision: 2, line: cashLine({ contributor: `Body ${String(at)}`, pence: 50 }) })), save(ids, 9)]);
    expect(amounts.slice(0, 12).every((outcome) => outcome.ok)).toBe(true);
    const [chain] = await database.sql`select ledger.first_break(${ours.id}) as broken`;
    expect(chain?.["broken"]).toBeNull();
  });
});

describe("a year", () => {
  test("is opened once, also by two people at once", async () => {
    const open = (sent = submission()) => openYear(manager().actor, { partnershipId: ours.id, year: "2027-28", copy: false }, sent);
    const outcomes = await Promise.all([open(), open(), open()]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.refusal).toBe("year-already-open");
    expect((await ledger()).filter((entry) => entry["year"] === "2027-28")).toEqual([{ type: "funding-year.opened", year: "2027-28", copiedFrom: null, contributions: 0, spending: 0 }]);
    expect(await openYear(manager().actor, { partnershipId: ours.id, year: "2030-31", copy: true }, submission())).toEqual({ ok: false, refusal: "not-found" });
    await withBrokenLedger("funding-year.opened", () => expect(openYear(manager().actor, { partnershipId: ours.id, year: "2028-29", copy: false }, submission())).rejects.toThrow());
    expect(await findFundingYear(manager().actor, ours.id, "2028-29")).toBeNull();
  });

  test("copied begins with the lines before it, without what was paid, removed or shared", async () => {
    const { lineId } = need(await give({ line: cashLine({ pence: 100_00, receivedPence: 90_00, invoicedPence: 100_00, note: "By quarter" }) }));
    need(await saveAmounts(manager().actor, { partnershipId: ours.id, year, lines: [{ list: "contributions", lineId, revision: 1, differenceNote: "Ten short." }] }, submission()));
    need(await give({ line: cashLine({ contributor: "Unsure", pence: null }) }));
    need(await remove(need(await give({ line: cashLine({ contributor: "Gone" }) })).lineId, 1));
    need(await spend());
    need(await saveYear(manager().actor, { partnershipId: ours.id, year, revision: 1, record: { ...yearRecord, population: 69_000, populationSource: "ONS 2024" } }, submission()));
    expect(await openYear(manager().actor, { partnershipId: ours.id, year: "2027-28", copy: true }, submission())).toEqual({ ok: true, value: { contributions: 2, spending: 1 } });
    const next = await findFundingYear(manager().actor, ours.id, "2027-28");
    expect(next?.contributions).toMatchObject([{ contributor: "Cafcass", pence: 100_00, receivedPence: null, invoicedPence: null, differenceNote: null, note: "By quarter", revision: 1 }, { contributor: "Unsure", pence: null }]);
    expect(next?.contributions[0]?.id).not.toBe(lineId);
    expect(next?.record).toMatchObject({ agreedPence: null, broughtForwardPence: null, sharesStatement: "", notIncluded: "", materialPence: 500_000, population: 69_000, populationSource: "ONS 2024", outturnOn: null });
    expect((await ledger()).at(-1)).toEqual({ type: "funding-year.opened", year: "2027-28", copiedFrom: year, contributions: 2, spending: 1 });
  });

  test("saved is a row and an entry; an old page is refused", async () => {
    const save = (revision: number, sent = submission(), over: object = {}) => saveYear(manager().actor, { partnershipId: ours.id, year, revision, record: yearRecord, ...over }, sent);
    const sent = submission();
    expect(await save(1, sent)).toEqual({ ok: true, value: { revision: 2 } });
    expect(await save(1, sent)).toEqual({ ok: true, value: { revision: 2 } });
    expect((await findFundingYear(manager().actor, ours.id, year))?.record).toMatchObject({ ...yearRecord, revision: 2 });
    expect((await ledger()).at(-1)).toEqual({ type: "funding-year.saved", year, revision: 2 });
    expect(await save(1)).toEqual({ ok: false, refusal: "stale" });
    expect(await save(1, submission(), { year: "2029-30" })).toEqual({ ok: false, refusal: "not-found" });
    await withBrokenLedger("funding-year.saved", () => expect(save(2)).rejects.toThrow());
    expect((await findFundingYear(manager().actor, ours.id, year))?.record.revision).toBe(2);
    const both = await Promise.all([save(2), save(2)]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
  });
});

describe("freezing a budget while somebody changes what is in it", () => {
  const next = "2027-28";
  const freeze = (revision: number) => freezeVersion(manager().actor, { partnershipId: ours.id, kind: "budget-2027-28", revision, reasons: withoutReview }, submission());
  const draftRevision = async () => (await database.sql<{ revision: number }[]>`select revision from portal.documents where partnership_id = ${ours.id}`)[0]?.revision ?? 0;
  const teamOf = async () => (await findFundingYear(manager().actor, ours.id, next))?.spending[0]?.id ?? "";
  const changes: Record<string, () => Promise<{ ok: boolean }>> = {
    "a contribution is added": () => give({ year: next }),
    "a contribution is changed": async () => give({ year: next, lineId: (await findFundingYear(manager().actor, ours.id, next))?.contributions[1]?.id ?? "", revision: 1, line: cashLine({ seatId: ours.seats[1]?.id ?? "", pence: 0, purpose: "Training" }) }),
    "a line of spending is changed": async () => spend({ year: next, lineId: await teamOf(), revision: 1, line: spendingLine({ pence: 9_999_999 }) }),
    "a line is removed": async () => removeLine(manager().actor, { partnershipId: ours.id, year: next, list: "spending", lineId: await teamOf(), revision: 1 }, submission()),
    "an amount is saved": async () => saveAmounts(manager().actor, { partnershipId: ours.id, year: next, lines: [{ list: "spending", lineId: await teamOf(), revision: 1, pence: 9_999_999 }] }, submission()),
    "a statement is changed": () => saveYear(manager().actor, { partnershipId: ours.id, year: next, revision: 2, record: yearRecord }, submission()),
  };

  test.each(Object.entries(changes))("is refused as stale once %s", async (_what, change) => {
    await prepareBudget(database, ours, next);
    const revision = await draftRevision();
    expect(await change()).toMatchObject({ ok: true });
    expect(await freeze(revision)).toEqual({ ok: false, refusal: "stale" });
  });

  test("in the same moment: what is frozen is what was looked at, or nothing is", async () => {
    await prepareBudget(database, ours, next);
    const lineId = await teamOf();
    const [frozen, changed] = await Promise.all([freeze(await draftRevision()), saveAmounts(manager().actor, { partnershipId: ours.id, year: next, lines: [{ list: "spending", lineId, revision: 1, pence: 9_999_999 }] }, submission())]);
    expect(changed).toMatchObject({ ok: true });
    if (!frozen.ok) return expect(frozen.refusal).toBe("stale");
    const [payload] = await database.sql<{ body: Uint8Array }[]>`select p.body from portal.versions v join portal.payloads p on p.sha256 = v.content_sha256 where v.id = ${frozen.value.versionId}`;
    expect(parseCanonical(payload?.body ?? new Uint8Array()).budget?.totals.spendingPence).toBe(10_000_000);
  });

  test("what was received or spent is no part of it, so it does not make the freeze stale", async () => {
    await prepareBudget(database, ours, next);
    const revision = await draftRevision();
    need(await saveAmounts(manager().actor, { partnershipId: ours.id, year: next, lines: [{ list: "spending", lineId: await teamOf(), revision: 1, actualPence: 5 }] }, submission()));
    expect(await freeze(revision)).toMatchObject({ ok: true });
  });
});

/** The post of somebody who speaks for an agency. */
async function addAgency(): Promise<string> {
  const { personId } = await addRepresentative(database.sql, ours.id, "agency-contact");
  const [held] = await database.sql<{ id: string }[]>`select post_id as id from portal.appointments where person_id = ${personId}`;
  return held?.id ?? "";
}
