import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { ActionEntry, ActionRow } from "#app/domain/agencies/assessments/views.ts";
import { actionEntryLabels, actionOriginLabels } from "#app/domain/agencies/assessments/vocabulary.ts";
import { showDate, showMoment } from "#app/domain/shared/dates.ts";

import { assessmentsPath } from "./paths.ts";
import { ActionStateTag, OnBehalf } from "./state-tag.tsx";
import { Paragraphs } from "./submitted-answers.tsx";

export interface ActionPageProps {
  slug: string;
  today: string;
  action: ActionRow & { story: ActionEntry[] };
  may: { work: boolean; close: boolean; move: boolean };
}

/** An action as a story: where it comes from, whose it is, every day it had, and what became of it. */
export function ActionPage({ slug, today, action, may }: ActionPageProps) {
  const { id, status, agency, round, standard, returnId, origin, owner, firstDueOn, dueOn, closedOn, story } = action;
  const path = (...rest: string[]) => assessmentsPath(slug, "actions", id, ...rest);
  return (
    <>
      <p className="govuk-body"><ActionStateTag action={action} today={today} /></p>
      <SummaryList
        rows={[
          { key: "Agency", value: <a className="govuk-link" href={assessmentsPath(slug, "returns", returnId)}>{agency}</a> },
          { key: "Standard", value: <>{standard}<span className="muted"><br />{round}</span></> },
          { key: "Comes from", value: actionOriginLabels[origin] },
          { key: "Who does it", value: owner },
          { key: "Due", value: <>{showDate(dueOn)}{dueOn !== firstDueOn && <span className="muted"><br />First due {showDate(firstDueOn)}</span>}</> },
          ...(closedOn ? [{ key: "Closed", value: showDate(closedOn) }] : []),
        ]}
      />
      <ButtonGroup>
        {status === "open" && may.work && <Button href={path("propose")}>Propose it as done</Button>}
        {status === "open" && may.work && <Button href={path("progress")} variant="secondary">Note progress</Button>}
        {status === "proposed" && may.close && <Button href={path("close")}>Close it</Button>}
        {status === "proposed" && may.close && <Button href={path("more")} variant="secondary">Ask for more</Button>}
        {status !== "closed" && may.move && <Button href={path("move")} variant="secondary">Move the day</Button>}
      </ButtonGroup>
      <h2 className="govuk-heading-m">What happened</h2>
      <Story story={story} />
    </>
  );
}

function Story({ story }: { story: readonly ActionEntry[] }) {
  return (
    <ol className="story">
      {story.map(({ number, kind, text, dueBefore, dueAfter, saidAt, office, onBehalf }) => (
        <li key={number}>
          <p className="govuk-body-s muted">{actionEntryLabels[kind]} by the {office} on {showMoment(saidAt)} {onBehalf && <OnBehalf />}</p>
          {dueBefore && dueAfter && <p className="govuk-body">From {showDate(dueBefore)} to {showDate(dueAfter)}.</p>}
          {text && <Paragraphs text={text} />}
        </li>
      ))}
    </ol>
  );
}
