import { agenciesPath } from "#app/components/agencies/paths.ts";

/** On the page of an agency for those in office: whether its own people propose a change. */
export function OwnStanding({ slug, openChangeId }: { slug: string; openChangeId: string | null }) {
  if (!openChangeId) return null;
  return <p className="govuk-inset-text">Its own people propose a change of its record. <a className="govuk-link" href={agenciesPath(slug, `changes/${openChangeId}`)}>Look at it and decide</a></p>;
}
