import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { DocumentFacts } from "#app/domain/publication/record.ts";
import { noticeOf, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

export interface WhatIsPublishedProps {
  slug: string;
  newest: PublishedVersion | null;
  dates: Pick<DocumentFacts, "inForceFrom" | "nextReviewOn"> | null;
  today: string;
}

/** The documents of a partnership and where each stands; what is not yet published says so. */
export function WhatIsPublished({ slug, newest, dates, today }: WhatIsPublishedProps) {
  return (
    <SummaryList
      rows={[
        {
          key: "Arrangements",
          value: newest ? <Arrangements slug={slug} newest={newest} dates={dates} today={today} /> : <p className="govuk-body">Not yet published. They will be here once the leader of every partner has signed them.</p>,
        },
      ]}
    />
  );
}

function Arrangements({ slug, newest, dates, today }: WhatIsPublishedProps & { newest: PublishedVersion }) {
  const versions = <a className="govuk-link" href={pathTo.versions(slug)}>All versions</a>;
  if (newest.state === "withdrawn" || newest.state === "taken-down") {
    const notice = noticeOf(newest, newest.state);
    const what = newest.state === "withdrawn" ? "withdrawn" : "taken down for safety";
    return <p className="govuk-body">Version {newest.number} was {what}{notice && ` on ${showDate(notice.at)}`}. Nothing newer is published yet. {versions}</p>;
  }
  const review = dates?.nextReviewOn;
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href={pathTo.arrangements(slug)}>Multi-agency safeguarding arrangements (MASA), version {newest.number}</a>
      </p>
      <p className="govuk-body">
        Published {showDate(newest.publishedAt)}.
        {dates?.inForceFrom && ` In force from ${showDate(dates.inForceFrom)}.`}
        {review && (review < today ? ` Review was due by ${showDate(review)}.` : ` Next review by ${showDate(review)}.`)} {versions}
      </p>
    </>
  );
}
