import { TextDifferences } from "#app/components/drafting/text-difference.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Label } from "#app/components/govuk/label.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { LookedBox, type LookedBoxProps } from "#app/components/portal/looked-box.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { TextDifference } from "#app/domain/documents/drafting-view.ts";
import type { ItemMinutes, MinutesText } from "#app/domain/meetings/meeting-view.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

interface MinutesFormProps {
  minutes: ItemMinutes;
  /** What differs between the text that stands and the newest beside it. */
  differences: readonly TextDifference[];
  values?: FormValues;
  errors: Record<string, string>;
  found: LookedBoxProps["found"];
  submissionKey: string;
  cancelHref: string;
}

const label = "What was said and what was decided";

/** The minutes of one item; where two people wrote at once, both texts beside each other. */
export function MinutesForm({ minutes: { standing, beside, texts }, differences, values, errors, found, submissionKey, cancelHref }: MinutesFormProps) {
  const newest = beside.at(-1);
  const stored = (newest?.mine ? newest : standing)?.body ?? "";
  const hint = <>Name offices and bodies, not people. <a className="govuk-link" href="/portal/formatting">How to write lists and links</a></>;
  const field = <Textarea name="minutes" label={newest ? "The text to save" : label} labelSize="s" hint={hint} rows={18} classes="editor" defaultValue={typedOr(values, "minutes", stored)} error={errors["minutes"]} spellCheck />;
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="beganFrom" value={typedOr(values, "beganFrom", String(standing?.number ?? 0))} />
      <input type="hidden" name="seen" value={typedOr(values, "seen", String(texts))} />
      {newest ? (
        <>
          {standing && <Differences differences={differences} />}
          <div className="columns">
            <div>
              {standing && <Kept text={standing} label="In the minutes" id="standing" />}
              {/* One's own newest is what is being edited. */}
              {beside.filter((text) => !(text.mine && text === newest)).map((text) => <Kept key={text.number} text={text} label={text.mine ? "Yours, kept beside them" : "Kept beside them"} id={`beside-${String(text.number)}`} />)}
            </div>
            <div>{field}</div>
          </div>
        </>
      ) : field}
      <LookedBox found={found} values={values} error={errors["looked"]} />
      <ButtonGroup>
        <Button>Save the minutes</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

function Kept({ text: { body, office, savedAt }, label: said, id }: { text: MinutesText; label: string; id: string }) {
  return (
    <div className="govuk-form-group">
      <Label htmlFor={id}>{said}: {office}, {showMoment(savedAt)}</Label>
      {/* Without a name, so that it is not sent back. */}
      <textarea className="govuk-textarea editor" id={id} rows={9} readOnly defaultValue={body} />
    </div>
  );
}

function Differences({ differences }: { differences: readonly TextDifference[] }) {
  return (
    <section aria-labelledby="differences-title">
      <h2 className="govuk-heading-m" id="differences-title">What differs</h2>
      <p className="govuk-body"><del>Crossed out</del> is only in the minutes. <ins>Underlined</ins> is only in the text kept beside them.</p>
      {differences.length > 0 ? <TextDifferences lines={differences} /> : <p className="govuk-body">The texts are the same word for word.</p>}
    </section>
  );
}

/** Every text of the minutes of an item, the newest first. */
export function AllTexts({ texts }: { texts: readonly (MinutesText & { stands: boolean })[] }) {
  if (texts.length < 2) return null;
  return (
    <Details summaryText={`All ${String(texts.length)} texts of these minutes`}>
      {texts.map(({ number, body, office, savedAt, stands }) => (
        <section key={number} aria-label={`Text ${String(number)}`}>
          <p className="muted">Text {number}: {office}, {showMoment(savedAt)}{!stands && "; kept beside another"}</p>
          <p className="lines">{body}</p>
        </section>
      ))}
    </Details>
  );
}
