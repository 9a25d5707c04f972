import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import type { OwnerChoice, RiskView } from "#app/domain/risks/risk-view.ts";
import { impactLabels, likelihoodLabels, scoreChoices } from "#app/domain/risks/rules.ts";
import { dateParts, type FormValues, text, typedOr } from "#app/http/form-values.ts";

export interface RiskFieldsProps {
  owners: readonly OwnerChoice[];
  /** As it is judged now, when it is reviewed. */
  now?: Pick<RiskView, "likelihood" | "impact" | "mitigation" | "ownerPostId">;
  values?: FormValues;
  errors: Record<string, string>;
}

/** How a risk is judged: its score, what is done about it, whose it is, and when it is looked at again. */
export function RiskFields({ owners, now, values, errors }: RiskFieldsProps) {
  const scores = (name: "likelihood" | "impact", legend: string, labels: readonly string[]) => (
    <Radios name={name} legend={legend} legendSize="s" small items={scoreChoices.map((score) => ({ value: String(score), text: `${String(score)}: ${labels[score - 1] ?? ""}` }))} defaultValue={values ? text(values, name) : now && String(now[name])} error={errors[name]} />
  );
  return (
    <>
      {scores("likelihood", "How likely it is", likelihoodLabels)}
      {scores("impact", "How much harm it would do", impactLabels)}
      <Textarea name="mitigation" label="What is done about it" labelSize="s" rows={3} defaultValue={typedOr(values, "mitigation", now?.mitigation ?? "")} error={errors["mitigation"]} />
      <Select name="ownerPostId" label="Whose it is" labelSize="s" items={[{ value: "", text: "Choose an office" }, ...owners.map(({ postId, text: words }) => ({ value: postId, text: words }))]} defaultValue={typedOr(values, "ownerPostId", now?.ownerPostId ?? "")} error={errors["ownerPostId"]} />
    </>
  );
}

export function ReviewDay({ values, errors, hint }: Pick<RiskFieldsProps, "values" | "errors"> & { hint?: string }) {
  return <DateInput name="reviewOn" legend="Next review on" legendSize="s" hint={hint} defaultValues={dateParts(values, "reviewOn")} error={errors["reviewOn"]} />;
}
