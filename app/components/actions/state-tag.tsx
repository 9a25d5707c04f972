import { Tag } from "#app/components/govuk/tag.tsx";
import { actionState } from "#app/domain/actions/rules.ts";
import type { ActionRow } from "#app/domain/actions/views.ts";
import { onBehalfNote } from "#app/domain/actions/vocabulary.ts";

/** How an action stands today. */
export function ActionStateTag({ action, today }: { action: Pick<ActionRow, "state" | "dueOn">; today: string }) {
  const { text, tone } = actionState(action, today);
  return <Tag text={text} tone={tone} />;
}

/** Said wherever something was entered for somebody who has no account or does not enter it. */
export function OnBehalf() {
  return <Tag text={onBehalfNote} tone="purple" />;
}
