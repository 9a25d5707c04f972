import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { startDocument } from "#app/domain/documents/start-document.server.ts";
import { budgetKind } from "#app/domain/documents/vocabulary.ts";
import type { ContributionInput, SpendingInput, YearInput } from "#app/domain/funding/forms.server.ts";
import { openYear } from "#app/domain/funding/open-year.server.ts";
import { recordContribution } from "#app/domain/funding/record-contribution.server.ts";
import { recordSpending } from "#app/domain/funding/record-spending.server.ts";
import { saveYear } from "#app/domain/funding/save-year.server.ts";
import type { FundingOutline, StoredFunding } from "#app/domain/publication/funding.ts";
import { daysOf, type FinancialYear } from "#app/domain/shared/financial-year.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";

import type { TestDatabase } from "./database.ts";
import { submission, type TestPartnership } from "./partnership.ts";
import { withoutReview } from "./review.ts";
import { signEverySeat } from "./signing.ts";

/** What a command that must succeed answered. */
export function need<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal}: ${outcome.detail ?? ""}`);
  return outcome.value;
}

/** A contribution in cash as its form reads it, with these values. */
export function cashLine(values: Partial<ContributionInput>): ContributionInput {
  return { seatId: null, postId: null, contributor: "Cafcass", sector: "cafcass", payer: null, form: "cash", pence: 0, invoicedPence: null, receivedPence: null, childrenShare: 10_000, purpose: "", ringFenced: false, note: null, ...values };
}

/** A line of spending as its form reads it, with these values. */
export function spendingLine(values: Partial<SpendingInput>): SpendingInput {
  return { category: "staffing", description: "The team", pence: 0, actualPence: null, childrenShare: 10_000, note: null, ...values };
}

/** What a complete year says beside its lines: £100,000 agreed, and a change of £5,000 needs a signature. */
export const yearRecord: YearInput = {
  agreedPence: 10_000_000,
  broughtForwardPence: 0,
  broughtForwardChildrenShare: 10_000,
  sharesStatement: "The council gives all of it this year.",
  notIncluded: "Nothing is left out.",
  materialPence: 500_000,
  population: null,
  populationSource: null,
  earlierSource: null,
};

/** Opens a year with £100,000 of the first partner and nothing of the others, all of it spent on staff, with the draft of its budget ready to freeze. */
export async function prepareBudget({ sql }: TestDatabase, partnership: TestPartnership, year: FinancialYear): Promise<void> {
  const { id: partnershipId, businessManager, seats } = partnership;
  const { actor } = businessManager;
  const kind = budgetKind(year);
  const at = { partnershipId, year, lineId: null, revision: 0, repeated: false };
  need(await openYear(actor, { partnershipId, year, copy: false }, submission()));
  for (const [position, seat] of seats.entries()) need(await recordContribution(actor, { ...at, line: cashLine({ seatId: seat.id, pence: position === 0 ? 10_000_000 : 0 }) }, submission()));
  need(await recordSpending(actor, { ...at, line: spendingLine({ pence: 10_000_000 }) }, submission()));
  need(await saveYear(actor, { partnershipId, year, revision: 1, record: yearRecord }, submission()));
  need(await startDocument(actor, { partnershipId, kind }, submission()));
  const { first, last } = daysOf(year);
  await sql`update portal.documents set in_force_from = ${first}, next_review_on = ${last}, change_note = 'First version.' where partnership_id = ${partnershipId} and kind = ${kind}`;
}

/** Freezes the draft of a budget as it is now, with a reason for every warning that a missing review makes. */
export async function freezeBudget({ sql }: TestDatabase, partnership: TestPartnership, year: FinancialYear): Promise<{ versionId: string; number: number }> {
  const { id: partnershipId, businessManager } = partnership;
  const kind = budgetKind(year);
  const [draft] = await sql<{ revision: number }[]>`select revision from portal.documents where partnership_id = ${partnershipId} and kind = ${kind}`;
  return need(await freezeVersion(businessManager.actor, { partnershipId, kind, revision: draft?.revision ?? 0, reasons: withoutReview }, submission()));
}

/** The same as `prepareBudget`, and has the budget signed by every seat and published. */
export async function publishBudget(database: TestDatabase, partnership: TestPartnership, year: FinancialYear): Promise<{ versionId: string; number: number }> {
  await prepareBudget(database, partnership, year);
  return publishNextBudget(database, partnership, year);
}

/** Freezes the draft of a budget as it is now, and has it signed by every seat and published. */
export async function publishNextBudget(database: TestDatabase, partnership: TestPartnership, year: FinancialYear): Promise<{ versionId: string; number: number }> {
  const frozen = await freezeBudget(database, partnership, year);
  await signEverySeat(partnership, frozen.versionId);
  need(await publishVersion(partnership.businessManager.actor, { partnershipId: partnership.id, versionId: frozen.versionId }, submission()));
  return frozen;
}

/** What the public reads of a year's funding: the newest snapshot. Throws when nothing is published. */
export async function publishedFunding({ sql }: TestDatabase, partnershipId: string, year: FinancialYear): Promise<{ facts: StoredFunding; outline: FundingOutline }> {
  const [row] = await sql<{ facts: StoredFunding; body: Uint8Array }[]>`
    select p.facts, b.body from publication.publications p join publication.bodies b on b.publication_id = p.id and b.format = 'outline'
    where p.partnership_id = ${partnershipId} and p.kind = 'funding' and p.facts->>'year' = ${year} order by p.number desc limit 1`;
  if (!row) throw new Error("nothing is published");
  return { facts: row.facts, outline: JSON.parse(Buffer.from(row.body).toString("utf8")) as FundingOutline };
}
