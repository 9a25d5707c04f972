import type { ReactNode } from "react";

import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { FactsStrip } from "#app/components/facts/facts-strip.tsx";

export interface InformationPageProps {
  title: string;
  /** What the page answers, in one or two sentences. */
  lead: ReactNode;
  /** When a person last checked the words: "22 November 2026". */
  updated: string;
  children: ReactNode;
}

/** A page about the site itself: heading, lead, plain text, facts. */
export function InformationPage({ title, lead, updated, children }: InformationPageProps) {
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body-l">{lead}</p>
      <div className="prose">{children}</div>
      <FactsStrip
        facts={[
          { term: "Last updated", description: updated },
          { term: "Owner", description: "The organisation that runs this site" },
        ]}
      />
    </PublicFrame>
  );
}
