import type { ReactNode } from "react";

import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { Contributors } from "#app/domain/funding/contributors.ts";
import type { ContributionLine, SpendingLine } from "#app/domain/funding/funding-view.ts";
import { spendingCategories, spendingCategoryLabels } from "#app/domain/funding/vocabulary.ts";
import { typedMoney } from "#app/domain/shared/money.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

import { ContributionFields } from "./contribution-fields.tsx";
import { ChangeFields, ChildrenPercent, MoneyInput } from "./money-fields.tsx";

/** A line of either list, or the one to be added. */
export type LineToEdit = { list: "contributions"; line: ContributionLine | null; contributors: Contributors } | { list: "spending"; line: SpendingLine | null };

export interface LineFormProps {
  edited: LineToEdit;
  all: boolean;
  /** Whether a signed budget is in force. */
  signed: boolean;
  /** Whether another line like it was found. */
  repeated: boolean;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** One line of a year's funding. Under a signed budget its amount is changed elsewhere, and a new line says when and why. */
export function LineForm({ edited, all, signed, repeated, values, errors, submissionKey, cancelHref }: LineFormProps) {
  const { line } = edited;
  const mayChangeAmount = line ? !signed && !("sharedId" in line && line.sharedId) : true;
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={line?.revision ?? 0} />
      {edited.list === "contributions" ? (
        <ContributionFields line={edited.line} contributors={edited.contributors} all={all} mayChangeAmount={mayChangeAmount} values={values} errors={errors} />
      ) : (
        <SpendingFields line={edited.line} mayChangeAmount={mayChangeAmount} values={values} errors={errors} />
      )}
      {line && all && <Actuals edited={edited} values={values} errors={errors} />}
      {!line && signed && <InYear values={values} errors={errors} />}
      {repeated && <Checkboxes name="repeated" items={[{ value: "yes", text: "I have looked at the other line: both are right" }]} error={errors["repeated"]} />}
      <ButtonGroup>
        <Button>{line ? "Save" : "Add the line"}</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

function InYear({ values, errors }: Pick<LineFormProps, "values" | "errors">): ReactNode {
  return (
    <>
      <h2 className="govuk-heading-m">A change in the year</h2>
      <p className="govuk-body">The budget is signed, so a new line is a change in the year.</p>
      <ChangeFields values={values} errors={errors} />
    </>
  );
}

function SpendingFields({ line, mayChangeAmount, values, errors }: { line: SpendingLine | null; mayChangeAmount: boolean; values?: FormValues; errors: Record<string, string> }) {
  return (
    <>
      <Select name="category" label="What kind of spending" labelSize="s" defaultValue={typedOr(values, "category", line?.category)} error={errors["category"]} items={[{ value: "", text: "Choose" }, ...spendingCategories.map((category) => ({ value: category, text: spendingCategoryLabels[category] }))]} />
      <Input name="description" label="What is paid for" labelSize="s" hint="One line, like “Business manager and coordinator”. No names of people" defaultValue={typedOr(values, "description", line?.description)} error={errors["description"]} autoComplete="off" />
      {mayChangeAmount ? (
        <>
          <MoneyInput name="budget" label="In the budget" hint="Like 1,200.50. Leave it empty while it is not known: empty is not the same as £0" defaultValue={typedOr(values, "budget", typedMoney(line?.pence ?? null))} error={errors["budget"]} />
          <ChildrenPercent share={line?.childrenShare} values={values} error={errors["childrenPercent"]} />
        </>
      ) : (
        <>
          <input type="hidden" name="budget" value={typedMoney(line?.pence ?? null)} />
          <input type="hidden" name="childrenPercent" value={String((line?.childrenShare ?? 10_000) / 100)} />
        </>
      )}
      <Textarea name="note" label="Note (optional)" labelSize="s" rows={3} hint="Published with the line. Nothing about a child or family" defaultValue={typedOr(values, "note", line?.note)} error={errors["note"]} />
    </>
  );
}

function Actuals({ edited, values, errors }: { edited: LineToEdit; values?: FormValues; errors: Record<string, string> }) {
  const money = (name: string, label: string, pence: number | null | undefined, hint: string) => <MoneyInput name={name} label={label} hint={hint} defaultValue={typedOr(values, name, typedMoney(pence ?? null))} error={errors[name]} />;
  if (edited.list === "spending") return money("actual", "Spent so far", edited.line?.actualPence, "Leave it empty while nothing is known. With a minus sign where money came back");
  if (edited.line?.form !== "cash") return null;
  return (
    <>
      {money("invoiced", "Invoiced so far", edited.line.invoicedPence, "Leave it empty while nothing is known")}
      {money("received", "Received so far", edited.line.receivedPence, "Leave it empty while nothing is known. With a minus sign where money was paid back")}
    </>
  );
}
