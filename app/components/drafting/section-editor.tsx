import { SectionComments } from "#app/components/comments/section-comments.tsx";
import { GuidanceItemView } from "#app/components/drafting/guidance-item.tsx";
import { KeepUnsaved } from "#app/components/drafting/keep-unsaved.tsx";
import { sectionPath } from "#app/components/drafting/paths.ts";
import { SectionFields } from "#app/components/drafting/section-fields.tsx";
import { YoungPeopleHints } from "#app/components/drafting/young-people-hints.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { CommentView } from "#app/domain/documents/comments/comment-view.ts";
import type { SectionEditing } from "#app/domain/documents/drafting-view.ts";
import { type DocumentAddress, youngPeople } from "#app/domain/documents/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import type { FormErrors } from "#app/http/field-errors.ts";

export interface SectionEditorProps {
  section: SectionEditing;
  comments: readonly CommentView[];
  at: DocumentAddress;
  typed: { title: string; body: string; items: readonly string[] };
  /** The revision the text began from, kept when the form comes back with errors. */
  revision: string;
  errors: FormErrors | null;
  submissionKey: string;
  personId: string;
}

/** The editor of one section, with the guidance it answers beside it. */
export function SectionEditor({ section, comments, at, typed, revision, errors, submissionKey, personId }: SectionEditorProps) {
  const forYoungPeople = section.audience === "young-people";
  return (
    <>
      <ErrorSummary errors={errors?.summary ?? []} />
      <span className="govuk-caption-l">{forYoungPeople ? youngPeople.page : `Section ${String(section.number)}`}</span>
      <h1 className="govuk-heading-l">{section.title}</h1>
      <p className="govuk-body muted">
        Last saved {showMoment(section.savedAt)}{section.savedBy && ` by ${section.savedBy}`}.{" "}
        {section.body !== "" && <a className="govuk-link" href={sectionPath(at, section.id, "preview")}>See it as it will read</a>}
      </p>
      <div className="beside">
        <div className="beside__aside">
          {forYoungPeople ? <HowToWriteIt /> : <GuidanceBeside section={section} ticked={typed.items} />}
          <SectionComments at={at} sectionId={section.id} comments={comments} />
        </div>
        <div>
          <ThingsToPutRight lines={section.lines} />
          <KeepUnsaved storageKey={`section:${personId}:${section.id}`} unsaved={errors !== null} />
          <form method="post" action={sectionPath(at, section.id)} id="section-form">
            <SubmissionKey value={submissionKey} />
            <input type="hidden" name="revision" value={revision} />
            <SectionFields section={section} typed={typed} errors={errors?.fields ?? {}} />
            <ButtonGroup>
              <Button>Save</Button>
              <Button variant="secondary" name="next" value="preview">Save and preview</Button>
              <a className="govuk-link" href={sectionPath(at, section.id, "remove")}>Remove this {forYoungPeople ? "page" : "section"}</a>
            </ButtonGroup>
          </form>
        </div>
      </div>
    </>
  );
}

/** The guidance that the section answers. */
function GuidanceBeside({ section: { guidance }, ticked }: { section: SectionEditing; ticked: readonly string[] }) {
  const covered = guidance.filter((item) => ticked.includes(item.id));
  return (
    <>
      <h2 className="govuk-heading-m">What the guidance asks</h2>
      {guidance.length === 0 && <p className="govuk-body-s">The guidance does not list what this document must contain, so its sections are your own.</p>}
      {guidance.length > 0 && covered.length === 0 && <p className="govuk-body-s">This is your own section: the guidance does not ask for it. Tick below what it covers, if anything.</p>}
      {covered.map((item) => <GuidanceItemView key={item.id} item={item} />)}
    </>
  );
}

function HowToWriteIt() {
  return (
    <section className="panel-box" aria-labelledby="how-to-write-it">
      <h2 className="govuk-heading-s" id="how-to-write-it">What makes a good page</h2>
      <YoungPeopleHints />
    </section>
  );
}

/** What the readiness check says of the text as it was last saved. An empty section needs no telling. */
export function ThingsToPutRight({ lines }: { lines: SectionEditing["lines"] }) {
  const shown = lines.filter((line) => !line.code.startsWith("empty:"));
  if (shown.length === 0) return null;
  return (
    <section className="panel-box" aria-labelledby="put-right-title">
      <h2 className="govuk-heading-s" id="put-right-title">To put right in the saved text</h2>
      <ul className="govuk-list govuk-list--bullet">
        {shown.map((line) => <li key={line.code}>{line.text}{line.severity === "warning" && " (a warning: it needs a reason when you freeze)"}</li>)}
      </ul>
    </section>
  );
}
