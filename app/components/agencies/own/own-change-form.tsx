import { BodyFields } from "#app/components/agencies/body-fields.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

interface OwnChangeFormProps {
  agency: AgencyView;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** What the record of an agency should say, and why: a proposal, which somebody in office decides. */
export function OwnChangeForm({ agency, values, errors, submissionKey, cancelHref }: OwnChangeFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={agency.revision} />
      <Textarea name="howWeWork" label="How you work together (optional)" labelSize="s" rows={4} hint="Published. Like the group it attends, or who speaks for it. Nothing about a child or family" defaultValue={typedOr(values, "howWeWork", agency.howWeWork)} error={errors["howWeWork"]} />
      <Input name="contactEmail" type="email" label="E-mail for notices (optional)" labelSize="s" hint="The mailbox of its office. Never published" defaultValue={typedOr(values, "contactEmail", agency.contactEmail)} error={errors["contactEmail"]} autoComplete="off" />
      {agency.ours ? <BodyFields agency={agency} values={values} errors={errors} /> : <p className="govuk-body">Its name and numbers are kept by the partnership that recorded it first: ask that partnership to change them.</p>}
      <Textarea name="note" label="Why, for those who decide (optional)" labelSize="s" rows={2} defaultValue={typedOr(values, "note", "")} error={errors["note"]} />
      <ButtonGroup>
        <Button>Propose it</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
