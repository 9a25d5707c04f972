import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { saveDetails } from "#app/domain/documents/save-details.server.ts";
import { startDocument } from "#app/domain/documents/start-document.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { parseCanonical } from "#app/domain/documents/text/canonical.server.ts";
import { varyLine } from "#app/domain/funding/change-lines.server.ts";
import type { ContributionInput, SpendingInput, YearInput } from "#app/domain/funding/forms.server.ts";
import { openYear } from "#app/domain/funding/open-year.server.ts";
import { publishOutturn } from "#app/domain/funding/publish-outturn.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { recordContribution } from "#app/domain/funding/record-contribution.server.ts";
import { recordSpending } from "#app/domain/funding/record-spending.server.ts";
import { saveAmounts } from "#app/domain/funding/save-amounts.server.ts";
import { saveYear } from "#app/domain/funding/save-year.server.ts";
import type { FundingOutline, StoredFunding } from "#app/domain/publication/funding.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/database.ts";
import { addPartnership, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { withoutReview } from "#tests/support/review.ts";
import { signEverySeat } from "#tests/support/signing.ts";

const year = "2026-27";
const kind = "budget-2026-27";

let database: TestDatabase;
let ours: TestPartnership;
let versionId = "";

beforeAll(async () => {
  database = await freshDatabase();
  ours = await addPartnership(database.sql, "alderwick");
  await database.setClock("2026-04-07T09:00:00Z");
});
afterAll(async () => {
  await database.close();
});

const manager = () => ours.businessManager.actor;

function cash(values: Partial<ContributionInput>): ContributionInput {
  return { seatId: null, postId: null, contributor: "", sector: "other", payer: null, form: "cash", pence: 0, invoicedPence: null, receivedPence: null, childrenShare: 10_000, purpose: "", ringFenced: false, note: null, ...values };
}

function spent(values: Partial<SpendingInput>): SpendingInput {
  return { category: "staffing", description: "The team", pence: 0, actualPence: null, childrenShare: 10_000, note: null, ...values };
}

async function give(values: Partial<ContributionInput>): Promise<string> {
  const outcome = await recordContribution(manager(), { partnershipId: ours.id, year, lineId: null, revision: 0, line: cash(values), repeated: false }, submission());
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.detail ?? ""}`);
  return outcome.value.lineId;
}

async function spend(values: Partial<SpendingInput>): Promise<string> {
  const outcome = await recordSpending(manager(), { partnershipId: ours.id, year, lineId: null, revision: 0, line: spent(values), repeated: false }, submission());
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.detail ?? ""}`);
  return outcome.value.lineId;
}

const statements: YearInput = {
  agreedPence: 300_000_50,
  broughtForwardPence: -1_000_00,
  broughtForwardChildrenShare: 10_000,
  sharesStatement: "Each gives by its size.\n\nThe police give by the number of officers.",
  notIncluded: "Staff time is described and not valued.",
  materialPence: 5_000_00,
  population: 69_000,
  populationSource: "ONS mid-year estimate 2024",
  earlierSource: null,
};

/** What is published last of the year. */
async function published(): Promise<{ facts: StoredFunding; outline: FundingOutline }> {
  const [row] = await database.sql<{ facts: StoredFunding; body: Uint8Array }[]>`
    select p.facts, b.body from publication.publications p join publication.bodies b on b.publication_id = p.id and b.format = 'outline'
    where p.kind = 'funding' and p.facts->>'year' = ${year} order by p.number desc limit 1`;
  if (!row) throw new Error("nothing is published");
  return { facts: row.facts, outline: JSON.parse(Buffer.from(row.body).toString("utf8")) as FundingOutline };
}

async function freeze(reasons: Record<string, string> = {}) {
  const [row] = await database.sql<{ revision: number }[]>`select revision from portal.documents where partnership_id = ${ours.id} and kind = ${kind}`;
  return freezeVersion(manager(), { partnershipId: ours.id, kind, revision: row?.revision ?? 0, reasons: { ...withoutReview, ...reasons } }, submission());
}

