import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { ImportPreview } from "#app/domain/agencies/import/import-view.ts";

interface ConfirmFormProps {
  preview: ImportPreview;
  action: string;
  submissionKey: string;
}

/** Takes a file in, with the new agencies of the categories that are ticked. */
export function ConfirmForm({ preview: { groups, planSha256 }, action, submissionKey }: ConfirmFormProps) {
  return (
    <form method="post" action={action}>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="plan" value={planSha256} />
      {groups.length > 0 && (
        <Checkboxes
          name="category"
          legend="Which new agencies should be proposed?"
          legendSize="m"
          hint="Those that you leave out stay on the list of what is open in the area and not in the register"
          defaultValues={groups.map(({ category }) => category)}
          items={groups.map(({ category, title, count }) => ({ value: category, text: title, hint: count === 1 ? "1 new" : `${count.toLocaleString("en-GB")} new` }))}
        />
      )}
      <p className="govuk-body">Nothing changes until you press the button. Nothing is named by it, and you can undo it afterwards.</p>
      <Button>Take this file in</Button>
    </form>
  );
}
