import { OnBehalf } from "#app/components/actions/state-tag.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { type ReturnClock, returnState } from "#app/domain/agencies/assessments/rules.ts";

/** How a return stands today, and whether it was entered for its agency. */
export function ReturnStateTag({ returned, today }: { returned: ReturnClock & { onBehalf: boolean }; today: string }) {
  const { text, tone } = returnState(returned, today);
  return (
    <>
      <Tag text={text} tone={tone} />
      {returned.onBehalf && <> <OnBehalf /></>}
    </>
  );
}
