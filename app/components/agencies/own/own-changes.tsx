import type { AgencyChange } from "#app/domain/agencies/own/change-view.ts";
import { changeStatusLabels } from "#app/domain/agencies/own/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { PartChanges } from "./part-changes.tsx";

/** What was proposed for the record of an agency, and what became of it. */
export function OwnChanges({ changes }: { changes: readonly AgencyChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section className="section" aria-labelledby="changes">
      <h2 className="govuk-heading-m" id="changes">What was proposed</h2>
      {changes.map((change) => (
        <div key={change.id} className="section">
          <h3 className="govuk-heading-s">{showDate(change.proposedOn)}: {changeStatusLabels[change.status].toLowerCase()}</h3>
          <p className="govuk-body">Proposed by {change.by}.{change.note && ` ${change.note}`}</p>
          <PartChanges change={change} />
          {change.decidedOn && change.status !== "replaced" && <p className="govuk-body">{changeStatusLabels[change.status]} on {showDate(change.decidedOn)}.{change.reason && ` ${change.reason}`}</p>}
        </div>
      ))}
    </section>
  );
}
