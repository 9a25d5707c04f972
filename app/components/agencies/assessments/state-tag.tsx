import { Tag } from "#app/components/govuk/tag.tsx";
import { actionState, type ReturnClock, returnState } from "#app/domain/agencies/assessments/rules.ts";
import type { ActionRow } from "#app/domain/agencies/assessments/views.ts";
import { onBehalfNote } from "#app/domain/agencies/assessments/vocabulary.ts";

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

/** How an action stands today. */
export function ActionStateTag({ action, today }: { action: Pick<ActionRow, "status" | "dueOn">; today: string }) {
  const { text, tone } = actionState(action, today);
  return <Tag text={text} tone={tone} />;
}

/** Said wherever something was entered for an agency that has no account. */
export function OnBehalf() {
  return <Tag text={onBehalfNote} tone="purple" />;
}
