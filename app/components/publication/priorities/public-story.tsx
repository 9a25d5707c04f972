import { PriorityStateTag } from "#app/components/priorities/priority-state-tag.tsx";
import { figureWords } from "#app/domain/priorities/shown-measure.ts";
import type { PublishedStoryEntry } from "#app/domain/publication/priorities.ts";
import { showDate } from "#app/domain/shared/dates.ts";

interface PublicStoryProps {
  /** The last first. */
  story: readonly PublishedStoryEntry[];
  agreedOn: string;
  agreedWhere: string;
}

/** What was said of a priority and how its day moved, dated and by office, down to the day it was agreed. */
export function PublicStory({ story, agreedOn, agreedWhere }: PublicStoryProps) {
  return (
    <ol className="records">
      {story.map((entry, at) => (
        <li key={at}>
          <p className="muted">{showDate(entry.on)}</p>
          {entry.kind === "statement" ? <Statement {...entry} /> : <Move {...entry} />}
        </li>
      ))}
      <li>
        <p className="muted">{showDate(agreedOn)}</p>
        <h3>Agreed</h3>
        <p>{agreedWhere}</p>
      </li>
    </ol>
  );
}

function Statement({ state, words, figures, office }: Extract<PublishedStoryEntry, { kind: "statement" }>) {
  return (
    <>
      <h3>The partners said: <PriorityStateTag state={state} /></h3>
      <p className="lines">{words}</p>
      {figures.length > 0 && <><p className="govuk-!-margin-bottom-1">The last figures then:</p><ul className="govuk-list govuk-list--bullet">{figures.map((figure) => <li key={figure.name}>{figure.name}, {showDate(figure.on)}: {figureWords(figure, figure.unit)}</li>)}</ul></>}
      <p className="muted">{office}</p>
    </>
  );
}

function Move({ from, to, reason, agreedBy }: Extract<PublishedStoryEntry, { kind: "move" }>) {
  return (
    <>
      <h3>Due date moved from {showDate(from)} to {showDate(to)}</h3>
      <p className="lines">{reason}</p>
      <p className="muted">Agreed by: {agreedBy}</p>
    </>
  );
}
