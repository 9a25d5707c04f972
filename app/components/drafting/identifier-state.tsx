import { ReadinessList } from "#app/components/drafting/readiness-list.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import type { IdentifierView } from "#app/domain/documents/drafting-view.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

/** Where an identifier stands in the draft, and who let it stand. */
export function IdentifierState({ at, view }: { at: DocumentAddress; view: IdentifierView }) {
  const { lines, proposal } = view;
  const places = lines.map(({ identifier: _here, ...line }) => line);
  return (
    <>
      {lines.length > 0 ? <ReadinessList at={at} lines={places} /> : <p className="govuk-body">The draft no longer contains it.</p>}
      {proposal && (
        <InsetText>
          <p className="govuk-body">{proposal.reason}</p>
          <p className="govuk-body-s muted">
            Proposed by {proposal.proposedBy.name}, {showMoment(proposal.proposedAt)}.{" "}
            {proposal.confirmedAt ? `Confirmed by ${proposal.confirmedBy ?? "somebody who has left"}, ${showMoment(proposal.confirmedAt)}.` : "Nobody has confirmed it yet, so it still blocks freezing."}
          </p>
        </InsetText>
      )}
    </>
  );
}
