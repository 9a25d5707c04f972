import { ActionsTable } from "#app/components/actions/actions-table.tsx";
import { OnBehalf } from "#app/components/actions/state-tag.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import type { Standard } from "#app/domain/agencies/assessments/question-set.ts";
import type { ChallengeView, ReturnView } from "#app/domain/agencies/assessments/views.ts";
import { challengeStatusLabels, remarkLabels } from "#app/domain/agencies/assessments/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

import { AnswerSummary } from "./answer-summary.tsx";
import { assessmentsPath } from "./paths.ts";
import { RatingTag } from "./rating-tag.tsx";
import { Paragraphs } from "./submitted-answers.tsx";

export interface ChallengePageProps {
  slug: string;
  today: string;
  challenge: ChallengeView;
  returned: ReturnView;
  standard: Standard;
  may: { answer: boolean; challenge: boolean };
}

/** A challenge: what the agency said, what was asked and answered, and what follows. */
export function ChallengePage({ slug, today, challenge, returned, standard, may }: ChallengePageProps) {
  const { id, status, moderated } = challenge;
  const answer = returned.answers.find((each) => each.standardId === standard.id);
  const actions = returned.actions.filter((each) => each.standardId === standard.id);
  const path = (...rest: string[]) => assessmentsPath(slug, "challenges", id, ...rest);
  return (
    <>
      <p className="govuk-body"><Tag text={challengeStatusLabels[status]} tone={status === "accepted" ? "green" : "yellow"} /></p>
      <h2 className="govuk-heading-m">What {returned.agency} said</h2>
      <p className="govuk-body">{standard.question}</p>
      {answer && <AnswerSummary set={returned.set} answer={answer} />}
      <h2 className="govuk-heading-m">What was asked, and answered</h2>
      <Remarks challenge={challenge} />
      {moderated && <p className="govuk-body"><strong>Moderated rating</strong>, beside the agency’s own: <RatingTag set={returned.set} rating={moderated.rating} /></p>}
      <ButtonGroup>
        {status === "asked" && may.answer && <Button href={path("answer")}>Answer</Button>}
        {status === "answered" && may.challenge && <Button href={path("accept")}>Accept the answer</Button>}
        {status === "answered" && may.challenge && <Button href={path("ask")} variant="secondary">Ask again</Button>}
        {may.challenge && <Button href={assessmentsPath(slug, "returns", returned.id, "standards", standard.id, "action")} variant="secondary">Record an action</Button>}
      </ButtonGroup>
      {actions.length > 0 && <ActionsTable slug={slug} actions={actions} today={today} about={({ standard: of }) => of} withoutAgency />}
    </>
  );
}

/** Who said what, in order. */
export function Remarks({ challenge: { remarks } }: { challenge: ChallengeView }) {
  return (
    <ol className="story">
      {remarks.map(({ number, kind, text, saidAt, office, onBehalf }) => (
        <li key={number}>
          <p className="govuk-body-s muted">{remarkLabels[kind]} by the {office} on {showMoment(saidAt)} {onBehalf && <OnBehalf />}</p>
          <Paragraphs text={text} />
        </li>
      ))}
    </ol>
  );
}
