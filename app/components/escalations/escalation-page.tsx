import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { EscalationStepView, EscalationView } from "#app/domain/escalations/escalation-view.ts";
import { actsOn, type EscalationAct, nextStage, nextWords, timeLeft } from "#app/domain/escalations/rules.ts";
import { storyOf } from "#app/domain/escalations/story.ts";
import { escalationKindLabels, stageLabels } from "#app/domain/escalations/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { escalationsPath } from "./paths.ts";
import { EscalationStateTag } from "./escalation-state-tag.tsx";

interface EscalationPageProps {
  slug: string;
  today: string;
  escalation: EscalationView;
  steps: readonly EscalationStepView[];
  mayRecord: boolean;
}

/** One escalation: where it stands, by when, what comes next, and what happened, day by day. */
export function EscalationPage({ slug, today, escalation, steps, mayRecord }: EscalationPageProps) {
  const { kind, parties, issue, sought, raisedOn, stageSince, dueOn, closedOn } = escalation;
  const next = nextWords(escalation);
  const left = timeLeft(escalation, today);
  const acts = mayRecord ? actsOn(escalation) : [];
  return (
    <>
      <p className="govuk-body"><EscalationStateTag escalation={escalation} />{left && <> {left}</>}</p>
      {next && <InsetText><strong>Next:</strong> {next}</InsetText>}
      {acts.length > 0 && (
        <ButtonGroup>
          {acts.map((act, at) => <Button key={act} href={escalationsPath(slug, `${String(escalation.number)}/${act}`)} variant={at === 0 ? undefined : "secondary"}>{actLabel(act, escalation)}</Button>)}
        </ButtonGroup>
      )}
      <SummaryList
        rows={[
          { key: "What it is", value: escalationKindLabels[kind] },
          { key: kind === "dispute" ? "Between" : "Of", value: parties.join(", ") },
          { key: "The issue", value: <span className="lines">{issue}</span> },
          { key: "What is sought", value: <span className="lines">{sought}</span> },
          { key: "Raised on", value: showDate(raisedOn) },
          ...(closedOn ? [] : [{ key: "Where it is since", value: showDate(stageSince) }, { key: "Due by", value: dueOn ? showDate(dueOn) : "No clock is set for this stage" }]),
        ]}
      />
      <h2 className="govuk-heading-m" id="story">What happened</h2>
      <ol className="records">
        {storyOf(escalation, steps).map(({ key, on, title, paragraphs, by }) => (
          <li key={key}>
            <p className="muted">{showDate(on)}</p>
            <h3>{title}</h3>
            {paragraphs.map((paragraph, at) => <p key={at} className="lines">{paragraph}</p>)}
            <p className="muted">{by}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

function actLabel(act: EscalationAct, escalation: EscalationView): string {
  const next = nextStage(escalation);
  return { decide: escalation.decidedOn === null ? "Record what was decided" : "Record another decision", settle: "Record how it ended", "take-further": `Take it to ${next ? stageLabels[next] : "others"}` }[act];
}
