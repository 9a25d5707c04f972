import { Tag } from "#app/components/govuk/tag.tsx";
import { reviewOutcomeLabels } from "#app/domain/documents/review/rules.ts";
import type { ReviewView } from "#app/domain/documents/review/review-view.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

/** What reviewers said of a draft, newest first, and whether it was of the draft as it is now. */
export function ReviewList({ reviews }: Pick<ReviewView, "reviews">) {
  if (reviews.length === 0) return <p className="govuk-body">Nobody has reviewed this draft yet.</p>;
  return reviews.map((review) => (
    <article className="comment" key={review.id}>
      <h3 className="govuk-visually-hidden">Review by {review.by}</h3>
      <p>
        {review.current ? <Tag text={reviewOutcomeLabels[review.outcome]} tone={review.outcome === "ready" ? "green" : "yellow"} /> : <Tag text={`${reviewOutcomeLabels[review.outcome]}; changed since`} tone="grey" />}
      </p>
      <p><strong>{review.by}</strong>, <span className="muted">{showMoment(review.at)}</span></p>
      {review.words && <p className="lines">{review.words}</p>}
    </article>
  ));
}
