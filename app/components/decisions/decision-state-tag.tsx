import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";
import type { DecisionLine } from "#app/domain/decisions/decision-view.ts";
import { type DecisionState, decisionStateLabels } from "#app/domain/decisions/vocabulary.ts";

const tones: Record<DecisionState, TagTone> = { asked: "yellow", stands: "green", replaced: "grey", declined: "red", withdrawn: "grey" };

/** Where a decision is. */
export function DecisionStateTag({ decision: { state, replacedBy } }: { decision: Pick<DecisionLine, "state" | "replacedBy"> }) {
  const text = state === "replaced" && replacedBy ? (replacedBy.kind === "corrects" ? "Corrected" : "Superseded") : decisionStateLabels[state];
  return <Tag text={text} tone={tones[state]} />;
}
