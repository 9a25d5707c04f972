import { Table } from "#app/components/govuk/table.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { withUnit } from "#app/domain/priorities/shown-measure.ts";
import { honestState, isPastDue, latestOf } from "#app/domain/priorities/rules.ts";
import type { MeasureView, PriorityView } from "#app/domain/priorities/priority-view.ts";
import { noEvidence } from "#app/domain/priorities/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { prioritiesPath } from "./paths.ts";
import { PriorityStateTag } from "./priority-state-tag.tsx";

/** Priorities, each with how it stands, when it is due and its last figures. */
export function PrioritiesTable({ slug, priorities, today }: { slug: string; priorities: readonly PriorityView[]; today: string }) {
  return (
    <Table
      caption="Priorities"
      captionHidden
      columns={[{ label: "Priority" }, { label: "Led by" }, { label: "How it stands" }, { label: "Due by" }, { label: "Last figures" }]}
      rows={priorities.map((priority) => {
        const { number, title, lead, agreedOn, state, dueOn, originalDueOn, measures } = priority;
        return {
          key: String(number),
          cells: [
            <a key="link" className="govuk-link" href={prioritiesPath(slug, number)}>{`${String(number)}: ${title}`}</a>,
            lead.name,
            agreedOn === null && state !== "closed" ? <Tag key="tag" text="Draft" tone="grey" /> : <><PriorityStateTag state={state} />{honestState(priority) === "no-evidence" && <span className="muted"><br />{noEvidence}</span>}</>,
            <>{showDate(dueOn)}{dueOn !== originalDueOn && <span className="muted"><br />At first {showDate(originalDueOn)}</span>}{isPastDue(priority, today) && <><br /><strong>Past its day</strong></>}</>,
            measures.length === 0 ? <span key="none" className="muted">No measure yet</span> : <LastFigures measures={measures} />,
          ],
        };
      })}
    />
  );
}

const mostShown = 2;

function LastFigures({ measures }: { measures: readonly MeasureView[] }) {
  const more = measures.length - mostShown;
  return (
    <>
      {measures.slice(0, mostShown).map(({ id, name, unit, baseline, points }, at) => {
        const latest = latestOf({ points });
        return <span key={id}>{at > 0 && <br />}{name}: <strong>{latest ? withUnit(latest.value, unit) : "no figure yet"}</strong>{baseline && <span className="muted"> (baseline {withUnit(baseline.value, unit)})</span>}</span>;
      })}
      {more > 0 && <span className="muted"><br />and {more} more</span>}
    </>
  );
}
