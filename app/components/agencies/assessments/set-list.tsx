import { Button } from "#app/components/govuk/button.tsx";
import { partsOf, type QuestionSet } from "#app/domain/agencies/assessments/question-set.ts";

import { assessmentsPath } from "./paths.ts";

/** The question sets that can be put to agencies. */
export function SetList({ slug, sets }: { slug: string; sets: readonly QuestionSet[] }) {
  return (
    <>
      {sets.map((set) => (
        <section className="section" key={set.id} aria-labelledby={set.id}>
          <h2 className="govuk-heading-m" id={set.id}>{set.title}</h2>
          <p className="govuk-body">{set.basis}.</p>
          <p className="govuk-body">{set.standards.length} standards: {partsOf(set).map(({ part }) => part).join(", ")}. <a className="govuk-link" href={assessmentsPath(slug, "questions", set.id)}>Read the questions<span className="govuk-visually-hidden"> of {set.title}</span></a></p>
          <Button href={assessmentsPath(slug, "new", set.id)} variant="secondary">{`Issue ${set.shortTitle}`}</Button>
        </section>
      ))}
    </>
  );
}

/** What a set asks, what good looks like and how answers are rated. */
export function QuestionList({ set }: { set: QuestionSet }) {
  return (
    <>
      <p className="govuk-body-l">{set.basis}.</p>
      <Wording set={set} />
      <h2 className="govuk-heading-m">How answers are rated</h2>
      <RatingScale set={set} />
      {partsOf(set).map(({ part, standards }) => (
        <section key={part} className="section">
          <h2 className="govuk-heading-m">{part}</h2>
          {standards.map(({ id, title, question, goodLooksLike, basis }) => (
            <div key={id}>
              <h3 className="govuk-heading-s">{title}</h3>
              <p className="govuk-body">{question}</p>
              <ul className="govuk-list govuk-list--bullet">{goodLooksLike.map((each) => <li key={each}>{each}</li>)}</ul>
              <p className="govuk-body-s muted">From: {basis}</p>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

/** Where the questions come from, and how far our words were checked. */
function Wording({ set: { source, note, wordingChecked } }: { set: QuestionSet }) {
  return (
    <>
      <p className="govuk-body">Source: {source}.</p>
      <p className="govuk-body">{wordingChecked ? "The wording was checked against its source." : note}</p>
    </>
  );
}

export function RatingScale({ set: { ratings } }: { set: Pick<QuestionSet, "ratings"> }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {ratings.map(({ id, title, meaning, asksForAction }) => <li key={id}><strong>{title}</strong>: {meaning}{asksForAction && " Asks for an action with a day."}</li>)}
    </ul>
  );
}
