import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { removeLine, varyLine } from "#app/domain/funding/change-lines.server.ts";
import type { ContributionInput } from "#app/domain/funding/forms.server.ts";
import { openYear } from "#app/domain/funding/open-year.server.ts";
import { publishOutturn } from "#app/domain/funding/publish-outturn.server.ts";
import { findFundingYear, listFundingYears } from "#app/domain/funding/queries.server.ts";
import { recordContribution } from "#app/domain/funding/record-contribution.server.ts";
import { recordSpending } from "#app/domain/funding/record-spending.server.ts";
import { saveAmounts } from "#app/domain/funding/save-amounts.server.ts";
import { saveYear } from "#app/domain/funding/save-year.server.ts";
import { takeDownFunding } from "#app/domain/funding/take-down-funding.server.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { cashLine, need, publishBudget, spendingLine, yearRecord } from "#tests/support/funding.ts";
import { addPartnership, addPerson, addRepresentative, submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";

const year = "2026-27";
let database: TestDatabase;
let ours: TestPartnership;
let theirs: TestPartnership;
let administrator: TestPerson;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
  await database.setClock("2026-04-07T09:00:00Z");
  theirs = await addPartnership(database.sql, "birchmere");
  administrator = await addPerson(database.sql, "Admin Aspen", { administrator: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  ours = await addPartnership(database.sql, `alderwick-${String((made += 1))}`);
  need(await openYear(ours.businessManager.actor, { partnershipId: ours.id, year, copy: false }, submission()));
});

const seatOf = (kind: "local-authority" | "icb" | "police") => ours.seats.find((seat) => seat.kind === kind)?.id ?? "";
const give = (person: TestPerson, line: Partial<ContributionInput>, { lineId = null as string | null, revision = 0 } = {}) =>
  recordContribution(person.actor, { partnershipId: ours.id, year, lineId, revision, line: cashLine(line), repeated: false }, submission());
const lineOf = async (lineId: string) => (await findFundingYear(ours.businessManager.actor, ours.id, year))?.contributions.find((line) => line.id === lineId);

/** What the partnership keeps of funding, to see that nothing was done. */
async function everything(): Promise<unknown> {
  const { id } = ours;
  return {
    years: [...(await database.sql`select * from portal.funding_years where partnership_id = ${id} order by year`)],
    contributions: [...(await database.sql`select * from portal.contributions where partnership_id = ${id} order by id`)],
    spending: [...(await database.sql`select * from portal.spending where partnership_id = ${id} order by id`)],
    variations: [...(await database.sql`select * from portal.funding_variations where partnership_id = ${id} order by id`)],
    ledger: (await database.sql`select count(*)::int as count from ledger.entries where partnership_id = ${id}`)[0],
  };
}

/** The post that somebody holds. */
async function postOf(person: TestPerson): Promise<string> {
  const [held] = await database.sql<{ id: string }[]>`select post_id as id from portal.appointments where person_id = ${person.personId}`;
  return held?.id ?? "";
}

describe("every command, by everybody who may not", () => {
  /** Each command as somebody would send it about these two lines. */
  function commands({ actor }: TestPerson, contribution: string, spent: string) {
    const to = { partnershipId: ours.id, year } as const;
    const line = { ...to, list: "contributions", lineId: contribution, revision: 1 } as const;
    return {
      "add a contribution": () => recordContribution(actor, { ...to, lineId: null, revision: 0, line: cashLine({}), repeated: false }, submission()),
      "change a contribution": () => recordContribution(actor, { ...to, lineId: contribution, revision: 1, line: cashLine({ pence: 7 }), repeated: false }, submission()),
      "add spending": () => recordSpending(actor, { ...to, lineId: null, revision: 0, line: spendingLine({ description: "Courses" }), repeated: false }, submission()),
      "change spending": () => recordSpending(actor, { ...to, lineId: spent, revision: 1, line: spendingLine({ pence: 7 }), repeated: false }, submission()),
      "remove a line": () => removeLine(actor, line, submission()),
      "vary a line": () => varyLine(actor, { ...line, after: 7, on: "2026-06-01", reason: "A rise in pay." }, submission()),
      "save amounts": () => saveAmounts(actor, { ...to, lines: [{ list: "contributions", lineId: contribution, revision: 1, receivedPence: 7 }] }, submission()),
      "save the year": () => saveYear(actor, { ...to, revision: 1, record: yearRecord }, submission()),
      "open a year": () => openYear(actor, { partnershipId: ours.id, year: "2027-28", copy: false }, submission()),
    };
  }

  test("nothing is done for leads, the chair, the scrutineer and administrators, who are told so, nor for strangers, who are not", async () => {
    const contribution = need(await give(ours.businessManager, { pence: 100_00 })).lineId;
    const spent = need(await recordSpending(ours.businessManager.actor, { partnershipId: ours.id, year, lineId: null, revision: 0, line: spendingLine({ pence: 100 }), repeated: false }, submission())).lineId;
    const before = await everything();
    const lead = ours.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    for (const [person, refusal] of [[lead, "not-permitted"], [ours.chair, "not-permitted"], [ours.scrutineer, "not-permitted"], [administrator, "not-permitted"], [theirs.businessManager, "not-found"], [theirs.delegate, "not-found"]] as const) {
      for (const [what, run] of Object.entries(commands(person, contribution, spent))) expect(await run(), `${person.name}: ${what}`).toEqual({ ok: false, refusal });
    }
    const representatives = [await addRepresentative(database.sql, ours.id, "agency-contact"), await addRepresentative(database.sql, ours.id, "education-representative")];
    for (const person of [ours.delegate, ...representatives]) {
      for (const [what, run] of Object.entries(commands(person, contribution, spent))) expect(await run(), `${person.name}: ${what}`).toEqual({ ok: false, refusal: "not-permitted" });
    }
    expect(await everything()).toEqual(before);
  });

  test("a business manager reaches no line of another partnership through the own one", async () => {
    const { lineId } = need(await give(ours.businessManager, { pence: 100_00 }));
    need(await openYear(theirs.businessManager.actor, { partnershipId: theirs.id, year, copy: false }, submission()));
    const { actor } = theirs.businessManager;
    const to = { partnershipId: theirs.id, year } as const;
    const line = { ...to, list: "contributions", lineId, revision: 1 } as const;
    const before = await everything();
    const outcomes = [
      await recordContribution(actor, { ...to, lineId, revision: 1, line: cashLine({ pence: 7 }), repeated: false }, submission()),
      await removeLine(actor, line, submission()),
      await varyLine(actor, { ...line, after: 7, on: "2026-06-01", reason: "A rise in pay." }, submission()),
      await saveAmounts(actor, { ...to, lines: [{ list: "contributions", lineId, revision: 1, pence: 7 }] }, submission()),
    ];
    expect(outcomes).toEqual(outcomes.map(() => ({ ok: false, refusal: "not-found" })));
    expect(await everything()).toEqual(before);
    expect(await findFundingYear(actor, ours.id, year)).toBeNull();
    expect(await listFundingYears(actor, ours.id)).toEqual([]);
  });

  test("an outturn is published by leads, the chair and the business manager; a takedown is anybody’s but a representative’s", async () => {
    await database.setClock("2027-04-07T09:00:00Z");
    await database.sql`update access.sessions set confirmed_at = access.clock(), last_seen_at = access.clock(), created_at = access.clock(), expires_at = access.clock() + interval '8 hours'`;
    const agency = await addRepresentative(database.sql, ours.id, "agency-contact");
    const outturn = (person: TestPerson) => publishOutturn(person.actor, { partnershipId: ours.id, year, note: "Again, with a reason." }, submission());
    const takeDown = (person: TestPerson) => takeDownFunding(person.actor, { partnershipId: ours.id, year, reason: "Somebody could be identified." }, submission());
    for (const person of [ours.delegate, ours.scrutineer, agency, administrator]) expect(await outturn(person), person.name).toEqual({ ok: false, refusal: "not-permitted" });
    for (const person of [theirs.chair, theirs.businessManager]) expect([await outturn(person), await takeDown(person)]).toEqual([{ ok: false, refusal: "not-found" }, { ok: false, refusal: "not-found" }]);
    expect(await takeDown(ours.chair)).toEqual({ ok: false, refusal: "nothing-to-change" });
    for (const person of [ours.seats[0]?.lead, ours.chair, ours.businessManager]) if (person) expect(await outturn(person), person.name).toMatchObject({ ok: true });
    expect(await takeDown(agency)).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await takeDown(ours.scrutineer)).toEqual({ ok: true, value: { publications: 3 } });
    expect(await takeDown(ours.scrutineer)).toEqual({ ok: false, refusal: "nothing-to-change" });
    await database.setClock("2026-04-07T09:00:00Z");
    await database.sql`update access.sessions set confirmed_at = access.clock(), last_seen_at = access.clock(), created_at = access.clock(), expires_at = access.clock() + interval '8 hours'`;
  });
});

