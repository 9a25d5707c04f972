import { classNames } from "#app/components/govuk/class-names.ts";
import { describedBy } from "#app/components/govuk/described-by.ts";
import type { TextFieldProps } from "#app/components/govuk/field-props.ts";
import { FormGroup } from "#app/components/govuk/form-group.tsx";
import { Label } from "#app/components/govuk/label.tsx";

export interface FileUploadProps extends Pick<TextFieldProps, "name" | "id" | "label" | "hint" | "error"> {
  /** What the browser offers to choose from: ".docx". */
  accept: string;
}

/** The form around it needs `encType="multipart/form-data"`. */
export function FileUpload({ name, id = name, label, hint, error, accept }: FileUploadProps) {
  return (
    <FormGroup id={id} hint={hint} error={error} label={<Label htmlFor={id}>{label}</Label>}>
      <input
        className={classNames("govuk-file-upload", error && "govuk-file-upload--error")}
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </FormGroup>
  );
}
