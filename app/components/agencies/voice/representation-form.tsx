import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { chooserLabels, choosers, settingLabels, settingsOf } from "#app/domain/agencies/voice/vocabulary.ts";
import type { RepresentativeToRecord } from "#app/domain/agencies/voice/voice-view.ts";
import { dateParts, type FormValues, list, partsOfDate, typedOr } from "#app/http/form-values.ts";

interface RepresentationFormProps {
  representative: RepresentativeToRecord & { holder: NonNullable<RepresentativeToRecord["holder"]> };
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** By whom a representative was chosen, when and how, for whom they speak, until when. */
export function RepresentationForm({ representative: { voice, holder, revision, revisions }, values, errors, submissionKey, cancelHref }: RepresentationFormProps) {
  const [last] = revisions;
  const day = (name: string, stored: string | null | undefined) => (values ? dateParts(values, name) : partsOfDate(stored));
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="appointmentId" value={holder.appointmentId} />
      <Radios name="chosenBy" legend="By whom they were chosen" legendSize="s" items={choosers.map((chooser) => ({ value: chooser, text: chooserLabels[chooser] }))} defaultValue={typedOr(values, "chosenBy", last?.chosenBy)} error={errors["chosenBy"]} />
      <DateInput name="chosenOn" legend="Chosen on" legendSize="s" defaultValues={day("chosenOn", last?.chosenOn)} error={errors["chosenOn"]} />
      <Textarea name="how" label="How, in plain words" labelSize="s" rows={3} hint="Published. Like “Every nursery and childminder had a vote; 41 of 61 voted”. By office, never by a person’s name" defaultValue={typedOr(values, "how", last?.how)} error={errors["how"]} />
      <Checkboxes name="speaksFor" legend="For whom they speak" legendSize="s" items={settingsOf[voice].map((setting) => ({ value: setting, text: settingLabels[setting].label }))} defaultValues={values ? list(values, "speaksFor") : (last?.speaksFor ?? [])} error={errors["speaksFor"]} />
      <DateInput name="until" legend="Chosen until (optional)" legendSize="s" hint="The first day on which they must have been chosen again" defaultValues={day("until", last?.until)} error={errors["until"]} />
      <ButtonGroup>
        <Button>Save and publish</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