describe("a budget, from empty to outturn", () => {
  test("a year is opened once", async () => {
    const open = (key = submission()) => openYear(manager(), { partnershipId: ours.id, year, copy: false }, key);
    expect((await openYear(ours.delegate.actor, { partnershipId: ours.id, year, copy: false }, submission())).ok).toBe(false);
    expect((await open()).ok).toBe(true);
    expect(await open()).toMatchObject({ ok: false, refusal: "year-already-open" });
  });

  test("it cannot be frozen while a total does not sum; the difference is named", async () => {
    const started = await startDocument(manager(), { partnershipId: ours.id, kind }, submission());
    expect(started).toMatchObject({ ok: true, value: { sections: 6 } });
    const [council, icb, police] = ours.seats;
    await give({ seatId: council?.id ?? "", pence: 200_000_00, purpose: "The core budget" });
    await give({ seatId: icb?.id ?? "", pence: 75_000_25 });
    await give({ seatId: police?.id ?? "", pence: 25_000_00, payer: "The Police and Crime Commissioner" });
    await give({ contributor: "Cafcass", sector: "cafcass", form: "in-kind", pence: null, purpose: "A manager for two days a month" });
    await spend({ pence: 220_000_00 });
    await spend({ category: "independent-scrutiny", description: "The scrutineer", pence: 30_000_00 });
    const saved = await saveYear(manager(), { partnershipId: ours.id, year, revision: 1, record: statements }, submission());
    expect(saved.ok).toBe(true);
    const details = { title: "Our shared budget, 2026 to 2027", inForceFrom: "2026-04-01", nextReviewOn: "2027-02-01", changeNote: "First version." };
    const [row] = await database.sql<{ title: string }[]>`select title from portal.documents where kind = ${kind}`;
    const { detailsStamp } = await import("#app/domain/documents/details-stamp.server.ts");
    expect((await saveDetails(manager(), { partnershipId: ours.id, kind, stamp: detailsStamp({ title: row?.title ?? "", inForceFrom: null, nextReviewOn: null, changeNote: null }), details }, submission())).ok).toBe(true);
    expect(await freeze()).toMatchObject({ ok: false, refusal: "not-ready", detail: expect.stringContaining("£300,000.25, which is £0.25 less than the £300,000.50") });
    await give({ contributor: "Alderwick Schools Forum", sector: "education", pence: 25 });
  });

  test("what is signed has the figures, in pence, and in words", async () => {
    const frozen = await freeze();
    expect(frozen).toMatchObject({ ok: true });
    versionId = frozen.ok ? frozen.value.versionId : "";
    const [row] = await database.sql<{ body: Uint8Array }[]>`select p.body from portal.versions v join portal.payloads p on p.sha256 = v.content_sha256 where v.id = ${versionId}`;
    const content = parseCanonical(row?.body ?? new Uint8Array());
    expect(content.budget?.totals).toEqual({ cashPence: 300_000_50, childrenCashPence: 300_000_50, inKindPence: 0, spendingPence: 250_000_00, childrenSpendingPence: 250_000_00, carriedForwardPence: 49_000_50, childrenCarriedForwardPence: 49_000_50 });
    const text = content.sections.map((section) => section.markdown).join("\n");
    for (const words of ["£300,000.50", "paid by The Police and Crime Commissioner", "Not valued", "−£1,000", "Each gives by its size.", "66.7%"]) expect(text).toContain(words);
    await signEverySeat(ours, versionId);
    expect(await publishVersion(manager(), { partnershipId: ours.id, versionId }, submission())).toMatchObject({ ok: true });
    const { facts, outline } = await published();
    expect(facts).toMatchObject({ year, event: "budget", budgetNumber: 1, outturn: false, summary: { cash: 300_000_50, cashSigned: 300_000_50, broughtForward: -1_000_00, spending: 250_000_00, carriedForward: 49_000_50, inKindNotValued: 1, children: 69_000 } });
    expect(outline.signed).toMatchObject({ number: 1, signatures: 3, lastSignedOn: "2026-04-07" });
    expect(outline.contributions.map((line) => [line.contributor, line.signed, line.varied])).toContainEqual([ours.seats[2]?.organisation, 25_000_00, 25_000_00]);
  });

  test("its amounts are then varied, and nothing else changes them", async () => {
    const found = await findFundingYear(manager(), ours.id, year);
    const line = found?.contributions.find((each) => each.sector === "icb");
    if (!line) throw new Error("no line");
    const change = { list: "contributions" as const, lineId: line.id, revision: line.revision };
    expect(await saveAmounts(manager(), { partnershipId: ours.id, year, lines: [{ ...change, pence: 1 }] }, submission())).toMatchObject({ ok: false, refusal: "budget-signed" });
    expect(await recordContribution(manager(), { partnershipId: ours.id, year, lineId: line.id, revision: line.revision, line: cash({ seatId: line.seatId, pence: 1 }), repeated: false }, submission())).toMatchObject({ ok: false, refusal: "budget-signed" });

    await database.setClock("2026-06-10T09:00:00Z");
    const once = submission();
    const vary = () => varyLine(manager(), { partnershipId: ours.id, year, ...change, after: 79_000_25, on: "2026-06-01", reason: "A rise in pay." }, once);
    expect(await vary()).toMatchObject({ ok: true, value: { needsSignature: false } });
    expect(await vary()).toMatchObject({ ok: true, value: { needsSignature: false } });
    const { facts, outline } = await published();
    expect(facts).toMatchObject({ event: "variation", summary: { cash: 304_000_50, cashSigned: 300_000_50 } });
    expect(outline.variations).toMatchObject([{ before: 75_000_25, after: 79_000_25, on: "2026-06-01", awaitsSignature: false }]);

    const again = { partnershipId: ours.id, year, ...change, revision: line.revision + 1 } as const;
    expect(await varyLine(manager(), { ...again, after: 1, on: "2027-06-01", reason: "Another year." }, submission())).toMatchObject({ ok: false, refusal: "impossible-dates" });
    expect(await varyLine(manager(), { ...again, after: 80_000_25, on: "2026-07-01", reason: "Small, and yet too much together." }, submission())).toMatchObject({ ok: true, value: { needsSignature: true } });
    const waiting = await published();
    expect(waiting.facts.summary.cash).toBe(304_000_50);
    expect(waiting.outline.variations.at(-1)).toMatchObject({ before: 79_000_25, after: 80_000_25, awaitsSignature: true });
  });

  test("a line added in the year begins at nought and is a change itself", async () => {
    const input = { partnershipId: ours.id, year, lineId: null, revision: 0, line: cash({ contributor: "Alder Probation", sector: "probation", pence: 500_00 }), repeated: false } as const;
    expect(await recordContribution(manager(), input, submission())).toMatchObject({ ok: false, refusal: "budget-signed" });
    expect(await recordContribution(manager(), { ...input, inYear: { on: "2026-07-01", reason: "They joined in July." } }, submission())).toMatchObject({ ok: true });
    const { outline } = await published();
    // In no figure until it is signed.
    expect(outline.contributions.find((line) => line.contributor === "Alder Probation")).toBeUndefined();
    expect(outline.variations.at(-1)).toMatchObject({ line: "Alder Probation", before: 0, after: 500_00, awaitsSignature: true });
  });

  test("the outturn follows when the year is over, with what is open", async () => {
    const outturn = (note: string | null) => publishOutturn(ours.chair.actor, { partnershipId: ours.id, year, note }, submission());
    await database.sql`update access.sessions set confirmed_at = '2026-06-10T09:00:00Z'`;
    expect(await outturn(null)).toMatchObject({ ok: false, refusal: "year-not-over" });
    await database.setClock("2027-04-20T09:00:00Z");
    await database.sql`update access.sessions set confirmed_at = access.clock(), last_seen_at = access.clock(), created_at = access.clock(), expires_at = access.clock() + interval '8 hours'`;
    const found = await findFundingYear(manager(), ours.id, year);
    const lines = [
      ...(found?.contributions ?? []).filter((line) => line.form === "cash").map((line) => ({ list: "contributions" as const, lineId: line.id, revision: line.revision, receivedPence: line.varied ?? 0 })),
      ...(found?.spending ?? []).map((line, at) => ({ list: "spending" as const, lineId: line.id, revision: line.revision, actualPence: (line.varied ?? 0) - 100, ...(at === 0 ? { differenceNote: "A post was vacant in May." } : {}) })),
    ];
    expect(await saveAmounts(manager(), { partnershipId: ours.id, year, lines }, submission())).toMatchObject({ ok: true });
    expect(await outturn(null)).toMatchObject({ ok: true });
    const { facts, outline } = await published();
    expect(facts).toMatchObject({ event: "outturn", outturn: true, summary: { received: 304_000_50, spent: 249_998_00, carriedForward: 53_002_50 } });
    expect(outline.spending.map((line) => line.explanation)).toEqual(["A post was vacant in May.", null]);
    expect(await outturn(null)).toMatchObject({ ok: false, refusal: "nothing-to-change" });
    expect(await outturn("A late invoice was paid.")).toMatchObject({ ok: true });
    const ledger = await database.sql<{ broken: number | null }[]>`select ledger.first_break(${ours.id}) as broken`;
    expect(ledger[0]?.broken).toBeNull();
  });

  test("the next year begins with what this one carried forward", async () => {
    expect(await openYear(manager(), { partnershipId: ours.id, year: "2027-28", copy: true }, submission())).toMatchObject({ ok: true, value: { contributions: 6, spending: 2 } });
    const next = await findFundingYear(manager(), ours.id, "2027-28");
    expect(next?.record).toMatchObject({ broughtForwardPence: 53_002_50, population: 69_000, sharesStatement: "" });
    expect(next?.contributions.find((line) => line.sector === "icb")).toMatchObject({ pence: 79_000_25, receivedPence: null });
  });

  test("taking the budget down takes its figures with it", async () => {
    const outcome = await takeDownVersion(ours.chair.actor, { partnershipId: ours.id, versionId, reason: "Somebody could be identified." }, submission());
    expect(outcome.ok).toBe(true);
    const rows = await database.sql<{ hidden: boolean }[]>`
      select exists (select from publication.notices n where n.publication_id = p.id and n.state = 'taken-down') as hidden from publication.publications p where p.kind = 'funding'`;
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every((row) => row.hidden)).toBe(true);
  });

  test("nothing is known to another partnership", async () => {
    const theirs = await addPartnership(database.sql, "birchmere");
    expect(await findFundingYear(theirs.businessManager.actor, ours.id, year)).toBeNull();
    expect(await openYear(theirs.businessManager.actor, { partnershipId: ours.id, year: "2028-29", copy: false }, { key: randomUUID(), fields: {} })).toMatchObject({ ok: false, refusal: "not-found" });
  });
});
