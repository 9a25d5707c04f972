import type { DecisionLine } from "#app/domain/decisions/decision-view.ts";

import { DecisionStateTag } from "./decision-state-tag.tsx";
import { decisionsPath } from "./paths.ts";

interface DecisionsOfProps {
  slug: string;
  meetingId: string;
  decisions: readonly DecisionLine[];
  /** Whether the reader may record one. */
  mayRecord: boolean;
}

/** What was decided at a meeting, and the way to record more of it. */
export function DecisionsOf({ slug, meetingId, decisions, mayRecord }: DecisionsOfProps) {
  return (
    <section aria-labelledby="decisions">
      <h2 className="govuk-heading-m" id="decisions">Decisions</h2>
      {decisions.length === 0 && <p className="govuk-body">No decision is recorded.</p>}
      {decisions.length > 0 && (
        <ul className="govuk-list">
          {decisions.map((decision) => <li key={decision.id}><a className="govuk-link" href={decisionsPath(slug, decision.number)}>{`${String(decision.number)}. ${decision.sentence}`}</a> <DecisionStateTag decision={decision} /></li>)}
        </ul>
      )}
      {mayRecord && <p className="govuk-body"><a className="govuk-link" href={decisionsPath(slug, `new?meeting=${meetingId}`)}>Record a decision</a></p>}
    </section>
  );
}
