import type { ReactNode } from "react";

import { showDate } from "#app/domain/shared/dates.ts";

interface TermsShown {
  reviewOn: string | null;
  independentReason: string | null;
  appointingBody: string | null;
  termEndsOn: string | null;
  interests: string | null;
  /** Absent on public pages. */
  contractEndsOn?: string | null;
}

/** The terms of a chair or scrutineer, in lines for a card. */
export function termsLines({ reviewOn, independentReason, appointingBody, termEndsOn, contractEndsOn, interests }: TermsShown): ReactNode[] {
  return [
    ...(independentReason ? [<span key="independent"><strong>Independent chair:</strong> not one of the delegated partners. {independentReason}</span>] : []),
    ...(reviewOn ? [<span key="review" className="muted">Reviewed by {showDate(reviewOn)}</span>] : []),
    ...(appointingBody ? [<span key="body" className="muted">Appointed by {lowerThe(appointingBody)}</span>] : []),
    ...(termEndsOn ? [<span key="term" className="muted">Term ends {showDate(termEndsOn)}</span>] : []),
    ...(contractEndsOn ? [<span key="contract" className="muted">Contract ends {showDate(contractEndsOn)}</span>] : []),
    ...(interests ? [<span key="interests"><strong>Interests declared:</strong> {interests}</span>] : []),
  ];
}

/** "Appointed by the three partners" reads on; a name keeps its capital. */
function lowerThe(text: string): string {
  return text.startsWith("The ") ? `the ${text.slice(4)}` : text;
}
