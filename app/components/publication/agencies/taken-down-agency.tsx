import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { StoredAgencies } from "#app/domain/publication/agencies.ts";
import { showDate } from "#app/domain/shared/dates.ts";

interface TakenDownAgencyProps {
  takenDown: readonly { partnership: StoredAgencies["partnership"]; takenDown: { at: string; reason: string | null } }[];
}

/** In the place of an agency that only lists named which were taken down: nothing of it. */
export function TakenDownAgency({ takenDown }: TakenDownAgencyProps) {
  return (
    <>
      <h1 className="govuk-heading-l">This page has been taken down</h1>
      <p className="govuk-body-l">It showed a relevant agency as a published list named it. The list was taken down for safety.</p>
      {takenDown.map(({ partnership, takenDown: { at, reason } }) => (
        <p className="govuk-body" key={partnership.id}><a className="govuk-link" href={pathTo.agencies(partnership.slug)}>{partnership.name}</a>, on {showDate(at)}{reason && <>. <strong>Reason:</strong> {reason}</>}</p>
      ))}
      <FactsStrip facts={[{ term: "Status", description: "Taken down for safety" }]} />
    </>
  );
}
