import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { LookedBox, type LookedBoxProps } from "#app/components/portal/looked-box.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { RequestChoices } from "#app/domain/agencies/requests/request-view.ts";
import { jointly } from "#app/domain/agencies/requests/request-query.ts";
import { requestBases } from "#app/domain/agencies/requests/vocabulary.ts";
import { dateParts, type FormValues, partsOfDate, text, typedOr } from "#app/http/form-values.ts";

interface RequestFormProps {
  choices: RequestChoices;
  /** The agency that is asked, when it was opened from its page. */
  agency: { id: string; name: string } | null;
  values?: FormValues;
  errors: Record<string, string>;
  found: LookedBoxProps["found"];
  submissionKey: string;
  cancelHref: string;
}

/** A request for information: who asks whom, what for and for what, on which basis, by when. */
export function RequestForm({ choices: { seats, agencies, today }, agency, values, errors, found, submissionKey, cancelHref }: RequestFormProps) {
  const words = (name: string) => ({ name, labelSize: "s" as const, defaultValue: typedOr(values, name, ""), error: errors[name] });
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <Radios name="requester" legend="Who asks" legendSize="s" items={[{ value: jointly, text: "The safeguarding partners together" }, ...seats.map(({ id, name }) => ({ value: id, text: name }))]} defaultValue={text(values, "requester")} error={errors["requester"]} />
      {agency ? <Asked agency={agency} /> : <Recipient {...words("recipient")} agencies={agencies} />}
      <Textarea {...words("purpose")} label="What it is for" rows={3} hint="Like “To see how children who miss school are found”" />
      <Textarea {...words("askedFor")} label="What is asked for, in general terms" rows={3} hint="Like “How many pupils were taken off the roll in 2025 to 2026, and where they went, in figures”" />
      <Radios name="basis" legend="Legal basis" legendSize="s" hint="The notes are in our own words and were not checked against the text of the law. Take advice if it is disputed" items={requestBases.map(({ id, label, words: hint }) => ({ value: id, text: label, hint }))} defaultValue={text(values, "basis")} error={errors["basis"]} />
      <Textarea {...words("basisWords")} label="The basis in words (needed for the last two)" rows={2} />
      <DateInput name="askedOn" legend="Asked on" legendSize="s" hint="Today or earlier" defaultValues={values ? dateParts(values, "askedOn") : partsOfDate(today)} error={errors["askedOn"]} />
      <DateInput name="dueOn" legend="Answer due by" legendSize="s" hint="Leave a reasonable time. If it is moved later, this day stays on record" defaultValues={dateParts(values, "dueOn")} error={errors["dueOn"]} />
      <LookedBox found={found} values={values} error={errors["looked"]} />
      <ButtonGroup>
        <Button>Record the request</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

function Asked({ agency }: { agency: { id: string; name: string } }) {
  return (
    <>
      <h2 className="govuk-heading-s govuk-!-margin-bottom-1">Whom you ask</h2>
      <p className="govuk-body">{agency.name}</p>
      <input type="hidden" name="agency" value={agency.id} />
      <input type="hidden" name="recipient" value={agency.name} />
    </>
  );
}

/** Names of the register are offered while one types; another body may be typed as well. */
function Recipient({ agencies, ...field }: { name: string; labelSize: "s"; defaultValue: string; error?: string; agencies: RequestChoices["agencies"] }) {
  return (
    <>
      <Input {...field} label="Whom you ask" hint="An agency of the register as it is named there, or any other body. Never a person’s name" list="agencies-of-the-register" autoComplete="off" />
      <datalist id="agencies-of-the-register">{agencies.map(({ id, name }) => <option key={id} value={name} />)}</datalist>
    </>
  );
}
