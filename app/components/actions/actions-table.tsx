import { Table } from "#app/components/govuk/table.tsx";
import { origins } from "#app/domain/actions/origins.ts";
import type { ActionRow } from "#app/domain/actions/views.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { actionsPath } from "./paths.ts";
import { ActionStateTag } from "./state-tag.tsx";

interface ActionsTableProps<Row extends ActionRow> {
  slug: string;
  actions: readonly Row[];
  today: string;
  captionHidden?: boolean;
  /** What stands below each action; where it comes from, unless this says something else. */
  about?: (action: Row) => string | null;
  /** On the page of one agency, where it is said already. */
  withoutAgency?: boolean;
}

/** Actions with whose they are, by when, and how far. */
export function ActionsTable<Row extends ActionRow>({ slug, actions, today, captionHidden = false, about = comesFrom, withoutAgency = false }: ActionsTableProps<Row>) {
  return (
    <Table
      caption="Actions"
      captionHidden={captionHidden}
      columns={[{ label: "Action" }, { label: "Who does it" }, { label: "Due" }, { label: "State" }]}
      rows={actions.map((action) => ({
        key: action.id,
        cells: [
          <><a className="govuk-link" href={actionsPath(slug, action.id)}>{shortened(action.what, longest)}</a><Below text={about(action)} /></>,
          <>{action.owner}<Below text={withoutAgency ? null : action.agency} /></>,
          <>{showDate(action.dueOn)}<Below text={action.dueOn === action.originalDueOn ? null : `First due ${showDate(action.originalDueOn)}`} /></>,
          <ActionStateTag key="state" action={action} today={today} />,
        ],
      }))}
    />
  );
}

function Below({ text }: { text: string | null }) {
  return text === null ? null : <span className="muted"><br />{text}</span>;
}

/** "Self-assessment: Section 175 return 2026 to 2027"; nothing where it was recorded by itself. */
function comesFrom({ origin, originTitle }: ActionRow): string | null {
  if (origin === "own") return null;
  return originTitle === null ? origins[origin].label : `${origins[origin].label}: ${originTitle}`;
}

const longest = 160;

/** The beginning of a long text, at the end of a word. */
export function shortened(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, words.lastIndexOf(" ", most))} …`;
}