describe("a delegate, whose seat is the health board’s", () => {
  test("adds a line of the own seat, without what was paid, and of nobody else", async () => {
    const added = need(await give(ours.delegate, { seatId: seatOf("icb"), pence: 75_000_00, invoicedPence: 5, receivedPence: 5, purpose: "The core budget" }));
    expect(await lineOf(added.lineId)).toMatchObject({ seatId: seatOf("icb"), sector: "icb", pence: 75_000_00, invoicedPence: null, receivedPence: null, purpose: "The core budget" });
    const agency = await addRepresentative(database.sql, ours.id, "agency-contact");
    const others: Partial<ContributionInput>[] = [{ seatId: seatOf("police") }, {}, { postId: await postOf(agency) }, { seatId: seatOf("icb"), postId: await postOf(agency) }];
    for (const line of others) expect(await give(ours.delegate, { ...line, purpose: "Another" }), JSON.stringify(line)).toEqual({ ok: false, refusal: "not-permitted" });
  });

  test("changes amount, purpose and payer of the own line, and neither whose it is nor what was paid", async () => {
    const { lineId } = need(await give(ours.businessManager, { seatId: seatOf("icb"), pence: 75_000_00, invoicedPence: 70_000_00, receivedPence: 60_000_00 }));
    const before = await lineOf(lineId);
    need(await give(ours.delegate, { seatId: seatOf("police"), postId: null, contributor: "Somebody else", sector: "police", pence: 76_000_00, invoicedPence: 1, receivedPence: null, purpose: "Training", payer: "The region" }, { lineId, revision: 1 }));
    expect(await lineOf(lineId)).toEqual({ ...before, pence: 76_000_00, purpose: "Training", payer: "The region", revision: 2 });
    expect(await give(ours.delegate, { seatId: seatOf("icb"), pence: 1 }, { lineId, revision: 1 })).toEqual({ ok: false, refusal: "stale" });
  });

  test("does not turn money that was received into help in kind", async () => {
    const { lineId } = need(await give(ours.businessManager, { seatId: seatOf("icb"), pence: 75_000_00, receivedPence: 60_000_00 }));
    expect(await give(ours.delegate, { seatId: seatOf("icb"), form: "in-kind", pence: null, purpose: "An officer" }, { lineId, revision: 1 })).toEqual({ ok: false, refusal: "not-permitted" });
    const paid = need(await give(ours.businessManager, { seatId: seatOf("icb"), pence: 5, purpose: "Once" })).lineId;
    expect(await give(ours.delegate, { seatId: seatOf("icb"), form: "in-kind", pence: null, purpose: "An officer" }, { lineId: paid, revision: 1 })).toMatchObject({ ok: true });
  });

  test("changes no line of another seat, nor of nobody’s", async () => {
    for (const line of [{ seatId: seatOf("police") }, { contributor: "Cafcass" }]) {
      const { lineId } = need(await give(ours.businessManager, { ...line, pence: 5 }));
      expect(await give(ours.delegate, { seatId: seatOf("icb"), pence: 7 }, { lineId, revision: 1 })).toEqual({ ok: false, refusal: "not-permitted" });
      expect(await lineOf(lineId)).toMatchObject({ pence: 5, revision: 1 });
    }
  });

  test("whose appointment ended changes nothing", async () => {
    const { lineId } = need(await give(ours.delegate, { seatId: seatOf("icb"), pence: 5 }));
    await database.sql`update portal.appointments set ends_on = '2026-04-07', end_reason = 'Moved on', ended_at = access.clock() where person_id = ${ours.delegate.personId}`;
    expect(await give(ours.delegate, { seatId: seatOf("icb"), pence: 7 }, { lineId, revision: 1 })).toEqual({ ok: false, refusal: "not-found" });
  });

  test("changes no amount once the budget is signed, and may still say what it is for", async () => {
    const next = "2029-30";
    await publishBudget(database, ours, next);
    const line = (await findFundingYear(ours.delegate.actor, ours.id, next))?.contributions.find((each) => each.sector === "icb");
    const change = (values: Partial<ContributionInput>) => recordContribution(ours.delegate.actor, { partnershipId: ours.id, year: next, lineId: line?.id ?? "", revision: 1, line: cashLine({ seatId: seatOf("icb"), ...values }), repeated: false }, submission());
    expect(await change({ pence: 7 })).toEqual({ ok: false, refusal: "budget-signed" });
    expect(await change({ pence: 0, purpose: "Training" })).toMatchObject({ ok: true });
    expect(await recordContribution(ours.delegate.actor, { partnershipId: ours.id, year: next, lineId: null, revision: 0, line: cashLine({ seatId: seatOf("icb"), pence: 7, purpose: "More" }), repeated: false, inYear: { on: "2029-06-01", reason: "More is given." } }, submission())).toEqual({ ok: false, refusal: "budget-signed" });
  });
});

