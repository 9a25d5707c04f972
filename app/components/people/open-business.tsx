import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import type { OpenBusiness as OpenBusinessFound } from "#app/domain/people/open-business.ts";

export interface OpenBusinessProps {
  open: OpenBusinessFound;
  /** Who is in office now; null when nobody is. */
  from: string | null;
}

/** What passes to the next holder of an office with it. */
export function OpenBusiness({ open, from }: OpenBusinessProps) {
  const lines = [
    ...open.versions.map((version) => `Version ${String(version.number)} of ${documentWords(version.kind).the} waits for this seat’s signature. The new holder signs it; what ${from ?? "the holder before"} has signed stands.`),
    ...open.proposals.map(() => "A proposal waits for this seat’s agreement. The new holder gives it or declines."),
    ...open.delegations.map((delegation) => `What is delegated (${delegation.scope}) is shown as “to be confirmed by the new lead” until they confirm it.`),
    ...(open.overrides > 0 ? [`${String(open.overrides)} ${open.overrides === 1 ? "personal identifier was" : "personal identifiers were"} proposed to stay in a draft by ${from ?? "the holder before"}. A second person still decides.`] : []),
  ];
  if (!from && lines.length === 0) return null;
  return (
    <InsetText>
      {from && <p>{from} leaves the office on the day the next holder starts.</p>}
      {lines.length === 0 ? <p>Nothing is open for this office.</p> : <p>What is open passes on with the office:</p>}
      {lines.length > 0 && <ul className="govuk-list govuk-list--bullet">{lines.map((line, at) => <li key={at}>{line}</li>)}</ul>}
    </InsetText>
  );
}
