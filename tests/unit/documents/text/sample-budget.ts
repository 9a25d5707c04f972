import type { SignedContent } from "#app/domain/documents/text/content.ts";
import { type PartnershipRecords, resolveTokens } from "#app/domain/documents/text/resolve-tokens.server.ts";
import { budgetKind } from "#app/domain/documents/vocabulary.ts";
import { budgetSections } from "#app/domain/funding/budget-sections.ts";
import { childrenPart, totalsOf } from "#app/domain/funding/rules.ts";
import type { SignedBudget, SignedContribution, SignedSpending } from "#app/domain/funding/signed-budget.ts";
import { sampleContent } from "./sample-content.ts";

/** A contribution of a signed budget, with children's part worked out. */
export function signedContribution(values: Partial<SignedContribution>): SignedContribution {
  const line = { id: "given-1", contributor: "Northmoor Council", seatId: null, sector: "local-authority" as const, payer: null, form: "cash" as const, pence: 0, childrenShare: 10_000, purpose: "", ringFenced: false, note: null, ...values };
  return { ...line, childrenPence: line.pence === null ? null : childrenPart(line.pence, line.childrenShare) };
}

/** A line of spending of a signed budget, with children's part worked out. */
export function signedSpending(values: Partial<SignedSpending>): SignedSpending {
  const line = { id: "spent-1", category: "staffing" as const, description: "The team", pence: 0, childrenShare: 10_000, note: null, ...values };
  return { ...line, childrenPence: childrenPart(line.pence, line.childrenShare) };
}

/** A budget that may be signed, with the totals of its lines. `broughtForward` is pence, all or partly for children. */
export function signedBudget(
  lines: { contributions: SignedContribution[]; spending: SignedSpending[]; broughtForward?: { pence: number; childrenShare: number } },
  values: Partial<SignedBudget> = {},
): SignedBudget {
  const { pence, childrenShare } = lines.broughtForward ?? { pence: 0, childrenShare: 10_000 };
  const figures = { ...lines, broughtForward: { pence, childrenShare, childrenPence: childrenPart(pence, childrenShare) } };
  return { year: "2026-27", ...figures, totals: totalsOf(figures), sharesStatement: "By size.\n\nAnd by need.", notIncluded: "Staff time is described and not valued.", materialPence: 5_000_00, population: { children: 69_000, source: "ONS mid-year estimate 2024" }, ...values };
}

/** Northmoor's budget for 2026 to 2027: one joint pot, one payer who is no partner, help in kind valued and not. */
export function sampleBudget(values: Partial<SignedBudget> = {}): SignedBudget {
  return signedBudget(
    {
      contributions: [
        signedContribution({ id: "given-1", seatId: "seat-1", pence: 200_000_50, purpose: "The core budget" }),
        signedContribution({ id: "given-2", seatId: "seat-2", contributor: "NHS Northmoor Integrated Care Board", sector: "icb", pence: 75_000_25, childrenShare: 5_000 }),
        signedContribution({ id: "given-3", seatId: "seat-3", contributor: "Northmoor Police", sector: "police", payer: "The Mayor of the Moors", pence: 34_592_00, childrenShare: 3_333 }),
        signedContribution({ id: "given-4", contributor: "Young Moors Fund", sector: "grant", pence: 1_250_00, ringFenced: true, purpose: "A young scrutineer", note: "For one year." }),
        signedContribution({ id: "given-5", contributor: "Cafcass", sector: "cafcass", form: "in-kind", pence: null, purpose: "A manager for two days a month" }),
        signedContribution({ id: "given-6", contributor: "Northmoor College", sector: "education", form: "in-kind", pence: 2_400_00, purpose: "Rooms for training" }),
      ],
      spending: [
        signedSpending({ id: "spent-1", pence: 220_000_00, childrenShare: 5_000 }),
        signedSpending({ id: "spent-2", category: "independent-scrutiny", description: "The scrutineer", pence: 30_000_75, note: "Two days a week" }),
        signedSpending({ id: "spent-3", category: "training", description: "Courses", pence: 12_345_67 }),
      ],
      broughtForward: { pence: -1_000_01, childrenShare: 5_000 },
    },
    values,
  );
}

/** The records that the tokens of a budget are filled from. */
export function budgetRecords(budget: SignedBudget): PartnershipRecords {
  return { partnershipName: "Northmoor Safeguarding Children Partnership", areas: ["Northmoor"], partners: [], chair: null, scrutineer: null, businessManager: null, nextReviewOn: "2027-02-01", agencies: [], budget };
}

/** The version that freezing a budget makes: its figures, and the text with its record tokens filled from them. */
export function budgetContent(budget: SignedBudget, overrides: Partial<SignedContent> = {}): SignedContent {
  return sampleContent(0, {
    kind: budgetKind(budget.year),
    title: "Our shared budget",
    inForceFrom: "2026-04-01",
    nextReviewOn: "2027-02-01",
    changeNote: null,
    sections: budgetSections.map(({ title, body }, at) => ({ number: at + 1, id: `section-id-${String(at + 1)}`, title, markdown: resolveTokens(body, budgetRecords(budget)).markdown.trim(), items: [] })),
    coverage: [],
    budget,
    ...overrides,
  });
}
