import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { AgencyChoices } from "#app/domain/agencies/agency-choices.ts";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import { agencyAuditLabels, agencyAudits, inclusionLabels, inclusions } from "#app/domain/agencies/vocabulary.ts";
import { dateParts, type FormValues, list, partsOfDate, typedOr } from "#app/http/form-values.ts";

import { BodyFields } from "./body-fields.tsx";

export interface AgencyFormProps {
  /** Null for one to be added. */
  agency: AgencyView | null;
  choices: AgencyChoices;
  /** Whether another body of the same name was found. */
  repeated: boolean;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** An agency of the register: the body, why it is chosen, how it works with the others, how far it is. */
export function AgencyForm({ agency, choices, repeated, values, errors, submissionKey, cancelHref }: AgencyFormProps) {
  const { areas, posts } = choices;
  const ticked = (name: string, stored: readonly string[]) => (values ? list(values, name) : stored);
  const day = (name: string, stored: string | null | undefined) => (values ? dateParts(values, name) : partsOfDate(stored));
  const post = { items: [{ value: "", text: "Nobody yet" }, ...posts.map(({ id, office, body }) => ({ value: id, text: body ? `${office}, ${body}` : office }))], labelSize: "s" as const };
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      {agency && <input type="hidden" name="revision" value={agency.revision} />}
      {agency && !agency.ours ? <KeptElsewhere agency={agency} /> : <BodyFields agency={agency} values={values} errors={errors} />}
      <h2 className="govuk-heading-m">In this partnership</h2>
      <CategoryFields agency={agency} choices={choices} values={values} errors={errors} />
      <Textarea name="reason" label="Why it is chosen" labelSize="s" rows={3} hint="Published. Needed before it is named; a reason for its whole category can be given then" defaultValue={typedOr(values, "reason", agency?.reason)} error={errors["reason"]} />
      <Textarea name="howWeWork" label="How you work together (optional)" labelSize="s" rows={3} hint="Published. Like the group it attends, or who speaks for it" defaultValue={typedOr(values, "howWeWork", agency?.howWeWork)} error={errors["howWeWork"]} />
      {areas.length > 1 && <Checkboxes name="areas" legend="Areas in which it works (optional)" legendSize="s" hint="None ticked means all of them" items={areas.map(({ code, name }) => ({ value: code, text: name }))} defaultValues={ticked("areas", agency?.areas ?? [])} error={errors["areas"]} />}
      <Checkboxes name="audits" legend="Self-assessments that it makes (optional)" legendSize="s" items={agencyAudits.map((audit) => ({ value: audit, text: agencyAuditLabels[audit].label, hint: agencyAuditLabels[audit].law }))} defaultValues={ticked("audits", agency?.audits ?? [])} error={errors["audits"]} />
      <Select {...post} name="representativePostId" label="Who speaks for it" hint="Contacts and representatives that are recorded on the People page" defaultValue={typedOr(values, "representativePostId", agency?.representativePostId)} error={errors["representativePostId"]} />
      <Select {...post} name="deputyPostId" label="Their deputy" defaultValue={typedOr(values, "deputyPostId", agency?.deputyPostId)} error={errors["deputyPostId"]} />
      <Input name="contactEmail" type="email" label="E-mail for notices (optional)" labelSize="s" hint="The mailbox of its office, where it is told that it is named. Never published" defaultValue={typedOr(values, "contactEmail", agency?.contactEmail)} error={errors["contactEmail"]} autoComplete="off" spellCheck={false} />
      <DateInput name="toldOn" legend="Told that it is named, on (optional)" legendSize="s" defaultValues={day("toldOn", agency?.toldOn)} error={errors["toldOn"]} />
      <DateInput name="acknowledgedOn" legend="Acknowledged on (optional)" legendSize="s" defaultValues={day("acknowledgedOn", agency?.acknowledgedOn)} error={errors["acknowledgedOn"]} />
      {repeated && <Checkboxes name="repeated" items={[{ value: "yes", text: "It is another body of the same name" }]} error={errors["repeated"]} />}
      <ButtonGroup>
        <Button>{agency ? "Save" : "Add the agency"}</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

function CategoryFields({ agency, choices, values, errors }: Pick<AgencyFormProps, "agency" | "choices" | "values" | "errors">) {
  const parts = [...new Set(choices.categories.map((each) => each.part))];
  return (
    <>
      <Select
        name="category"
        label="Category"
        labelSize="s"
        hint="From the Schedule to the regulations on relevant agencies (SI 2018/789)"
        defaultValue={typedOr(values, "category", agency?.category.id)}
        error={errors["category"]}
        items={[{ value: "", text: "Choose" }, ...parts.flatMap((part) => choices.categories.filter((each) => each.part === part).map(({ id, title }) => ({ value: id, text: `${part}: ${title}` })))]}
      />
      <Radios
        name="inclusion"
        legend="How it is included"
        legendSize="s"
        items={inclusions.map((inclusion) => ({ value: inclusion, text: inclusionLabels[inclusion], hint: inclusion === "statutory" ? "It must act in accordance with the arrangements" : "It takes part without the duty; a body outside the Schedule always does" }))}
        defaultValue={typedOr(values, "inclusion", agency?.inclusion)}
        error={errors["inclusion"]}
      />
    </>
  );
}

function KeptElsewhere({ agency: { legalName } }: { agency: AgencyView }) {
  return (
    <>
      <p className="govuk-body"><strong>{legalName}</strong></p>
      <p className="govuk-body">Its name and numbers are kept by the partnership that recorded it first. What is below is yours.</p>
    </>
  );
}
