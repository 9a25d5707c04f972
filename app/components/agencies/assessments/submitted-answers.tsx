import { partsOf, type Standard } from "#app/domain/agencies/assessments/question-set.ts";
import type { ReturnView } from "#app/domain/agencies/assessments/views.ts";
import { challengeStatusLabels } from "#app/domain/agencies/assessments/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { assessmentsPath } from "./paths.ts";
import { RatingTag } from "./rating-tag.tsx";

/** What an agency submitted, standard by standard, with what was asked about it since. */
export function SubmittedAnswers({ slug, returned, mayChallenge }: { slug: string; returned: ReturnView; mayChallenge: boolean }) {
  return (
    <>
      {partsOf(returned.set).map(({ part, standards }) => (
        <section key={part} className="section">
          <h2 className="govuk-heading-m">{part}</h2>
          {standards.map((standard) => <SubmittedAnswer key={standard.id} slug={slug} returned={returned} standard={standard} mayChallenge={mayChallenge} />)}
        </section>
      ))}
    </>
  );
}

function SubmittedAnswer({ slug, returned, standard, mayChallenge }: { slug: string; returned: ReturnView; standard: Standard; mayChallenge: boolean }) {
  const answer = returned.answers.find((each) => each.standardId === standard.id);
  const challenges = returned.challenges.filter((each) => each.standardId === standard.id);
  const moderated = challenges.findLast((each) => each.moderated !== null)?.moderated ?? null;
  const open = challenges.some((each) => each.status !== "accepted");
  if (!answer) return null;
  return (
    <section className="answer" aria-labelledby={standard.id}>
      <h3 className="govuk-heading-s" id={standard.id}>{standard.title}</h3>
      <p className="govuk-body">
        {answer.rating && <RatingTag set={returned.set} rating={answer.rating} />}
        {moderated && <> beside it, moderated by the {moderated.office}: <RatingTag set={returned.set} rating={moderated.rating} /></>}
      </p>
      <Paragraphs text={answer.evidence ?? ""} />
      {answer.action && answer.actionDueOn && <p className="govuk-body"><strong>Action:</strong> {answer.action} {answer.actionOwner}, by {showDate(answer.actionDueOn)}.</p>}
      {challenges.map(({ id, status }) => (
        <p className="govuk-body" key={id}><a className="govuk-link" href={assessmentsPath(slug, "challenges", id)}>Challenge<span className="govuk-visually-hidden"> of {standard.title}</span></a>: {challengeStatusLabels[status].toLowerCase()}</p>
      ))}
      {mayChallenge && !open && <p className="govuk-body"><a className="govuk-link" href={assessmentsPath(slug, "returns", returned.id, "standards", standard.id, "challenge")}>{challenges.length > 0 ? "Challenge it again" : "Challenge it"}<span className="govuk-visually-hidden"> on {standard.title}</span></a></p>}
    </section>
  );
}

/** Text as it was typed: a paragraph for each. */
export function Paragraphs({ text }: { text: string }) {
  return <>{text.split(/\n{2,}/).map((each, at) => <p className="govuk-body as-typed" key={at}>{each}</p>)}</>;
}
