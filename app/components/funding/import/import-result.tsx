import { Figures } from "#app/components/facts/figures.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { ImportResult } from "#app/domain/funding/import/import-view.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

interface ImportResultViewProps {
  result: ImportResult;
  undoAction: string;
  submissionKey: string;
  yearHref: string;
}

/** What taking a file in did, and the way back. */
export function ImportResultView({ result, undoAction, submissionKey, yearHref }: ImportResultViewProps) {
  const { at, by, added, changed, removed, unchanged, undone } = result;
  return (
    <>
      <p className="govuk-body">Taken in by {by} on {showMoment(at)}.{undone && ` Undone by ${undone.by} on ${showMoment(undone.at)}: the lines were put back as they had been.`}</p>
      <Figures
        figures={[
          { term: "Added", value: added.toLocaleString("en-GB") },
          { term: "Changed", value: changed.toLocaleString("en-GB") },
          { term: "Unchanged", value: unchanged.toLocaleString("en-GB") },
          { term: "Removed", value: removed.toLocaleString("en-GB") },
        ]}
      />
      {undone ? (
        <p className="govuk-body"><a className="govuk-link" href={yearHref}>Open the year</a></p>
      ) : (
        <form method="post" action={undoAction}>
          <SubmissionKey value={submissionKey} />
          <p className="govuk-body">Undoing puts every line back as it was before. It is possible until one of these lines is changed again.</p>
          <ButtonGroup>
            <Button href={yearHref}>Open the year</Button>
            <Button variant="secondary">Undo this file</Button>
          </ButtonGroup>
        </form>
      )}
    </>
  );
}
