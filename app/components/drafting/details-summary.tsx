import { documentPath } from "#app/components/drafting/paths.ts";
import type { DraftDetails } from "#app/domain/documents/draft-details.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** Title, dates and change note of a draft. */
export function DetailsSummary({ at, details, mayEdit }: { at: DocumentAddress; details: DraftDetails; mayEdit: boolean }) {
  return (
    <section className="panel-box" aria-labelledby="details-title">
      <h2 className="govuk-heading-s" id="details-title">Details</h2>
      <DetailsRows details={details} />
      {mayEdit && <p className="govuk-body govuk-!-margin-bottom-0"><a className="govuk-link" href={documentPath(at, "details")}>Change the details</a></p>}
    </section>
  );
}

export function DetailsRows({ details }: { details: DraftDetails }) {
  const rows = [
    { term: "Title", value: details.title },
    { term: "In force from", value: details.inForceFrom ? showDate(details.inForceFrom) : "Not yet given" },
    { term: "Next review", value: details.nextReviewOn ? showDate(details.nextReviewOn) : "Not yet given" },
    { term: "What changed", value: details.changeNote ?? "Not yet given" },
  ];
  return (
    <dl className="panel-box__facts">
      {rows.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
