import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { originPath, origins } from "#app/domain/actions/origins.ts";
import { type ActionAct, actsOn, nextWords } from "#app/domain/actions/rules.ts";
import type { ActionInFull } from "#app/domain/actions/views.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { ActionStory } from "./action-story.tsx";
import { actionsPath } from "./paths.ts";
import { ActionStateTag } from "./state-tag.tsx";

/** An action as a story: where it comes from, whose it is, every day it had, what comes next, and what became of it. */
export function ActionPage({ slug, action, heading }: { slug: string; action: ActionInFull; heading: string }) {
  const { id, state, what, may, owner, agency, originalDueOn, dueOn, closedOn, story, today } = action;
  const next = nextWords(action);
  return (
    <>
      <p className="govuk-body"><ActionStateTag action={action} today={today} /></p>
      {heading !== what && <p className="govuk-body-l as-typed">{what}</p>}
      {next && <InsetText><strong>Next:</strong> {next}</InsetText>}
      <ButtonGroup>
        {actsOn(state, may).map((act, at) => <Button key={act} href={actionsPath(slug, id, act)} variant={at === 0 ? undefined : "secondary"}>{labels[act]}</Button>)}
      </ButtonGroup>
      <SummaryList
        rows={[
          ...(agency ? [{ key: "Agency", value: agency }] : []),
          { key: "Who does it", value: owner },
          { key: "Due", value: <>{showDate(dueOn)}{dueOn !== originalDueOn && <span className="muted"><br />First due {showDate(originalDueOn)}</span>}</> },
          ...(closedOn ? [{ key: "Closed", value: showDate(closedOn) }] : []),
          { key: "Comes from", value: <ComesFrom slug={slug} action={action} /> },
        ]}
      />
      <h2 className="govuk-heading-m">What happened</h2>
      <ActionStory story={story} />
    </>
  );
}

const labels: Record<ActionAct, string> = {
  propose: "Propose it as done",
  progress: "Note progress",
  close: "Close it",
  more: "Ask for more",
  move: "Move the day",
  owner: "Change who does it",
};

function ComesFrom({ slug, action: { origin, originAt, originTitle, originDetail } }: { slug: string; action: ActionInFull }) {
  const href = originPath(slug, { kind: origin, at: originAt });
  if (originTitle === null) return origins[origin].label;
  return (
    <>
      {origins[origin].label}: {href ? <a className="govuk-link" href={href}>{originTitle}</a> : originTitle}
      {originDetail !== null && <span className="muted"><br />{originDetail}</span>}
    </>
  );
}
