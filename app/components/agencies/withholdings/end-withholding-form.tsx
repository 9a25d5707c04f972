import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { type FormValues, list, typedOr } from "#app/http/form-values.ts";

interface EndWithholdingFormProps {
  agency: AgencyView;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** What becomes public again once a name is no longer withheld, and why. */
export function EndWithholdingForm({ agency, values, errors, submissionKey, cancelHref }: EndWithholdingFormProps) {
  if (!agency.withholding) return <p className="govuk-body-l">This partnership does not withhold its name.</p>;
  return (
    <>
      <p className="govuk-body-l">Its name has been withheld since {showDate(agency.withholding.at)}: {agency.withholding.reason}</p>
      <WarningText>{agency.status === "named" ? "Everything the list says of a named agency is public as soon as you confirm: name, numbers, areas, why it was chosen. What people copy then cannot be taken back." : "Once it is named, everything the list says of a named agency is public."}</WarningText>
      <p className="govuk-body">If another partnership withholds its name as well, it stays withheld everywhere.</p>
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={agency.revision} />
        <Textarea name="reason" label="Why its name may be public again" labelSize="m" rows={3} hint="Never published. Like “It moved, and nobody lives there any more”" defaultValue={typedOr(values, "reason", "")} error={errors["reason"]} />
        <Checkboxes name="asked" items={[{ value: "yes", text: "I asked the agency, and it agrees that its name is public" }]} defaultValues={values ? list(values, "asked") : []} error={errors["asked"]} />
        <ButtonGroup>
          <Button variant="warning">Let its name be public</Button>
          <a className="govuk-link" href={cancelHref}>Keep it withheld</a>
        </ButtonGroup>
      </form>
    </>
  );
}
