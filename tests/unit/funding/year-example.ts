import type { ContributionLine, FundingYear, SpendingLine, YearRecord } from "#app/domain/funding/funding-view.ts";

/** A year on record for tests of what is worked out of it, with whatever a test changes. Pence. */

export function gives(values: Partial<ContributionLine>): ContributionLine {
  return { id: "c1", seatId: null, postId: null, contributor: "Vale Council", sector: "local-authority", payer: null, form: "cash", pence: 100_00, invoicedPence: null, receivedPence: null, childrenShare: 10_000, purpose: "", ringFenced: false, note: null, differenceNote: null, sharedId: null, revision: 1, signed: null, varied: null, ...values };
}

export function costs(values: Partial<SpendingLine>): SpendingLine {
  return { id: "s1", category: "staffing", description: "The team", pence: 90_00, actualPence: null, childrenShare: 10_000, note: null, differenceNote: null, revision: 1, signed: null, varied: null, ...values };
}

export const inForce: NonNullable<FundingYear["inForce"]> = { number: 1, contentSha256: "0".repeat(64), publishedAt: new Date("2026-04-07T09:00:00Z"), materialPence: 10_00, cashPence: 100_00, spendingPence: 90_00 };

export const record: YearRecord = { year: "2026-27", agreedPence: 100_00, broughtForwardPence: 0, broughtForwardChildrenShare: 10_000, sharesStatement: "By size.", notIncluded: "Nothing.", materialPence: 10_00, population: null, populationSource: null, earlierSource: null, outturnOn: null, outturnNote: null, revision: 1 };

export function yearWith({ record: said = {}, ...values }: Partial<Omit<FundingYear, "record">> & { record?: Partial<YearRecord> } = {}): FundingYear {
  return { contributions: [gives({})], spending: [costs({})], inForce: null, variations: [], previousCarriedForward: null, today: "2026-11-27", ...values, record: { ...record, ...said } };
}
