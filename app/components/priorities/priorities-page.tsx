import { Button } from "#app/components/govuk/button.tsx";
import type { PriorityView } from "#app/domain/priorities/priority-view.ts";
import { priorityStateLabels, priorityStates } from "#app/domain/priorities/vocabulary.ts";

import { prioritiesPath } from "./paths.ts";
import { PrioritiesTable } from "./priorities-table.tsx";

interface PrioritiesPageProps {
  slug: string;
  today: string;
  priorities: readonly PriorityView[];
  mayEdit: boolean;
}

/** The shared priorities: how many stand how, those that are open, and those that are closed. */
export function PrioritiesPage({ slug, today, priorities, mayEdit }: PrioritiesPageProps) {
  const open = priorities.filter(({ state }) => state !== "closed");
  const closed = priorities.filter(({ state }) => state === "closed");
  return (
    <>
      {priorities.length === 0 ? <NothingYet mayEdit={mayEdit} /> : <p className="govuk-body-l">{sentence(priorities)}</p>}
      {mayEdit && <Button href={prioritiesPath(slug, "new")}>Add a priority</Button>}
      {open.length > 0 && <PrioritiesTable slug={slug} priorities={open} today={today} />}
      {closed.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Closed</h2>
          <PrioritiesTable slug={slug} priorities={closed} today={today} />
        </>
      )}
    </>
  );
}

function sentence(priorities: readonly PriorityView[]): string {
  const drafts = priorities.filter(({ agreedOn, state }) => agreedOn === null && state !== "closed").length;
  const rest = priorities.filter(({ agreedOn, state }) => agreedOn !== null || state === "closed");
  const parts = priorityStates.flatMap((each) => {
    const many = rest.filter(({ state }) => state === each).length;
    return many === 0 ? [] : [`${String(many)} ${priorityStateLabels[each].toLowerCase()}`];
  });
  return `Priorities: ${new Intl.ListFormat("en-GB").format([...parts, ...(drafts === 0 ? [] : [drafts === 1 ? "1 draft" : `${String(drafts)} drafts`])])}.`;
}

function NothingYet({ mayEdit }: { mayEdit: boolean }) {
  return (
    <>
      <p className="govuk-body-l">No priority is recorded yet.</p>
      <p className="govuk-body">A priority is one of the few things that the partners set out to improve for children. Here stands why it was chosen, who leads it, by which figures it is seen whether it works, and what was said of it when.</p>
      {!mayEdit && <p className="govuk-body">The business manager, the chair and the delegated safeguarding partners write them.</p>}
    </>
  );
}
