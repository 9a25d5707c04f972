import { agenciesPath } from "#app/components/agencies/paths.ts";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { showDate } from "#app/domain/shared/dates.ts";

interface TakedownNoticesProps {
  slug: string;
  takedowns: readonly { id: string; reason: string; takenDownAt: string; proposedBy: { personId: string } | null; erased: boolean; holds: boolean }[];
  /** Who reads. */
  personId: string;
  may: { publish: boolean };
}

/** What became of lists that were taken down, above the register: whether one is public, and what can be done. */
export function TakedownNotices({ slug, takedowns, personId, may }: TakedownNoticesProps) {
  const shown = takedowns.filter((each) => each.holds || !each.erased);
  return shown.map(({ id, reason, takenDownAt, proposedBy, erased, holds }) => (
    <InsetText key={id}>
      <p className="govuk-body">{holds ? <strong>The public list was taken down for safety on {showDate(takenDownAt)}.</strong> : `Lists that were taken down for safety on ${showDate(takenDownAt)} are still stored.`} The reason the public reads: {reason}</p>
      {holds && <p className="govuk-body">Nothing that you change here is public until the list is published again.{may.publish && <> <a className="govuk-link" href={agenciesPath(slug, "publish-again")}>Publish the list again</a></>}</p>}
      {!erased && <p className="govuk-body">{erasure(proposedBy, personId, agenciesPath(slug, `takedowns/${id}/erase`))}</p>}
    </InsetText>
  ));
}

function erasure(proposedBy: { personId: string } | null, personId: string, path: string) {
  if (!proposedBy) return <a className="govuk-link" href={path}>Propose to erase what was taken down</a>;
  if (proposedBy.personId === personId) return "You proposed to erase what was taken down. A second person must confirm it.";
  return <a className="govuk-link" href={`${path}/confirm`}>Decide whether to erase what was taken down</a>;
}
