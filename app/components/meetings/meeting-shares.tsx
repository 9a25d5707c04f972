import { Button } from "#app/components/govuk/button.tsx";
import type { ShareView } from "#app/domain/meetings/meeting-view.ts";
import { shareStateLabels } from "#app/domain/meetings/vocabulary.ts";

interface MeetingSharesProps {
  here: string;
  host: string;
  shares: readonly ShareView[];
  mayChange: boolean;
}

/** Of which partnerships it is a meeting. */
export function MeetingShares({ here, host, shares, mayChange }: MeetingSharesProps) {
  if (shares.length === 0 && !mayChange) return null;
  return (
    <>
      <h2 className="govuk-heading-m" id="shares">Of which partnerships it is a meeting</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>{host}, the host</li>
        {shares.map(({ partnershipId, name, state, reason }) => (
          <li key={partnershipId}>
            {name}: {shareStateLabels[state].toLowerCase()}
            {reason && <>. <span className="lines">{reason}</span></>}
            {mayChange && state === "proposed" && <> <a className="govuk-link" href={`${here}/shares/${partnershipId}/take-back`}>Take it back<span className="govuk-visually-hidden"> from {name}</span></a></>}
          </li>
        ))}
      </ul>
      {mayChange && <Button href={`${here}/share`} variant="secondary">Share it with another partnership</Button>}
    </>
  );
}
