import type { ReactNode } from "react";

export interface Fact {
  term: string;
  description: ReactNode;
}

/** The facts about a page that end it: status, version, dates, owner, updates, permanent link. Empty facts are left out. */
export function FactsStrip({ facts, title = "About this page" }: { facts: readonly (Fact | null | undefined | false)[]; title?: string }) {
  const shown = facts.filter((fact): fact is Fact => Boolean(fact));
  if (shown.length === 0) return null;
  return (
    <section aria-label={title}>
      <dl className="facts">
        {shown.map((fact) => (
          <div key={fact.term}>
            <dt>{fact.term}</dt>
            <dd>{fact.description}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
