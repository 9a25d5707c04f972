import { Table } from "#app/components/govuk/table.tsx";
import type { ActionRow } from "#app/domain/agencies/assessments/views.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { assessmentsPath } from "./paths.ts";
import { ActionStateTag } from "./state-tag.tsx";

interface ActionsTableProps {
  slug: string;
  actions: readonly ActionRow[];
  today: string;
  captionHidden?: boolean;
  /** On the page of one return, where the agency is said already. */
  withoutAgency?: boolean;
}

/** Actions with whose they are, by when, and how far. */
export function ActionsTable({ slug, actions, today, captionHidden = false, withoutAgency = false }: ActionsTableProps) {
  return (
    <Table
      caption="Actions"
      captionHidden={captionHidden}
      columns={[{ label: "Action" }, { label: withoutAgency ? "Who does it" : "Agency" }, { label: "Due" }, { label: "State" }]}
      rows={actions.map((action) => ({
        key: action.id,
        cells: [
          <><a className="govuk-link" href={assessmentsPath(slug, "actions", action.id)}>{action.what}</a><span className="muted"><br />{action.standard}</span></>,
          withoutAgency ? action.owner : <>{action.agency}<span className="muted"><br />{action.owner}</span></>,
          <>{showDate(action.dueOn)}{action.dueOn !== action.firstDueOn && <span className="muted"><br />First due {showDate(action.firstDueOn)}</span>}</>,
          <ActionStateTag key="state" action={action} today={today} />,
        ],
      }))}
    />
  );
}
