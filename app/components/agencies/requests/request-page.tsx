import { agenciesPath } from "#app/components/agencies/paths.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { RequestView, StepView } from "#app/domain/agencies/requests/request-view.ts";
import { actsOn, nextStage, nextWords, type RequestAct, timeLeft } from "#app/domain/agencies/requests/rules.ts";
import { storyOf } from "#app/domain/agencies/requests/story.ts";
import { basisOf, requestOutcomeLabels, stageLabels } from "#app/domain/agencies/requests/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { requestsPath } from "./paths.ts";
import { RequestStateTag } from "./request-state-tag.tsx";
import { RequestStory } from "./request-story.tsx";

interface RequestPageProps {
  slug: string;
  today: string;
  request: RequestView;
  steps: readonly StepView[];
  may: { record: boolean; answer: boolean; readRegister: boolean };
}

/** One request: where it stands, what comes next, what was asked, and what happened, day by day. */
export function RequestPage({ slug, today, request, steps, may }: RequestPageProps) {
  const next = nextWords(request);
  const left = timeLeft(request, today);
  return (
    <>
      <p className="govuk-body"><RequestStateTag request={request} />{left && <> {left}</>}</p>
      {next && <InsetText><strong>Next:</strong> {next}</InsetText>}
      <Acts slug={slug} request={request} may={may} />
      <h2 className="govuk-heading-m">What was asked</h2>
      <Asked slug={slug} request={request} readRegister={may.readRegister} />
      <h2 className="govuk-heading-m" id="story">What happened</h2>
      <RequestStory entries={storyOf(request, steps)} />
    </>
  );
}

function Acts({ slug, request, may }: Pick<RequestPageProps, "slug" | "request" | "may">) {
  const acts = actsOn(request).filter((act) => may.record || (act === "answer" && may.answer));
  if (acts.length === 0) return null;
  return (
    <ButtonGroup>
      {acts.map((act, at) => <Button key={act} href={requestsPath(slug, `${String(request.number)}/${act}`)} variant={at === 0 ? undefined : "secondary"}>{actLabel(act, request)}</Button>)}
    </ButtonGroup>
  );
}

function actLabel(act: RequestAct, request: RequestView): string {
  const stage = nextStage(request);
  return {
    answer: request.answer === null ? "Record the answer" : "Record another answer",
    move: "Move the due date",
    escalate: `Take it to ${stage ? stageLabels[stage] : "others"}`,
    decide: "Record what was decided",
    close: "Close it",
  }[act];
}

function Asked({ slug, request, readRegister }: Pick<RequestPageProps, "slug" | "request"> & { readRegister: boolean }) {
  const { requester, recipient, membershipId, purpose, askedFor, basis, basisWords, askedOn, dueOn, firstDueOn, closedOn, outcome } = request;
  const of = basisOf(basis);
  return (
    <SummaryList
      rows={[
        { key: "Asked by", value: requester?.name ?? "The safeguarding partners together" },
        { key: "Whom", value: membershipId && readRegister ? <a className="govuk-link" href={agenciesPath(slug, membershipId)}>{recipient}</a> : recipient },
        { key: "What for", value: <span className="lines">{purpose}</span> },
        { key: "What is asked for", value: <span className="lines">{askedFor}</span> },
        { key: "Legal basis", value: <>{of?.label}{basisWords && <><br />{basisWords}</>}{of?.confidence === "to-verify" && <span className="muted"><br />{of.words} (In our words; not checked against the text of the law.)</span>}</> },
        { key: "Asked on", value: showDate(askedOn) },
        { key: "Answer due by", value: dueOn === firstDueOn ? showDate(dueOn) : `${showDate(dueOn)}; at first ${showDate(firstDueOn)}` },
        ...(closedOn && outcome ? [{ key: "Closed", value: `On ${showDate(closedOn)}: ${requestOutcomeLabels[outcome]}` }] : []),
      ]}
    />
  );
}
