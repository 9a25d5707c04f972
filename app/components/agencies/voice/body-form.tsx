import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Fieldset } from "#app/components/govuk/fieldset.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { BodyLine } from "#app/domain/agencies/voice/voice-view.ts";
import { dateParts, type FormValues, partsOfDate, typedOr } from "#app/http/form-values.ts";

interface BodyFormProps {
  /** Null for an agency that is marked as speaking for nobody else yet. */
  body: BodyLine | null;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** That an agency speaks for others: what it is, since when, how many of them are not in the register. */
export function BodyForm({ body, values, errors, submissionKey, cancelHref }: BodyFormProps) {
  const day = (name: string, stored: string | null | undefined) => (values ? dateParts(values, name) : partsOfDate(stored));
  const outside = body?.outside;
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={body?.revision ?? 0} />
      <Textarea name="role" label="What it is, and for whom it speaks" labelSize="s" rows={3} hint="Published. Like “The association of childminders: it carries their questions to each meeting”" defaultValue={typedOr(values, "role", body?.role)} error={errors["role"]} />
      <DateInput name="since" legend="Speaks for others since" legendSize="s" hint="Today or earlier" defaultValues={day("since", body?.since)} error={errors["since"]} />
      <Fieldset legend="Members that are not in the register (optional)" legendSize="m">
        <Input name="outsideCount" label="How many" labelSize="s" width={5} inputMode="numeric" defaultValue={typedOr(values, "outsideCount", outside ? String(outside.count) : "")} error={errors["outsideCount"]} />
        <Input name="outsideSource" label="Where the number is from" labelSize="s" hint="Published. Like “Its yearly report”" defaultValue={typedOr(values, "outsideSource", outside?.source)} error={errors["outsideSource"]} />
        <DateInput name="outsideOn" legend="Counted on" legendSize="s" defaultValues={day("outsideOn", outside?.on)} error={errors["outsideOn"]} />
      </Fieldset>
      {body && <DateInput name="until" legend="Speaks for nobody any more, from (optional)" legendSize="s" hint="Today or earlier. Its members stay on record" defaultValues={day("until", body.until)} error={errors["until"]} />}
      <ButtonGroup>
        <Button>Save</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
