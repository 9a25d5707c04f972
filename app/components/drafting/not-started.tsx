import { documentPath } from "#app/components/drafting/paths.ts";
import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { NotStarted } from "#app/domain/documents/drafting-view.ts";
import { budgetYear, type DocumentAddress, documentWords } from "#app/domain/documents/vocabulary.ts";

export interface DraftNotStartedProps {
  at: DocumentAddress;
  overview: NotStarted;
  mayEdit: boolean;
  submissionKey: string;
}

/** The empty state: what the document is, and what starting the draft creates. */
export function DraftNotStarted({ at, overview, mayEdit, submissionKey }: DraftNotStartedProps) {
  const { edition, items } = overview;
  const { none, says, them, they, mayBeUploaded } = documentWords(at.kind);
  const one = they === "it";
  const budget = budgetYear(at.kind) !== null;
  return (
    <>
      <p className="govuk-body-l">{none} {one ? "has" : "have"} been drafted here yet.</p>
      <p className="govuk-body">
        {says} The <Abbr of="LSP" /> of every statutory partner signs {them}, and then {they} {one ? "is" : "are"} published.
      </p>
      <p className="govuk-body">
        {budget && <><a className="govuk-link" href={fundingPath(at.slug, budgetYear(at.kind))}>Its figures</a> are kept with the funding of the year. </>}
        This partnership works under <a className="govuk-link" href={`/guidance/${edition.id}`}>{edition.title}</a>.
        {items > 0 && ` It asks for ${String(items)} things, each with its source.`}
      </p>
      {mayEdit ? (
        <>
          <p className="govuk-body">{budget ? "Starting creates a draft whose tables and statements are filled from what is recorded of the year. You can add your own words around them." : items > 0 ? `Starting creates a draft with one empty section for each of the ${String(items)}. You can rename, add, move and remove sections afterwards.` : `Starting creates an empty draft, to which you add your own sections${mayBeUploaded ? " or a PDF" : ""}.`} Nothing is published.</p>
          <form method="post" action={documentPath(at, "start")}>
            <SubmissionKey value={submissionKey} />
            <Button>Start drafting</Button>
          </form>
          {!budget && (
            <p className="govuk-body">
              Or <a className="govuk-link" href={documentPath(at, "word")}>start from a Word file</a>.
            </p>
          )}
        </>
      ) : (
        <p className="govuk-body">A delegated safeguarding partner, the chair or the business manager can start the draft.</p>
      )}
    </>
  );
}
