import type { ReactNode } from "react";

import type { DelegationState } from "#app/domain/people/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** What a delegate was delegated, in lines for a card. Accountability stays with the lead. */
export function delegationLines(delegation: DelegationState): ReactNode[] {
  if (delegation.state === "unrecorded") return [<span key="delegation" className="muted">What is delegated to them has not been recorded.</span>];
  const lines = [
    <span key="delegation"><strong>Delegated:</strong> {delegation.scope}</span>,
    <span key="since" className="muted">{delegation.state === "in-force" ? `Delegated since ${showDate(delegation.since)}` : `Recorded by the lead before, on ${showDate(delegation.since)}`}</span>,
  ];
  return delegation.state === "in-force" ? lines : [...lines, <strong key="confirm">To be confirmed by the new lead</strong>];
}
