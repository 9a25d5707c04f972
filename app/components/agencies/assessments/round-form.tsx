import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorMessage } from "#app/components/govuk/error-message.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { QuestionSet } from "#app/domain/agencies/assessments/question-set.ts";
import type { Askable, Whom } from "#app/domain/agencies/assessments/whom.ts";
import { dateParts, type FormValues, list, typedOr } from "#app/http/form-values.ts";

export interface RoundFormProps {
  set: QuestionSet;
  ways: readonly { whom: Whom; text: string; count: number }[];
  /** The way that is chosen, with the agencies that it comes to, and a mark of just these. */
  chosen: { whom: Whom; agencies: Askable[]; mark: string };
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** Whom to ask first, since that needs the page again; then what and by when. */
export function RoundForm({ set, ways, chosen, values, errors, submissionKey, cancelHref }: RoundFormProps) {
  const count = chosen.agencies.length;
  const day = (name: string) => ({ name, legendSize: "s" as const, defaultValues: dateParts(values, name), error: errors[name] });
  return (
    <>
      <form method="get" className="search">
        <Select name="whom" label="Whom to ask" labelSize="m" defaultValue={chosen.whom} items={ways.map((way) => ({ value: way.whom, text: way.whom === "picked" ? way.text : `${way.text} (${way.count.toLocaleString("en-GB")})` }))} />
        <Button variant="secondary">Show them</Button>
      </form>
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="whom" value={chosen.whom} />
        <input type="hidden" name="mark" value={chosen.mark} />
        {chosen.whom === "picked" ? (
          <Checkboxes name="agency" legend="Agencies to ask" legendSize="m" small hint="To ask more than 300, choose a whole group above" items={chosen.agencies.map(({ id, legalName }) => ({ value: id, text: legalName }))} defaultValues={list(values, "agency")} error={errors["agency"]} />
        ) : (
          <ChosenAgencies agencies={chosen.agencies} error={errors["agency"]} />
        )}
        <Input name="title" label="Title of the round" labelSize="s" hint="Like “Section 175 return 2026 to 2027”. Agencies see it" defaultValue={typedOr(values, "title", "")} error={errors["title"]} />
        <DateInput {...day("periodFrom")} legend="It is about the time from" hint="Like 1 9 2025" />
        <DateInput {...day("periodTo")} legend="To" hint="Like 31 8 2026" />
        <DateInput {...day("dueOn")} legend="Returns are due on" hint="An agency can be given more time later, with a reason" />
        <ButtonGroup>
          <Button>{chosen.whom === "picked" ? `Issue ${set.shortTitle} to those that are ticked` : `Issue ${set.shortTitle} to ${count === 1 ? "1 agency" : `${count.toLocaleString("en-GB")} agencies`}`}</Button>
          <a className="govuk-link" href={cancelHref}>Cancel</a>
        </ButtonGroup>
      </form>
    </>
  );
}

function ChosenAgencies({ agencies, error }: { agencies: readonly Askable[]; error?: string }) {
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"} id="agency">
      {error && <ErrorMessage id="agency-error">{error}</ErrorMessage>}
      <Details summaryText={agencies.length === 1 ? "1 agency will be asked" : `${agencies.length.toLocaleString("en-GB")} agencies will be asked`} open={agencies.length <= 12}>
        <ul className="govuk-list">{agencies.map(({ id, legalName }) => <li key={id}>{legalName}</li>)}</ul>
      </Details>
    </div>
  );
}
