import type { ActionOrigin } from "#app/domain/actions/origins.ts";
import type { ActionRow } from "#app/domain/actions/views.ts";

import { ActionsTable } from "./actions-table.tsx";
import { newActionPath } from "./paths.ts";

interface ActionsOfProps {
  slug: string;
  today: string;
  /** What the actions come from. */
  origin: ActionOrigin;
  actions: readonly ActionRow[];
  /** Whether the reader may record one. */
  mayRecord: boolean;
  /** What is said while there is none: "Nothing has come of this decision yet." */
  empty: string;
}

/** What came of something: its actions with their state, and the way to record another. */
export function ActionsOf({ slug, today, origin, actions, mayRecord, empty }: ActionsOfProps) {
  return (
    <section aria-labelledby="actions">
      <h2 className="govuk-heading-m" id="actions">Actions</h2>
      {actions.length === 0 ? <p className="govuk-body">{empty}</p> : <ActionsTable slug={slug} actions={actions} today={today} captionHidden about={() => null} />}
      {mayRecord && <p className="govuk-body"><a className="govuk-link" href={newActionPath(slug, origin)}>Record an action</a></p>}
    </section>
  );
}
