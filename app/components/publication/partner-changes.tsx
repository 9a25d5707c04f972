import type { PartnerChange } from "#app/domain/publication/partner-changes.ts";

/** Who became, or is no longer, a statutory partner here, and why. Nothing when the partners are those it began with. */
export function PartnerChanges({ changes }: { changes: readonly PartnerChange[] }) {
  if (changes.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">Changes of partners</h3>
      <ul className="govuk-list govuk-list--spaced">
        {changes.map(({ on, what, reason }) => (
          <li key={`${on} ${what}`}>
            {what}. <span className="muted">Why: {reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
