import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { PartnershipChoice } from "#app/domain/funding/shared/shared-view.ts";
import { shareMethodLabels, shareMethods } from "#app/domain/funding/shared/vocabulary.ts";
import { sectorLabels, sectors } from "#app/domain/funding/vocabulary.ts";
import { type FinancialYear, showYear } from "#app/domain/shared/financial-year.ts";
import { type FormValues, list, rawText } from "#app/http/form-values.ts";

export interface SharedFormProps {
  typed: FormValues;
  errors: Record<string, string>;
  /** The years to choose from; none when the year is fixed. */
  years: readonly FinancialYear[];
  choices: readonly PartnershipChoice[];
  /** What it was when the person began; absent for a new one. */
  revision?: string;
  submissionKey: string;
  cancelHref: string;
}

/** Whose money it is, how much, and who gets a share. The next page shows the shares before they are offered. */
export function SharedForm({ typed, errors, years, choices, revision, submissionKey, cancelHref }: SharedFormProps) {
  const field = (name: string) => ({ name, defaultValue: rawText(typed, name), error: errors[name], labelSize: "s" as const, autoComplete: "off" });
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
      <h2 className="govuk-heading-m">Whose money it is</h2>
      {years.length > 0 && <Select {...field("year")} label="Financial year" items={[{ value: "", text: "Choose" }, ...years.map((year) => ({ value: year, text: showYear(year) }))]} />}
      <Input {...field("contributor")} label="Contributor" hint="On whose behalf it is given, such as the police force. Where it has the name of a statutory partner, the share is that partner’s own line" />
      <Select {...field("sector")} label="What kind of body it is" items={[{ value: "", text: "Choose" }, ...sectors.map((sector) => ({ value: sector, text: sectorLabels[sector] }))]} />
      <Input {...field("payer")} label="Who pays, when it is somebody else (optional)" hint="For example, a mayor or a police and crime commissioner" />
      <h2 className="govuk-heading-m">How much it is</h2>
      <Input {...field("amount")} label="Amount in all" hint="For example, 307,724 or 1,200.50" prefix="£" width={10} inputMode="decimal" />
      <Input {...field("childrenPercent")} label="How much of it is for children (optional)" hint="For money that is for children and adults together, like 50. Leave it empty when all of it is for children" suffix="%" width={5} inputMode="decimal" />
      <Input {...field("purpose")} label="What it is for (optional)" hint="In a few words. Everybody can read it once a budget with it is published" />
      <h2 className="govuk-heading-m">Who gets a share</h2>
      <Radios name="method" legend="How it is divided" legendSize="s" items={shareMethods.map((method) => ({ value: method, text: shareMethodLabels[method], hint: methodHints[method] }))} defaultValue={rawText(typed, "method")} error={errors["method"]} />
      <Checkboxes
        name="part"
        legend="Partnerships"
        legendSize="s"
        hint="Tick every partnership that gets a share, yours included if it does"
        small
        defaultValues={list(typed, "part")}
        error={errors["part"]}
        items={choices.map(({ id, name }) => ({ value: id, text: name, conditional: <Weight id={id} name={name} typed={rawText(typed, `weight-${id}`)} error={errors[`weight-${id}`]} /> }))}
      />
      <ButtonGroup>
        <Button>See the shares</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

const methodHints = { flat: "The weights below are not used", weighted: "For example by the number of children, or by amounts agreed before" };

function Weight({ id, name, typed, error }: { id: string; name: string; typed: string; error?: string }) {
  return <Input name={`weight-${id}`} label={<>Weight<span className="govuk-visually-hidden"> of {name}</span></>} hint="A number or an amount, if it is divided by weight" width={10} inputMode="decimal" defaultValue={typed} error={error} autoComplete="off" />;
}
