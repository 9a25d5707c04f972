import { type FinancialYear, yearOf, yearsLater } from "#app/domain/shared/financial-year.ts";
import { typedMoney } from "#app/domain/shared/money.ts";

import { allocate } from "../allocation.ts";
import { childrenPart, sum } from "../rules.ts";
import type { PartFigures, PartView } from "./shared-view.ts";
import type { PartState, ShareMethod } from "./vocabulary.ts";

/** Dividing one payer's amount: pure, in pence, client-safe. */

/** A whole divided among parts, in their order; flat, whatever they weigh. */
export function divide<Part extends { weight: number }>({ pence, method }: { pence: number; method: ShareMethod }, parts: readonly Part[]): (Part & { pence: number })[] {
  const shares = allocate(pence, parts.map((part) => (method === "flat" ? 1 : part.weight)));
  return parts.map((part, at) => ({ ...part, pence: shares[at] ?? 0 }));
}

/** The figures of each part, with what is children's of it, as the line of whoever accepts it will say. */
export function figuresOf(parts: readonly Omit<PartFigures, "childrenPence">[], childrenShare: number): PartFigures[] {
  return parts.map((part) => ({ ...part, childrenPence: childrenPart(part.pence, childrenShare) }));
}

/** The sums of the columns. */
export function totalOf(parts: readonly PartFigures[]): { pence: number; childrenPence: number } {
  return { pence: sum(parts.map((part) => part.pence)), childrenPence: sum(parts.map((part) => part.childrenPence)) };
}

/** What is offered may be changed, or withdrawn, until the first partnership has accepted. */
export function isOpen({ withdrawnAt, parts }: { withdrawnAt: Date | null; parts: readonly { state: PartState }[] }): boolean {
  return withdrawnAt === null && parts.every((part) => part.state !== "accepted");
}

/** How many parts are in a state, and what they come to. */
export function inState(parts: readonly PartView[], state: PartState): { count: number; pence: number } {
  const found = parts.filter((part) => part.state === state);
  return { count: found.length, pence: sum(found.map((part) => part.pence)) };
}

/** "8 accepted, 1 declined, 1 not answered": the states there are. */
export function answersLine(parts: readonly PartView[]): string {
  const words: [PartState, string][] = [["accepted", "accepted"], ["declined", "declined"], ["proposed", "not answered"]];
  return words.flatMap(([state, word]) => (inState(parts, state).count > 0 ? [`${String(inState(parts, state).count)} ${word}`] : [])).join(", ");
}

/** "34,592", "2.5": a weight as somebody types it. */
export function typedWeight(hundredths: number): string {
  return typedMoney(hundredths);
}

/** "50", "33.33": a share in hundredths of a percent as somebody types it. */
export function typedPercent(share: number): string {
  return typedMoney(share);
}

/** The years an amount is entered for: from next year to five years ago. */
export function yearsAround(today: string): FinancialYear[] {
  return [1, 0, -1, -2, -3, -4, -5].map((by) => yearsLater(yearOf(today), by));
}
