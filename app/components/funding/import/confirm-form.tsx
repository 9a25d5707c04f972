import { PartPages } from "#app/components/file-import/part-pages.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { importParts, type ImportPreview, mostQuestionsApart } from "#app/domain/funding/import/import-view.ts";

interface ConfirmFormProps {
  preview: ImportPreview;
  action: string;
  /** The boxes that were ticked, when the form comes back. */
  ticked: readonly string[];
  error?: string;
  submissionKey: string;
  asideHref: string;
}

/** Takes a file in, once each line that may be there twice is said to be right. */
export function ConfirmForm({ preview, action, ticked, error, submissionKey, asideHref }: ConfirmFormProps) {
  return (
    <form method="post" action={action}>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="plan" value={preview.planSha256} />
      <Questions preview={preview} ticked={ticked} error={error} />
      <p className="govuk-body">Nothing changes until you press the button. You can undo it afterwards.</p>
      <ButtonGroup>
        <Button>Take this file in</Button>
        <a className="govuk-link" href={asideHref}>Set it aside</a>
      </ButtonGroup>
    </form>
  );
}

function Questions({ preview, ticked, error }: Pick<ConfirmFormProps, "preview" | "ticked" | "error">) {
  const { questions } = preview;
  if (questions.count === 0) return null;
  const hint = "The same contribution or spending may be there twice. Lines that you want to change need their id in the file.";
  if (questions.count <= mostQuestionsApart) {
    return (
      <Checkboxes
        name="repeated"
        legend="Lines that are like another: tick each that is right"
        legendSize="m"
        hint={hint}
        error={error}
        defaultValues={ticked}
        items={questions.items.map(({ row, name, like }) => ({ value: String(row), text: `Row ${String(row)}, “${name}”, is like ${like}. Both are right` }))}
      />
    );
  }
  const count = questions.count.toLocaleString("en-GB");
  return (
    <>
      <h2 className="govuk-heading-m" id="questions">Lines that are like another ({count})</h2>
      <ul className="govuk-list govuk-list--bullet">{questions.items.map(({ row, name, like }) => <li key={row}>Row {row}, “{name}”, is like {like}</li>)}</ul>
      <PartPages parts={preview} names={importParts} name="questions" what="lines that are like another" />
      <Checkboxes name="repeated" hint={hint} error={error} defaultValues={ticked} items={[{ value: "all", text: `All ${count} are right, although each is like another` }]} />
    </>
  );
}
