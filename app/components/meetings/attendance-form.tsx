import { LookedBox, type LookedBoxProps } from "#app/components/portal/looked-box.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Fieldset } from "#app/components/govuk/fieldset.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { SheetLine } from "#app/domain/meetings/meeting-view.ts";
import { attendanceLabels, attendanceStatuses } from "#app/domain/meetings/vocabulary.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

interface AttendanceFormProps {
  lines: readonly SheetLine[];
  agencies: readonly { id: string; name: string }[];
  /** How many agencies can be added at once. */
  more: number;
  revision: number;
  values?: FormValues;
  errors: Record<string, string>;
  found: LookedBoxProps["found"];
  submissionKey: string;
  cancelHref: string;
}

const statuses = attendanceStatuses.map((status) => ({ value: status, text: attendanceLabels[status] }));

/** Who came: every statutory partner, education, and agencies. */
export function AttendanceForm({ lines, agencies, more, revision, values, errors, found, submissionKey, cancelHref }: AttendanceFormProps) {
  const several = new Set(lines.map((line) => line.partnership)).size > 1;
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={revision} />
      {lines.map((line) => <Line key={line.id} line={line} several={several} values={values} errors={errors} />)}
      <h2 className="govuk-heading-m">Agencies that are not on the list yet</h2>
      <datalist id="agencies-of-the-register">{agencies.map(({ id, name }) => <option key={id} value={name} />)}</datalist>
      {Array.from({ length: more }, (_, at) => <Added key={at} at={at} values={values} errors={errors} />)}
      <LookedBox found={found} values={values} error={errors["looked"]} />
      <ButtonGroup>
        <Button>Save who came</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

function Line({ line, several, values, errors }: { line: SheetLine; several: boolean } & Pick<AttendanceFormProps, "values" | "errors">) {
  const { id, body, office, kind, partnership, status, deputyPost } = line;
  const [statusField, deputyField] = [`status-${id}`, `deputy-${id}`];
  const hint = [kind === "education" && `${office ?? "Representative"}, for education`, several && partnership].filter((part) => part !== false && part !== "").join("; ");
  return (
    <Fieldset legend={body} legendSize="s">
      {hint && <p className="govuk-hint">{hint}</p>}
      <div className="search__row">
        <Select name={statusField} label={<>Whether somebody came<span className="govuk-visually-hidden"> for {body}</span></>} items={[{ value: "", text: kind === "seat" ? "Choose" : "Not invited" }, ...statuses]} defaultValue={typedOr(values, statusField, status)} error={errors[statusField]} />
        <Input name={deputyField} label="A deputy’s post" defaultValue={typedOr(values, deputyField, deputyPost)} error={errors[deputyField]} />
      </div>
    </Fieldset>
  );
}

function Added({ at, values, errors }: { at: number } & Pick<AttendanceFormProps, "values" | "errors">) {
  const [name, status, deputy] = [`added-${String(at)}`, `addedStatus-${String(at)}`, `addedDeputy-${String(at)}`];
  return (
    <Fieldset legend={`Another agency (${String(at + 1)})`} legendSize="s">
      <Input name={name} label="Its name in the register" list="agencies-of-the-register" autoComplete="off" defaultValue={typedOr(values, name, "")} error={errors[name]} />
      <div className="search__row">
        <Select name={status} label="Whether somebody came" items={[{ value: "", text: "Choose" }, ...statuses]} defaultValue={typedOr(values, status, "")} error={errors[status]} />
        <Input name={deputy} label="A deputy’s post" defaultValue={typedOr(values, deputy, "")} error={errors[deputy]} />
      </div>
    </Fieldset>
  );
}
