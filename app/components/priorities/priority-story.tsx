import { PriorityStateTag } from "#app/components/priorities/priority-state-tag.tsx";
import type { MoveView, StatementView } from "#app/domain/priorities/priority-view.ts";
import { withUnit } from "#app/domain/priorities/shown-measure.ts";
import { showDate } from "#app/domain/shared/dates.ts";

type Told = { on: string; at: string; key: string } & ({ statement: StatementView } | { move: MoveView });

/** What was said and moved, the last first. */
export function PriorityStory({ statements, moves }: { statements: readonly StatementView[]; moves: readonly MoveView[] }) {
  const told: Told[] = [
    ...[...statements].reverse().map((statement) => ({ on: statement.on, at: statement.at, key: `statement-${String(statement.number)}`, statement })),
    ...[...moves].reverse().map((move) => ({ on: move.on, at: move.at, key: `move-${String(move.number)}`, move })),
  ];
  told.sort((a, b) => b.at.localeCompare(a.at));
  if (told.length === 0) return <p className="govuk-body">Nothing has been said of it yet.</p>;
  return (
    <ol className="records">
      {told.map((each) => (
        <li key={each.key}>
          <p className="muted">{showDate(each.on)}</p>
          {"move" in each ? <Moved {...each.move} /> : <Said {...each.statement} />}
        </li>
      ))}
    </ol>
  );
}

function Moved({ from, to, reason, agreedBy, office }: MoveView) {
  return (
    <>
      <h3>Due date moved from {showDate(from)} to {showDate(to)}</h3>
      <p className="lines">{reason}</p>
      <p className="muted">Agreed by: {agreedBy}. Recorded by: {office}</p>
    </>
  );
}

function Said({ state, words, measures, office }: StatementView) {
  const known = measures.flatMap(({ id, name, unit, latest }) => (latest ? [{ id, text: `${name}: ${withUnit(latest.value, unit)} on ${showDate(latest.on)}` }] : []));
  return (
    <>
      <h3><PriorityStateTag state={state} /></h3>
      <p className="lines">{words}</p>
      {known.length > 0 && <><p className="govuk-body govuk-!-margin-bottom-1">The last figures then:</p><ul className="govuk-list govuk-list--bullet">{known.map(({ id, text }) => <li key={id}>{text}</li>)}</ul></>}
      <p className="muted">{office}</p>
    </>
  );
}
