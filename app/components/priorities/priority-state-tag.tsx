import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";
import { honestWords } from "#app/domain/priorities/rules.ts";
import type { PriorityState } from "#app/domain/priorities/vocabulary.ts";

const tones: Partial<Record<PriorityState | "no-evidence", TagTone>> = { "not-started": "grey", "at-risk": "yellow", "off-track": "red", achieved: "green", closed: "grey", "no-evidence": "grey" };

/** How a priority stands. */
export function PriorityStateTag({ state }: { state: PriorityState | "no-evidence" }) {
  return <Tag text={honestWords(state)} tone={tones[state]} />;
}
