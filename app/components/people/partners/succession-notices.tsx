import { InsetText } from "#app/components/govuk/inset-text.tsx";
import type { SuccessionNotice } from "#app/domain/people/partners/succession.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** Bodies that end, each with its successor and the way to deal with it. Nothing when none ends. */
export function SuccessionNotices({ slug, notices }: { slug: string; notices: readonly SuccessionNotice[] }) {
  if (notices.length === 0) return null;
  const people = `/portal/${slug}/people`;
  return (
    <InsetText>
      {notices.map(({ seatId, organisation, lastDay, ended, successor, proposalId, mayPropose }) => (
        <p key={seatId}>
          {organisation} {ended ? "ended" : "ends"} on {showDate(lastDay)}; {successor ? `its successor is ${successor}.` : "its successor is not named yet."}{" "}
          {proposalId ? (
            <a className="govuk-link" href={`${people}/proposals/${proposalId}`}>See the proposal that waits for agreement</a>
          ) : (
            successor && mayPropose && <a className="govuk-link" href={`${people}/succession/${seatId}`}>Deal with the succession of {organisation}</a>
          )}
        </p>
      ))}
    </InsetText>
  );
}
