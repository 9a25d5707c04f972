import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { FactorReset } from "#app/domain/people/factor-reset.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

/** Who asked, proposed and confirmed, and until when it stands. */
export function FactorResetState({ reset, name }: { reset: FactorReset | null; name: string }) {
  if (!reset) return <p className="govuk-body">No reset is under way. Setting up a second factor anew takes two people, neither of them {name}: one proposes, another confirms.</p>;
  const { askedAt, proposedAt, proposer, howChecked, confirmedAt, confirmer, expiresAt } = reset;
  return (
    <SummaryList
      rows={[
        ...(askedAt ? [{ key: "Asked for", value: `By ${name}, after the right password, on ${showMoment(askedAt)}` }] : []),
        { key: "Proposed", value: proposedAt ? `By ${proposer ?? "somebody"} on ${showMoment(proposedAt)}` : "Not yet" },
        ...(howChecked ? [{ key: "How they made sure", value: howChecked }] : []),
        { key: "Confirmed", value: confirmedAt ? `By ${confirmer ?? "somebody"} on ${showMoment(confirmedAt)}` : "Not yet: a second person must" },
        { key: confirmedAt ? "The link works until" : "Lapses on", value: showMoment(expiresAt) },
      ]}
    />
  );
}
