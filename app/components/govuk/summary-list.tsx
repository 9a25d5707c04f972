import type { ReactNode } from "react";

import { classNames } from "#app/components/govuk/class-names.ts";

export interface SummaryAction {
  href: string;
  text: string;
  /** Finishes the link's name for those who hear it alone: "Change" + "the name of the area". */
  visuallyHiddenText: string;
}

export interface SummaryRow {
  key: ReactNode;
  value: ReactNode;
  actions?: readonly SummaryAction[];
}

export function SummaryList({ rows, noBorder = false }: { rows: readonly SummaryRow[]; noBorder?: boolean }) {
  const anyActions = rows.some((row) => row.actions?.length);
  return (
    <dl className={classNames("govuk-summary-list", noBorder && "govuk-summary-list--no-border")}>
      {rows.map((row, at) => (
        <div key={at} className={classNames("govuk-summary-list__row", anyActions && !row.actions?.length && "govuk-summary-list__row--no-actions")}>
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.actions?.length ? <dd className="govuk-summary-list__actions"><Actions actions={row.actions} /></dd> : null}
        </div>
      ))}
    </dl>
  );
}

function Actions({ actions }: { actions: readonly SummaryAction[] }) {
  const links = actions.map((action) => (
    <a key={action.href} className="govuk-link" href={action.href}>
      {action.text}<span className="govuk-visually-hidden"> {action.visuallyHiddenText}</span>
    </a>
  ));
  if (links.length === 1) return links[0];
  return (
    <ul className="govuk-summary-list__actions-list">
      {links.map((link) => <li key={link.key} className="govuk-summary-list__actions-list-item">{link}</li>)}
    </ul>
  );
}
