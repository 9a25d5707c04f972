import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { YearRecord } from "#app/domain/funding/funding-view.ts";
import { showMoney, typedMoney } from "#app/domain/shared/money.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

import { ChildrenPercent, MoneyInput } from "./money-fields.tsx";

export interface YearFormProps {
  record: YearRecord;
  /** What the year before carried forward, as published; null when it published none. */
  previousCarriedForward: number | null;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** What is said of a year beside its lines. */
export function YearForm({ record, previousCarriedForward, values, errors, submissionKey, cancelHref }: YearFormProps) {
  const money = (name: string, pence: number | null) => ({ name, defaultValue: typedOr(values, name, typedMoney(pence)), error: errors[name] });
  const text = (name: string, stored: string | null) => ({ name, defaultValue: typedOr(values, name, stored), error: errors[name] });
  const carried = previousCarriedForward === null ? "" : `. The year before carried forward ${showMoney(previousCarriedForward)}`;
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={record.revision} />
      <MoneyInput {...money("agreed", record.agreedPence)} label="Total in cash that the partners agreed" hint="The contributions must sum to it before the budget can be signed" />
      <MoneyInput {...money("broughtForward", record.broughtForwardPence)} label="Brought forward from the year before" hint={`With a minus sign if more was spent than there was, like -300. 0 if nothing was${carried}`} />
      <ChildrenPercent name="broughtForwardPercent" share={record.broughtForwardChildrenShare} values={values} error={errors["broughtForwardPercent"]} />
      <Textarea {...text("sharesStatement", record.sharesStatement)} label="Why the shares of the partners are equitable and proportionate" labelSize="s" rows={8} hint="A few sentences for the public. Equitable and proportionate does not mean equal: say what the shares go by. An empty line begins a new paragraph" />
      <Textarea {...text("notIncluded", record.notIncluded)} label="What the figures do not include, and why" labelSize="s" rows={5} hint="Like staff time that is not valued, or work that is paid for elsewhere. If nothing is left out, say so" />
      <MoneyInput {...money("material", record.materialPence)} label="A change in the year needs a new signed version from" hint="From this amount on, every lead safeguarding partner signs the change of a line or of a total. Smaller ones are published with their reason" />
      <Input {...text("population", record.population === null ? "" : record.population.toLocaleString("en-GB"))} label="Children who live in the area (optional)" labelSize="s" hint="Shows the public what is spent for each child" width={10} inputMode="numeric" autoComplete="off" />
      <Input {...text("populationSource", record.populationSource)} label="Where that number is from" labelSize="s" hint="Like “ONS mid-year estimate 2024, aged 0 to 17”" autoComplete="off" />
      <Input {...text("earlierSource", record.earlierSource)} label="Where these figures were published first (optional)" labelSize="s" hint="Only for a year before the partnership used this site, like “Yearly report 2024 to 2025, page 31”" autoComplete="off" />
      <ButtonGroup>
        <Button>Save</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
