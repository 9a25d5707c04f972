import { Button } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { SectionEditing } from "#app/domain/documents/drafting-view.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

/** A section that somebody took out: its text is kept and can be put back. */
export function RemovedSection({ section, restoreHref, submissionKey }: { section: SectionEditing; restoreHref: string; submissionKey: string }) {
  const what = section.audience === "young-people" ? "page" : "section";
  return (
    <>
      <h1 className="govuk-heading-l">“{section.title}” was removed</h1>
      <p className="govuk-body">
        {section.savedBy ?? "Somebody"} removed this {what} on {showMoment(section.savedAt)}. Its text is kept. {what === "page" ? "You can put it back as it was." : "Putting it back makes it the last section; you can move it afterwards."}
      </p>
      <form method="post" action={restoreHref}>
        <SubmissionKey value={submissionKey} />
        <Button>Put the {what} back</Button>
      </form>
      {section.body !== "" && (
        <>
          <h2 className="govuk-heading-m">The text it had</h2>
          <pre className="editor differences">{section.body}</pre>
        </>
      )}
    </>
  );
}
