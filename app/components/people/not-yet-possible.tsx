import { Details } from "#app/components/govuk/details.tsx";

/** What people look for here and cannot do, so that they do not search for it. */
export function NotYetPossible({ administrator }: { administrator: boolean }) {
  return (
    <Details summaryText="What cannot be done on this page">
      <p className="govuk-body">An administrator of this site appoints the first holder of each post{administrator && ": that is you"}. After that, a lead safeguarding partner appoints their own delegate, and anybody can leave their own office.</p>
      <p className="govuk-body">The portal cannot yet:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>appoint a new lead, chair, scrutineer or business manager after the first</li>
        <li>send an invitation by e-mail: whoever appoints hands over the link</li>
        <li>record what a lead delegates, and its limits</li>
        <li>show who held an office on an earlier day</li>
      </ul>
    </Details>
  );
}
