import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import type { SeatToChange } from "#app/domain/people/partners/succession.ts";

/** What depends on a seat that is to end. */
export function DependsOnSeat({ seat }: { seat: SeatToChange }) {
  const { organisation, lead, delegate, delegations, versions, proposals } = seat;
  return (
    <>
      <h3 className="govuk-heading-s">{organisation}</h3>
      <SummaryList
        rows={[
          { key: "Lead", value: lead ?? "Vacant" },
          { key: "Delegate", value: delegate ?? "Vacant" },
          { key: "Delegated", value: delegations.length === 0 ? "Nothing is recorded" : delegations.join("; ") },
          { key: "Versions that await signatures", value: versions.length === 0 ? "None" : versions.map(({ kind, number }) => `Version ${String(number)} of ${documentWords(kind).the}`).join("; ") },
          { key: "Proposals about its offices", value: proposals === 0 ? "None" : String(proposals) },
        ]}
      />
    </>
  );
}

/** What happens to what depends on a seat, whoever follows. */
export function WhatHappens() {
  return (
    <ul className="govuk-list govuk-list--bullet">
      <li>Versions that await signatures are closed on the day. Signatures on them stand, and those who signed are told.</li>
      <li>Proposals about the offices of a seat that ends lapse.</li>
      <li>What is delegated ends with the seat.</li>
      <li>The public page says what changed, when and why. Who was accountable before that day stays as it was.</li>
    </ul>
  );
}
