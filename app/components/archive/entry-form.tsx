import type { ReactNode } from "react";

import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { FileUpload } from "#app/components/govuk/file-upload.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { type ArchiveDetails, archiveKindLabels, archiveKinds } from "#app/domain/archive/vocabulary.ts";
import { mostPages } from "#app/domain/documents/file/vocabulary.ts";
import type { FormErrors } from "#app/http/field-errors.ts";
import { dateParts, type FormValues, partsOfDate, typedOr } from "#app/http/form-values.ts";

export interface EntryFormProps {
  stored: Partial<ArchiveDetails>;
  /** The file there is, in words. */
  fileNow: string | null;
  values: FormValues | undefined;
  errors: FormErrors | null;
  /** Whether the file chosen last has something that must be looked at. */
  toLookAt: boolean;
  button: string;
  cancelHref: string;
  submissionKey: string;
  /** More fields, before the button. */
  children?: ReactNode;
}

/** What an earlier document is, when it was about, and where it can be read. */
export function EntryForm({ stored, fileNow, values, errors, toLookAt, button, cancelHref, submissionKey, children }: EntryFormProps) {
  const fields = errors?.fields ?? {};
  const date = (name: "periodFrom" | "periodTo" | "publishedOn") => (values ? dateParts(values, name) : partsOfDate(stored[name] ?? null));
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <SubmissionKey value={submissionKey} />
      <Select
        name="kind"
        label="What it is"
        labelSize="s"
        defaultValue={typedOr(values, "kind", stored.kind)}
        error={fields.kind}
        items={[{ value: "", text: "Choose" }, ...archiveKinds.map((kind) => ({ value: kind, text: archiveKindLabels[kind] }))]}
      />
      <Input name="title" label="Title" labelSize="s" hint="As it stands on the document" defaultValue={typedOr(values, "title", stored.title)} error={fields.title} autoComplete="off" />
      <DateInput name="periodFrom" legend="First day it was about or in force" legendSize="s" hint="For example, 1 4 2023. Leave out what you do not know" defaultValues={date("periodFrom")} error={fields.periodFrom} />
      <DateInput name="periodTo" legend="Last day it was about or in force" legendSize="s" hint="For example, 31 3 2024" defaultValues={date("periodTo")} error={fields.periodTo} />
      <DateInput name="publishedOn" legend="When it was first published" legendSize="s" hint="For example, 27 9 2024" defaultValues={date("publishedOn")} error={fields.publishedOn} />
      <h2 className="govuk-heading-m">Where people can read it</h2>
      <p className="govuk-body">Choose a PDF, give a web address, or both.</p>
      <FileUpload
        name="file"
        label={fileNow ? "Another PDF, in its place" : "PDF"}
        hint={fileNow ? `There is one: ${fileNow}. Leave this empty to keep it` : `A .pdf file of up to 19 MB and ${String(mostPages)} pages. What it says of who made it is taken out, and it is searched for words that identify somebody`}
        accept=".pdf"
        error={fields.file}
      />
      {toLookAt && <Checkboxes name="looked" items={[{ value: "yes", text: "I have looked at each thing named at the top of this page: none says who a child is, and all of it may be published" }]} error={fields.looked} />}
      <Input name="link" label="Web address" labelSize="s" hint="The whole of it, like https://www.example.org/report.pdf" defaultValue={typedOr(values, "link", stored.link)} error={fields.link} autoComplete="off" spellCheck={false} />
      {children}
      <ButtonGroup>
        <Button>{button}</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
