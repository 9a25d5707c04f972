import type { FundingOutline, PublishedContribution, PublishedSpending, StoredFunding } from "#app/domain/publication/funding.ts";
import { summarise } from "#app/domain/publication/funding-rules.ts";
import type { FundingSnapshot, PublishedFunding } from "#app/domain/publication/funding-year.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

/** A published year for tests of what the public reads, with whatever a test changes. */

export function given(values: Partial<PublishedContribution>): PublishedContribution {
  const amount = values.varied === undefined ? 100_00 : values.varied;
  return { id: values.contributor ?? "c", contributor: "Vale Council", statutory: true, sector: "local-authority", payer: null, form: "cash", childrenShare: 10_000, purpose: "", ringFenced: false, note: null, signed: amount, varied: amount, invoiced: null, received: null, explanation: null, ...values };
}

export function paidFor(values: Partial<PublishedSpending>): PublishedSpending {
  const amount = values.varied === undefined ? 90_00 : values.varied;
  return { id: values.description ?? "s", category: "staffing", description: "The team", childrenShare: 10_000, note: null, signed: amount, varied: amount, spent: null, explanation: null, ...values };
}

export function outlineWith(values: Partial<FundingOutline>): FundingOutline {
  const signed = { versionId: "v", number: 1, contentSha256: "0".repeat(64), publishedAt: "2026-04-07T09:00:00.000Z", signatures: 4, lastSignedOn: "2026-04-07" };
  return { contributions: [given({})], spending: [paidFor({})], broughtForward: { pence: 0, childrenShare: 10_000 }, variations: [], sharesStatement: "By size.", notIncluded: "Nothing.", materialPence: null, population: null, signed, earlierSource: null, outturn: null, salt: "s", ...values };
}

export function factsOf(year: FinancialYear, outline: FundingOutline): StoredFunding {
  const partnership = { id: "p", slug: "vale", name: "Vale Safeguarding Partnership" };
  return { partnership, year, event: "budget", budgetNumber: outline.signed?.number ?? null, outturn: outline.outturn !== null, summary: summarise(outline) };
}

export function snapshotOf(facts: StoredFunding, values: Partial<FundingSnapshot> = {}): FundingSnapshot {
  return { publicationId: `${facts.year}-1`, number: 1, facts, publishedAt: "2026-04-07T09:00:00.000Z", takenDown: null, ...values };
}

/** 2026 to 2027, and the year before when one is given. */
export function yearOf(outline: FundingOutline, before?: FundingOutline): PublishedFunding & { outline: FundingOutline } {
  const facts = factsOf("2026-27", outline);
  const previous = before ? { facts: factsOf("2025-26", before), contributions: before.contributions } : null;
  return { snapshot: snapshotOf(facts), outline, firstPublishedAt: "2026-04-07T09:00:00.000Z", updates: 1, budget: null, previous, history: [facts, ...(previous ? [previous.facts] : [])] };
}
