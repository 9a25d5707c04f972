import { documentPath } from "#app/components/drafting/paths.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { ReviewView } from "#app/domain/documents/review/review-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

interface AskForReviewProps {
  at: DocumentAddress;
  view: Pick<ReviewView, "asked" | "state" | "revision">;
  submissionKey: string;
}

/** Those who draft ask for a review, once for the draft as it stands. */
export function AskForReview({ at, view, submissionKey }: AskForReviewProps) {
  const { asked, state, revision } = view;
  const was = asked && <>{asked.by} asked for a review on {showMoment(asked.at)}{!asked.current && ", before the draft was changed"}.</>;
  if (state === "ready" || asked?.current) return asked?.current ? <p className="govuk-body">{was} The delegated safeguarding partners and the chair were told.</p> : null;
  return (
    <form method="post" action={documentPath(at, "review/request")}>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={revision} />
      {was && <p className="govuk-body">{was}</p>}
      <Button variant="secondary">Ask for a review</Button>
    </form>
  );
}
