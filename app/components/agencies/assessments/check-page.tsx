import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { partsOf } from "#app/domain/agencies/assessments/question-set.ts";
import { incomplete } from "#app/domain/agencies/assessments/rules.ts";
import type { ReturnView } from "#app/domain/agencies/assessments/views.ts";
import { declarationOf } from "#app/domain/agencies/assessments/vocabulary.ts";

import { AnswerSummary } from "./answer-summary.tsx";
import { assessmentsPath } from "./paths.ts";

interface CheckPageProps {
  slug: string;
  returned: ReturnView;
  errors: Record<string, string>;
  submissionKey: string;
}

/** Everything that will be submitted, what is missing, and the declaration. */
export function CheckPage({ slug, returned, errors, submissionKey }: CheckPageProps) {
  const { id, set, agency, answers, standing, revision } = returned;
  const open = incomplete(set, answers);
  const to = (standardId: string) => assessmentsPath(slug, "returns", id, "standards", standardId);
  return (
    <>
      {open.length > 0 && (
        <>
          <p className="govuk-body-l">{open.length === 1 ? "1 standard is not answered in full." : `${String(open.length)} standards are not answered in full.`} It can be submitted when nothing is missing.</p>
          <ul className="govuk-list govuk-list--bullet">{open.map(({ standard, missing }) => <li key={standard.id}><a className="govuk-link" href={to(standard.id)}>{standard.title}</a>: {missing.join(", ")} missing</li>)}</ul>
        </>
      )}
      {partsOf(set).map(({ part, standards }) => (
        <section key={part} className="section">
          <h2 className="govuk-heading-m">{part}</h2>
          {standards.map(({ id: standardId, title }) => {
            const answer = answers.find((each) => each.standardId === standardId);
            return (
              <div key={standardId}>
                <h3 className="govuk-heading-s">{title}</h3>
                {answer ? <AnswerSummary set={set} answer={answer} /> : <p className="govuk-body muted">Not answered</p>}
                <p className="govuk-body"><a className="govuk-link" href={to(standardId)}>Change<span className="govuk-visually-hidden"> what is said of {title}</span></a></p>
              </div>
            );
          })}
        </section>
      ))}
      {open.length === 0 && (
        <form method="post" noValidate>
          <SubmissionKey value={submissionKey} />
          <input type="hidden" name="revision" value={revision} />
          <h2 className="govuk-heading-m">Declaration</h2>
          <Checkboxes name="declared" items={[{ value: "yes", text: declarationOf(agency, { onBehalf: standing === "on-behalf" }) }]} error={errors["declared"]} />
          <p className="govuk-body">Once it is submitted it is read only. It is kept with your post, and the partnership may ask about it.</p>
          <Button>Submit the return</Button>
        </form>
      )}
    </>
  );
}
