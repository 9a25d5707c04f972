import { arrangementsPath } from "#app/components/drafting/paths.ts";
import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { NotStarted } from "#app/domain/documents/drafting-view.ts";

export interface DraftNotStartedProps {
  slug: string;
  overview: NotStarted;
  mayEdit: boolean;
  submissionKey: string;
}

/** The empty state: what arrangements are, and what starting the draft creates. */
export function DraftNotStarted({ slug, overview, mayEdit, submissionKey }: DraftNotStartedProps) {
  const { edition, items } = overview;
  return (
    <>
      <p className="govuk-body-l">No arrangements have been drafted here yet.</p>
      <p className="govuk-body">
        The arrangements say how the council, the health service and the police work together, and with schools, charities and others, to keep children safe.
        The <Abbr of="LSP" /> of every statutory partner signs them, and then they are published.
      </p>
      <p className="govuk-body">
        This partnership works under <a className="govuk-link" href={`/guidance/${edition.id}`}>{edition.title}</a>.
        It asks for {items} things, each with its source.
      </p>
      {mayEdit ? (
        <>
          <p className="govuk-body">Starting creates a draft with one empty section for each of the {items}. You can rename, add, move and remove sections afterwards. Nothing is published.</p>
          <form method="post" action={arrangementsPath(slug, "start")}>
            <SubmissionKey value={submissionKey} />
            <Button>Start drafting</Button>
          </form>
        </>
      ) : (
        <p className="govuk-body">A delegated safeguarding partner, the chair or the business manager can start the draft.</p>
      )}
    </>
  );
}
