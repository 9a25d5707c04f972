import type { ActionEntry } from "#app/domain/actions/views.ts";
import { actionEntryLabels } from "#app/domain/actions/vocabulary.ts";
import { showDate, showMoment } from "#app/domain/shared/dates.ts";

import { OnBehalf } from "./state-tag.tsx";

/** What happened to an action, in order and by office. */
export function ActionStory({ story }: { story: readonly ActionEntry[] }) {
  return (
    <ol className="story">
      {story.map(({ number, kind, text, dueBefore, dueAfter, ownerBefore, ownerAfter, saidAt, office, onBehalf }) => (
        <li key={number}>
          <p className="govuk-body-s muted">{actionEntryLabels[kind]} by the {office} on {showMoment(saidAt)} {onBehalf && <OnBehalf />}</p>
          {dueBefore && dueAfter && <p className="govuk-body">From {showDate(dueBefore)} to {showDate(dueAfter)}.</p>}
          {ownerBefore && ownerAfter && <p className="govuk-body">From {ownerBefore} to {ownerAfter}.</p>}
          {text?.split(/\n{2,}/).map((each, at) => <p className="govuk-body as-typed" key={at}>{each}</p>)}
        </li>
      ))}
    </ol>
  );
}
