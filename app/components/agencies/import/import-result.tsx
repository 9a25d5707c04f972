import { Figures } from "#app/components/facts/figures.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { ImportResult } from "#app/domain/agencies/import/import-view.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

import { agenciesPath } from "../paths.ts";
import { AttentionTable } from "./import-tables.tsx";

interface ImportResultViewProps {
  slug: string;
  result: ImportResult;
  undoAction: string;
  submissionKey: string;
}

/** What taking a file in did, what is to be decided now, and the way back. */
export function ImportResultView({ slug, result, undoAction, submissionKey }: ImportResultViewProps) {
  const { at, by, added, changed, closed, unchanged, attention, undone } = result;
  const count = (many: number) => many.toLocaleString("en-GB");
  return (
    <>
      <p className="govuk-body">Taken in by {by} on {showMoment(at)}.{undone && ` Undone by ${undone.by} on ${showMoment(undone.at)}: the register was put back as it had been.`}</p>
      <Figures
        figures={[
          { term: "Proposed", value: count(added) },
          { term: "Changed", value: count(changed) },
          { term: "Closed", value: count(closed) },
          { term: "Unchanged", value: count(unchanged) },
        ]}
      />
      {attention.length > 0 && !undone && (
        <section className="section" aria-labelledby="attention">
          <h2 className="govuk-heading-m" id="attention">For you to decide ({count(attention.length)})</h2>
          <AttentionTable slug={slug} attention={attention} />
        </section>
      )}
      {!undone && (
        <form method="post" action={undoAction}>
          <SubmissionKey value={submissionKey} />
          <p className="govuk-body">Undoing takes out what the file proposed and puts back what it changed. It is possible until one of these agencies is named or changed again.</p>
          <ButtonGroup>
            {added > 0 && <Button href={agenciesPath(slug, "name")}>Name proposed agencies</Button>}
            <Button variant="secondary">Undo this file</Button>
          </ButtonGroup>
        </form>
      )}
      <p className="govuk-body"><a className="govuk-link" href={agenciesPath(slug)}>Open the register</a> · <a className="govuk-link" href={agenciesPath(slug, "coverage")}>See what is open and not named</a></p>
    </>
  );
}
