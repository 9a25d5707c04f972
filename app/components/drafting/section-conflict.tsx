import { Parts, TextDifferences } from "#app/components/drafting/text-difference.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Label } from "#app/components/govuk/label.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { SectionConflict } from "#app/domain/documents/drafting-view.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

export interface SectionConflictProps {
  conflict: SectionConflict;
  mine: { title: string; body: string; items: readonly string[] };
  /** The section's own address: where the form goes, and what it shows once theirs is kept. */
  href: string;
  /** Where "keep theirs" leads when the section was removed. */
  backHref: string;
  submissionKey: string;
}

/** Two people changed the same section: both texts, what differs, and the two ways on. Nothing is merged. */
export function SectionConflictView({ conflict, mine, href, backHref, submissionKey }: SectionConflictProps) {
  const { theirs } = conflict;
  const who = theirs.savedBy ?? "Somebody";
  const what = theirs.removed ? "removed this section" : "saved this section";
  return (
    <>
      <ErrorSummary
        titleText={`${who} ${what} while you were writing`}
        errors={[
          { text: `That was on ${showMoment(theirs.savedAt)}. Your text is not saved yet, and nothing of it is lost.` },
          { href: "#body", text: theirs.removed ? "Put the section back with your text, or leave it removed" : "Save yours over it, or keep theirs" },
        ]}
      />
      <h1 className="govuk-heading-l">Two texts of “{theirs.title}”</h1>
      <Differences conflict={conflict} />
      <form method="post" action={href}>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={theirs.revision} />
        {theirs.removed && <input type="hidden" name="restore" value="yes" />}
        {mine.items.map((item) => <input key={item} type="hidden" name="items" value={item} />)}
        <div className="columns">
          <div>
            <h2 className="govuk-heading-m">What is saved</h2>
            <p className="govuk-body"><strong>{theirs.title}</strong></p>
            <div className="govuk-form-group">
              <Label htmlFor="theirs">Text saved by {who}</Label>
              {/* Without a name, so that it is not sent back. */}
              <textarea className="govuk-textarea editor" id="theirs" rows={22} readOnly defaultValue={theirs.body} />
            </div>
          </div>
          <div>
            <h2 className="govuk-heading-m">Yours, not saved</h2>
            <Input name="title" label="Your title" defaultValue={mine.title} autoComplete="off" />
            <Textarea name="body" label="Your text" hint="You can copy words from the other text before you save." rows={18} classes="editor" defaultValue={mine.body} spellCheck />
          </div>
        </div>
        <ButtonGroup>
          <Button>{theirs.removed ? "Put it back with my text" : "Save mine over it"}</Button>
          <a className="govuk-link" href={theirs.removed ? backHref : href}>{theirs.removed ? "Leave it removed and drop mine" : "Keep theirs and drop mine"}</a>
        </ButtonGroup>
      </form>
    </>
  );
}

function Differences({ conflict }: { conflict: SectionConflict }) {
  const { title, body, items } = conflict;
  return (
    <section aria-labelledby="differences-title">
      <h2 className="govuk-heading-m" id="differences-title">What differs</h2>
      <p className="govuk-body"><del>Crossed out</del> is only in what is saved. <ins>Underlined</ins> is only in yours.</p>
      {title && <p className="govuk-body">Title: <Parts parts={title} /></p>}
      {items.theirs.length > 0 && <p className="govuk-body">Guidance items covered only in what is saved: {items.theirs.join("; ")}</p>}
      {items.mine.length > 0 && <p className="govuk-body">Guidance items covered only in yours: {items.mine.join("; ")}</p>}
      {body.length > 0 ? <TextDifferences lines={body} /> : <p className="govuk-body">The texts are the same word for word.</p>}
    </section>
  );
}
