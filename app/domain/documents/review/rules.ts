export const reviewOutcomes = ["ready", "changes-wanted"] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

export const reviewOutcomeLabels: Record<ReviewOutcome, string> = { ready: "Ready to be frozen", "changes-wanted": "Changes wanted" };

/** A review as the rules look at it. */
export interface ReviewFact {
  id: string;
  revision: number;
  outcome: ReviewOutcome;
  reviewedBy: string;
}

/**
 * How a draft stands with its reviewers. `own`: only whoever changed it last found it ready. `stale`: it was changed
 * after every review.
 */
export type ReviewState = "ready" | "none" | "stale" | "own" | "changes-wanted";

export interface ReviewStanding {
  state: ReviewState;
  /** The review that found it ready, when somebody other than the last author did. */
  reviewId: string | null;
}

/**
 * How a draft at this revision stands. What each reviewer said last of this very revision counts; somebody who wants
 * changes outweighs those who do not.
 * @param reviews oldest first
 * @param lastAuthor who changed the draft last; null when nobody is known to have
 */
export function standingOf(reviews: readonly ReviewFact[], revision: number, lastAuthor: string | null): ReviewStanding {
  const current = new Map(reviews.filter((review) => review.revision === revision).map((review) => [review.reviewedBy, review]));
  const said = [...current.values()];
  if (said.length === 0) return { state: reviews.length === 0 ? "none" : "stale", reviewId: null };
  if (said.some((review) => review.outcome === "changes-wanted")) return { state: "changes-wanted", reviewId: null };
  const another = said.find((review) => review.reviewedBy !== lastAuthor);
  return another ? { state: "ready", reviewId: another.id } : { state: "own", reviewId: null };
}

/** The same in words, as the readiness checklist and the version's record have it. Null when it is ready. */
export const reviewProblems: Record<ReviewState, string | null> = {
  ready: null,
  none: "Nobody has reviewed this draft.",
  stale: "The draft was changed after it was reviewed.",
  own: "Only the person who changed the draft last has reviewed it.",
  "changes-wanted": "A reviewer wants changes to this draft.",
};

/** The code under which the readiness check tells of it, and a version keeps the reason for freezing all the same. */
export function reviewCode(state: ReviewState): string {
  return `review:${state}`;
}

/** The warning about its review that a version was frozen with, if any. */
export function reviewWarning<Warning extends { code: string }>(warnings: readonly Warning[]): Warning | null {
  return warnings.find((warning) => warning.code.startsWith("review:")) ?? null;
}
