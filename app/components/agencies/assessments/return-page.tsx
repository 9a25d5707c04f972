import { ActionsTable } from "#app/components/actions/actions-table.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { dueWords } from "#app/domain/actions/rules.ts";
import type { ReturnView } from "#app/domain/agencies/assessments/views.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { assessmentsPath } from "./paths.ts";
import { ReturnFacts } from "./return-facts.tsx";
import { ReturnTasks } from "./return-tasks.tsx";
import { SubmittedAnswers } from "./submitted-answers.tsx";

export interface ReturnPageProps {
  slug: string;
  today: string;
  returned: ReturnView;
  may: { extend: boolean; challenge: boolean; fill: boolean };
  submissionKey: string;
}

/** One agency's return: to fill in, to wait for, or to read. */
export function ReturnPage({ slug, today, returned, may, submissionKey }: ReturnPageProps) {
  const { id, status, standing, agency, dueOn, actions, sample } = returned;
  const path = (...rest: string[]) => assessmentsPath(slug, "returns", id, ...rest);
  const open = status !== "submitted";
  const due = dueWords(dueOn, today);
  return (
    <>
      {open && standing === "on-behalf" && may.fill && <InsetText>Nobody with an account speaks for {agency}. What you enter here is marked “Entered on its behalf”, now and for ever.</InsetText>}
      {open && <p className="govuk-body-l">{due.text}, on {showDate(dueOn)}.</p>}
      {open && may.fill && <ReturnTasks slug={slug} returned={returned} />}
      {open && !may.fill && <Waiting returned={returned} />}
      <ReturnFacts slug={slug} today={today} returned={returned} />
      <ButtonGroup>
        {open && may.extend && <Button href={path("extend")} variant="secondary">Give it more time</Button>}
        {!open && may.challenge && !sample && (
          <form method="post" action={path("sample")}>
            <SubmissionKey value={submissionKey} />
            <Button variant="secondary">Put it into the sample</Button>
          </form>
        )}
      </ButtonGroup>
      {!open && actions.length > 0 && <ActionsTable slug={slug} actions={actions} today={today} about={({ standard: of }) => of} withoutAgency />}
      {!open && <SubmittedAnswers slug={slug} returned={returned} mayChallenge={may.challenge} />}
    </>
  );
}

function Waiting({ returned: { complete, set, standing, agency } }: { returned: ReturnView }) {
  return (
    <p className="govuk-body">
      {complete} of {set.standards.length} standards are answered in full. What {agency} says can be read once it is submitted.
      {standing === "blocked" && " Somebody with an account speaks for it, so it answers for itself."}
    </p>
  );
}
