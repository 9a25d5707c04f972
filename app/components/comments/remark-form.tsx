import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { Reader } from "#app/domain/documents/comments/comment-view.ts";
import { type FormValues, list, rawText } from "#app/http/form-values.ts";

export interface RemarkFormProps {
  action?: string;
  label: string;
  button: string;
  readers: readonly Reader[];
  /** The section's revision that is read, for a new comment. */
  revision?: number;
  values?: FormValues;
  errors?: Readonly<Record<string, string>>;
  submissionKey: string;
}

/** What somebody wants to say, and whom it is for. */
export function RemarkForm({ action, label, button, readers, revision, values, errors = {}, submissionKey }: RemarkFormProps) {
  const chosen = list(values, "addressedTo");
  return (
    <form method="post" action={action}>
      <SubmissionKey value={submissionKey} />
      {revision !== undefined && <input type="hidden" name="revision" value={values ? rawText(values, "revision") : revision} />}
      <Textarea name="text" label={label} labelSize="s" hint="Everybody who may read the draft sees it. It is never published. Do not write about one child or family." rows={4} defaultValue={rawText(values, "text")} error={errors.text} />
      {readers.length > 0 && (
        <Details summaryText="Ask somebody in particular" open={chosen.length > 0 || errors.addressedTo !== undefined}>
          <Checkboxes
            name="addressedTo"
            legend="Whom is it for?"
            legendSize="s"
            hint="They get a message with a link."
            small
            defaultValues={chosen}
            error={errors.addressedTo}
            items={readers.map(({ personId, name, role }) => ({ value: personId, text: name, hint: role }))}
          />
        </Details>
      )}
      <Button>{button}</Button>
    </form>
  );
}
