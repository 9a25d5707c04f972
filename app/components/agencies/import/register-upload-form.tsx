import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { FileUpload } from "#app/components/govuk/file-upload.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { type RegisterSource, registerSourceLabels, registerSources } from "#app/domain/agencies/registers/vocabulary.ts";
import { dateParts, type FormValues, typedOr } from "#app/http/form-values.ts";

interface RegisterUploadFormProps {
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

const hints: Record<RegisterSource, string> = {
  gias: "Schools and colleges of your areas that are open",
  "charity-commission": "The charities whose numbers you give, and those in the register already",
  "early-years": "Nurseries, pre-schools and other settings of your areas",
  own: "Your register as you downloaded it, changed in a spreadsheet",
};

/** Chooses a file and says which register it is of. */
export function RegisterUploadForm({ values, errors, submissionKey, cancelHref }: RegisterUploadFormProps) {
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <SubmissionKey value={submissionKey} />
      <Radios
        name="source"
        legend="Which register is the file of?"
        legendSize="m"
        defaultValue={typedOr(values, "source", "")}
        error={errors["source"]}
        items={registerSources.map((source) => ({ value: source, text: registerSourceLabels[source], hint: hints[source] }))}
      />
      <FileUpload name="file" label="The file" hint="CSV or text, or JSON of the Charity Commission, up to 100 MB. All of England takes some seconds to read." accept=".csv,.txt,.json,text/csv" error={errors["file"]} />
      <DateInput name="copied" legend="The day the register was copied (optional)" legendSize="s" hint="Only if neither the file nor its name says it" defaultValues={dateParts(values, "copied")} error={errors["copied"]} />
      <Textarea name="charities" label="Charity numbers to look for (optional)" labelSize="s" hint="Only for the Charity Commission register. One on each line" rows={3} defaultValue={typedOr(values, "charities", "")} error={errors["charities"]} />
      <ButtonGroup>
        <Button>Check this file</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
