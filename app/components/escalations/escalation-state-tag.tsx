import { Tag } from "#app/components/govuk/tag.tsx";
import type { EscalationView } from "#app/domain/escalations/escalation-view.ts";
import { stateWords } from "#app/domain/escalations/rules.ts";

/** Where an escalation stands. */
export function EscalationStateTag({ escalation }: { escalation: EscalationView }) {
  return <Tag text={stateWords(escalation)} tone={escalation.state === "late" ? "red" : escalation.state === "open" ? "purple" : escalation.outcome === "settled" ? "green" : "grey"} />;
}
