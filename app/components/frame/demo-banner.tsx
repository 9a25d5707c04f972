/** Says that nothing here is real. `signedIn` adds what demonstration mode relaxes for people with an account. */
export function DemoBanner({ signedIn = false }: { signedIn?: boolean }) {
  return (
    <aside className="demo-banner" aria-label="Demonstration">
      <p className="govuk-width-container">
        <strong>Demonstration:</strong> places and people are made up.{signedIn && " Second factor may be skipped here."} <a className="govuk-link" href="/demo/messages">Outgoing messages</a>
      </p>
    </aside>
  );
}
