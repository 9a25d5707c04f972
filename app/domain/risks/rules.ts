import { daysUntil } from "#app/domain/shared/dates.ts";

import type { RiskReviewView, RiskView } from "./risk-view.ts";

/** From 1 to 5, in words. */
export const likelihoodLabels = ["Rare", "Unlikely", "Possible", "Likely", "Almost certain"] as const;
export const impactLabels = ["Very small", "Small", "Moderate", "Large", "Very large"] as const;

export const scoreChoices = [1, 2, 3, 4, 5] as const;

/** Likelihood times impact, from 1 to 25. */
export function scoreOf({ likelihood, impact }: Pick<RiskView, "likelihood" | "impact">): number {
  return likelihood * impact;
}

export type RiskLevel = "low" | "medium" | "high";

export const levelLabels: Record<RiskLevel, string> = { low: "Low", medium: "Medium", high: "High" };

/** A score from 15 is high, from 8 medium. */
export function levelOf(risk: Pick<RiskView, "likelihood" | "impact">): RiskLevel {
  const score = scoreOf(risk);
  return score >= 15 ? "high" : score >= 8 ? "medium" : "low";
}

/** "3 (possible) × 4 (large) = 12" */
export function scoreWords({ likelihood, impact }: Pick<RiskView, "likelihood" | "impact">): string {
  return `${String(likelihood)} (${likelihoodLabels[likelihood - 1]?.toLowerCase() ?? ""}) × ${String(impact)} (${impactLabels[impact - 1]?.toLowerCase() ?? ""}) = ${String(likelihood * impact)}`;
}

/** Whether an open risk should have been reviewed by now. */
export function isOverdue({ reviewOn, closedOn }: Pick<RiskView, "reviewOn" | "closedOn">, today: string): boolean {
  return closedOn === null && daysUntil(today, reviewOn) < 0;
}

/** The open ones with the highest score first, then the closed ones. */
export function inOrder(risks: readonly RiskView[]): RiskView[] {
  return [...risks].sort((a, b) => Number(a.closedOn !== null) - Number(b.closedOn !== null) || scoreOf(b) - scoreOf(a) || a.number - b.number);
}

/** How the score moved since the review before: "Up from 8", "Down from 12"; null of the first, or unchanged. */
export function movedWords(reviews: readonly Pick<RiskReviewView, "likelihood" | "impact">[], at: number): string | null {
  const [now, before] = [reviews[at], reviews[at - 1]];
  if (!now || !before || scoreOf(now) === scoreOf(before)) return null;
  return `${scoreOf(now) > scoreOf(before) ? "Up" : "Down"} from ${String(scoreOf(before))}`;
}
