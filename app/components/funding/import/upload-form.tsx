import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { FileUpload } from "#app/components/govuk/file-upload.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";

interface UploadFormProps {
  /** What was chosen for lines that are not in the file, when the form comes back. */
  missing?: string;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** Chooses a file of lines, and what becomes of lines that are not in it. */
export function UploadForm({ missing = "stay", errors, submissionKey, cancelHref }: UploadFormProps) {
  return (
    <form method="post" encType="multipart/form-data">
      <SubmissionKey value={submissionKey} />
      <FileUpload name="file" label="The file" hint="It ends in .csv and has up to 10,000 rows (5 MB). The next page shows what it would change." accept=".csv,.txt,text/csv" error={errors["file"]} />
      <Radios
        name="missing"
        legend="Lines that are on record and not in the file"
        legendSize="s"
        defaultValue={missing}
        error={errors["missing"]}
        items={[
          { value: "stay", text: "They stay as they are" },
          { value: "remove", text: "They are removed", hint: "For a file that holds the whole list. You see each of them first" },
        ]}
      />
      <ButtonGroup>
        <Button>Check this file</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
