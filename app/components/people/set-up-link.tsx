import { InsetText } from "#app/components/govuk/inset-text.tsx";

/** A link that sets up an account, with how to hand it over. It stands on this page only. */
export function SetUpLink({ name, url }: { name: string; url: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">Give {name} this link</h2>
      <p className="govuk-body">This site is not set up to send e-mail, so you hand the invitation over yourself.</p>
      <InsetText><code className="hash">{url}</code></InsetText>
      <ul className="govuk-list govuk-list--bullet">
        <li>It is shown this once. Copy it now.</li>
        <li>It works once, and for 72 hours.</li>
        <li>Whoever opens it chooses the password. So give it to {name} alone: in person, or in a message to their own work address, and never in a shared mailbox.</li>
        <li>With it they choose a password and set up a code on their phone.</li>
      </ul>
    </>
  );
}
