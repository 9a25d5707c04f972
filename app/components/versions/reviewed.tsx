import { reviewWarning } from "#app/domain/documents/review/rules.ts";
import type { VersionView } from "#app/domain/documents/version-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** Who found a version's words ready before they were frozen, or why it was frozen all the same. */
export function Reviewed({ version }: { version: Pick<VersionView, "review" | "warnings"> }) {
  const { review } = version;
  const warning = reviewWarning(version.warnings);
  if (review) {
    return (
      <>
        Ready, said {review.by} on {showDate(review.at)}
        {review.words && <p className="govuk-body lines govuk-!-margin-top-1">{review.words}</p>}
      </>
    );
  }
  if (!warning) return <>Frozen before reviews were kept</>;
  return (
    <>
      {warning.text} It was frozen all the same.
      <p className="govuk-body lines govuk-!-margin-top-1">The reason given: {warning.reason}</p>
    </>
  );
}
