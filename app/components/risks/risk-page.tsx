import { Button } from "#app/components/govuk/button.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import type { RiskReviewView, RiskView } from "#app/domain/risks/risk-view.ts";
import { isOverdue, movedWords, scoreWords } from "#app/domain/risks/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { risksPath } from "./paths.ts";
import { RiskScoreTag } from "./risk-score-tag.tsx";

interface RiskPageProps {
  slug: string;
  today: string;
  risk: RiskView;
  /** In order. */
  reviews: readonly RiskReviewView[];
  mayReview: boolean;
}

/** One risk: how it is judged now, what is done about it, and every score it had. */
export function RiskPage({ slug, today, risk, reviews, mayReview }: RiskPageProps) {
  const { number, description, mitigation, owner, reviewOn, closedOn } = risk;
  return (
    <>
      <p className="govuk-body"><RiskScoreTag risk={risk} />{closedOn ? ` Closed on ${showDate(closedOn)}` : isOverdue(risk, today) ? " The review is overdue" : ""}</p>
      {mayReview && closedOn === null && <Button href={risksPath(slug, `${String(number)}/review`)}>Review it</Button>}
      <SummaryList
        rows={[
          { key: "What could happen", value: <span className="lines">{description}</span> },
          { key: "Likelihood × impact", value: scoreWords(risk) },
          { key: "What is done about it", value: <span className="lines">{mitigation}</span> },
          { key: "Whose it is", value: owner },
          ...(closedOn ? [] : [{ key: "Next review", value: showDate(reviewOn) }]),
        ]}
      />
      <h2 className="govuk-heading-m">How it was judged</h2>
      <Table
        caption="How it was judged"
        captionHidden
        columns={[{ label: "On" }, { label: "Score" }, { label: "What changed" }]}
        rows={reviews
          .map((review, at) => ({
            key: String(review.number),
            cells: [
              showDate(review.onDay),
              <>{scoreWords(review)}{movedWords(reviews, at) && <span className="muted"><br />{movedWords(reviews, at)}</span>}</>,
              <><span className="lines">{review.words}</span><span className="muted"><br />{review.office}. {review.reviewOn ? `Next review ${showDate(review.reviewOn)}` : "Closed"}</span></>,
            ],
          }))
          .reverse()}
      />
    </>
  );
}
