import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { honestWords } from "#app/domain/priorities/rules.ts";
import { findingOf, type ShownMeasure } from "#app/domain/priorities/shown-measure.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { PriorityOutline, PriorityUpdate } from "#app/domain/publication/priorities.ts";
import { showDate } from "#app/domain/shared/dates.ts";

interface PublishPriorityProps {
  slug: string;
  /** What the public would read. */
  outline: PriorityOutline;
  /** The last first. */
  updates: readonly PriorityUpdate[];
  revision: number;
  submissionKey: string;
  here: string;
}

/** What the public will read of a priority, what is held back, and the button. */
export function PublishPriority({ slug, outline: { honestState, measures, story, withheldAgencies }, updates, revision, submissionKey, here }: PublishPriorityProps) {
  const [last] = updates;
  const hidden = measures.reduce((sum, measure) => sum + hiddenIn(measure), 0);
  return (
    <>
      <p className="govuk-body">{last ? <>Update {last.facts.update} was published on {showDate(last.publishedAt)}{last.state === "withdrawn" ? " and withdrawn since" : last.state === "taken-down" ? " and taken down since: make sure that what was wrong is put right" : ""}. <a className="govuk-link" href={pathTo.priority(slug, last.facts.priority)}>Read it</a></> : "Nothing of this priority is published yet."}</p>
      <SummaryList
        rows={[
          { key: "How it will stand", value: honestWords(honestState) },
          { key: "Measures", value: measures.length === 0 ? "None" : <ul className="govuk-list govuk-!-margin-bottom-0">{measures.map((measure) => <li key={measure.id}><strong>{measure.name}.</strong> {findingOf(measure)}</li>)}</ul> },
          { key: "Story", value: story.length === 0 ? "Only that it was agreed" : story.length === 1 ? "1 entry" : `${String(story.length)} entries` },
          ...(withheldAgencies > 0 ? [{ key: "Agencies", value: `${String(withheldAgencies)} without a name, to keep people safe` }] : []),
        ]}
      />
      {hidden > 0 && <InsetText>{hidden === 1 ? "One figure is" : `${String(hidden)} figures are`} not shown: counts of children under 5, and those from which one could be worked out. What is not shown once stays so. Look through what you wrote: a sentence may tell what the table does not.</InsetText>}
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={revision} />
        <ButtonGroup>
          <Button>{last ? `Publish update ${String(last.facts.update + 1)}` : "Publish it"}</Button>
          <a className="govuk-link" href={here}>Cancel</a>
        </ButtonGroup>
      </form>
    </>
  );
}

function hiddenIn({ baseline, figures }: ShownMeasure): number {
  return [...(baseline ? [baseline] : []), ...figures].filter(({ value }) => value === null).length;
}
