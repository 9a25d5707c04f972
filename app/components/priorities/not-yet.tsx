import { Button } from "#app/components/govuk/button.tsx";
import type { MeasureView } from "#app/domain/priorities/priority-view.ts";
import { isEvidenced, latestOf } from "#app/domain/priorities/rules.ts";
import { refusals, type Refusal } from "#app/domain/shared/refusals.ts";

/** Why a priority cannot be said to be achieved, what is missing of each measure, and what to do instead. */
export function NotYet({ refusal, measures, here }: { refusal: Refusal; measures: readonly MeasureView[]; here: string }) {
  const { title, text } = refusals[refusal];
  const missing = refusal === "no-evidence" ? measures.map((measure) => ({ id: measure.id, name: measure.name, what: missingOf(measure) })) : [];
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <p className="govuk-body">{text}</p>
      {missing.length > 0 && <ul className="govuk-list govuk-list--bullet">{missing.map(({ id, name, what }) => <li key={id}>{name}: {what}</li>)}</ul>}
      <Button href={refusal === "no-evidence" && measures.length === 0 ? `${here}/measures/new` : `${here}#measures`}>{refusal === "no-evidence" && measures.length === 0 ? "Add a measure" : "See the measures"}</Button>
    </>
  );
}

function missingOf(measure: MeasureView): string {
  if (isEvidenced(measure)) return "nothing is missing";
  const latest = latestOf(measure);
  const parts = [measure.baseline === null && "no baseline", latest === null && "no figure", latest !== null && measure.baseline !== null && "no figure later than the baseline"].filter(Boolean);
  return parts.join(", ");
}
