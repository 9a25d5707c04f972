import { Tag } from "#app/components/govuk/tag.tsx";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import type { Withholding } from "#app/domain/agencies/withholdings/withholding-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { agenciesPath } from "../paths.ts";

/** In the register: that the public reads it without its name. */
export function NameWithheldTag() {
  return <Tag text="Name withheld" tone="purple" />;
}

interface NameStatusProps {
  slug: string;
  agency: AgencyView;
  /** Every decision of this partnership, the last first. */
  withholdings: readonly Withholding[];
  mayDecide: boolean;
}

/** On an agency's page: whether the public reads its name, and what was decided before. */
export function NameStatus({ slug, agency, withholdings, mayDecide }: NameStatusProps) {
  const { withholding, nameWithheld } = agency;
  const open = withholdings.find(({ ended }) => !ended);
  return (
    <>
      {withholding && (
        <div className="govuk-inset-text">
          <p className="govuk-body"><strong>Name withheld from the public since {showDate(withholding.at)}.</strong> The public reads that an agency of its category is named, and nothing else of it.</p>
          <p className="govuk-body">Reason, which is not published: {withholding.reason}{open && <span className="muted"> ({open.by})</span>}</p>
          {mayDecide && <p className="govuk-body"><a className="govuk-link" href={agenciesPath(slug, `${agency.id}/withhold/end`)}>Let the name be public again</a></p>}
        </div>
      )}
      {!withholding && nameWithheld && (
        <div className="govuk-inset-text">
          <p className="govuk-body"><strong>Name withheld from the public by another partnership that works with it.</strong> Nothing public names it here either, for the safety of those who live or work there. Ask the agency which partnership that is.</p>
        </div>
      )}
      <Earlier withholdings={withholdings} />
    </>
  );
}

function Earlier({ withholdings }: { withholdings: readonly Withholding[] }) {
  const over = withholdings.flatMap(({ ended, ...each }) => (ended ? [{ ...each, ended }] : []));
  if (over.length === 0) return null;
  return (
    <ul className="govuk-list muted">
      {over.map(({ id, at, reason, ended }) => (
        <li key={id}>Its name was withheld from the public from {showDate(at)} to {showDate(ended.at)}: {reason} It ended because: {ended.reason}</li>
      ))}
    </ul>
  );
}
