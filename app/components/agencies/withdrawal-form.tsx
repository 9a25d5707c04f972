import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import { dateParts, type FormValues, typedOr } from "#app/http/form-values.ts";

interface WithdrawalFormProps {
  agency: AgencyView;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** Since when an agency is no longer named, and why. */
export function WithdrawalForm({ agency, values, errors, submissionKey, cancelHref }: WithdrawalFormProps) {
  const named = agency.status === "named";
  return (
    <>
      <p className="govuk-body">{named ? "It is then off the public list and bound by the arrangements no longer. The register keeps it, with why it went." : "The register keeps it, with why. It can be proposed again."}</p>
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={agency.revision} />
        <DateInput name="on" legend={named ? "No longer named from" : "From"} legendSize="s" hint="Today or earlier" defaultValues={dateParts(values, "on")} error={errors["on"]} />
        <Textarea name="reason" label="Why" labelSize="s" rows={3} hint="Like “It closed and its pupils moved to another school”. Nothing about a child or family" defaultValue={typedOr(values, "reason", "")} error={errors["reason"]} />
        <ButtonGroup>
          <Button variant="warning">{named ? "Withdraw it" : "Take it off"}</Button>
          <a className="govuk-link" href={cancelHref}>Keep it</a>
        </ButtonGroup>
      </form>
    </>
  );
}