describe.each(["agency-contact", "education-representative"] as const)("an %s", (role) => {
  test("adds and changes lines of the own post and of no other", async () => {
    const person = await addRepresentative(database.sql, ours.id, role);
    const other = await addRepresentative(database.sql, ours.id, role);
    const postId = await postOf(person);
    const body = role === "agency-contact" ? "Vale Probation" : "The schools of the vale";
    const { lineId } = need(await give(person, { postId, contributor: "Another name", sector: "probation", pence: 1_000_00, receivedPence: 5 }));
    expect(await lineOf(lineId)).toMatchObject({ postId, seatId: null, contributor: body, pence: 1_000_00, receivedPence: null });
    need(await give(person, { postId: null, seatId: seatOf("icb"), contributor: "Another name", pence: 2_000_00, purpose: "Training" }, { lineId, revision: 1 }));
    expect(await lineOf(lineId)).toMatchObject({ postId, seatId: null, contributor: body, pence: 2_000_00, purpose: "Training", revision: 2 });

    expect(await give(other, { postId: await postOf(other), pence: 7 }, { lineId, revision: 2 })).toEqual({ ok: false, refusal: "not-permitted" });
    for (const line of [{ postId: await postOf(other) }, { seatId: seatOf("police") }, {}]) expect(await give(person, { ...line, purpose: "More" }), JSON.stringify(line)).toEqual({ ok: false, refusal: "not-permitted" });
    const theirLine = need(await give(ours.businessManager, { seatId: seatOf("police"), pence: 5 })).lineId;
    expect(await give(person, { postId, pence: 7 }, { lineId: theirLine, revision: 1 })).toEqual({ ok: false, refusal: "not-permitted" });
  });

  test("reads the year, and no other partnership’s", async () => {
    const person = await addRepresentative(database.sql, ours.id, role);
    need(await give(ours.businessManager, { pence: 5 }));
    expect((await findFundingYear(person.actor, ours.id, year))?.contributions).toHaveLength(1);
    const elsewhere = await addRepresentative(database.sql, theirs.id, role);
    expect(await findFundingYear(elsewhere.actor, ours.id, year)).toBeNull();
  });
});
